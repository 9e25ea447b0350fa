/// Pauses of files that do not tell them.
extension Workout {
    /// Where nothing was recorded for longer than ``WorkoutLimits/longestHold``, the device paused.
    func pausesByGaps() -> [Pause] {
        zip(records, records.dropFirst()).compactMap { before, after in
            after.timeMilliseconds - before.timeMilliseconds > WorkoutLimits.longestHold
                ? Pause(beganMilliseconds: before.timeMilliseconds, endedMilliseconds: after.timeMilliseconds) : nil
        }
    }

    /// Marks the records that lie in a pause.
    mutating func markPausedRecords() {
        var pauses = pauses[...]
        for index in records.indices {
            let time = records[index].timeMilliseconds
            while let pause = pauses.first, pause.endedMilliseconds <= time { pauses.removeFirst() }
            guard let pause = pauses.first else { return }
            records[index].isPaused = pause.beganMilliseconds <= time
        }
    }
}
