public import SensorCodec

/// An attribute value that went over a link: what a sensor said, or what was written to it.
public struct AttributeValue: Equatable, Sendable {
    /// Microseconds since 1970-01-01 UTC.
    public var unixMicroseconds: Int64
    /// The device at the other end of the link.
    public var device: SensorIdentity
    /// The attribute handle; `nil` for an answer to a request that the capture does not hold.
    public var handle: UInt16?
    /// What the handle stands for, where the capture tells.
    public var characteristic: BluetoothUUID?
    /// True when ``characteristic`` was told by the shape of the values, because the capture holds no discovery.
    public var isGuessed: Bool
    /// Which way it went.
    public var direction: Direction
    /// How it was sent.
    public var operation: Operation
    /// Where in the attribute the octets begin: above 0 for a later part of a long read, which means nothing alone.
    public var offset: UInt16

    /// Which way a value went, by the name that programs see.
    public enum Direction: String, Sendable {
        case fromDevice = "from_device"
        case toDevice = "to_device"
    }

    /// How a value was sent, by the name that programs see.
    public enum Operation: String, Sendable {
        case notify, indicate, read, write
    }
}

/// A device that a capture shows connected.
public struct CapturedDevice: Equatable, Sendable {
    /// Which one.
    public var device: SensorIdentity
    /// Its name, if it was advertised or read; without control characters.
    public var name: String?
    /// Its primary services, as far as they were discovered.
    public var services: [BluetoothUUID]
    /// Its characteristics in the order of their handles, as far as they were discovered.
    public var characteristics: [BluetoothUUID]

    /// A device with what is known of it.
    public init(
        device: SensorIdentity,
        name: String?,
        services: [BluetoothUUID],
        characteristics: [BluetoothUUID]
    ) {
        self.device = device
        self.name = name
        self.services = services
        self.characteristics = characteristics
    }
}

/// What kind of file a capture is.
public struct CaptureHeader: Equatable, Sendable {
    /// The format of the file.
    public var format: CaptureFormat
    /// The number of the datalink in the file; `nil` for a pcapng without an interface.
    public var datalink: UInt32?
    /// Wall time of the first record in microseconds since 1970-01-01 UTC; `nil` when the file begins with damage.
    public var beganUnixMicroseconds: Int64?
}

/// Takes what a ``CaptureReader`` finds, in the order of the capture.
public protocol CaptureSink {
    /// The file is a capture; told once, before anything else.
    mutating func opened(_ header: CaptureHeader)
    /// A device was seen connected; told once for each, before its first value.
    mutating func found(_ device: CapturedDevice)
    /// A device that was told of gave its name, without control characters.
    mutating func named(_ device: SensorIdentity, _ name: String)
    /// A value went over a link. `bytes` is valid during the call only.
    mutating func received(_ value: AttributeValue, bytes: Span<UInt8>)
    /// A device's link ended.
    mutating func disconnected(_ device: SensorIdentity, unixMicroseconds: Int64)
    /// A line of text of Steady's own stands here, see ``RecordingWriter/noted(_:at:into:)``: printable characters only,
    /// at most 248 octets, never empty.
    mutating func noted(_ text: String, unixMicroseconds: Int64)
    /// A stretch of the file could not be read.
    mutating func damaged(_ damage: Damage)
}

/// A sink need not listen to everything.
extension CaptureSink {
    public mutating func opened(_ header: CaptureHeader) {}
    public mutating func found(_ device: CapturedDevice) {}
    public mutating func named(_ device: SensorIdentity, _ name: String) {}
    public mutating func disconnected(_ device: SensorIdentity, unixMicroseconds: Int64) {}
    public mutating func noted(_ text: String, unixMicroseconds: Int64) {}
    public mutating func damaged(_ damage: Damage) {}
}
