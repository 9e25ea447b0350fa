extension ZoneEngine {
    /// What the treadmill told last.
    struct BeltReading: Equatable, Sendable {
        /// In ms.
        var time: Int64
        var speedCentiKmH: Int
    }

    /// A change of speed that was large enough to be felt.
    struct BeltChange: Equatable, Sendable {
        /// In ms.
        var time: Int64
        var isFaster: Bool
    }

    /// The speed of the belt, in 0.01 km/h. `time` in ms.
    ///
    /// Zero pauses a running session at once, anything else ends such a pause (not one of the runner's own).
    public mutating func beltSample(_ speedCentiKmH: UInt16, at time: Int64) {
        enter(time)
        let reading = BeltReading(time: now, speedCentiKmH: Int(speedCentiKmH))
        if let beltReading {
            integrate(from: beltReading, to: reading)
            compare(beltReading, with: reading)
        }
        beltReading = reading
        change(belt: speedCentiKmH == 0 ? .stopped : .moving)
        followBelt()
    }

    /// From now on the belt runs without the runner, or no longer so: nobody is on it, or the machine pauses and its belt
    /// still slows. Such a belt pauses the session as one that stands, and makes no distance. `time` in ms.
    public mutating func holdBelt(_ isHeld: Bool, at time: Int64) {
        enter(time)
        guard isHeld != isBeltHeld else { return }
        isBeltHeld = isHeld
        followBelt()
    }

    private mutating func followBelt() {
        if isBeltStanding {
            pauseIfBeltStands()
        } else if session == .pausedBelt {
            change(session: .running)
            planCue()
        }
    }

    private mutating func integrate(from old: BeltReading, to new: BeltReading) {
        guard session != .idle, session != .ended else { return }
        let elapsed = new.time - old.time
        if elapsed > configuration.beltHold {
            if session == .running { account.beltGapMilliseconds += elapsed }
        } else if session != .pausedUser, !isBeltHeld {
            doubleDistance += Int64(old.speedCentiKmH + new.speedCentiKmH) * elapsed
        }
    }

    private mutating func compare(_ old: BeltReading, with new: BeltReading) {
        let change = new.speedCentiKmH - old.speedCentiKmH
        guard abs(change) >= configuration.feltSpeedChange else { return }
        beltChange = BeltChange(time: new.time, isFaster: change > 0)
        if cues.next != nil { planCue() }
    }
}
