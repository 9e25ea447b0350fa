public import Capture
import SensorCodec

/// Writes what a capture holds as JSON lines: the lines of `inspect --json`.
public struct CaptureLines {
    /// The text so far; the caller takes it out and empties it.
    public var json = JSONWriter()
    private var began: Int64?
    private var second = WallSecond()
    /// What the lines of values begin with, and what ends one without oddities: written in a step each.
    private let lineStart = Key(text: #"{"record":"value","t_us":"#)
    private let plainLineEnd = Key(text: #""issues":[]}"# + "\n")
    private var sources = [Source?](repeating: nil, count: Self.sourcePlaces)
    private static let sourcePlaces = 16

    /// What the lines of one attribute have in common, with its text.
    private struct Source {
        var key: Key
        var text: [UInt8]

        struct Key: Equatable {
            var device: SensorIdentity
            var handle: UInt16?
            var characteristic: BluetoothUUID?
            var isGuessed: Bool
            var direction: AttributeValue.Direction
            var operation: AttributeValue.Operation
            var offset: UInt16
        }
    }

    /// No line yet.
    public init() {}

    /// The first line: what kind of file it is.
    public mutating func opened(_ header: CaptureHeader) {
        began = header.beganUnixMicroseconds
        json.beginObject()
        json.word(.record, "capture")
        json.word(.format, header.format.rawValue)
        json.number(.datalink, header.datalink)
        json.endObject()
        json.endLine()
    }

    /// A device, at first sight. `profile`: the ID of the profile that it is known by.
    public mutating func found(_ device: CapturedDevice, profile: String?) {
        json.beginObject()
        json.word(.record, "device")
        json.word(.device, device.device.description)
        if let name = device.name {
            json.key(.name)
            json.string(name)
        }
        json.key(.characteristics)
        json.beginArray()
        for characteristic in device.characteristics { json.word(characteristic.description) }
        json.endArray()
        if !device.services.isEmpty {
            json.key(.services)
            json.beginArray()
            for service in device.services { json.word(service.description) }
            json.endArray()
        }
        if let profile { json.word(Key.profile, profile) }
        json.endObject()
        json.endLine()
    }

    /// A value, decoded where Steady knows the characteristic.
    public mutating func received(_ value: AttributeValue, bytes: Span<UInt8>) {
        let start = began ?? value.unixMicroseconds
        began = start
        json.number(lineStart, value.unixMicroseconds &- start, places: 0)
        json.key(.time)
        json.wallTime(unixMicroseconds: value.unixMicroseconds, in: &second)
        json.verbatim(sourceText(of: value))
        json.key(.hex)
        json.hex(bytes)
        if value.offset == 0, let characteristic = value.characteristic {
            decode(bytes, of: characteristic)
        } else {
            json.endLine(with: plainLineEnd)
        }
    }

    /// The end of a value's line: what it means, where Steady knows the characteristic, and what is odd.
    private mutating func decode(_ bytes: Span<UInt8>, of characteristic: BluetoothUUID) {
        do throws(DecodingFailure) {
            if let value = try CharacteristicValue(decoding: bytes, of: characteristic) {
                json.key(.value)
                value.write(to: &json)
                endLine(with: value.issues)
            } else {
                json.endLine(with: plainLineEnd)
            }
        } catch {
            endLine(issues: [error.description])
        }
    }

    @inline(__always)
    private mutating func endLine(with issues: DecodingIssues) {
        if issues.isEmpty { json.endLine(with: plainLineEnd) } else { endLine(issues: issues.descriptions) }
    }

    private mutating func endLine(issues: [String]) {
        json.issues(issues)
        json.endObject()
        json.endLine()
    }

    /// The last line: how much there was.
    public mutating func ended(frames: Int, values: Int, damaged: Int) {
        json.beginObject()
        json.word(.record, "end")
        json.number(.frames, frames)
        json.number(.values, values)
        json.number(.damaged, damaged)
        json.endObject()
        json.endLine()
    }

    /// The part of a line that is the same for all values of an attribute, made once.
    @inline(__always)
    private mutating func sourceText(of value: AttributeValue) -> [UInt8] {
        let key = Source.Key(
            device: value.device,
            handle: value.handle,
            characteristic: value.characteristic,
            isGuessed: value.isGuessed,
            direction: value.direction,
            operation: value.operation,
            offset: value.offset
        )
        let place =
            Int(truncatingIfNeeded: UInt64(value.handle ?? 0) &+ value.device.rawValue) & (Self.sourcePlaces - 1)
        if let source = sources[place], source.key == key { return source.text }
        let text = Self.text(of: key)
        sources[place] = Source(key: key, text: text)
        return text
    }

    private static func text(of key: Source.Key) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.word(.device, key.device.description)
        json.number(.handle, key.handle)
        if let characteristic = key.characteristic { json.word(.characteristic, characteristic.description) }
        if key.isGuessed { json.flag(.guessed, true) }
        json.word(.direction, key.direction.rawValue)
        json.word(Key.operation, key.operation.rawValue)
        if key.offset > 0 { json.number(.offset, key.offset) }
        // It follows other keys: a comma stands where the object would begin.
        let object = json.text
        var text = object.indices.map { object[$0] }
        text[0] = UInt8(ascii: ",")
        return text
    }
}
