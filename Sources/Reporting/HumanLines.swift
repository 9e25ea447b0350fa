public import Capture
import SensorCodec

/// Writes what a capture holds for a person: the lines of `inspect`.
public struct HumanLines {
    /// The text so far; the caller takes it out and empties it.
    public var bytes: [UInt8] = []
    private var began: Int64?

    /// No line yet.
    public init() {}

    /// What kind of file it is.
    public mutating func opened(_ header: CaptureHeader, path: String) {
        began = header.beganUnixMicroseconds
        var text = "\(path): \(header.format.rawValue)"
        if let datalink = header.datalink { text += ", link type \(datalink)" }
        if let began { text += ", from \(WallTime.text(unixMicroseconds: began))" }
        line(text)
    }

    /// A device and what it offers. `knownAs`: the name of the profile that it is known by.
    public mutating func found(_ device: CapturedDevice, knownAs profile: String?) {
        let names = device.characteristics.map { uuid in
            uuid.name.map { "\(uuid) \($0)" } ?? uuid.description
        }
        let list = names.isEmpty ? "its characteristics are not in the capture" : names.joined(separator: ", ")
        let known = profile.map { ", known as \($0)" } ?? ""
        line("\(device.device) \(device.name.map { "\"\($0)\"" } ?? "without a name")\(known): \(list)")
    }

    /// A value in one line: when, who, what.
    public mutating func received(_ value: AttributeValue, bytes: Span<UInt8>) {
        let start = began ?? value.unixMicroseconds
        began = start
        let what = value.characteristic?.description ?? value.handle.map { "handle \($0)" } ?? "?"
        let direction = value.direction == .fromDevice ? "from" : "to"
        line(
            Self.seconds(value.unixMicroseconds &- start) + "  \(direction) \(value.device)  "
                + "\(value.operation.rawValue) \(what)\(value.isGuessed ? " (guessed)" : "")  "
                + Self.meaning(of: bytes, value.offset == 0 ? value.characteristic : nil)
        )
    }

    /// How much there was.
    public mutating func ended(frames: Int, values: Int, damaged: Int) {
        line("\(frames) packets, \(values) values" + (damaged > 0 ? ", \(damaged) damaged places" : ""))
    }

    private mutating func line(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Seconds with three decimals, to the right of nine columns.
    private static func seconds(_ microseconds: Int64) -> String {
        let milliseconds = microseconds / 1000
        let fraction = String(1000 + milliseconds.magnitude % 1000).dropFirst()
        let text = "\(milliseconds < 0 ? "-" : "")\(milliseconds.magnitude / 1000).\(fraction)"
        return String(repeating: " ", count: max(0, 9 - text.count)) + text
    }

    private static func meaning(of bytes: Span<UInt8>, _ characteristic: BluetoothUUID?) -> String {
        do throws(DecodingFailure) {
            guard let characteristic, let value = try CharacteristicValue(decoding: bytes, of: characteristic) else {
                return bytes.indices.map { at in String(room: 2) { $0.append(hex: bytes[at]) } }.joined()
            }
            let fields = value.lines.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
            let issues = value.issues.descriptions
            return issues.isEmpty ? fields : "\(fields) [odd: \(issues.joined(separator: ", "))]"
        } catch {
            return "[odd: \(error)]"
        }
    }
}
