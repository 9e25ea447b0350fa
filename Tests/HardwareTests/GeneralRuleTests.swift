import Hardware
import SensorCodec
import TestSupport
import Testing

/// What the codec does for every treadmill and sensor, on the bytes of those that made it necessary.
@Suite("General rules")
struct GeneralRuleTests {
    private func treadmill(_ hex: String) throws -> TreadmillData {
        let bytes = [UInt8](hex: hex)
        return try TreadmillData(decoding: bytes.span)
    }

    private func heartRate(_ hex: String) throws -> HeartRateMeasurement {
        let bytes = [UInt8](hex: hex)
        return try HeartRateMeasurement(decoding: bytes.span)
    }

    @Test(
        "a step count behind the reserved flag is read in three octets or two, and shifts nothing before it",
        arguments: [
            // UREVO E1L, YESOUL W2 Pro, CITYSPORTS: three octets. KingSmith Z1: two.
            ("8425e1000a00000100000000002700080000", 225, 39), ("8624fa00d900a605005500ffffff5709f30d00", 250, 2391),
            ("842458024e20001101ffffff5217172700", 600, 5970), ("0424fa0000000002000000", 250, 2),
        ] as [(String, UInt16, UInt16)]
    )
    func steps(_ hex: String, _ speed: UInt16, _ elapsed: UInt16) throws {
        let value = try treadmill(hex)
        #expect(value.stepCount != nil)
        #expect(value.instantaneousSpeedCentiKmH == speed)
        #expect(value.elapsedTimeSeconds == elapsed)
        #expect(value.issues.descriptions == ["reserved_bits:0x2000"])
    }

    @Test("a step count that is promised and missing is none")
    func noSteps() throws {
        // KingSmith KS-HD-Z1D, 14 octets.
        let value = try treadmill("84242c019600000c000000007800")
        #expect(value.stepCount == nil)
        #expect(value.elapsedTimeSeconds == 120)
    }

    @Test(
        "a Matrix cut at 20 octets keeps speed, distance and inclination, and reads no calories as a heart rate",
        arguments: [
            ("9e1b000000000000000000ff7f0000ffff000000", 0, 0), ("9e1f51007100d500000000ff7f1e00ffff260097", 81, 213),
            ("9e1fc6037603b805000000ff7f3c00ffffa9005c", 966, 1464),
        ] as [(String, UInt16, UInt32)]
    )
    func cut(_ hex: String, _ speed: UInt16, _ metres: UInt32) throws {
        let value = try treadmill(hex)
        #expect(value.instantaneousSpeedCentiKmH == speed)
        #expect(value.totalDistanceMetres == metres)
        #expect(value.inclinationDeciPercent == 0)
        #expect(value.rampAngleDeciDegrees == nil)
        #expect(value.heartRateBPM == nil)
        #expect(value.elapsedTimeSeconds == nil)
        #expect(value.issues.truncatedField == .energyPerHour)
    }

    @Test("of a record in parts each part has its own fields and the last the speed (Matrix Touch XL, Technogym MyRun)")
    func parts() throws {
        let first = try treadmill("9f0061003600000000ff7f0000ffff05006e0002")
        #expect(first.isMoreDataToFollow)
        #expect(first.instantaneousSpeedCentiKmH == nil)
        #expect(first.totalDistanceMetres == 54)
        let last = try treadmill("001f71000002cc003c06ff7f1a00")
        #expect(!last.isMoreDataToFollow)
        #expect(last.instantaneousSpeedCentiKmH == 113)
        #expect(last.elapsedTimeSeconds == 204)
        #expect(last.powerOutputWatts == 26)
        let myRun = try treadmill("1f0084012a00000000000001000000")
        #expect(myRun.isMoreDataToFollow)
        #expect(myRun.averageSpeedCentiKmH == 388)
        #expect(myRun.totalDistanceMetres == 42)
    }

    @Test("each value is laid out by its own flags, whatever the one before it held")
    func layout() throws {
        for _ in 0..<3 {
            #expect(try treadmill("8c056400140000000000000500e70003005b00").inclinationDeciPercent == 0)
            #expect(try treadmill("84045802e803002a000000007d00").inclinationDeciPercent == nil)
        }
    }

    @Test("an inclination outside the machine's own range is no reading (Trinfit T15 Pro: 82 %)")
    func range() throws {
        var data = try treadmill("08006400 3403 0000")
        #expect(data.inclinationDeciPercent == 820)
        #expect(data.withoutInclination(outside: 0...150).inclinationDeciPercent == nil)
        #expect(data.withoutInclination(outside: 0...150).instantaneousSpeedCentiKmH == 100)
        data.inclinationDeciPercent = 150
        #expect(data.withoutInclination(outside: 0...150) == data)
        data.inclinationDeciPercent = nil
        #expect(data.withoutInclination(outside: 0...150) == data)
    }

    @Test("a record of zeros is kept, and is a speed of zero")
    func zeros() throws {
        // A Horizon at rest; a Matrix that is idle.
        for hex in ["8404000000000000000000000000", "9e1b000000000000000000ff7f0000ffff000000", "00000000"] {
            #expect(try treadmill(hex).instantaneousSpeedCentiKmH == 0)
        }
    }

    @Test("flags of zero are a speed and nothing else")
    func onlySpeed() throws {
        let value = try treadmill("00005802")
        #expect(value.instantaneousSpeedCentiKmH == 600)
        #expect(value.totalDistanceMetres == nil)
        #expect(value.issues.isEmpty)
    }

    @Test("octets behind an unknown flag are left over and named, and what came before stands")
    func leftOver() throws {
        let value = try treadmill("00405802 01020304")
        #expect(value.instantaneousSpeedCentiKmH == 600)
        #expect(value.issues.descriptions == ["reserved_bits:0x4000", "trailing_bytes:4"])
    }

    @Test("a number that means 'not available' is none: energy FFFF and FF, inclination, ramp, force and power 7FFF")
    func notAvailable() throws {
        // A Sperax RM-01.
        let sperax = try treadmill("840464001400000200ffffff3f00")
        #expect(sperax.totalEnergyKilocalories == 2)
        #expect(sperax.energyPerHourKilocalories == nil)
        #expect(sperax.energyPerMinuteKilocalories == nil)
        let all = try treadmill("88106400ff7fff7fffffffffffff7fff7f")
        #expect(all.inclinationDeciPercent == nil)
        #expect(all.rampAngleDeciDegrees == nil)
        #expect(all.totalEnergyKilocalories == nil)
        #expect(all.forceOnBeltNewtons == nil)
        #expect(all.powerOutputWatts == nil)
        #expect(all.issues.isEmpty)
    }

    @Test("the pace fields are as wide as makes the value come out even")
    func pace() throws {
        #expect(try treadmill("6004e803 32 32 2a00").elapsedTimeSeconds == 42)
        #expect(try treadmill("6004e803 b400 b500 2a00").elapsedTimeSeconds == 42)
    }

    @Test("a decline is negative")
    func decline() throws {
        #expect(try treadmill("08006400ceff0000").inclinationDeciPercent == -50)
    }

    @Test(
        "all intervals of a packet are kept, oldest first; a packet without one is none the worse",
        arguments: [
            ("1678ff01ff010c01", [511, 511, 268]), ("164842029c02", [578, 668]), ("1633de04", [1246]), ("0633", []),
        ] as [(String, [UInt16])]
    )
    func intervals(_ hex: String, _ intervals: [UInt16]) throws {
        let value = try heartRate(hex)
        #expect(value.rrIntervals == RRIntervals(intervals))
        #expect(value.issues.isEmpty)
    }

    @Test(
        "intervals that are promised and missing, or end in half of one, are named and do not cost the rate",
        arguments: [("1048", "no_rr_intervals"), ("10486602680299", "odd_rr_byte")]
    )
    func broken(_ hex: String, _ issue: String) throws {
        let value = try heartRate(hex)
        #expect(value.heartRateBPM == 72)
        #expect(value.issues.descriptions.contains(issue))
    }

    @Test("a rate of 0 is no reading, with contact and without", arguments: ["0600", "0400", "0000"])
    func zeroRate(_ hex: String) throws {
        #expect(try heartRate(hex).heartRateBPM == nil)
    }

    @Test("energy of FFFF is read and shifts nothing")
    func energy() throws {
        let value = try heartRate("1848ffff6602")
        #expect(value.heartRateBPM == 72)
        #expect(value.rrIntervals == RRIntervals([614]))
    }

    @Test("a live rate marked 'no contact' is kept, and a contact bit without its support bit says nothing")
    func contact() throws {
        for (hex, rate) in [("045b", 91), ("0454", 84)] as [(String, UInt16)] {
            #expect(try heartRate(hex).heartRateBPM == rate)
            #expect(try heartRate(hex).sensorContact == .notDetected)
        }
        #expect(try heartRate("12357804").sensorContact == .unsupported)
        #expect(try heartRate("12357804").rrIntervals == RRIntervals([1144]))
    }
}
