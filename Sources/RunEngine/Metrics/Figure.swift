/// A number about a run, with how much of the time it is about had data.
public struct Figure<Value: Equatable & Sendable>: Equatable, Sendable {
    /// The number; its unit stands with whoever holds it.
    public let value: Value
    /// The time that had data, in ms.
    public let knownMilliseconds: Int64
    /// The time it is about, in ms.
    public let ofMilliseconds: Int64

    /// Below this share, in percent, a figure is to be greyed.
    public static var weakBelowPercent: Int64 { 80 }
    /// Below this share, in percent, there is no figure.
    public static var absentBelowPercent: Int64 { 50 }

    /// A number that had data for some of the time; `nil` without a number, without time, or with data for less than
    /// half of it.
    init?(_ value: Value?, knownMilliseconds: Int64, ofMilliseconds: Int64) {
        guard let value, ofMilliseconds > 0 else { return nil }
        guard knownMilliseconds * 100 >= ofMilliseconds * Self.absentBelowPercent else { return nil }
        self.value = value
        self.knownMilliseconds = knownMilliseconds
        self.ofMilliseconds = ofMilliseconds
    }

    /// True when it is to be greyed: data for less than 80 % of the time.
    public var isWeak: Bool { knownMilliseconds * 100 < ofMilliseconds * Self.weakBelowPercent }

    /// The share of the time that had data, in per mille, rounded down.
    public var sharePerMille: Int { Int(knownMilliseconds * 1000 / ofMilliseconds) }
}
