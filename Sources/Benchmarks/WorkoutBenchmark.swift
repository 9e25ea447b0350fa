import RunEngine
import SensorCodec
import SessionStore
import UnixIO
import WorkoutFiles

/// What an export costs: an hour of the log as FIT, beside the mere reading of its samples.
enum WorkoutBenchmark {
    private static let seconds = 3600
    private static let rounds = 20
    /// What is promised of the hour, in ms.
    private static let mostMilliseconds = 20.0

    /// Lines to print, and the promises that were not held.
    static func report() throws -> (lines: [String], broken: [String]) {
        let log = try SessionLog(directory: "/tmp/steady-benchmark-\(MonotonicClock.nowMicroseconds)")
        let id = try fill(log)
        var (whole, reading, coding) = (Int64.max, Int64.max, Int64.max)
        var octets = 0
        for _ in 0..<rounds {
            var began = MonotonicClock.nowMicroseconds
            let workout = try log.workout(of: try log.session(id), samplesOf: id)
            let gathered = MonotonicClock.nowMicroseconds
            octets = try workout.fit(serial: 1, softwareVersion: 10).count
            whole = min(whole, MonotonicClock.nowMicroseconds - began)
            coding = min(coding, MonotonicClock.nowMicroseconds - gathered)
            precondition(workout.records.count >= seconds, "records are missing")
            began = MonotonicClock.nowMicroseconds
            var count = 0
            try log.forEachSample(of: id) { _ in count += 1 }
            reading = min(reading, MonotonicClock.nowMicroseconds - began)
        }
        let milliseconds = { (time: Int64) in Table.tenths(Double(time) / 1000) }
        let lines = [
            "an hour of the log as FIT, best of \(rounds) rounds, \(octets) octets",
            "  " + Table.left("log to octets", 34) + Table.right(milliseconds(whole), 6)
                + " ms (promised: less than \(Table.tenths(mostMilliseconds)))",
            "  " + Table.left("of these, from records to octets", 34) + Table.right(milliseconds(coding), 6) + " ms",
            "  " + Table.left("reading the samples alone", 34) + Table.right(milliseconds(reading), 6) + " ms",
        ]
        let isFast = Double(whole) / 1000 < mostMilliseconds
        return (lines, isFast ? [] : ["an hour of the log as FIT takes \(milliseconds(whole)) ms"])
    }

    /// Puts an hour with intervals, speed, inclination and cadence into a log.
    private static func fill(_ log: SessionLog) throws -> String {
        let strap = SensorIdentity(nameless: 1)
        let machine = SensorIdentity(nameless: 2)
        let pod = SensorIdentity(nameless: 3)
        var session = RunSession(plan: try RunnerProfile(maximumBPM: 186, restingBPM: 60).plan(), source: .replay)
        return try log.write(from: SessionOrigin(importedFrom: "benchmark")) { writer in
            for (second, intervals) in Pulse.packets(seconds: seconds + 1).enumerated() {
                let time = 1_800_000_000_000_000 + Int64(second) * 1_000_000
                var beats = HeartRateMeasurement()
                beats.heartRateBPM = intervals.isEmpty ? 150 : 61_440 / intervals[0]
                beats.rrIntervals = intervals
                var data = TreadmillData()
                data.instantaneousSpeedCentiKmH = UInt16(800 + second / 60 % 10)
                data.totalDistanceMetres = UInt32(second * 22 / 10)
                data.inclinationDeciPercent = 10
                data.totalEnergyKilocalories = UInt16(second / 6)
                var step = RSCMeasurement()
                step.instantaneousCadencePerMinute = UInt8(80 + second % 5)
                session.apply(.value(.heartRateMeasurement(beats), from: strap), atUnixMicroseconds: time)
                session.apply(.value(.treadmillData(data), from: machine), atUnixMicroseconds: time)
                session.apply(.value(.rscMeasurement(step), from: pod), atUnixMicroseconds: time)
                try session.drainEvents { event throws(SessionLogError) in try writer.apply(event) }
            }
            session.finish()
            try session.drainEvents { event throws(SessionLogError) in try writer.apply(event) }
        }.id
    }
}
