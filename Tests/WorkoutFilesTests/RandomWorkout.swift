import RunEngine
import SensorCodec
import TestSupport
import WorkoutFiles

extension Workout {
    /// A run as FIT can hold it to the last digit: whole seconds, whole cm; every field may be missing anywhere.
    static func random(using random: inout Randomness, records count: Int) -> Workout {
        var workout = Workout(
            startUnixMilliseconds: Int64.random(in: 950_000_000...4_000_000_000, using: &random) * 1000
        )
        var time: Int64 = 0
        for _ in 0..<count {
            workout.records.append(record(at: time * 1000, using: &random))
            time += random.chance(90) ? 1 : Int64.random(in: 2...40, using: &random)
        }
        workout.elapsedMilliseconds = (workout.records.last?.timeMilliseconds ?? 0) + 1000
        workout.isTreadmill = random.chance(50)
        workout.isWalk = random.chance(30)
        if random.chance(50) { workout.utcOffsetSeconds = Int.random(in: -14...14, using: &random) * 3600 }
        workout.distanceMillimetres = Int64.random(in: 0...5_000_000, using: &random) * 10
        workout.heartRate = random.chance(70) ? .init(averageBPM: 130, minimumBPM: 90, maximumBPM: 160) : nil
        if random.chance(50) { workout.sensors = [.init(kind: .heartRate, name: "Strap é 7", batteryPercent: 80)] }
        if random.chance(50) { workout.sensors.append(.init(kind: .footPod, name: "Pod")) }
        workout.creator = "Steady"
        workout.addPauses(using: &random)
        workout.addLaps(using: &random)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let time = Int64.random(in: 0..<workout.elapsedMilliseconds / 1000, using: &random) * 1000
            workout.marks.append(.init(timeMilliseconds: time, text: ""))
        }
        workout.marks.sort { $0.timeMilliseconds < $1.timeMilliseconds }
        return workout
    }

    private static func record(at time: Int64, using random: inout Randomness) -> Record {
        var record = Record(timeMilliseconds: time)
        if random.chance(80) { record.heartRateBPM = Int.random(in: 1...254, using: &random) }
        for _ in 0..<(random.chance(70) ? Int.random(in: 0...4, using: &random) : 12) {
            // Those that whole ms can tell.
            let milliseconds = Int.random(in: 250...2500, using: &random)
            record.rrIntervals.append(UInt16((milliseconds * 1024 + 500) / 1000))
        }
        if random.chance(80) { record.speedCentiKmH = Int.random(in: 0...2500, using: &random) }
        if random.chance(80) { record.distanceMillimetres = Int64.random(in: 0...9_000_000, using: &random) * 10 }
        if random.chance(80) { record.inclinationDeciPercent = Int.random(in: -150...400, using: &random) }
        if random.chance(50) { record.stepsPerMinute = Int.random(in: 0...240, using: &random) }
        if random.chance(50) { record.energyKilocalories = Int.random(in: 0...2000, using: &random) }
        if random.chance(50) { record.zone = Int.random(in: 0...5, using: &random) }
        return record
    }

    private mutating func addPauses(using random: inout Randomness) {
        var time = Int64.random(in: 0...20, using: &random)
        let end = elapsedMilliseconds / 1000
        while time + 20 < end, pauses.count < 4 {
            let length = Int64.random(in: 1...10, using: &random)
            pauses.append(
                .init(
                    beganMilliseconds: time * 1000,
                    endedMilliseconds: (time + length) * 1000,
                    isByMachine: random.chance(50)
                )
            )
            time += length + Int64.random(in: 1...60, using: &random)
        }
        for index in records.indices {
            let time = records[index].timeMilliseconds
            records[index].isPaused = pauses.contains { $0.beganMilliseconds <= time && time < $0.endedMilliseconds }
        }
    }

    private mutating func addLaps(using random: inout Randomness) {
        let end = elapsedMilliseconds / 1000
        guard random.chance(50), end > 10 else { return }
        let cut = Int64.random(in: 1..<end, using: &random) * 1000
        laps = [
            .init(beganMilliseconds: 0, endedMilliseconds: cut),
            .init(beganMilliseconds: cut, endedMilliseconds: elapsedMilliseconds),
        ]
        laps[0].distanceMillimetres = 12_340
        laps[1].heartRate = .init(averageBPM: 120, minimumBPM: 100, maximumBPM: 140)
    }
}
