import SensorCodec
import TestSupport
import Testing

/// A value that a real sensor sent, or that a maker's own test holds, with what it says.
struct HeartRateCase: Sendable, CustomTestStringConvertible {
    var hex: String
    var device: String
    var source: String
    var bpm: UInt16?
    var contact = HeartRateMeasurement.SensorContact.unsupported
    var energy: UInt16?
    var rr: [UInt16] = []
    var issues: [String] = []
    var testDescription: String { "\(device): \(hex)" }
}

@Suite("Heart Rate Measurement")
struct HeartRateMeasurementTests {
    static let cases = [
        HeartRateCase(
            hex: "006f",
            device: "Polar H10 off the body",
            source: "korniychuk/treadmill-bluetooth-macos",
            bpm: 111
        ),
        HeartRateCase(
            hex: "106fbe041901",
            device: "Polar H10 after connecting",
            source: "korniychuk/treadmill-bluetooth-macos",
            bpm: 111,
            rr: [1214, 281]
        ),
        HeartRateCase(
            hex: "1678ff01ff010c01",
            device: "strap",
            source: "appinventor thread",
            bpm: 120,
            contact: .detected,
            rr: [511, 511, 268]
        ),
        HeartRateCase(hex: "045b", device: "armband with a live rate", source: "field", bpm: 91, contact: .notDetected),
        HeartRateCase(
            hex: "12357804",
            device: "strap that sets the contact bit alone",
            source: "field",
            bpm: 53,
            rr: [1144]
        ),
        HeartRateCase(hex: "0400", device: "Polar SDK test", source: "BleHrClientTest.kt", contact: .notDetected),
        HeartRateCase(hex: "0600", device: "Polar SDK test", source: "BleHrClientTest.kt", contact: .detected),
        HeartRateCase(hex: "017f7f", device: "Polar SDK test", source: "BleHrClientTest.kt", bpm: 32_639),
        HeartRateCase(hex: "090000ffff", device: "Polar SDK test", source: "BleHrClientTest.kt", energy: 65_535),
        HeartRateCase(
            hex: "1f2c01e80366026802",
            device: "every field",
            source: "Heart Rate Service 1.0, 3.1",
            bpm: 300,
            contact: .detected,
            energy: 1000,
            rr: [614, 616]
        ),
        HeartRateCase(
            hex: "10486602680299",
            device: "odd last octet",
            source: "constructed",
            bpm: 72,
            rr: [614, 616],
            issues: ["odd_rr_byte"]
        ),
        HeartRateCase(
            hex: "1048",
            device: "RR promised, none there",
            source: "constructed",
            bpm: 72,
            issues: ["no_rr_intervals"]
        ),
        HeartRateCase(
            hex: "104803",
            device: "half an RR",
            source: "constructed",
            bpm: 72,
            issues: ["odd_rr_byte", "no_rr_intervals"]
        ),
        HeartRateCase(hex: "0148", device: "half a rate", source: "constructed", issues: ["truncated:heart_rate"]),
        HeartRateCase(
            hex: "084801",
            device: "half an energy",
            source: "constructed",
            bpm: 72,
            issues: ["truncated:energy_expended"]
        ),
        HeartRateCase(
            hex: "004800",
            device: "an octet too many",
            source: "constructed",
            bpm: 72,
            issues: ["trailing_bytes:1"]
        ),
        HeartRateCase(
            hex: "ff480010270004",
            device: "reserved bits",
            source: "constructed",
            bpm: 72,
            contact: .detected,
            energy: 10_000,
            rr: [1024],
            issues: ["reserved_bits:0xe0"]
        ),
    ]

    @Test("says what the bytes say", arguments: cases)
    func decodes(_ expected: HeartRateCase) throws {
        let bytes = [UInt8](hex: expected.hex)
        let value = try HeartRateMeasurement(decoding: bytes.span)
        #expect(value.heartRateBPM == expected.bpm)
        #expect(value.sensorContact == expected.contact)
        #expect(value.energyExpendedKilojoules == expected.energy)
        #expect(value.rrIntervals == RRIntervals(expected.rr))
        #expect(value.issues.descriptions == expected.issues)
    }

    @Test("refuses only a value without flags")
    func refusesEmpty() throws {
        let empty: [UInt8] = []
        #expect(throws: DecodingFailure.empty) { try HeartRateMeasurement(decoding: empty.span) }
        let flagsOnly: [UInt8] = [0x00]
        #expect(try HeartRateMeasurement(decoding: flagsOnly.span).issues.descriptions == ["truncated:heart_rate"])
    }

    @Test("holds all intervals of the longest notification, oldest first")
    func manyIntervals() throws {
        let intervals = (0..<121).map { UInt16(500 + $0) }
        var bytes: [UInt8] = [0x10, 72]
        for interval in intervals { bytes += [UInt8(interval & 0xFF), UInt8(interval >> 8)] }
        let value = try HeartRateMeasurement(decoding: bytes.span)
        #expect((0..<value.rrIntervals.count).map { value.rrIntervals[$0] } == intervals)
    }

    @Test("encodes back what it decoded, for every canonical value", arguments: 0..<32 as Range<UInt8>)
    func roundTrip(flags: UInt8) throws {
        // Not canonical: a status bit without the support bit.
        if flags & 0b110 == 0b010 { return }
        var random = Randomness(seed: UInt64(flags) + 1)
        for _ in 0..<200 {
            var bytes = [flags]
            bytes +=
                flags & 1 == 0
                ? random.bytes(1) : [UInt8(truncatingIfNeeded: random.next()), .random(in: 1...255, using: &random)]
            if flags & 8 != 0 { bytes += random.bytes(2) }
            if flags & 16 != 0 { bytes += random.bytes(2 * .random(in: 1...12, using: &random)) }
            var encoded: [UInt8] = []
            try HeartRateMeasurement(decoding: bytes.span).encode(into: &encoded)
            #expect(encoded == bytes, "seed \(flags + 1)")
        }
    }

    @Test("gives what fits and names the first field that does not, for every cut of every flags octet")
    func everyCut() throws {
        for flags in UInt8.min...UInt8.max {
            let whole = [flags, 0x48, 0x01, 0xE8, 0x03, 0x00, 0x04, 0x01, 0x04]
            for length in 1...whole.count {
                let bytes = Array(whole[0..<length])
                let value = try HeartRateMeasurement(decoding: bytes.span)
                let rateOctets = flags & 1 == 0 ? 1 : 2
                let hasRate = length > rateOctets
                let energyOctets = flags & 8 == 0 ? 0 : 2
                let hasEnergy = energyOctets == 2 && length >= 1 + rateOctets + 2
                #expect((value.heartRateBPM != nil) == hasRate)
                #expect((value.energyExpendedKilojoules != nil) == hasEnergy)
                let cut = !hasRate ? "heart_rate" : energyOctets == 2 && !hasEnergy ? "energy_expended" : nil
                #expect(value.issues.truncatedField?.name == cut)
                let left = cut == nil ? length - 1 - rateOctets - energyOctets : 0
                #expect(value.rrIntervals.count == (flags & 16 == 0 ? 0 : left / 2))
                #expect(Int(value.issues.trailingByteCount) == (flags & 16 == 0 ? left : 0))
            }
        }
    }
}
