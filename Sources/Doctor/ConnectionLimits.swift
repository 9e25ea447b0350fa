/// What the kernel allows of a connection's parameters: how often two devices meet, and how long one may be missing.
///
/// Raw numbers as the Bluetooth specification has them (Core 5.4, Vol 6, Part B, 4.5). What is not set is the kernel's
/// (net/bluetooth/hci_core.c): 30 to 50 ms, no latency, 420 ms.
public struct ConnectionLimits: Equatable, Sendable {
    /// The shortest interval between two meetings, in 1.25 ms; 6 to 3200.
    public var minimumInterval: Int?
    /// The longest interval between two meetings, in 1.25 ms; 6 to 3200.
    public var maximumInterval: Int?
    /// Meetings that a sensor may leave out; 0 to 499.
    public var latency: Int?
    /// Silence after which the link is given up, in 10 ms; 10 to 3200.
    public var supervisionTimeout: Int?

    /// The limits that are set.
    public init(
        minimumInterval: Int? = nil,
        maximumInterval: Int? = nil,
        latency: Int? = nil,
        supervisionTimeout: Int? = nil
    ) {
        self.minimumInterval = minimumInterval
        self.maximumInterval = maximumInterval
        self.latency = latency
        self.supervisionTimeout = supervisionTimeout
    }

    /// What is set here; where that says nothing, what is set there.
    public func completed(by other: Self) -> Self {
        Self(
            minimumInterval: minimumInterval ?? other.minimumInterval,
            maximumInterval: maximumInterval ?? other.maximumInterval,
            latency: latency ?? other.latency,
            supervisionTimeout: supervisionTimeout ?? other.supervisionTimeout
        )
    }

    /// The longest interval in microseconds; the kernel's, 50 ms, where it is not set.
    public var maximumIntervalMicroseconds: Int { (maximumInterval ?? 0x28) * 1250 }
    /// The silence that ends a link, in milliseconds; the kernel's, 420 ms, where it is not set.
    public var supervisionMilliseconds: Int { (supervisionTimeout ?? 0x2A) * 10 }

    /// A controller refuses every connection with these: the intervals cross each other, or a link would be given up
    /// before its second meeting (the time-out must be more than twice the interval, latency counted in).
    public var refusesEverything: Bool {
        if (minimumInterval ?? 0x18) * 1250 > maximumIntervalMicroseconds { return true }
        return supervisionMilliseconds * 1000 <= 2 * (1 + (latency ?? 0)) * maximumIntervalMicroseconds
    }
}

extension ConnectionLimits {
    /// Reads section `[LE]` of BlueZ's main.conf; numbers out of the specification's range are left out, as BlueZ does.
    public init(mainConf text: String) {
        self.init()
        var isInside = false
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmed
            if line.hasPrefix("[") { isInside = line == "[LE]" }
            guard isInside, !line.hasPrefix("#"), let equals = line.firstIndex(of: "=") else { continue }
            let value = Self.number(line[line.index(after: equals)...].trimmed)
            switch line[..<equals].trimmed {
            case "MinConnectionInterval": minimumInterval = value.within(6...3200)
            case "MaxConnectionInterval": maximumInterval = value.within(6...3200)
            case "ConnectionLatency": latency = value.within(0...499)
            case "ConnectionSupervisionTimeout": supervisionTimeout = value.within(10...3200)
            default: break
            }
        }
    }

    /// A decimal number, or a hexadecimal one after 0x.
    private static func number(_ text: Substring) -> Int? {
        text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
    }
}

extension Int? {
    fileprivate func within(_ range: ClosedRange<Int>) -> Int? {
        flatMap { range.contains($0) ? $0 : nil }
    }
}

extension StringProtocol where SubSequence == Substring {
    /// Without white space at its ends.
    var trimmed: Substring {
        let start = self.drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }
}
