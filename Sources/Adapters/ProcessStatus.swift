import Doctor

/// What `/proc/self/status` says.
enum ProcessStatus {
    /// The bit of CAP_NET_RAW among the capabilities (linux/capability.h).
    private static let rawSockets = 13

    /// Whether CAP_NET_RAW is among the capabilities that count now (`CapEff`); `nil` when the text does not say.
    static func mayOpenRawSockets(_ text: String) -> Bool? {
        for line in text.split(separator: "\n") where line.hasPrefix("CapEff:") {
            let digits = line.dropFirst(7).filter { !$0.isWhitespace }
            return UInt64(digits, radix: 16).map { $0 >> rawSockets & 1 == 1 }
        }
        return nil
    }
}

extension BluetoothService.State {
    /// Reads `systemctl show --property=LoadState,ActiveState`.
    init(systemctl text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        if lines.contains("LoadState=masked") {
            self = .masked
        } else if lines.contains("ActiveState=active") || lines.contains("ActiveState=reloading") {
            self = .running
        } else if lines.contains("ActiveState=failed") {
            self = .failed
        } else if lines.contains("ActiveState=inactive") {
            self = .stopped
        } else {
            // Starting or ending just now, or no systemd to ask.
            self = .unknown
        }
    }
}
