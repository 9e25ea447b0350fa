import Foundation
import SensorCodec
import TestSupport
import Testing

/// Values of some sixty devices and projects, decoded by hand; not Steady's to give away.
struct RecordedPayload: Decodable, Sendable, CustomTestStringConvertible {
    var id: String
    var characteristic: String
    var hex: String
    var device: String
    var derived: Derived
    var testDescription: String { "\(id) \(hex)" }

    struct Derived: Decodable, Sendable {
        var contact: String?
        var heart_rate: Int?
        var energy_kj: Int?
        var rr_1024: [UInt16]?
        var more_data: Bool?
        var speed_kmh: Double?
        var avg_speed_kmh: Double?
        var distance_m: Int?
        var inclination_pct: Double?
        var ramp_deg: Double?
        var pos_elev_m: Double?
        var neg_elev_m: Double?
        var energy_kcal: Int?
        var energy_per_hour_kcal: Int?
        var energy_per_minute_kcal: Int?
        var met: Double?
        var elapsed_s: Int?
        var remaining_s: Int?
        var force_on_belt_n: Int?
        var power_w: Int?
        var steps: Int?
    }

    static let all: [RecordedPayload] = {
        guard let file = Places.recordings?.appending(path: "payloads.jsonl"),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").compactMap { line in
            let row = try? JSONDecoder().decode(RecordedPayload.self, from: Data(line.utf8))
            return row?.characteristic == "2a37" || row?.characteristic == "2acd" ? row : nil
        }
    }()
}

@Suite("Recorded payloads", .enabled(if: !RecordedPayload.all.isEmpty, Comment(rawValue: Places.noRecordings)))
struct RecordedPayloadTests {
    @Test("all payloads of the two characteristics are there")
    func count() {
        #expect(RecordedPayload.all.filter { $0.characteristic == "2a37" }.count == 68)
        #expect(RecordedPayload.all.filter { $0.characteristic == "2acd" }.count == 46)
    }

    @Test("heart rates are as decoded by hand", arguments: RecordedPayload.all.filter { $0.characteristic == "2a37" })
    func heartRate(_ payload: RecordedPayload) throws {
        let bytes = [UInt8](hex: payload.hex)
        let value = try HeartRateMeasurement(decoding: bytes.span)
        // 0 is "no reading" here, a number in the list.
        #expect(value.heartRateBPM.map(Int.init) ?? 0 == payload.derived.heart_rate)
        #expect(value.energyExpendedKilojoules.map(Int.init) == payload.derived.energy_kj)
        #expect(value.rrIntervals == RRIntervals(payload.derived.rr_1024 ?? []))
        let contact: HeartRateMeasurement.SensorContact =
            switch payload.derived.contact {
            case "detected": .detected
            case "supported, not detected": .notDetected
            default: .unsupported
            }
        #expect(value.sensorContact == contact)
    }

    @Test(
        "treadmill data are as decoded by hand",
        arguments: RecordedPayload.all.filter { $0.characteristic == "2acd" }
    )
    func treadmill(_ payload: RecordedPayload) throws {
        // Its two-octet paces make 36 octets exactly; the list reads one-octet paces, which leave two octets over.
        let isPaceDispute = payload.hex.hasPrefix("fe1f")
        let bytes = [UInt8](hex: payload.hex)
        let value = try TreadmillData(decoding: bytes.span)
        let derived = payload.derived
        #expect(value.isMoreDataToFollow == derived.more_data ?? false)
        #expect(value.instantaneousSpeedCentiKmH.map(Int.init) == derived.speed_kmh.map { Int(($0 * 100).rounded()) })
        #expect(value.averageSpeedCentiKmH.map(Int.init) == derived.avg_speed_kmh.map { Int(($0 * 100).rounded()) })
        #expect(value.totalDistanceMetres.map(Int.init) == derived.distance_m)
        #expect(value.inclinationDeciPercent.map(Int.init) == derived.inclination_pct.map { Int(($0 * 10).rounded()) })
        #expect(value.rampAngleDeciDegrees.map(Int.init) == derived.ramp_deg.map { Int(($0 * 10).rounded()) })
        #expect(
            value.positiveElevationGainDecimetres.map(Int.init) == derived.pos_elev_m.map { Int(($0 * 10).rounded()) }
        )
        #expect(
            value.negativeElevationGainDecimetres.map(Int.init) == derived.neg_elev_m.map { Int(($0 * 10).rounded()) }
        )
        if isPaceDispute {
            #expect(value.paceForm == .twoOctets)
            #expect(value.issues.isEmpty)
            return
        }
        #expect(value.totalEnergyKilocalories.map(Int.init) == derived.energy_kcal)
        #expect(value.energyPerHourKilocalories.map(Int.init) == derived.energy_per_hour_kcal)
        #expect(value.energyPerMinuteKilocalories.map(Int.init) == derived.energy_per_minute_kcal)
        #expect(value.heartRateBPM.map(Int.init) ?? 0 == derived.heart_rate ?? 0)
        #expect(value.metabolicEquivalentRaw.map(Int.init) == derived.met.map { Int(($0 * 10).rounded()) })
        #expect(value.elapsedTimeSeconds.map(Int.init) == derived.elapsed_s)
        #expect(value.remainingTimeSeconds.map(Int.init) == derived.remaining_s)
        #expect(value.forceOnBeltNewtons.map(Int.init) == derived.force_on_belt_n)
        #expect(value.powerOutputWatts.map(Int.init) == derived.power_w)
        #expect(value.stepCount.map { Int($0.steps) } == derived.steps)
    }
}
