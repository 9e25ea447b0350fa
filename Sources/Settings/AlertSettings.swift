/// How a runner is told of an effort that has left the band.
public enum AlertSignal: Equatable, Sendable {
    /// Not at all.
    case off
    /// By the terminal's bell: once for high, twice for low.
    case bell
    /// By a program, named by its path or found in PATH.
    case command(String)

    /// `bell`, `off` or `command:PROGRAM`.
    public init?(_ text: String) {
        switch text {
        case "off": self = .off
        case "bell": self = .bell
        default:
            guard text.hasPrefix("command:"), text.count > 8 else { return nil }
            self = .command(String(text.dropFirst(8)))
        }
    }

    /// As it is written.
    public var text: String {
        switch self {
        case .off: "off"
        case .bell: "bell"
        case .command(let program): "command:\(program)"
        }
    }
}

/// The section `[alerts]`; what it does not say is `nil`.
public struct AlertSettings: Equatable, Sendable {
    /// The longest distance of two alerts, in seconds.
    public static let longestGapSeconds = 3600

    /// `signal = bell`
    public private(set) var signal: AlertSignal?
    /// `low = on`
    public private(set) var includesLow: Bool?
    /// `gap_s = 60`: the least distance of two alerts, in seconds.
    public private(set) var gapSeconds: Int?

    /// Takes in a line; false when it means nothing here.
    mutating func take(_ name: String, _ value: String) -> Bool {
        switch name {
        case "signal":
            guard let signal = AlertSignal(value) else { return false }
            self.signal = signal
        case "low":
            guard value == "on" || value == "off" else { return false }
            includesLow = value == "on"
        case "gap_s":
            guard let seconds = RunnerText.whole(value), seconds <= Self.longestGapSeconds else { return false }
            gapSeconds = seconds
        default: return false
        }
        return true
    }
}
