@testable import Hardware
import SensorCodec
import TestSupport
import Testing

@Suite("Quirks of heart-rate sensors")
struct HeartRateQuirkTests {
    private func profile(_ id: String) throws -> DeviceProfile { try #require(DeviceProfile.named(id)) }

    private func decode(_ hex: String) throws -> HeartRateMeasurement {
        let bytes = [UInt8](hex: hex)
        return try HeartRateMeasurement(decoding: bytes.span)
    }

    @Test(
        "a CorSense's code is no interval between beats: those under 200 ms are dropped",
        arguments: [
            ("103c0700e803", [1000]), ("103ccc00cd00", [205]), ("103c0900", []), ("103ce803e903", [1000, 1001]),
        ] as [(String, [UInt16])]
    )
    func code(_ hex: String, _ intervals: [UInt16]) throws {
        let profile = try profile("elite-hrv-corsense")
        let meant = profile.corrected(try decode(hex))
        #expect(meant.rrIntervals == RRIntervals(intervals))
        #expect(meant.heartRateBPM == 60)
        #expect(profile.changes().map(\.quirk) == [.rrIntervalIsCode])
    }

    @Test(
        "a sensor whose profile lists no change has its values as they came",
        arguments: ["006f", "106ffb17", "106fbe041901", "107572032702", "0400", "045b", "12357804", "1678ff01ff010c01"]
    )
    func untouched(_ hex: String) throws {
        let sent = try decode(hex)
        for profile in DeviceProfile.all where profile.changes().isEmpty {
            #expect(profile.corrected(sent) == sent, "\(profile.id)")
        }
    }

    @Test("a Polar H10 does not report contact, and off the body its frozen rate looks like any other")
    func h10() throws {
        let profile = try profile("polar-h10")
        for known in profile.quirks {
            for hex in known.evidence.payloads { #expect(try decode(hex).sensorContact == .unsupported) }
        }
        #expect(try decode("006f").heartRateBPM == 111)
        #expect(try decode("106ffb17").rrIntervals == RRIntervals([6139]))
        #expect(profile.quirks.map(\.quirk).contains(.freezesOffBody))
        #expect(profile.quirks.map(\.quirk).contains(.links(2)))
        #expect(profile.quirks.map(\.quirk).contains(.contactLateOnSecondLink))
    }

    @Test(
        "what a later room must do otherwise is a fact of the profile",
        arguments: [
            ("polar-h7", .leavesWhenParametersAreRefused), ("polar-h7", .links(1)),
            ("polar-optical", .contactNotReported), ("polar-optical", .optical),
            ("polar-optical", .spellsWithoutReading),
            ("polar-360", .spellsWithoutReading), ("garmin-watch", .broadcastMode), ("garmin-watch", .mayNeedPairing),
            ("garmin-watch", .randomAddress), ("garmin-hrm-pro", .forgetsSubscription),
            ("topeak-panobike", .descriptorIsReadFirst), ("mobvoi-tmp", .elapsedTimeStopsUnattended),
            ("yesoul-w2", .beltRunsUnattended), ("horizon", .speaksTwoProtocols), ("horizon-omega-z", .mayHaveNoName),
            ("kingsmith-z1", .silentUntilUnlocked), ("kingsmith-x21", .speedSaidToStandFirst),
            ("technogym", .runningDataElsewhere), ("technogym", .cadenceCounts(.oneFoot)),
            ("npe-runn", .cadenceCounts(.bothFeet)), ("assault-airrunner", .speedOff(upToCentiKmH: 30)),
            ("matrix", .cutAtDefaultMTU), ("matrix", .recordInParts), ("life-fitness", .readsMayFail),
            ("life-fitness", .mayNeedPairing), ("domyos-run500", .machineHeartRateDoubtful),
            ("fitshow-fs-bt-t4", .secondRadioForAudio), ("merach", .silentUntilUnlocked),
            ("sole-f85", .inclinationStep(deciPercent: 10)),
        ] as [(String, Quirk)]
    )
    func fact(_ id: String, _ quirk: Quirk) throws {
        #expect(try profile(id).quirks.map(\.quirk).contains(quirk))
        #expect(!quirk.changesValues())
    }

    @Test("what any strap may do is said of all: dry skin, sleep, a link that is taken")
    func any() {
        #expect(KnownQuirk.ofAnyHeartRateSensor.map(\.quirk) == [.spikesWhileDry, .forgetsSubscription, .links(1)])
    }
}
