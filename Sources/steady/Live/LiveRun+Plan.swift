import Practice
import RunEngine

/// The plan of a live run.
extension LiveRun {
    /// Where the runner is in the plan of the session, or was at its end.
    var plan: PlanFollower? { planWatch.plan }

    /// With the plan's last, easy part the run cools down: just after a whole second, in whatever steps time is told, so
    /// that a demo that is played again is the same one. To be called before what happens at a moment, in microseconds of
    /// the monotonic clock.
    func settle(before moment: Int64) {
        while !hasCooledDown, plan != nil, let next = momentAfterSecond(before: moment) {
            let reached = session.currentSample?.timeMilliseconds
            session.advance(toUnixMicroseconds: clock.unixMicroseconds(next))
            drain()
            // Of a long silence only a part is session time.
            if session.currentSample?.timeMilliseconds == reached { return }
            guard plan?.isCoolingDown == true else { continue }
            hasCooledDown = true
            note(.coolDown, at: next)
        }
    }

    /// The next moment at which a whole second of the session has gone by, and so its sample is told; `nil` when that is
    /// not before the moment given.
    private func momentAfterSecond(before moment: Int64) -> Int64? {
        guard let now = session.currentSample?.timeMilliseconds,
            let time = session.unixMicroseconds(ofMilliseconds: (now + 999) / 1000 * 1000 + 1)
        else { return nil }
        let next = moment + time - clock.unixMicroseconds(moment)
        return next < moment ? next : nil
    }
}
