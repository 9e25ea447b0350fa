extension ZoneEngine {
    /// Begins to count time; only an idle session can start. `time` in ms.
    public mutating func start(at time: Int64) {
        enter(time)
        guard session == .idle else { return }
        warmUp.startedAt = now
        change(session: .running)
        pauseIfBeltStands()
        planCue()
    }

    /// The runner pauses. `time` in ms.
    public mutating func pause(at time: Int64) {
        enter(time)
        guard session == .running || session == .pausedBelt else { return }
        change(session: .pausedUser)
        cues.next = nil
    }

    /// The runner ends their own pause; a standing belt still pauses. `time` in ms.
    public mutating func resume(at time: Int64) {
        enter(time)
        guard session == .pausedUser else { return }
        change(session: .running)
        pauseIfBeltStands()
        planCue()
    }

    /// The runner begins to cool down. `time` in ms.
    public mutating func coolDown(at time: Int64) {
        enter(time)
        guard phase != .coolDown, session != .idle, session != .ended else { return }
        change(phase: .coolDown)
        planCue()
    }

    /// The session ends, for good. `time` in ms.
    public mutating func stop(at time: Int64) {
        enter(time)
        guard session != .idle, session != .ended else { return }
        change(session: .ended)
        cues.next = nil
    }

    /// True when the belt does not carry the runner on.
    var isBeltStanding: Bool { isBeltHeld || beltReading?.speedCentiKmH == 0 }

    /// A belt that stands pauses a running session at once: no treadmill runs slower than 0.8 km/h.
    mutating func pauseIfBeltStands() {
        guard session == .running, isBeltStanding else { return }
        change(session: .pausedBelt)
        cues.next = nil
    }

    /// Brings the engine to the time of an event. A time that has passed is taken as now, and what a resume made due
    /// comes before the event all the same.
    mutating func enter(_ time: Int64) {
        if time < now, now > Self.timeRange.lowerBound { counts.late += 1 }
        advance(to: max(time, now))
    }
}

extension ZoneEngine {
    mutating func change(session new: SessionState) {
        emit(.session(from: session, to: new))
        session = new
    }

    mutating func change(phase new: PhaseState) {
        emit(.phase(from: phase, to: new))
        phase = new
    }

    /// Does nothing when the link is in that state already.
    mutating func change(link new: LinkState) {
        guard new != link else { return }
        emit(.link(from: link, to: new))
        link = new
    }

    /// Does nothing when the belt is in that state already.
    mutating func change(belt new: BeltState) {
        guard new != belt else { return }
        emit(.belt(from: belt, to: new))
        belt = new
    }

    mutating func emit(_ change: RunTransition.Change) {
        outputs.append(.transition(RunTransition(timeMilliseconds: now, change: change)))
    }
}
