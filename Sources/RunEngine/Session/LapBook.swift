/// The laps of a session so far: what the totals were when the lap in progress began.
struct LapBook: Sendable {
    /// The totals of a session, as far as a lap is made of their differences.
    struct Totals: Equatable, Sendable {
        /// Session time, in ms.
        var time: Int64 = 0
        var pausedMilliseconds: Int64 = 0
        var insideMilliseconds: Int64 = 0
        /// `nil` while nothing was heard that moves.
        var distanceMillimetres: Int64?
        /// Time with a heart rate, in ms, and the sum over it of the heart rate, in bpm x ms.
        var knownMilliseconds: Int64 = 0
        var bpmMilliseconds: Int64 = 0
    }

    /// How many laps have ended.
    private(set) var count = 0
    private var base = Totals()
    private var lowestBPM: Int?
    private var highestBPM: Int?

    /// A reading counted.
    mutating func note(bpm: Int) {
        lowestBPM = min(lowestBPM ?? bpm, bpm)
        highestBPM = max(highestBPM ?? bpm, bpm)
    }

    /// Ends the lap in progress and begins the next; `nil` when no time has passed in it. `heldBPM`: the heart rate that
    /// goes on counting.
    mutating func end(at totals: Totals, heldBPM: Int?) -> RunLap? {
        guard totals.time > base.time else { return nil }
        count += 1
        let lap = RunLap(
            number: count,
            beganMilliseconds: base.time,
            endedMilliseconds: totals.time,
            pausedMilliseconds: totals.pausedMilliseconds - base.pausedMilliseconds,
            insideMilliseconds: totals.insideMilliseconds - base.insideMilliseconds,
            distanceMillimetres: totals.distanceMillimetres.map { $0 - (base.distanceMillimetres ?? 0) },
            heartRate: heartRate(at: totals)
        )
        base = totals
        (lowestBPM, highestBPM) = (heldBPM, heldBPM)
        return lap
    }

    /// The mean weighs each reading by the time it was held; a lone reading at the last instant stands for itself.
    private func heartRate(at totals: Totals) -> RunSummary.HeartRate? {
        guard let lowestBPM, let highestBPM else { return nil }
        let time = totals.knownMilliseconds - base.knownMilliseconds
        let sum = totals.bpmMilliseconds - base.bpmMilliseconds
        let average = time == 0 ? Int64(highestBPM) : (2 * sum + time) / (2 * time)
        return RunSummary.HeartRate(averageBPM: Int(average), minimumBPM: lowestBPM, maximumBPM: highestBPM)
    }
}
