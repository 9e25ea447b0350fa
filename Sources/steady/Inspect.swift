import ArgumentParser
import Capture
import Hardware
import Reporting
import SensorCodec
import UnixIO

/// Shows what is in a capture.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what is in a capture: devices, characteristics, every decoded value."
    )

    @Argument(help: "A btsnoop, pcap or pcapng file; - is standard input.", completion: .file())
    var file: String

    @Flag(help: "JSON lines.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        try writingOutput {
            var capture = try CaptureFile(path: file)
            var output = StandardOutput()
            var lines = InspectLines(path: file, isJSON: json)
            while try capture.readPiece(into: &lines) { try lines.write(to: &output) }
            lines.end(capture.reader)
            common.remark(
                "\(file.printable): \(capture.reader.frameCount) packets, \(capture.reader.damageCount) damaged places"
            )
            try lines.write(to: &output)
        }
    }
}

/// Turns what a capture holds into lines, for a program or for a person.
private struct InspectLines: CaptureSink {
    private let path: String
    private var damage: DamageReport
    private let isJSON: Bool
    private var lines = CaptureLines()
    private var human = HumanLines()
    private var valueCount = 0
    private var devices = KnownDevices(speedUnit: nil)

    init(path: String, isJSON: Bool) {
        self.path = path.printable
        damage = DamageReport(path: path)
        self.isJSON = isJSON
    }

    /// Writes what came together since the last time.
    mutating func write(to output: inout StandardOutput) throws(SystemFailure) {
        if isJSON { try output.write(lines.json.text) } else { try output.write(human.bytes.span) }
        lines.json.removeAll()
        human.bytes.removeAll(keepingCapacity: true)
    }

    mutating func opened(_ header: CaptureHeader) {
        if isJSON { lines.opened(header) } else { human.opened(header, path: path) }
    }

    mutating func found(_ device: CapturedDevice) {
        devices.found(device)
        let profile = devices.profile(of: device.device)
        if isJSON { lines.found(device, profile: profile?.id) } else { human.found(device, knownAs: profile?.name) }
    }

    mutating func damaged(_ damage: Damage) { self.damage.add(damage) }

    mutating func received(_ value: AttributeValue, bytes: Span<UInt8>) {
        valueCount += 1
        if isJSON { lines.received(value, bytes: bytes) } else { human.received(value, bytes: bytes) }
    }

    mutating func end(_ reader: CaptureReader) {
        damage.finish(reader)
        if isJSON {
            lines.ended(frames: reader.frameCount, values: valueCount, damaged: reader.damageCount)
        } else {
            human.ended(frames: reader.frameCount, values: valueCount, damaged: reader.damageCount)
        }
    }
}
