@testable import Hardware
import SensorCodec
import Testing

@Suite("Protocols that Steady does not read")
struct UnsupportedProtocolTests {
    private static func offering(_ services: [UInt16], _ characteristics: [UInt16]) -> DeviceDescription {
        DeviceDescription(
            services: Set(services.map { BluetoothUUID($0) }),
            characteristics: Set(characteristics.map { BluetoothUUID($0) })
        )
    }

    static let sightings: [(DeviceDescription, [String])] = [
        (offering([0x1826, 0xFFF0], [0x2ACD, 0xFFF3, 0xFFF4]), ["horizon-fff0"]),
        (offering([0x1826, 0xFFF0], [0x2ACD, 0xFFF1, 0xFFF2]), ["fitshow-fff0"]),
        (offering([0xFFF0], [0xFFF3]), []),
        (offering([0xFFB0], [0xFFB2]), ["mobvoi-ffb0"]),
        (DeviceDescription(name: "DOMYOS-TC-1234"), ["domyos-serial"]),
        (
            DeviceDescription(services: [Service.fitnessMachine, .domyosSerial], characteristics: [.domyosNotify]),
            ["domyos-serial"]
        ),
        (DeviceDescription(name: "KS-HD-Z1D"), ["kingsmith-lock"]),
        (DeviceDescription(services: [.kingSmithSupplement]), ["kingsmith-lock"]),
        (offering([0xFE00], [0xFE01, 0xFE02]), ["kingsmith-fe00"]),
        (DeviceDescription(services: [.iFit]), ["ifit"]),
        (DeviceDescription(name: "I_TL"), ["ifit"]),
        (DeviceDescription(characteristics: [.merachUnlock, Characteristic.treadmillData]), ["merach-lock"]),
        (DeviceDescription(characteristics: [.ypooVendor, Characteristic.treadmillData]), ["ypoo-vendor"]),
        (offering([0x1826], [0x2ACE]), ["cross-trainer"]),
        (offering([0x1826], [0x2ACF]), ["step-climber"]),
        (offering([0x1826], [0x2AD0]), ["stair-climber"]),
        (offering([0x1826], [0x2AD1]), ["rower"]),
        (offering([0x1826], [0x2AD2]), ["indoor-bike"]),
        // A Horizon offers the data of every machine, and is a treadmill.
        (offering([0x1826], [0x2ACD, 0x2ACE, 0x2ACF, 0x2AD0, 0x2AD1, 0x2AD2]), []),
        (offering([0x180D], [0x2A37]), []),
        (DeviceDescription(), []),
    ]

    @Test("are known by what a device offers or how it is called", arguments: sightings)
    func seen(_ device: DeviceDescription, _ ids: [String]) {
        #expect(UnsupportedProtocol.seen(on: device).map(\.id) == ids)
    }

    @Test("are each seen in an example")
    func all() {
        #expect(Set(Self.sightings.flatMap(\.1)) == Set(UnsupportedProtocol.all.map(\.id)))
        #expect(Set(UnsupportedProtocol.all.map(\.id)).count == UnsupportedProtocol.all.count)
    }

    @Test("what a device offers comes before what it is called")
    func order() {
        let device = DeviceDescription(name: "KS-HD-Z1D", services: [.ffb0])
        #expect(UnsupportedProtocol.seen(on: device).map(\.id) == ["mobvoi-ffb0", "kingsmith-lock"])
    }

    @Test("come with sentences that end", arguments: UnsupportedProtocol.all.map(\.sentence))
    func sentence(_ sentence: String) {
        #expect(sentence.hasSuffix("."))
        #expect(!sentence.contains("\n"))
    }
}
