import RunEngine
import SensorCodec
import SessionStore
import Testing
import WorkoutFiles

@Suite("Sessions as runs for workout files")
struct ExportTests {
    private static let strap = SensorIdentity(BluetoothAddress(rawValue: 0xA0B1_C2D3_E4F5))
    private static let machine = SensorIdentity(BluetoothAddress(rawValue: 0x00AA_015E_AD02))
    private static let pod = SensorIdentity(BluetoothAddress(rawValue: 0x00AA_015E_AD03))

    /// A run of two minutes with a pause of the runner, one of the belt, a lap and a mark.
    private func store(in log: SessionLog, cadence: UInt8 = 82) throws -> StoredSession {
        var session = RunSession(plan: try RunnerProfile(maximumBPM: 180, restingBPM: 60).plan(), source: .replay)
        let start: Int64 = 1_800_000_000_000_000
        let outcome = try log.write(from: SessionOrigin(importedFrom: "a", utcOffsetSeconds: 7200)) { writer in
            for second in Int64(0)...120 {
                let time = start + second * 1_000_000
                if second == 0 { session.apply(.name("Strap", of: Self.strap), atUnixMicroseconds: time) }
                var beats = HeartRateMeasurement()
                beats.heartRateBPM = 110 + UInt16(second % 3)
                beats.rrIntervals = RRIntervals([555])
                session.apply(.value(.heartRateMeasurement(beats), from: Self.strap), atUnixMicroseconds: time)
                var data = TreadmillData()
                data.instantaneousSpeedCentiKmH = (70..<80).contains(second) ? 0 : 900
                data.totalEnergyKilocalories = UInt16(100 + second / 10)
                session.apply(.value(.treadmillData(data), from: Self.machine), atUnixMicroseconds: time)
                var step = RSCMeasurement()
                step.instantaneousCadencePerMinute = cadence
                session.apply(.value(.rscMeasurement(step), from: Self.pod), atUnixMicroseconds: time)
                switch second {
                case 30: session.apply(.pause, atUnixMicroseconds: time + 500_000)
                case 45: session.apply(.resume, atUnixMicroseconds: time + 500_000)
                case 50: session.apply(.lap, atUnixMicroseconds: time)
                case 60: session.apply(.mark("a dog"), atUnixMicroseconds: time)
                default: break
                }
                try session.drainEvents { event throws(SessionLogError) in try writer.apply(event) }
            }
            session.finish()
            try session.drainEvents { event throws(SessionLogError) in try writer.apply(event) }
        }
        return try log.session(outcome.id)
    }

    @Test("pauses, laps, marks, sensors and totals are those of the session")
    func mapping() throws {
        try withNewLog { log in
            let session = try store(in: log)
            let workout = try log.workout(of: session, samplesOf: session.header.id)
            #expect(workout.startUnixMilliseconds == 1_800_000_000_000 && workout.utcOffsetSeconds == 7200)
            #expect(workout.records.count == 121 && workout.elapsedMilliseconds == 120_000)
            #expect(workout.pauses.map(\.isByMachine) == [false, true])
            #expect(workout.pauses.first == .init(beganMilliseconds: 30_500, endedMilliseconds: 45_500))
            #expect(workout.timerMilliseconds == 120_000 - session.summary.pausedMilliseconds)
            #expect(workout.records.filter(\.isPaused).count > 15)
            #expect(workout.laps.map(\.endedMilliseconds) == [50_000, 120_000])
            #expect(workout.laps.compactMap(\.distanceMillimetres).reduce(0, +) == session.summary.distanceMillimetres)
            #expect(workout.marks == [.init(timeMilliseconds: 60_000, text: "a dog")])
            #expect(workout.sensors.map(\.kind) == [.heartRate, .treadmill, .footPod])
            #expect(workout.sensors.first?.name == "Strap" && workout.isTreadmill)
            #expect(workout.energyKilocalories == 12 && workout.heartRate == session.summary.heartRate)
            #expect(workout.zones?.milliseconds == session.summary.zoneMilliseconds)
            #expect(workout.records.last?.rrIntervals == RRIntervals([555]))
        }
    }

    @Test("the landings of one foot are doubled, those of both are not", arguments: [82, 164] as [UInt8])
    func cadence(perMinute: UInt8) throws {
        try withNewLog { log in
            let session = try store(in: log, cadence: perMinute)
            let workout = try log.workout(of: session, samplesOf: session.header.id)
            #expect(Set(workout.records.dropFirst().compactMap(\.stepsPerMinute)) == [164])
        }
    }

    @Test("a scrubbed session keeps its times and figures, and nothing that tells whose it is")
    func scrubbing() throws {
        try withNewLog { log in
            try log.write(Run.rich("a"))
            let session = try log.session("a")
            let clean = session.scrubbed
            #expect(clean.header.id == StoredSession.scrubbedID && clean.utcOffsetSeconds == nil)
            #expect(clean.header.startedAtUnixMicroseconds == 946_684_800_000_000)
            #expect(clean.summary == session.summary && clean.laps == session.laps)
            #expect(clean.events.count == session.events.count)
            #expect(clean.marks.allSatisfy { $0.text.isEmpty })
            #expect(clean.marks.map(\.timeMilliseconds) == session.marks.map(\.timeMilliseconds))
            let text = String(describing: clean)
            let sensors = session.events.compactMap { if case .sensor(let status) = $0 { status } else { nil } }
            #expect(sensors.contains { $0.sensor.address != nil })
            for address in sensors.compactMap(\.sensor.address) { #expect(!text.contains("\(address.rawValue)")) }
            #expect(!text.contains("Polar") && !text.contains("knee"))
        }
    }
}
