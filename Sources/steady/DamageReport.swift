import Capture
import UnixIO

/// Says on standard error what of a capture could not be read: the first places one by one, then how many more.
struct DamageReport {
    private static let places = 5

    private let path: String
    private var count = 0

    /// Nothing to say yet.
    init(path: String) { self.path = path.printable }

    /// A stretch that could not be read.
    mutating func add(_ damage: Damage) {
        count += 1
        if count > Self.places { return }
        say(
            damage.isCutTail
                ? "ends inside a record at octet \(damage.offset); read up to there"
                : "\(damage.octets) octets at \(damage.offset) are damaged; passed over"
        )
    }

    /// The capture was read to its end.
    func finish(_ reader: CaptureReader) {
        if count > Self.places { say("\(count - Self.places) more damaged places were passed over") }
        if reader.passedOverCount > 0 {
            say("\(reader.passedOverCount) packets belong to more links than can be followed; passed over")
        }
    }

    private func say(_ what: String) { StandardError.print("steady: \(path): \(what)") }
}
