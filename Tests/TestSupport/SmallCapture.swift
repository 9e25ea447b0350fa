/// A small btsnoop capture of HCI packets (datalink 1002), made packet by packet.
///
/// The file format is written out here, apart from the program's own writer: tests read what others wrote.
public struct SmallCapture: Sendable {
    /// The file so far.
    public private(set) var bytes: [UInt8] = Array("btsnoop\0".utf8) + [0, 0, 0, 1, 0, 0, 0x03, 0xEA]
    /// When the next packet comes, in microseconds since 1970-01-01 UTC.
    public var unixMicroseconds: Int64
    /// Where each record begins.
    public private(set) var recordOffsets: [Int] = []

    /// 2026-11-24T10:15:02.5Z
    public static let start: Int64 = 1_795_515_302_500_000
    public static let strap = "E1:57:EA:D1:00:01"
    public static let treadmill = "00:AA:01:5E:AD:02"

    /// A capture without a packet.
    public init(from unixMicroseconds: Int64 = start) {
        self.unixMicroseconds = unixMicroseconds
    }

    /// One packet behind its H4 type.
    public mutating func add(_ packet: [UInt8], isReceived: Bool) {
        let isCommandOrEvent = packet.first == 1 || packet.first == 4
        recordOffsets.append(bytes.count)
        bytes += Self.big(UInt32(packet.count)) + Self.big(UInt32(packet.count))
        bytes += Self.big(UInt32((isReceived ? 1 : 0) + (isCommandOrEvent ? 2 : 0))) + [0, 0, 0, 0]
        let time = UInt64(unixMicroseconds + 0x00DC_DDB3_0F2F_8000)
        bytes += Self.big(UInt32(time >> 32)) + Self.big(UInt32(time & 0xFFFF_FFFF))
        bytes += packet
    }

    /// An advertisement with a name.
    public mutating func advertise(_ address: String, name: [UInt8]) {
        let data = [UInt8(name.count + 1), 0x09] + name
        let report = [0x02, 1, 0, 1] + Self.wire(address) + [UInt8(data.count)] + data + [0xC8]
        add([4, 0x3E, UInt8(report.count)] + report, isReceived: true)
    }

    /// A link to a device.
    public mutating func connect(_ link: UInt8, to address: String) {
        let parameters = [0x01, 0, link, 0, 0, 1] + Self.wire(address) + [24, 0, 0, 0, 0xF4, 1, 0]
        add([4, 0x3E, UInt8(parameters.count)] + parameters, isReceived: true)
    }

    /// The discovery of characteristics, whose values get the handles 3, 6, 9 …
    public mutating func discover(_ characteristics: [UInt16], on link: UInt8) {
        attribute([0x08, 1, 0, 0xFF, 0xFF, 0x03, 0x28], on: link, isReceived: false)
        var answer: [UInt8] = [0x09, 7]
        for (index, uuid) in characteristics.enumerated() {
            let declaration = UInt8(2 + 3 * index)
            answer += [declaration, 0, 0x10, declaration + 1, 0, UInt8(uuid & 0xFF), UInt8(uuid >> 8)]
        }
        attribute(answer, on: link, isReceived: true)
    }

    /// A notification.
    public mutating func notify(_ value: [UInt8], handle: UInt8 = 3, on link: UInt8) {
        attribute([0x1B, handle, 0] + value, on: link, isReceived: true)
    }

    /// A packet of the attribute protocol.
    public mutating func attribute(_ packet: [UInt8], on link: UInt8, isReceived: Bool) {
        let count = UInt8(packet.count)
        add([2, link, isReceived ? 0x20 : 0x00, count + 4, 0, count, 0, 4, 0] + packet, isReceived: isReceived)
    }

    /// A strap and a treadmill, connected and discovered on the links 1 and 2.
    public static var twoSensors: SmallCapture {
        var capture = SmallCapture()
        capture.advertise(strap, name: Array("Strap \"one\"".utf8))
        capture.connect(1, to: strap)
        capture.discover([0x2A37, 0x2A19], on: 1)
        capture.connect(2, to: treadmill)
        capture.discover([0x2ACD], on: 2)
        return capture
    }

    private static func big(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func wire(_ address: String) -> [UInt8] { [UInt8](hex: address).reversed() }
}
