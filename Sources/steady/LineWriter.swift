import Dashboard
import Reporting
import RunEngine
import UnixIO

/// Writes events as lines.
struct LineWriter: ~Copyable {
    private static let flushOctets = 65_536

    private let isJSON: Bool
    private var output = StandardOutput()
    private var lines = RunLines()
    private var plain = PlainLines()

    /// `showsZones`: false where the heart rate is not to be set against the band; JSON tells it all the same.
    init(isJSON: Bool, showsZones: Bool = true) {
        self.isJSON = isJSON
        plain.showsZones = showsZones
    }

    mutating func write(_ event: RunEvent) throws(SystemFailure) {
        if isJSON {
            lines.apply(event)
            if lines.json.length >= Self.flushOctets { try flush() }
        } else {
            for line in plain.lines(for: event) { try output.print(line) }
        }
    }

    mutating func flush() throws(SystemFailure) {
        // Taken out while it is written: the writer may not change meanwhile.
        var text = JSONWriter()
        swap(&text, &lines.json)
        if text.length > 0 { try output.write(text.text) }
        text.removeAll()
        swap(&text, &lines.json)
        try output.flush()
    }
}
