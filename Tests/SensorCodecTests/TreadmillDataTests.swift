import SensorCodec
import TestSupport
import Testing

@Suite("Treadmill Data")
struct TreadmillDataTests {
    private func decode(_ hex: String) throws -> TreadmillData {
        let bytes = [UInt8](hex: hex)
        return try TreadmillData(decoding: bytes.span)
    }

    @Test("a Horizon console: speed, distance, energy, time")
    func horizon() throws {
        let value = try decode("84045802e803002a000000007d00")
        #expect(value.instantaneousSpeedCentiKmH == 600)
        #expect(value.totalDistanceMetres == 1000)
        #expect(value.totalEnergyKilocalories == 42)
        #expect(value.energyPerHourKilocalories == 0)
        #expect(value.elapsedTimeSeconds == 125)
        #expect(value.inclinationDeciPercent == nil)
        #expect(value.issues.isEmpty)
    }

    @Test("a Life Fitness treadmill: numbers that mean 'not available' are no numbers")
    func lifeFitness() throws {
        let value = try decode("9e04730233022500003c00ff7f0000ff7f0200ffffff1f00")
        #expect(value.instantaneousSpeedCentiKmH == 627)
        #expect(value.averageSpeedCentiKmH == 563)
        #expect(value.totalDistanceMetres == 37)
        #expect(value.inclinationDeciPercent == 60)
        #expect(value.rampAngleDeciDegrees == nil)
        #expect(value.positiveElevationGainDecimetres == 0)
        // Not a number that the specification sets apart in this unsigned field, so it is passed on.
        #expect(value.negativeElevationGainDecimetres == 32_767)
        #expect(value.totalEnergyKilocalories == 2)
        #expect(value.energyPerHourKilocalories == nil)
        #expect(value.energyPerMinuteKilocalories == nil)
        #expect(value.elapsedTimeSeconds == 31)
        #expect(value.issues.isEmpty)
    }

    @Test("a Matrix Touch XL splits its record: the part without speed has none, not zero")
    func splitRecord() throws {
        let first = try decode("9f0061003600000000ff7f0000ffff05006e0002")
        #expect(first.isMoreDataToFollow)
        #expect(first.instantaneousSpeedCentiKmH == nil)
        #expect(first.averageSpeedCentiKmH == 97)
        #expect(first.totalDistanceMetres == 54)
        #expect(first.negativeElevationGainDecimetres == nil)
        let last = try decode("001f71000002cc003c06ff7f1a00")
        #expect(!last.isMoreDataToFollow)
        #expect(last.instantaneousSpeedCentiKmH == 113)
        #expect(last.heartRateBPM == nil)
        #expect(last.metabolicEquivalentRaw == 2)
        #expect(last.remainingTimeSeconds == 1596)
        #expect(last.forceOnBeltNewtons == nil)
        #expect(last.powerOutputWatts == 26)
    }

    @Test("a Matrix cut at the default MTU keeps all that came, and reads no calories as a heart rate")
    func cutAtMTU() throws {
        let value = try decode("9e1fc6037603b805000000ff7f3c00ffffa9005c")
        #expect(value.instantaneousSpeedCentiKmH == 966)
        #expect(value.totalDistanceMetres == 1464)
        #expect(value.totalEnergyKilocalories == 169)
        #expect(value.energyPerHourKilocalories == nil)
        #expect(value.heartRateBPM == nil)
        #expect(value.issues.descriptions == ["truncated:energy_per_hour"])
    }

    @Test("step counts behind reserved bit 13: three octets (UREVO E1L), two (KingSmith Z1), missing (CITYSPORTS)")
    func stepCount() throws {
        let urevo = try decode("8425e1000a00000100000000002700080000")
        #expect(urevo.stepCount == 8)
        #expect(urevo.stepCountOctets == 3)
        #expect(urevo.issues.descriptions == ["reserved_bits:0x2000"])
        let kingSmith = try decode("0424fa0000000002000000")
        #expect(kingSmith.stepCount == 0)
        #expect(kingSmith.stepCountOctets == 2)
        let citySports = try decode("84242c019600000c000000007800")
        #expect(citySports.stepCount == nil)
        #expect(citySports.elapsedTimeSeconds == 120)
    }

    @Test("the width of the pace fields is told by the length")
    func pace() throws {
        let narrow = try decode("6000e8033232")
        #expect(narrow.paceOctets == 1)
        #expect(narrow.instantaneousPaceRaw == 50)
        #expect(narrow.averagePaceRaw == 50)
        let wide = try decode("6000e803b400b500")
        #expect(wide.paceOctets == 2)
        #expect(wide.instantaneousPaceRaw == 180)
        #expect(wide.averagePaceRaw == 181)
        #expect(wide.issues.isEmpty)
    }

    @Test("negative values are negative")
    func negative() throws {
        let value = try decode("0810 2003 ecff d8ff 9cff 38ff")
        #expect(value.inclinationDeciPercent == -20)
        #expect(value.rampAngleDeciDegrees == -40)
        #expect(value.forceOnBeltNewtons == -100)
        #expect(value.powerOutputWatts == -200)
    }

    @Test("what is left over is ignored and named")
    func trailing() throws {
        let value = try decode("00005203ff")
        #expect(value.instantaneousSpeedCentiKmH == 850)
        #expect(value.issues.descriptions == ["trailing_bytes:1"])
    }

    @Test("refuses only a value that ends inside its flags")
    func refuses() {
        let empty: [UInt8] = []
        let half: [UInt8] = [0x00]
        #expect(throws: DecodingFailure.empty) { try TreadmillData(decoding: empty.span) }
        #expect(throws: DecodingFailure.truncatedFlags(needed: 2)) { try TreadmillData(decoding: half.span) }
    }
}
