public import Capture
public import SensorCodec

/// The lines of `inspect --json`.
extension JSONWriter {
    /// The first line: what kind of file it is.
    public mutating func captureLine(_ header: CaptureHeader) {
        beginObject()
        word("record", "capture")
        word("format", header.format.rawValue)
        number("datalink", header.datalink)
        endObject()
        endLine()
    }

    /// A device, at first sight.
    public mutating func deviceLine(_ device: CapturedDevice) {
        beginObject()
        word("record", "device")
        word("device", device.device.description)
        if let name = device.name {
            key("name")
            string(name)
        }
        key("characteristics")
        beginArray()
        for characteristic in device.characteristics { word(characteristic.description) }
        endArray()
        endObject()
        endLine()
    }

    /// A value. `device` is its device as text, which the caller keeps between lines.
    @inline(__always)
    public mutating func valueLine(
        _ value: AttributeValue, device: String, characteristic: String?, bytes octets: Span<UInt8>,
        captureBegan: Int64, decoded: Result<CharacteristicValue, DecodingFailure>?
    ) {
        beginObject()
        word("record", "value")
        number("t_us", value.unixMicroseconds &- captureBegan)
        key("time")
        plainString { WallTime.append(unixMicroseconds: value.unixMicroseconds, to: &$0) }
        word("device", device)
        number("handle", value.handle)
        if let characteristic { word("characteristic", characteristic) }
        if value.isGuessed { flag("guessed", true) }
        word("direction", value.direction.rawValue)
        word("operation", value.operation.rawValue)
        key("hex")
        hex(octets)
        switch decoded {
        case .success(let value):
            key("value")
            value.write(to: &self)
            issues(value.issues)
        case .failure(let failure):
            key("issues")
            beginArray()
            word(failure.word)
            endArray()
        case nil:
            key("issues")
            beginArray()
            endArray()
        }
        endObject()
        endLine()
    }

    /// The last line: how much there was.
    public mutating func endLine(frames: Int, values: Int, damaged: Int) {
        beginObject()
        word("record", "end")
        number("frames", Int64(frames), places: 0)
        number("values", Int64(values), places: 0)
        number("damaged", Int64(damaged), places: 0)
        endObject()
        endLine()
    }
}

extension DecodingFailure {
    /// The name of the failure among the issues.
    public var word: String {
        switch self {
        case .empty: "empty"
        case .truncatedFlags: "truncated:flags"
        }
    }
}
