extension ZoneEngine {
    /// What happens by time alone. Of several at one instant, the one that stands first here comes first.
    enum Deadline {
        /// The last accepted reading has been held for as long as it counts.
        case readingExpires
        /// The heart rate has been missing for so long that the runner should know.
        case signalLost
        /// The pending band has lasted its dwell.
        case bandSettles
        /// The runner has been warm for long enough, and the least warm-up is over.
        case warmUpComplete
        /// The longest warm-up is over.
        case warmUpEnds
        /// A cue may be spoken.
        case cueDue
        /// The treadmill has been silent for as long as its speed counts.
        case beltFallsSilent
    }

    /// Settles everything up to `time` (ms); an earlier time than now changes nothing.
    public mutating func advance(to time: Int64) {
        let end = min(max(time, Self.timeRange.lowerBound), Self.timeRange.upperBound)
        guard end >= now else { return }
        while let next = nextDeadline(), next.time <= end {
            // A deadline of the warm-up may have passed in a pause; it is met now.
            pass(until: max(next.time, now))
            meet(next.deadline)
        }
        pass(until: end)
    }

    /// The deadline that comes next, in the order of ``Deadline`` where times are equal.
    ///
    /// Inlined, as are the other questions that every packet asks: a call would copy the engine.
    @inline(__always)
    private func nextDeadline() -> (deadline: Deadline, time: Int64)? {
        var next: (deadline: Deadline, time: Int64)?
        func consider(_ deadline: Deadline, at time: Int64?) {
            guard let time else { return }
            if let chosen = next, chosen.time <= time { return }
            next = (deadline, time)
        }
        if isHeartRateTrusted { consider(.readingExpires, at: held.map { $0.time + configuration.hold }) }
        if link == .stale { consider(.signalLost, at: held.map { $0.time + configuration.lost }) }
        consider(.bandSettles, at: pendingBand?.deadline)
        if session == .running, phase == .warmUp {
            consider(.warmUpComplete, at: warmUp.completion(by: configuration))
            consider(.warmUpEnds, at: warmUp.startedAt + configuration.warmUpLongest)
        }
        if session == .running { consider(.cueDue, at: cues.next?.time) }
        if belt == .moving || belt == .stopped {
            consider(.beltFallsSilent, at: beltReading.map { $0.time + configuration.beltHold })
        }
        return next
    }

    private mutating func meet(_ deadline: Deadline) {
        switch deadline {
        case .readingExpires: expireReading()
        case .signalLost: loseSignal()
        case .bandSettles: settleBand()
        case .warmUpComplete, .warmUpEnds: endWarmUp()
        case .cueDue: speakCue()
        case .beltFallsSilent: change(belt: .stale)
        }
    }

    /// Lets time pass in which nothing changes, and books it.
    private mutating func pass(until time: Int64) {
        let elapsed = time - now
        let start = now
        now = time
        guard elapsed > 0, session != .idle, session != .ended else { return }
        note(from: start)
        guard session == .running else { return account.addPause(elapsed) }
        account.add(elapsed, in: phase)
        if isHeartRateTrusted, let held {
            account.add(elapsed, atBPM: held.bpm, zones: zones, target: target)
        } else {
            account.addUnknown(elapsed)
        }
    }

    /// Adds what passed from `start` until now to the stretches.
    private mutating func note(from start: Int64) {
        let stretch = Stretch(
            start: start,
            end: now,
            session: session,
            phase: phase,
            heartRateBPM: isHeartRateTrusted ? held?.bpm : nil
        )
        stretches.append(stretch)
    }

    private mutating func endWarmUp() {
        warmUp.warmSince = nil
        change(phase: .main)
        planCue()
    }
}

extension ZoneEngine {
    /// What the warm-up's deadlines hang on, in ms.
    struct WarmUp: Equatable, Sendable {
        /// When the session started; read only while it runs.
        var startedAt: Int64 = 0
        /// Since when the median has been at or over the lower edge of the band.
        var warmSince: Int64?

        /// When the warm-up will have been long enough, at this effort; `nil` while the runner is not warm.
        func completion(by configuration: Configuration) -> Int64? {
            warmSince.map { max($0 + configuration.warmUpEnter, startedAt + configuration.warmUpShortest) }
        }
    }
}
