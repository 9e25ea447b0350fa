import Capture
import SensorCodec

/// All that a reader told of a capture, in order.
struct Reading: CaptureSink, Equatable {
    struct Value: Equatable {
        var value: AttributeValue
        var bytes: [UInt8]
    }

    struct Note: Equatable {
        var text: String
        var unixMicroseconds: Int64
    }

    var header: CaptureHeader?
    var devices: [CapturedDevice] = []
    var names: [String] = []
    var values: [Value] = []
    var disconnections: [SensorIdentity] = []
    var damages: [Damage] = []
    var notes: [Note] = []
    var frameCount = 0
    var opcodeCounts: [Int] = []
    var passedOverCount = 0

    mutating func opened(_ header: CaptureHeader) { self.header = header }
    mutating func found(_ device: CapturedDevice) { devices.append(device) }
    mutating func named(_ device: SensorIdentity, _ name: String) { names.append(name) }
    mutating func received(_ value: AttributeValue, bytes: Span<UInt8>) {
        values.append(Value(value: value, bytes: bytes.indices.map { bytes[$0] }))
    }
    mutating func disconnected(_ device: SensorIdentity, unixMicroseconds: Int64) { disconnections.append(device) }
    mutating func noted(_ text: String, unixMicroseconds: Int64) {
        notes.append(Note(text: text, unixMicroseconds: unixMicroseconds))
    }
    mutating func damaged(_ damage: Damage) { damages.append(damage) }

    /// Nothing was told yet.
    init() {}

    /// Reads a file, handing over `piece` more octets at a time, as a caller with a bounded buffer does.
    init(_ file: [UInt8], piece: Int = CaptureReader.bufferOctets) throws(CaptureFailure) {
        var reader = CaptureReader()
        var held: [UInt8] = []
        var next = 0
        while true {
            let count = min(piece, file.count - next)
            held.append(contentsOf: file[next..<next + count])
            next += count
            let isLast = count == 0
            let used = try reader.read(held.span, isLast: isLast, into: &self)
            held.removeFirst(used)
            // A reader that needs more than its buffer would hang a caller.
            precondition(held.count < CaptureReader.bufferOctets)
            if isLast { break }
        }
        frameCount = reader.frameCount
        opcodeCounts = reader.opcodeCounts
        passedOverCount = reader.passedOverCount
    }

    /// The values of one characteristic of one device.
    func bytes(of characteristic: UInt16, from device: SensorIdentity? = nil) -> [[UInt8]] {
        values.filter {
            $0.value.characteristic == BluetoothUUID(characteristic) && (device == nil || $0.value.device == device)
        }.map(\.bytes)
    }
}
