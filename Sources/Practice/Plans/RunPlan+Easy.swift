/// Steady easy runs: some easy minutes, the conversational band, some easy minutes.
///
/// Forty minutes are five easy, thirty in the band, five easy. Association only: the best found in a large survey lay near
/// 45 minutes, 30 to 60, three to five times a week (Chekroud 2018). It is a fair default, and no proven minimum: another
/// survey found benefit below it (PMC5513116). How the easy ends shrink in a short run is ours.
extension RunPlan {
    /// How long an easy run can be, in min.
    public static let easyMinutes = [15, 20, 30, 35, 40, 45]
    /// How long an easy run is when nobody says otherwise, in min.
    public static let usualEasyMinutes = 40

    /// An easy run of so many minutes; `nil` for a length that is none of ``easyMinutes``.
    public static func easy(minutes: Int) -> RunPlan? {
        guard easyMinutes.contains(minutes) else { return nil }
        let ends = minutes < 20 ? 3 : minutes < 30 ? 4 : 5
        return RunPlan(
            id: "easy-\(minutes)",
            segments: [
                PlanSegment(.easy, minutes: ends), PlanSegment(.band, minutes: minutes - 2 * ends),
                PlanSegment(.easy, minutes: ends),
            ]
        )
    }
}
