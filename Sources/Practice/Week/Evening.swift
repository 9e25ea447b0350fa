/// What there is to say before a run that ends late in the day. Nothing is ever kept from the runner.
///
/// Source: Leota 2025 (nothing seen up to four hours before bed; later, the more the harder), Stutz 2019 (within the
/// last hour). An easy run is fine at any hour.
public enum Evening: Equatable, Sendable {
    /// Nothing.
    case nothing
    /// A line.
    case line
    /// The same line, and the easy version of the plan is offered first.
    case easyFirst

    /// The rule.
    ///
    /// - Parameters:
    ///   - end: When the plan ends, in minutes since midnight; from 1440 on it is the next day.
    ///   - bedtime: When the runner goes to bed as a rule, in minutes since midnight; `nil` where they did not say.
    ///   - isHard: True when the plan has time at 60 % of the heart-rate reserve or more.
    public init(planEndsAtMinute end: Int, bedtimeMinute bedtime: Int?, isHard: Bool) {
        guard let bedtime, isHard else {
            self = .nothing
            return
        }
        // The next bedtime, unless the last one is not four hours gone: then the night has not begun.
        let minutesAhead = ((bedtime - end + Self.farMinutes) % 1440 + 1440) % 1440 - Self.farMinutes
        self = minutesAhead >= Self.farMinutes ? .nothing : minutesAhead >= Self.nearMinutes ? .line : .easyFirst
    }

    private static let farMinutes = 240
    private static let nearMinutes = 60

    /// What is said.
    public var text: String? { self == .nothing ? nil : EveningSaying.hardAndLate.text() }
}
