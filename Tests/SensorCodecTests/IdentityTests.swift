import SensorCodec
import Testing

@Suite("UUIDs and addresses")
struct IdentityTests {
    @Test("a UUID reads back from its own text", arguments: ["2a37", "2acd", "6e400001-b5a3-f393-e0a9-e50e24dcca9e"])
    func uuidText(_ text: String) throws {
        #expect(try #require(BluetoothUUID(text)).description == text)
        #expect(BluetoothUUID(text.uppercased()) == BluetoothUUID(text))
    }

    @Test("the long form of an assigned number is the same UUID")
    func baseUUID() {
        #expect(BluetoothUUID("00002a37-0000-1000-8000-00805f9b34fb") == BluetoothUUID(0x2A37))
        #expect(BluetoothUUID("0x2A37") == BluetoothUUID(0x2A37))
        #expect(BluetoothUUID("12342a37-0000-1000-8000-00805f9b34fb")?.short == nil)
    }

    @Test(
        "what is no UUID is none",
        arguments: ["", "2a3", "2a377", "+a37", "zzzz", "2a37-", "00002a37-0000-1000-8000-00805f9b34f"]
    )
    func noUUID(_ text: String) {
        #expect(BluetoothUUID(text) == nil)
    }

    @Test("a UUID on the wire comes least significant octet first")
    func uuidBytes() {
        let short: [UInt8] = [0x37, 0x2A]
        let long: [UInt8] = [0xFB, 0x34, 0x9B, 0x5F, 0x80, 0, 0, 0x80, 0, 0x10, 0, 0, 0x37, 0x2A, 0, 0]
        #expect(BluetoothUUID(littleEndian: short.span) == BluetoothUUID(0x2A37))
        #expect(BluetoothUUID(littleEndian: long.span) == BluetoothUUID(0x2A37))
        #expect(BluetoothUUID(littleEndian: long.span.extracting(0..<15)) == nil)
    }

    @Test("an address reads back from its own text, and its octets come in reverse on the wire")
    func address() throws {
        let address = try #require(BluetoothAddress("e1:57:EA:d1:00:01"))
        #expect(address.description == "E1:57:EA:D1:00:01")
        let wire: [UInt8] = [0x01, 0x00, 0xD1, 0xEA, 0x57, 0xE1]
        #expect(BluetoothAddress(littleEndian: wire.span) == address)
    }

    @Test(
        "what is no address is none",
        arguments: ["", "E1:57:EA:D1:00", "E1:57:EA:D1:00:1", "E1:57:EA:D1:00:+1", "E1-57-EA-D1-00-01"]
    )
    func noAddress(_ text: String) {
        #expect(BluetoothAddress(text) == nil)
    }
}
