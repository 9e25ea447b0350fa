import ArgumentParser
import Capture
import Reporting
import SensorCodec
import UnixIO

/// Shows what is in a capture.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is in a capture: devices, characteristics, every decoded value.")

    @Argument(help: "A btsnoop, pcap or pcapng file; - is standard input.", completion: .file())
    var file: String

    @Flag(help: "JSON lines.")
    var json = false

    func run() throws {
        try writingOutput {
            var capture = try CaptureFile(path: file)
            var output = StandardOutput()
            var lines = InspectLines(path: file, isJSON: json)
            while try capture.readPiece(into: &lines) { try lines.write(to: &output) }
            lines.end(capture.reader)
            try lines.write(to: &output)
        }
    }
}

/// Turns what a capture holds into lines.
private struct InspectLines: CaptureSink {
    private let path: String
    private let isJSON: Bool
    private var json = JSONWriter()
    private var valueCount = 0
    private var captureBegan: Int64?
    private var deviceTexts: [SensorIdentity: String] = [:]
    private var characteristicTexts: [BluetoothUUID: String] = [:]

    init(path: String, isJSON: Bool) {
        self.path = path
        self.isJSON = isJSON
    }

    /// Writes what came together since the last time.
    mutating func write(to output: inout StandardOutput) throws(SystemFailure) {
        try output.write(json.bytes.span)
        json.bytes.removeAll(keepingCapacity: true)
    }

    mutating func opened(_ header: CaptureHeader) {
        captureBegan = header.beganUnixMicroseconds
        if isJSON { json.captureLine(header) } else { line(HumanText.capture(header, path: path)) }
    }

    mutating func found(_ device: CapturedDevice) {
        if isJSON { json.deviceLine(device) } else { line(HumanText.device(device)) }
    }

    mutating func damaged(_ damage: Damage) { CaptureFile.report(damage, of: path) }

    mutating func received(_ value: AttributeValue, bytes: Span<UInt8>) {
        valueCount += 1
        let began = captureBegan ?? value.unixMicroseconds
        captureBegan = began
        var decoded: Result<CharacteristicValue, DecodingFailure>?
        if let characteristic = value.characteristic {
            do throws(DecodingFailure) {
                decoded = try CharacteristicValue(decoding: bytes, of: characteristic).map { .success($0) }
            } catch {
                decoded = .failure(error)
            }
        }
        let device = text(of: value.device)
        let characteristic = value.characteristic.map { text(of: $0) }
        if isJSON {
            json.valueLine(
                value, device: device, characteristic: characteristic, bytes: bytes,
                captureBegan: began, decoded: decoded)
        } else {
            line(HumanText.value(value, captureBegan: began, device: device, bytes: bytes, decoded: decoded))
        }
    }

    mutating func end(_ reader: CaptureReader) {
        if isJSON {
            json.endLine(frames: reader.frameCount, values: valueCount, damaged: reader.damageCount)
        } else {
            line(
                "\(reader.frameCount) packets, \(valueCount) values"
                    + (reader.damageCount > 0 ? ", \(reader.damageCount) damaged places" : ""))
        }
    }

    private mutating func line(_ text: String) {
        json.bytes.append(contentsOf: text.utf8)
        json.endLine()
    }

    private mutating func text(of device: SensorIdentity) -> String {
        if let known = deviceTexts[device] { return known }
        deviceTexts[device] = device.description
        return device.description
    }

    private mutating func text(of characteristic: BluetoothUUID) -> String {
        if let known = characteristicTexts[characteristic] { return known }
        characteristicTexts[characteristic] = characteristic.description
        return characteristic.description
    }
}
