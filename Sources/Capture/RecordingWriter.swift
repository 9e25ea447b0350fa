public import SensorCodec

/// Makes a recording out of what a live link tells: octets to be appended to a file, as values arrive.
///
/// The file is a btsnoop of the Linux monitor (datalink 2001), as `btmon -w` writes it: ``CaptureReader``, Wireshark
/// and btmon read it without a hint, because each connection begins with what resolves its handles.
///
/// | call | what is written |
/// |---|---|
/// | the first | file header, a system note that says who made the file |
/// | ``connected(_:at:into:)`` | New Index and Open Index; advertisement, connection, MTU exchange, discovery |
/// | ``received(_:handle:from:isIndication:at:into:)`` | notification, or indication and confirmation |
/// | ``read(_:handle:of:at:into:)`` | read request and response |
/// | ``wrote(_:handle:to:expectsResponse:at:into:)`` | write request and response, or write command |
/// | ``noted(_:at:into:)`` | a system note that begins with `steady ` |
///
/// Values, handles, addresses, names and times are those of the link. What a bridge over bluetoothd is not told stands
/// in the file as any controller might have said it: connection handles, the MTU, the connection's parameters, and the
/// moments of discovery, which are all that of ``connected(_:at:into:)``. Each sensor has an adapter of its own there:
/// Wireshark keeps what handles stand for by adapter, not by connection, and would mix two sensors up.
///
/// Pure: it appends to the caller's buffer and keeps nothing but who is connected. Only a connection, a name and a note
/// allocate. Times are microseconds since 1970-01-01 UTC; those that no reader would believe are brought into bounds.
public struct RecordingWriter: Sendable {
    /// How many sensors can be connected at a time; more are passed over.
    public static let sensorLimit = 64
    /// The longest value that an attribute can have, in octets; what lies behind is left out.
    /// Source: Core Specification, Vol 3, Part F, 3.2.9.
    public static let valueOctets = 512
    /// The longest name that a device can have, in octets. Source: Core Specification, Vol 4, Part E, 7.7.7.
    public static let nameOctets = 248

    private struct Sensor {
        var address: BluetoothAddress
        var isConnected: Bool
    }

    /// The link of the sensor at a place.
    struct Link {
        /// The adapter's number in the file.
        var adapter: UInt16
        /// The connection handle.
        var connection: UInt16

        @inline(__always)
        init(place: Int) {
            adapter = UInt16(truncatingIfNeeded: place)
            connection = 0x0040 + adapter
        }
    }

    private let adapterAddress: BluetoothAddress
    private var hasBegun = false
    /// A sensor's place tells its link.
    private var sensors: [Sensor] = []

    /// How many connections beyond ``sensorLimit``, and values and names of sensors that are not connected, were passed
    /// over.
    public private(set) var passedOverCount = 0

    /// A recording that has not begun. `adapter` is the address of the host's own adapter, where that is known.
    public init(adapter: BluetoothAddress? = nil) {
        adapterAddress = adapter ?? BluetoothAddress(rawValue: 0)
    }

    /// Begins the file, if that was not done; every other call does so too.
    public mutating func begin(at unixMicroseconds: Int64, into bytes: inout [UInt8]) {
        if hasBegun { return }
        hasBegun = true
        appendBeginning(at: unixMicroseconds, into: &bytes)
    }

    // MARK: Sensors

    /// A sensor was connected, and what it has is known. One that counts as connected was lost unseen.
    ///
    /// Answers false when too many are connected: then its values are passed over too.
    @discardableResult
    public mutating func connected(
        _ device: RecordedDevice,
        at unixMicroseconds: Int64,
        into bytes: inout [UInt8]
    ) -> Bool {
        begin(at: unixMicroseconds, into: &bytes)
        disconnected(device.address, at: unixMicroseconds, into: &bytes)
        guard let place = place(for: device.address, at: unixMicroseconds, into: &bytes) else {
            passedOverCount += 1
            return false
        }
        sensors[place].isConnected = true
        appendConnection(device, Link(place: place), at: unixMicroseconds, into: &bytes)
        return true
    }

    /// A sensor's link ended. The reason is an error code of the Core Specification, Vol 1, Part F, 1.3: 0x08 lost,
    /// 0x13 ended by the sensor, 0x16 ended here.
    public mutating func disconnected(
        _ sensor: BluetoothAddress,
        reason: UInt8 = 0x08,
        at unixMicroseconds: Int64,
        into bytes: inout [UInt8]
    ) {
        guard let place = sensors.firstIndex(where: { $0.address == sensor }), sensors[place].isConnected else {
            return
        }
        sensors[place].isConnected = false
        appendDisconnection(Link(place: place), reason: reason, at: unixMicroseconds, into: &bytes)
    }

    /// A sensor told its name, or another one, while it was connected.
    public mutating func named(
        _ name: String,
        _ sensor: BluetoothAddress,
        at unixMicroseconds: Int64,
        into bytes: inout [UInt8]
    ) {
        guard let link = link(of: sensor) else { return }
        appendName(name, of: sensor, link, at: unixMicroseconds, into: &bytes)
    }

    // MARK: Values

    /// A value came by itself, as a notification or an indication. `handle` is that of the value.
    @inline(__always)
    public mutating func received(
        _ value: Span<UInt8>,
        handle: UInt16,
        from sensor: BluetoothAddress,
        isIndication: Bool = false,
        at unixMicroseconds: Int64,
        into bytes: inout [UInt8]
    ) {
        guard let link = link(of: sensor) else { return }
        let opcode = isIndication ? ATT.indication : ATT.notification
        append(value, opcode, handle, link, .received, at: unixMicroseconds, into: &bytes)
        if isIndication {
            append(Span(), ATT.confirmation, nil, link, .sent, at: unixMicroseconds, into: &bytes)
        }
    }

    /// A value was read from a sensor. The time is that of the answer.
    public mutating func read(
        _ value: Span<UInt8>,
        handle: UInt16,
        of sensor: BluetoothAddress,
        at unixMicroseconds: Int64,
        into bytes: inout [UInt8]
    ) {
        guard let link = link(of: sensor) else { return }
        append(Span(), ATT.readRequest, handle, link, .sent, at: unixMicroseconds, into: &bytes)
        append(value, ATT.readResponse, nil, link, .received, at: unixMicroseconds, into: &bytes)
    }

    /// A value was written to a sensor. `expectsResponse` is false for a write that the sensor does not answer.
    public mutating func wrote(
        _ value: Span<UInt8>,
        handle: UInt16,
        to sensor: BluetoothAddress,
        expectsResponse: Bool = true,
        at unixMicroseconds: Int64,
        into bytes: inout [UInt8]
    ) {
        guard let link = link(of: sensor) else { return }
        let opcode = expectsResponse ? ATT.writeRequest : ATT.writeCommand
        append(value, opcode, handle, link, .sent, at: unixMicroseconds, into: &bytes)
        if expectsResponse {
            append(Span(), ATT.writeResponse, nil, link, .received, at: unixMicroseconds, into: &bytes)
        }
    }

    /// A line of text, which ``CaptureSink/noted(_:unixMicroseconds:)`` is told again. Kept are 248 octets, without
    /// control characters; of a text that has no others, nothing is told.
    public mutating func noted(_ text: String, at unixMicroseconds: Int64, into bytes: inout [UInt8]) {
        begin(at: unixMicroseconds, into: &bytes)
        appendNote(text, at: unixMicroseconds, into: &bytes)
    }

    // MARK: Places

    @inline(__always)
    private mutating func link(of sensor: BluetoothAddress) -> Link? {
        for place in sensors.indices where sensors[place].address == sensor && sensors[place].isConnected {
            return Link(place: place)
        }
        passedOverCount += 1
        return nil
    }

    /// The place of a sensor that is not connected: its own, a new one, or that of another that is gone.
    private mutating func place(
        for address: BluetoothAddress,
        at unixMicroseconds: Int64,
        into bytes: inout [UInt8]
    ) -> Int? {
        if let place = sensors.firstIndex(where: { $0.address == address }) { return place }
        let sensor = Sensor(address: address, isConnected: false)
        if sensors.count < Self.sensorLimit {
            appendAdapter(adapterAddress, Link(place: sensors.count), at: unixMicroseconds, into: &bytes)
            sensors.append(sensor)
            return sensors.count - 1
        }
        guard let place = sensors.firstIndex(where: { !$0.isConnected }) else { return nil }
        sensors[place] = sensor
        return place
    }
}
