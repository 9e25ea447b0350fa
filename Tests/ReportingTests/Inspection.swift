import Capture
import Reporting
import SensorCodec

/// A capture told as JSON lines and in words, as `inspect` tells it.
struct Inspection: CaptureSink {
    private var lines = CaptureLines()
    private var human = HumanLines()
    private var valueCount = 0

    /// The JSON lines.
    private(set) var json: [UInt8] = []
    /// The lines for a person.
    var words: [String] { String(decoding: human.bytes, as: UTF8.self).split(separator: "\n").map(String.init) }

    /// Reads a whole file.
    init(_ file: [UInt8]) throws(CaptureFailure) {
        var reader = CaptureReader()
        let used = try reader.read(file.span, isLast: true, into: &self)
        precondition(used == file.count)
        lines.ended(frames: reader.frameCount, values: valueCount, damaged: reader.damageCount)
        human.ended(frames: reader.frameCount, values: valueCount, damaged: reader.damageCount)
        json = lines.json.octets
    }

    mutating func opened(_ header: CaptureHeader) {
        lines.opened(header)
        human.opened(header, path: "file")
    }

    mutating func found(_ device: CapturedDevice) {
        lines.found(device, profile: nil)
        human.found(device, knownAs: nil)
    }

    mutating func received(_ value: AttributeValue, bytes: Span<UInt8>) {
        valueCount += 1
        lines.received(value, bytes: bytes)
        human.received(value, bytes: bytes)
    }
}
