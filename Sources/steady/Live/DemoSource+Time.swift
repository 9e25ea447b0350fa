import BlueZ
import Dashboard
import RunEngine
import SensorCodec
import VirtualGym

/// Shows a demo, and can be brought back to what it showed at an earlier moment.
protocol DemoViewer: AnyObject {
    /// What became known of the run.
    var runSoFar: RunSoFar { get set }
}

/// How time passes in a demo: faster or slower, not at all, and to any other moment.
///
/// Going on is playing what lies between. Going back is playing on from a copy of an earlier state of everything: the
/// gym, the run and what is shown of it. Keys that were pressed after the moment are undone with it.
extension DemoSource {
    /// Everything that changes with time.
    struct State {
        fileprivate var gym: Gym
        fileprivate var phases: [BluetoothAddress: SensorSupervisor.Phase]
        fileprivate var run: LiveRun.Mark
        fileprivate var seen: RunSoFar
    }

    /// False for a demo that is being kept, whose recording only goes on, and once the run has ended.
    var canGoBack: Bool { !plan.isKept && run.settling == nil }

    /// True while time passes as it does outside; else a sound would not mean what it means.
    var isTimeTrue: Bool { clock.rate == 1 && !isHeld && !isJumping }

    /// Session time reached, in ms; `nil` before the run.
    var positionMilliseconds: Int64? { began.map { max(0, now - $0) / 1000 } }

    /// Session time at the script's end, in ms; `nil` before the run.
    var totalMilliseconds: Int64? { began.map { (last - $0) / 1000 } }

    /// Lets time pass at another rate from now on.
    func setRate(_ change: (Double?) -> Double?) {
        turn()
        isTimeOwn = true
        isHeld = false
        clock = ReplayClock(rate: change(clock.rate), at: reached)
        turn()
    }

    /// Holds time, or lets it go on.
    func toggleHold() {
        turn()
        isTimeOwn = true
        isHeld.toggle()
        restartClock()
    }

    /// Time goes on from the moment that was reached.
    func restartClock() {
        clock = ReplayClock(rate: clock.rate, at: reached)
        turn()
    }

    /// Goes so many microseconds on, or back: not before the beginning of the run, and behind the end of the script lies
    /// nothing.
    func go(by microseconds: Int64) {
        if isClosed { return }
        isTimeOwn = true
        isJumping = true
        let moment = now + microseconds
        if moment >= reached || restore(notAfter: moment) { play(to: max(moment, reached)) }
        isJumping = false
        restartClock()
    }

    /// Keeps a copy of everything, if it is time for one.
    func remember() {
        guard canGoBack, run.session.hasBegun, checkpoints.wants(reached), let viewer, let mark = run.mark else {
            return
        }
        checkpoints.keep(State(gym: gym, phases: phases, run: mark, seen: viewer.runSoFar), at: reached)
    }

    /// Goes back to the latest copy that is not after a moment, or to the first; false where there is none.
    private func restore(notAfter moment: Int64) -> Bool {
        guard let checkpoint = checkpoints.latest(notAfter: moment) ?? checkpoints.kept.first else { return false }
        // What follows may be another run.
        checkpoints.forget(after: checkpoint.time)
        gym = checkpoint.state.gym
        phases = checkpoint.state.phases
        run.go(to: checkpoint.state.run)
        viewer?.runSoFar = checkpoint.state.seen
        reached = checkpoint.time
        return true
    }
}
