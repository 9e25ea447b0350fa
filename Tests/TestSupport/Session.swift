public import SensorCodec

/// A made-up session between a host and sensors, to be written in any capture format.
///
/// Each packet is an attribute packet on a link, or an event that concerns one.
public struct Session {
    public enum Packet {
        case connect(handle: UInt16, address: BluetoothAddress)
        case disconnect(handle: UInt16)
        case advertise(address: BluetoothAddress, name: [UInt8])
        case attribute(handle: UInt16, isFromDevice: Bool, [UInt8])
    }

    public private(set) var packets: [(unixMicroseconds: Int64, packet: Packet)] = []
    private var time: Int64 = 1_800_000_000_000_000

    /// A session without a packet.
    public init() {}

    public mutating func add(_ packet: Packet) {
        packets.append((time, packet))
        time += 250_000
    }

    /// Characteristic declarations at handles 2, 5, 8 …, their values one behind.
    public mutating func discover(_ handle: UInt16, _ characteristics: [UInt16]) {
        add(.attribute(handle: handle, isFromDevice: false, [0x08, 1, 0, 0xFF, 0xFF, 0x03, 0x28]))
        var answer: [UInt8] = [0x09, 7]
        for (index, uuid) in characteristics.enumerated() {
            let declaration = UInt8(2 + 3 * index)
            answer += [declaration, 0, 0x10, declaration + 1, 0, UInt8(uuid & 0xFF), UInt8(uuid >> 8)]
        }
        add(.attribute(handle: handle, isFromDevice: true, answer))
    }

    public mutating func notify(_ handle: UInt16, _ attribute: UInt8, _ value: [UInt8]) {
        add(.attribute(handle: handle, isFromDevice: true, [0x1B, attribute, 0] + value))
    }

    public static let strap = BluetoothAddress(rawValue: 0xE157_EAD1_0001)
    public static let treadmill = BluetoothAddress(rawValue: 0x00AA_015E_AD02)

    /// A strap and a treadmill that use the same attribute handle for different things.
    public static var twoSensors: Session {
        var session = Session()
        session.add(.advertise(address: strap, name: Array("Strap".utf8)))
        session.add(.connect(handle: 0x40, address: strap))
        session.discover(0x40, [0x2A37])
        session.add(.connect(handle: 0x41, address: treadmill))
        session.discover(0x41, [0x2ACD])
        for beat in 0..<10 as Range<UInt8> {
            session.notify(0x40, 3, [0x10, 120 + beat, 0x00, 0x02])
            session.notify(0x41, 3, [0x84, 0x04, 0x58, 0x02, beat, 0, 0, 1, 0, 2, 0, 3, beat, 0])
        }
        session.add(.disconnect(handle: 0x41))
        session.add(.disconnect(handle: 0x40))
        return session
    }
}
