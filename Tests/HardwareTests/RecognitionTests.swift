@testable import Hardware
import SensorCodec
import TestSupport
import Testing

@Suite("Recognition")
struct RecognitionTests {
    @Test("a device is known by each of its marks", arguments: Sighting.known)
    func known(_ sighting: Sighting) {
        #expect(DeviceProfile.matching(sighting.device)?.id == sighting.profile)
    }

    @Test("a device that is unknown, or only nearly known, has no profile", arguments: Sighting.strangers)
    func unknown(_ sighting: Sighting) {
        #expect(DeviceProfile.matching(sighting.device) == nil)
    }

    @Test("no two profiles claim the same device, and no profile goes without an example")
    func oneEach() {
        for sighting in Sighting.known {
            #expect(DeviceProfile.candidates(for: sighting.device).count == 1, "\(sighting.testDescription)")
        }
        #expect(Set(Sighting.known.compactMap(\.profile)) == Set(DeviceProfile.all.map(\.id)))
        #expect(Set(DeviceProfile.all.map(\.id)).count == DeviceProfile.all.count)
    }

    @Test("no two profiles have the same clue, and every clue is another way in")
    func clues() {
        let clues = DeviceProfile.all.flatMap(\.clues)
        #expect(Set(clues).count == clues.count)
        #expect(clues.allSatisfy { $0.particularity > 0 })
    }

    @Test("what a device offers says more than its model, its model more than its name, its name more than its radio")
    func strength() {
        var device = DeviceDescription(manufacturerName: "FITSHOW", modelNumber: "FS-BT-T4")
        #expect(DeviceProfile.matching(device)?.id == "fitshow-fs-bt-t4")
        device.name = "URTM024"
        #expect(DeviceProfile.matching(device)?.id == "urevo")
        device.modelNumber = "OMEGA Z"
        #expect(DeviceProfile.matching(device)?.id == "horizon-omega-z")
        device.services = [.kingSmithSupplement]
        #expect(DeviceProfile.matching(device)?.id == "kingsmith-z1")
    }

    @Test(
        "of two names the longer pattern is the device's own",
        arguments: [
            ("MOBVOI TMP1", "mobvoi-tmp"), ("MOBVOI TM1", "mobvoi-home-treadmill"), ("KS-HD-Z1D", "kingsmith-z1"),
            ("KS-NG-X218", "kingsmith"), ("JFTM T202", "horizon"), ("JFTMOMEGA Z", "horizon-omega-z"),
        ]
    )
    func longer(_ name: String, _ profile: String) {
        #expect(DeviceProfile.matching(DeviceDescription(name: name))?.id == profile)
    }

    @Test("a name that bikes have too counts until services are seen, and then only with the Fitness Machine Service")
    func sharedName() {
        var device = DeviceDescription(name: "Treadmill 7")
        #expect(DeviceProfile.matching(device)?.id == "technogym")
        device.services = .cyclingPower
        #expect(DeviceProfile.matching(device) == nil)
        device.services = .fitnessMachine
        #expect(DeviceProfile.matching(device)?.id == "technogym")
        device.characteristics = .bikeData
        #expect(DeviceProfile.matching(device) == nil)
        device.services = nil
        device.characteristics = .treadmillData
        #expect(DeviceProfile.matching(device)?.id == "technogym")
    }

    @Test("a bike with a treadmill's name has no treadmill's profile; a Horizon that offers every machine's data has")
    func bike() {
        let bike = DeviceDescription(name: "URTM041", services: .fitnessMachine, characteristics: .bikeData)
        #expect(DeviceProfile.matching(bike) == nil)
        let everything: Set<BluetoothUUID> = Set<BluetoothUUID>.treadmillData.union(Set<BluetoothUUID>.bikeData)
        let horizon = DeviceDescription(name: "HORIZON_7.4AT", services: .fitnessMachine, characteristics: everything)
        #expect(DeviceProfile.matching(horizon)?.id == "horizon")
    }

    @Test("the clue is told along with the profile")
    func told() throws {
        let profile = try #require(DeviceProfile.named("polar-h10"))
        #expect(profile.clue(in: DeviceDescription(name: "polar h10 1")) == .name("POLAR H10"))
        #expect(profile.clue(in: DeviceDescription(name: "Polar H9 1")) == nil)
        #expect(DeviceProfile.named("no such device") == nil)
    }

    @Test(
        "digits behind a prefix are digits to the end, and one at least",
        arguments: [
            ("WT703", true), ("wt703", true), ("WT70x", false), ("WTA03", false), ("WT7034", false), ("WT", false),
        ]
    )
    func digits(_ name: String, _ isMatch: Bool) {
        #expect(NamePattern("WT", length: 5...5, endsInDigits: true).matches(name) == isMatch)
        #expect(!NamePattern("WT", endsInDigits: true).matches("WT"))
    }

    @Test("no name whatever does harm: control characters, other scripts, very long ones, bytes of chance")
    func hostile() {
        let long = String(repeating: "A", count: 1_000_000)
        for name in ["\u{1B}[2J", "\u{202E}01H raloP", "ＰＯＬＡＲ Ｈ１０", "İ", "ß", "\u{0}", long, "polar h10" + long] {
            #expect(DeviceProfile.matching(DeviceDescription(name: name)) == nil)
            #expect(UnsupportedProtocol.seen(on: DeviceDescription(name: name)).isEmpty)
        }
        var random = Randomness(seed: 24)
        for _ in 0..<2000 {
            let bytes = random.bytes(Int.random(in: 0...40, using: &random))
            let prefix = random.pick(["", "KS-", "SW", "LF", "CTM", "POLAR H10 "])
            let device = DeviceDescription(
                name: prefix + String(decoding: bytes, as: UTF8.self),
                manufacturerName: String(decoding: bytes, as: UTF8.self),
                modelNumber: String(decoding: bytes.reversed(), as: UTF8.self)
            )
            #expect(DeviceProfile.candidates(for: device).count <= 1, "seed 24")
        }
    }

    @Test("what is only noise beside a mark changes nothing", arguments: Sighting.known)
    func noise(_ sighting: Sighting) {
        var device = sighting.device
        device.services = (device.services ?? []).union([BluetoothUUID(0x1800), BluetoothUUID(0x1801)])
        device.services?.formUnion([BluetoothUUID(0x1826), BluetoothUUID(0x180D), BluetoothUUID(0x1814)])
        device.firmwareRevision = device.firmwareRevision ?? "1.0"
        #expect(DeviceProfile.matching(device)?.id == sighting.profile)
    }
}
