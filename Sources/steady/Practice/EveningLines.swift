import Practice
import RunEngine
import Settings
import UnixIO

/// What is said before a hard run that ends late.
enum EveningLines {
    /// The line, and the easy version of the run where that is to come first; none for an easy run at any hour.
    ///
    /// A run is hard by the runner's own word alone: where the band they gave lies at vigorous effort.
    static func lines(
        _ settings: RunSettings,
        practice: PracticeSettings,
        planEndsAtUnixMicroseconds end: Int64
    ) -> [String] {
        let plan = settings.plan
        let isHard = plan.bandOrigin == .given && plan.band.lowerBPM + plan.band.upperBPM >= 2 * plan.vigorousFloorBPM
        let offset = Int64(LocalTime.utcOffsetSeconds(atUnixMicroseconds: end) ?? 0)
        let minute = (end / 1_000_000 + offset) / 60 % 1440
        let evening = Evening(
            planEndsAtMinute: Int(minute),
            bedtimeMinute: practice.bedtimeMinute,
            isHard: isHard
        )
        guard let line = evening.text else { return [] }
        guard evening == .easyFirst, let easy = easyBand(settings.profile) else { return [line] }
        let band = "\(easy.lowerBPM)-\(easy.upperBPM)"
        return [EveningSaying.easyVersion.text(["command": "steady live --band \(band)"]), line]
    }

    /// The conversational band of a profile.
    private static func easyBand(_ profile: RunnerProfile) -> TargetBand? {
        var easy = profile
        easy.band = nil
        return try? easy.plan(on: .today).band
    }
}
