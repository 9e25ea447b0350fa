import SensorCodec

/// What the metrics are fed with.
extension RunSession {
    /// Books the stretches of time that the zone engine let pass, with what was known in them besides.
    mutating func bookTime() {
        if engine.stretches.isEmpty { return }
        for index in engine.stretches.indices {
            milestones.pass(engine.stretches[index])
            book(engine.stretches[index])
        }
        engine.stretches.removeAll(keepingCapacity: true)
    }

    /// Books a stretch, cut where a speed or an incline stops counting.
    private mutating func book(_ stretch: ZoneEngine.Stretch) {
        var start = stretch.start
        while start < stretch.end {
            let end = min(stretch.end, nextExpiry(after: start))
            metrics.pass(
                RunPiece(
                    fromMilliseconds: start,
                    toMilliseconds: end,
                    session: stretch.session,
                    phase: stretch.phase,
                    heartRateBPM: stretch.heartRateBPM,
                    speedCentiKmH: speedCentiKmH(at: start),
                    inclinationDeciPercent: treadmill.inclinationDeciPercent.value(
                        at: start,
                        hold: engine.configuration.hold
                    )
                )
            )
            start = end
        }
    }

    private func nextExpiry(after time: Int64) -> Int64 {
        let (hold, beltHold) = (engine.configuration.hold, engine.configuration.beltHold)
        var next = Int64.max
        func consider(_ expiry: Int64?) {
            if let expiry, expiry > time { next = min(next, expiry) }
        }
        consider(treadmill.speedCentiKmH.expiry(hold: beltHold))
        consider(motion.podSpeedCentiKmH.expiry(hold: beltHold))
        consider(treadmill.inclinationDeciPercent.expiry(hold: hold))
        return next
    }

    /// Tells the metrics what the zone engine made of a reading, by its counts before.
    mutating func measure(_ bpm: UInt16, since before: ZoneEngine.EventCounts) {
        let counts = engine.counts
        if counts.suspect > before.suspect { metrics.doubted(atMilliseconds: now) }
        if counts.relocked > before.relocked { metrics.relocked(atMilliseconds: now) }
        if counts.accepted > before.accepted { metrics.accepted(bpm: Int(bpm), atMilliseconds: now) }
        metrics.flagged(!heartRateDoubts.isDisjoint(with: .serious), atMilliseconds: now)
    }
}
