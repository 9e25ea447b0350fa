@testable import Hardware
import SensorCodec
import TestSupport
import Testing

@Suite("Quirks of treadmills")
struct TreadmillQuirkTests {
    private func profile(_ id: String) throws -> DeviceProfile { try #require(DeviceProfile.named(id)) }

    private func decode(_ hex: String) throws -> TreadmillData {
        let bytes = [UInt8](hex: hex)
        return try TreadmillData(decoding: bytes.span)
    }

    @Test(
        "a speed in miles per hour becomes km/h to the nearest 0.01, in whole numbers",
        arguments: [
            (0, 0), (1, 2), (60, 97), (100, 161), (380, 612), (600, 966), (1000, 1609), (40_721, 65_534),
        ] as [(UInt16, UInt16)]
    )
    func milesPerHour(_ sent: UInt16, _ meant: UInt16) {
        #expect(MilesPerHour.centiKmH(ofCentiMilesPerHour: sent) == meant)
    }

    @Test("every speed in miles per hour is the exact product to half a unit, and one too high for the field is none")
    func everySpeed() {
        for sent in UInt16.min...UInt16.max {
            let exact = Double(sent) * 1.609344
            if let speed = MilesPerHour.centiKmH(ofCentiMilesPerHour: sent) {
                #expect(abs(Double(speed) - exact) <= 0.5)
            } else {
                #expect(exact > 65_535)
            }
        }
    }

    @Test("a treadmill known to send miles per hour has its speed and average converted, and nothing else")
    func inMiles() throws {
        let profile = DeviceProfile(
            "made-up",
            "made up",
            .treadmill,
            clues: [],
            quirks: [KnownQuirk(.speedInMilesPerHour, seenIn: "made up")]
        )
        // 3.00 and 2.50 in the speed fields, 1000 m.
        let sent = try decode("06002c01fa00e80300")
        let meant = profile.corrected(sent)
        #expect(meant.instantaneousSpeedCentiKmH == 483)
        #expect(meant.averageSpeedCentiKmH == 402)
        #expect(meant.totalDistanceMetres == 1000)
    }

    @Test(
        "a speed that follows the console's unit is left alone without the runner's word, and converted with it",
        arguments: ["bowflex-t9", "3g-elite", "therun-t15", "fitshow-fs-bt-t4"]
    )
    func followsConsole(_ id: String) throws {
        let profile = try profile(id)
        let sent = try decode("84042c01e803002a000000007d00")
        #expect(profile.corrected(sent) == sent)
        #expect(profile.corrected(sent, consoleUnit: .kilometresPerHour) == sent)
        #expect(profile.changes().isEmpty)
        #expect(profile.corrected(sent, consoleUnit: .milesPerHour).instantaneousSpeedCentiKmH == 483)
        #expect(profile.changes(consoleUnit: .milesPerHour).map(\.quirk) == [.speedFollowsConsoleUnit])
    }

    @Test("the runner's word about a console changes nothing of a treadmill that is known to send km/h")
    func wordForOthers() throws {
        let sent = try decode("84045802e803002a000000007d00")
        #expect(try profile("urevo").corrected(sent, consoleUnit: .milesPerHour) == sent)
    }

    @Test("a Tunturi T60's inclination is no reading, not level")
    func meaningless() throws {
        // The bytes of a Kettler with the same fields; no Tunturi's are known.
        let sent = try decode("8c056400140000460000000500e70003005b00")
        #expect(sent.inclinationDeciPercent == 70)
        let meant = try profile("tunturi-t60").corrected(sent)
        #expect(meant.inclinationDeciPercent == nil)
        #expect(meant.instantaneousSpeedCentiKmH == 100)
    }

    @Test(
        "an I-Concept's codes are levels of 1 %",
        arguments: [
            ("0000", 0), ("3c00", 10), ("8200", 20), ("c800", 30), ("0401", 40), ("4a01", 50), ("9001", 60),
            ("cc01", 70),
            ("1202", 80), ("5802", 90), ("9402", 100), ("da02", 110), ("2003", 120), ("5c03", 130), ("a203", 140),
            ("e803", 150), ("3d00", nil), ("ffff", nil), ("ff7f", nil),
        ] as [(String, Int16?)]
    )
    func code(_ code: String, _ deciPercent: Int16?) throws {
        let meant = try profile("i-concept-t01").corrected(try decode("08006400\(code)0000"))
        #expect(meant.inclinationDeciPercent == deciPercent)
        #expect(meant.instantaneousSpeedCentiKmH == 100)
    }

    @Test("an I-Concept's codes are thousandths of the 15 % it can do, cut to whole tens")
    func codes() {
        for (code, deciPercent) in InclinationCode.iConcept.deciPercentOfCode {
            #expect(code == 1000 * (deciPercent / 10) / 15 / 10 * 10)
        }
        #expect(InclinationCode.iConcept.deciPercentOfCode.count == 16)
    }

    @Test("a Domyos TS100 always climbs 15 degrees, which is 26.8 %, whether it sends an inclination or none")
    func fixed() throws {
        let profile = try profile("domyos-ts100")
        for hex in ["08006400 0000 0000", "00006400"] {
            let meant = profile.corrected(try decode(hex))
            #expect(meant.inclinationDeciPercent == 268)
            #expect(meant.rampAngleDeciDegrees == 150)
        }
        // A part of a record without speed and inclination is left to the part that has them.
        let part = try decode("0500e80300")
        #expect(profile.corrected(part) == part)
    }

    @Test(
        "a Sole declines, and its decline is a negative number",
        arguments: [
            ("sole-f80", "ceff", -50), ("sole-f85", "ceff", -50), ("sole-tt8", "c4ff", -60),
        ] as [(String, String, Int16)]
    )
    func declines(_ id: String, _ bytes: String, _ deciPercent: Int16) throws {
        let profile = try profile(id)
        let sent = try decode("08006400\(bytes)0000")
        #expect(profile.corrected(sent) == sent)
        #expect(sent.inclinationDeciPercent == deciPercent)
        #expect(profile.quirks.map(\.quirk).contains(.declines(toDeciPercent: deciPercent)))
    }

    @Test(
        "an adidas T-800 goes from -6 to 40 %, and any other inclination is no reading",
        arguments: [
            (-60, -60), (0, 0), (400, 400), (-61, nil), (401, nil), (820, nil),
        ] as [(Int16, Int16?)]
    )
    func within(_ sent: Int16, _ meant: Int16?) throws {
        var data = TreadmillData()
        data.inclinationDeciPercent = sent
        #expect(try profile("adidas-t800").corrected(data).inclinationDeciPercent == meant)
    }

    @Test(
        "a treadmill that never sends its inclination has none, not a level one",
        arguments: ["schwinn-810", "fit-tm", "sw-treadmill", "mobvoi-home-treadmill", "yesoul-treadmill"]
    )
    func neverSent(_ id: String) throws {
        let profile = try profile(id)
        let sent = try decode("84045802e803002a000000007d00")
        #expect(sent.inclinationDeciPercent == nil)
        #expect(profile.corrected(sent) == sent)
        #expect(profile.quirks.map(\.quirk) == [.inclinationNeverSent])
    }

    @Test(
        "a Life Fitness has no descent of 3276.7 m, and keeps the ascent",
        arguments: try #require(DeviceProfile.named("life-fitness")).quirks[0].evidence.payloads
    )
    func descent(_ hex: String) throws {
        let sent = try decode(hex)
        #expect(sent.negativeElevationGainDecimetres == 0x7FFF)
        let profile = try profile("life-fitness")
        let meant = profile.corrected(sent)
        #expect(meant.negativeElevationGainDecimetres == nil)
        #expect(meant.positiveElevationGainDecimetres == sent.positiveElevationGainDecimetres)
        #expect(meant.instantaneousSpeedCentiKmH == sent.instantaneousSpeedCentiKmH)
        var real = sent
        real.negativeElevationGainDecimetres = 120
        #expect(profile.corrected(real) == real)
        #expect(profile.changes().map(\.quirk) == [.negativeElevationGainUnusable])
    }

    @Test("no treadmill's profile changes a value but for a quirk that it lists as changing one")
    func nothingInSilence() throws {
        var random = Randomness(seed: 42)
        for profile in DeviceProfile.all where profile.changes().isEmpty {
            for _ in 0..<200 {
                let bytes = random.bytes(Int.random(in: 2...40, using: &random))
                let sent = try TreadmillData(decoding: bytes.span)
                #expect(profile.corrected(sent) == sent, "\(profile.id), seed 42")
            }
        }
    }

    @Test("to put a value right twice is to put it right once, but for the unit of the speed")
    func twice() throws {
        var random = Randomness(seed: 43)
        for profile in DeviceProfile.all where profile.id != "i-concept-t01" {
            for _ in 0..<200 {
                let bytes = random.bytes(Int.random(in: 2...40, using: &random))
                let once = profile.corrected(try TreadmillData(decoding: bytes.span))
                #expect(profile.corrected(once) == once, "\(profile.id), seed 43")
            }
        }
    }

    @Test(
        "cadence of one foot is doubled, of both feet it stays",
        arguments: [
            // Technogym MyRun: 51 at 2.6 km/h. NPE Runn: 187.
            (51, .oneFoot, 102), (187, .bothFeet, 187), (255, .oneFoot, 510), (0, .oneFoot, 0),
        ] as [(UInt8, CadenceCount, UInt16)]
    )
    func cadence(_ sent: UInt8, _ count: CadenceCount, _ steps: UInt16) {
        #expect(CadenceCount.stepsPerMinute(sent, counting: count) == steps)
    }
}
