/// What the supervisor does from phase to phase.
extension SensorSupervisor {
    mutating func enter(_ phase: Phase, at now: Int64) {
        self.phase = phase
        since = now
        deadline = nil
        phaseCount += 1
    }

    /// There is a link: on to its values.
    mutating func follow(at now: Int64) {
        switch phase {
        case .searching, .connecting:
            hasHeard = false
            // Only a trusted device is kept in mind by bluetoothd after a drop, and connected again.
            if !view.isTrusted, !hasAskedForTrust {
                hasAskedForTrust = true
                requests.append(.trust)
            }
            resolve(at: now)
        case .resolving: subscribeWhenReady(at: now)
        case .live, .subscribing:
            // The services of a device may be taken back and told anew.
            if !view.isReady { resolve(at: now) }
        case .pairing:
            // Another program may have been at it, and is done.
            if view.isPaired { resolve(at: now) }
        case .blocked, .parting: break
        }
    }

    /// Waits for the services of a sensor that is connected.
    mutating func resolve(at now: Int64) {
        enter(.resolving, at: now)
        deadline = now + timing.resolve
        subscribeWhenReady(at: now)
    }

    private mutating func subscribeWhenReady(at now: Int64) {
        guard view.isReady else { return }
        enter(.subscribing, at: now)
        deadline = now + timing.subscribe
        requests.append(.subscribe)
    }

    /// There is no link any more.
    mutating func lose(at now: Int64) {
        let previous = phase
        if previous == .live { dropCount += 1 }
        if previous == .pairing { isPairingRefused = true }
        enter(.searching, at: now)
        expectedUntil = now + timing.expected
        hasAskedForTrust = false
        switch previous {
        // The wait was chosen when the link was given up.
        case .parting: retryAt = max(now + timing.breath, retryAt)
        // It was a good link: back to it as soon as may be.
        case .live where hasHeard: retryAt = now + timing.breath
        default: retryAt = now + max(timing.breath, backoff.nextWait())
        }
        // Counted from when it may be tried again, or a long wait would use all of that up.
        if retryAt > now { expectedUntil = retryAt + timing.expected }
    }

    /// An attempt failed: the next one after a while.
    mutating func fail(at now: Int64, waiting wait: Int64 = 0) {
        enter(.searching, at: now)
        retryAt = now + max(wait, backoff.nextWait())
    }

    /// Ends the link, to make it anew: what cures most of what is stuck.
    mutating func part(at now: Int64) {
        let brought = phase == .live
        if !brought { stuckCount += 1 }
        let isHopeless = stuckCount >= 2 && !view.isPaired && phase == .resolving
        enter(.parting, at: now)
        deadline = now + timing.part
        requests.append(.disconnect)
        if isHopeless {
            // A second time: whatever bluetoothd remembers of the device is in the way.
            stuckCount = 0
            requests.append(.remove)
        }
        retryAt = now + backoff.nextWait()
    }

    /// The deadline of a live link has passed: has nothing come, or was it only not moved on at each value?
    mutating func judgeSilence(at now: Int64) {
        if now - lastValue < patience {
            deadline = lastValue + patience
            return
        }
        silenceCount += 1
        // A machine that stands may have nothing to say: it is asked less and less often.
        patience = min(patience * 2, timing.longestSilence)
        part(at: now)
    }

    func wasSeenLately(at now: Int64) -> Bool {
        guard let seen = view.lastSeen else { return false }
        return now - seen <= timing.sighting
    }
}

/// What the supervisor wants, and when it has to be asked again.
extension SensorSupervisor {
    /// True when the sensor should be connected as soon as it is its turn: it was heard lately, or has just been here.
    public func wantsTurn(at now: Int64) -> Bool {
        guard phase == .searching, view.isKnown, now >= retryAt else { return false }
        return wasSeenLately(at: now) || now < expectedUntil
    }

    /// True when the air should be searched for the sensor.
    ///
    /// At first all the time. Later now and then: bluetoothd hears a trusted sensor come back without it, and searching
    /// takes time on the air from the other sensor.
    public func wantsSearch(at now: Int64) -> Bool {
        guard phase == .searching, now >= retryAt, !wantsTurn(at: now) else { return false }
        let age = now - since
        if age < timing.firstSearch { return true }
        return (age - timing.firstSearch) % timing.searchPeriod(atAge: age) < timing.laterSearch
    }

    /// When ``advance(to:)`` is due, or what is wanted may change by itself.
    public func nextMoment(after now: Int64) -> Int64? {
        guard phase == .searching else { return deadline }
        if now < retryAt { return retryAt }
        // Searching goes on and off by its age: looking once a second is enough.
        return now + timing.tick
    }

    /// True while bluetoothd is at work on a link for this sensor, which a search would disturb.
    public var isConnecting: Bool {
        switch phase {
        case .connecting, .resolving, .subscribing, .pairing, .parting: true
        case .blocked, .searching, .live: false
        }
    }
}
