/// What the runner set out to do.
public struct RunAim: Equatable, Sendable {
    /// When they said so, in ms of session time.
    public var timeMilliseconds: Int64
    /// The name of the plan, of letters, digits, dots, dashes and low lines: `easy-40`. What it means is not known here.
    public var plan: String
    /// How long the plan is, in ms of moving time; `nil` for one without an end.
    public var plannedMilliseconds: Int64?

    /// A plan by its name, and its length in ms.
    public init(timeMilliseconds: Int64, plan: String, plannedMilliseconds: Int64?) {
        self.timeMilliseconds = timeMilliseconds
        self.plan = plan
        self.plannedMilliseconds = plannedMilliseconds
    }

    /// Octets of the longest name.
    public static let longestName = 40

    /// True for what can be the name of a plan.
    public static func isName(_ text: some StringProtocol) -> Bool {
        (1...longestName).contains(text.utf8.count)
            && text.utf8.allSatisfy { octet in
                switch octet {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                    UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
