public import Capture
public import SensorCodec

/// What `inspect` says to a person.
public enum HumanText {
    /// What kind of file it is.
    public static func capture(_ header: CaptureHeader, path: String) -> String {
        var text = "\(path): \(header.format.rawValue)"
        if let datalink = header.datalink { text += ", link type \(datalink)" }
        if let began = header.beganUnixMicroseconds { text += ", from \(WallTime.text(unixMicroseconds: began))" }
        return text
    }

    /// A device and what it offers.
    public static func device(_ device: CapturedDevice) -> String {
        let names = device.characteristics.map { uuid in
            Characteristic.name(of: uuid).map { "\(uuid) \($0)" } ?? uuid.description
        }
        let list = names.isEmpty ? "characteristics not in the capture" : names.joined(separator: ", ")
        return "\(device.device) \(device.name.map { "\"\($0)\"" } ?? "without a name"): \(list)"
    }

    /// A value in one line: when, who, what.
    public static func value(
        _ value: AttributeValue, captureBegan: Int64, device: String, bytes: Span<UInt8>,
        decoded: Result<CharacteristicValue, DecodingFailure>?
    ) -> String {
        var json = JSONWriter()
        json.decimal((value.unixMicroseconds &- captureBegan) / 1000, places: 3)
        json.bytes.append(contentsOf: " s".utf8)
        let time = String(decoding: json.bytes, as: UTF8.self)
        let what = value.characteristic.map { $0.description } ?? value.handle.map { "handle \($0)" } ?? "?"
        let arrow = value.direction == .fromDevice ? "from" : "to"
        return "\(time)  \(arrow) \(device)  \(value.operation.rawValue) \(what)\(value.isGuessed ? " (guessed)" : "")  "
            + meaning(bytes, decoded)
    }

    private static func meaning(
        _ bytes: Span<UInt8>, _ decoded: Result<CharacteristicValue, DecodingFailure>?
    ) -> String {
        switch decoded {
        case .success(let value):
            let fields = value.lines.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
            let issues = value.issues.descriptions
            return issues.isEmpty ? fields : "\(fields) [odd: \(issues.joined(separator: ", "))]"
        case .failure(let failure):
            return "[odd: \(failure.word)]"
        case nil:
            var json = JSONWriter()
            json.hex(bytes)
            return String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self)
        }
    }
}
