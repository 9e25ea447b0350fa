/// Laps and marks: what the runner sets apart.
extension RunSession {
    /// Ends a lap; nothing when the session is over, or the lap is of no time.
    mutating func endLap() {
        guard engine.session != .ended else { return }
        forwardOutputs()
        let account = engine.account
        let totals = LapBook.Totals(
            time: now,
            pausedMilliseconds: account.pausedMilliseconds,
            insideMilliseconds: account.insideMilliseconds,
            distanceMillimetres: motion.isMeasured ? motion.distance.millimetres : nil,
            knownMilliseconds: account.knownMilliseconds,
            bpmMilliseconds: account.bpmMilliseconds
        )
        let held = engine.session == .running && engine.isHeartRateTrusted ? engine.lastHeartRateBPM : nil
        if let lap = laps.end(at: totals, heldBPM: held) { events.append(.lap(lap)) }
    }

    /// Ends the last lap of a session that has laps.
    mutating func endLastLap() {
        if laps.count > 0 { endLap() }
    }

    /// Marks this instant.
    mutating func mark(_ text: String) {
        guard engine.session != .ended else { return }
        forwardOutputs()
        let text = String(text.prefix(RunMark.longestText))
        events.append(.mark(RunMark(timeMilliseconds: now, text: text)))
    }
}
