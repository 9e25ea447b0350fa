import Foundation
import SensorCodec
import TestSupport
import Testing

/// Values of some sixty devices and projects, decoded by hand; not Steady's to give away.
struct RecordedPayload: Sendable, CustomTestStringConvertible {
    var id: String
    var characteristic: BluetoothUUID
    var hex: String
    /// What the hand found: numbers by their names in the list, and words.
    var numbers: [String: Double] = [:]
    var words: [String: String] = [:]
    var intervals: [UInt16]?
    var testDescription: String { "\(id) \(hex)" }

    static let all: [RecordedPayload] = {
        guard let file = Places.recordings?.appending(path: "payloads.jsonl"),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").compactMap { line in
            (try? Parsed.object(line.utf8)).flatMap(RecordedPayload.init)
        }
    }()

    private init?(_ row: [String: Any]) {
        guard let id = row["id"] as? String, let hex = row["hex"] as? String,
            let characteristic = (row["characteristic"] as? String).flatMap(BluetoothUUID.init),
            let derived = row["derived"] as? [String: Any]
        else { return nil }
        self.id = id
        self.hex = hex
        self.characteristic = characteristic
        for (name, value) in derived {
            if let word = value as? String { words[name] = word }
            if let number = value as? Double { numbers[name] = number }
        }
        intervals = (derived["rr_1024"] as? [Int])?.map { UInt16($0) }
    }

    /// The field that a name of the list stands for; where machines differ in the step, the one of the characteristic.
    static func fields(_ name: String) -> [Field] {
        switch name {
        case "battery_pct": [.batteryLevel]
        case "heart_rate": [.heartRate]
        case "energy_kj": [.energyExpended]
        case "speed_kmh": [.instantaneousSpeed, .runningSpeed]
        case "avg_speed_kmh": [.averageSpeed]
        case "cadence": [.stepOrStrideCadence]
        case "distance_m": [.totalDistance, .totalDistanceDecimetres]
        case "energy_kcal": [.totalEnergy]
        case "energy_per_hour_kcal": [.energyPerHour]
        case "energy_per_minute_kcal": [.energyPerMinute]
        case "elapsed_s": [.elapsedTime]
        case "remaining_s": [.remainingTime]
        case "inclination_pct": [.inclination, .targetInclination]
        case "ramp_deg": [.rampAngle]
        case "pos_elev_m": [.positiveElevationGain, .positiveElevationGainMetres]
        case "neg_elev_m": [.negativeElevationGain, .negativeElevationGainMetres]
        case "met": [.metabolicEquivalent]
        case "force_on_belt_n": [.forceOnBelt]
        case "power_w": [.powerOutput, .instantaneousPower]
        case "avg_power_w": [.averagePower]
        case "steps": [.stepCount]
        case "steps_per_min": [.stepRate]
        case "avg_step_rate": [.averageStepRate]
        case "stride_count": [.strideCount, .strideCountTenths]
        case "resistance": [.resistanceLevel, .resistanceLevelTenths]
        case "floors": [.floors]
        case "stroke_rate": [.strokeRate]
        case "stroke_count": [.strokeCount]
        case "avg_stroke_rate": [.averageStrokeRate]
        case "inst_pace_s500": [.instantaneousPace]
        case "avg_pace_s500": [.averagePace]
        case "cadence_rpm": [.instantaneousCadence]
        case "avg_cadence_rpm": [.averageCadence]
        case "min_kmh": [.minimumSpeed]
        case "max_kmh": [.maximumSpeed]
        case "step_kmh": [.speedIncrement]
        case "min_pct": [.minimumInclination]
        case "max_pct": [.maximumInclination]
        case "step_pct": [.inclinationIncrement]
        case "min_level": [.minimumResistanceLevelTenths]
        case "max_level": [.maximumResistanceLevelTenths]
        case "step_level": [.resistanceLevelIncrementTenths]
        case "min_w": [.minimumPower]
        case "max_w": [.maximumPower]
        case "step_w": [.powerIncrement]
        case "wind_mps": [.windSpeed]
        case "grade_pct": [.grade]
        case "crr": [.rollingResistance]
        case "cw": [.windResistance]
        case "target_speed_kmh": [.targetSpeed]
        case "target_power_w": [.targetPower]
        default: []
        }
    }
}

@Suite("Recorded payloads", .enabled(if: !RecordedPayload.all.isEmpty, Comment(rawValue: Places.noRecordings)))
struct RecordedPayloadTests {
    @Test("the whole list is there")
    func count() {
        #expect(RecordedPayload.all.count == 219)
        #expect(Set(RecordedPayload.all.map(\.characteristic)).count == 16)
    }

    @Test(
        "every number is as decoded by hand, and there is none that the hand did not find",
        arguments: RecordedPayload.all
    )
    func numbers(_ payload: RecordedPayload) throws {
        let value = try decoded(payload)
        // Its two-octet paces make 36 octets exactly; the list reads one-octet paces, and all that follows shifted.
        let isPaceDispute = payload.hex.hasPrefix("fe1f") && payload.characteristic == Characteristic.treadmillData
        if isPaceDispute {
            #expect(value.issues.isEmpty)
            return
        }
        var told: Set<Field> = []
        for (name, expected) in payload.numbers {
            for field in RecordedPayload.fields(name) {
                guard let raw = value[field] else { continue }
                told.insert(field)
                // Kilometres per hour of a foot pod are rounded in the list.
                let slack = field == .runningSpeed ? 0.005 : 1e-9
                #expect(abs(Double(raw) * field.step - expected) <= slack, "\(name)")
            }
            // 0 is "no reading" here, a number in the list.
            if name == "heart_rate", expected == 0 { continue }
            if name == "met", payload.characteristic == Characteristic.treadmillData {
                // Left raw; the list takes it as tenths.
                #expect(value[.metabolicEquivalentRaw] == Int64((expected * 10).rounded()))
                told.insert(.metabolicEquivalentRaw)
            } else if !RecordedPayload.fields(name).isEmpty {
                #expect(RecordedPayload.fields(name).contains { told.contains($0) }, "\(name) is not found")
            }
        }
        let codes: Set<Field> = [
            .operation, .requestOperation, .result, .stopOrPause, .trainingStatus, .features, .targetSettings,
            .strideLength,
        ]
        for field in Field.allCases where value[field] != nil {
            #expect(told.contains(field) || codes.contains(field), "\(field) is not in the list")
        }
    }

    @Test("every word is as decoded by hand", arguments: RecordedPayload.all.filter { !$0.words.isEmpty })
    func words(_ payload: RecordedPayload) throws {
        switch try decoded(payload) {
        case .heartRateMeasurement(let value):
            let contact: HeartRateMeasurement.SensorContact =
                switch payload.words["contact"] {
                case "detected": .detected
                case "supported, not detected": .notDetected
                default: .unsupported
                }
            #expect(value.sensorContact == contact)
            #expect(value.rrIntervals == RRIntervals(payload.intervals ?? []))
        case .trainingStatus(let value):
            let name = payload.words["status"].map { $0.hasPrefix("reserved") ? nil : Self.plain($0) }
            #expect(value.status?.name == name ?? nil)
            #expect(value.text == payload.words["string"])
        case .fitnessMachineControlPoint(let value):
            #expect(value.opCode?.name == payload.words["op"].map(Self.plain))
            #expect(value.requestOpCode?.name == payload.words["request"].map(Self.plain))
            #expect(value.result?.name == payload.words["result"].map(Self.plain))
            #expect(value.stopOrPause?.name == payload.words["control"])
        case .fitnessMachineStatus(let value):
            #expect(value.event?.name == payload.words["meaning"].map(Self.plain))
            #expect(value.stopOrPause?.name == payload.words["control"])
        case .rscMeasurement(let value): #expect(value.isRunning == (payload.words["gait"] == "running"))
        default: break
        }
    }

    @Test("what is left over is as long as the hand found", arguments: RecordedPayload.all)
    func leftOver(_ payload: RecordedPayload) throws {
        let isPaceDispute = payload.hex.hasPrefix("fe1f") && payload.characteristic == Characteristic.treadmillData
        // Behind RR-Intervals a lone octet is named by itself.
        if isPaceDispute || payload.characteristic == Characteristic.heartRateMeasurement { return }
        #expect(Int(try decoded(payload).issues.trailingByteCount) == (payload.words["extra"]?.count ?? 0) / 2)
    }

    @Test("a value without an issue encodes to the very octets", arguments: RecordedPayload.all)
    func roundTrip(_ payload: RecordedPayload) throws {
        let value = try decoded(payload)
        guard value.issues.isEmpty else { return }
        var encoded: [UInt8] = []
        value.encode(into: &encoded)
        #expect(encoded.hex == payload.hex)
    }

    private func decoded(_ payload: RecordedPayload) throws -> CharacteristicValue {
        let bytes = [UInt8](hex: payload.hex)
        return try #require(try CharacteristicValue(decoding: bytes.span, of: payload.characteristic))
    }

    /// `manual mode (quick start)` is `manual`, `pre-workout` is `pre_workout`.
    private static func plain(_ words: String) -> String {
        words.replacing(" mode (quick start)", with: "").replacing(" ", with: "_").replacing("-", with: "_")
    }
}

extension Field {
    /// What one step of the raw number is worth in the unit.
    fileprivate var step: Double {
        Double(quantity.factor) / (0..<quantity.places).reduce(1.0) { product, _ in product * 10 }
    }
}
