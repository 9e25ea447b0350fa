import Practice
import RunEngine
import SessionStore
import Settings

/// What a live program keeps besides the run itself.
extension LiveProgram {
    /// Does something with the log of this home; what goes wrong is told, and answered with `nil`.
    func withLog<Value>(_ body: (SessionLog) throws -> Value) -> Value? {
        guard plan.keeps else { return nil }
        do {
            let keeper = LogKeeper(home: plan.home) { [weak run] in run?.watcher?.tell($0) }
            return try keeper.withLog(settings: plan.settings, body)
        } catch {
            run.watcher?.tell(CommandFailure(error, about: plan.home).message)
            return nil
        }
    }

    /// Keeps by how much the runner's answers moved the edge of the band, for the runs to come.
    func keepTalkNudge(_ bpm: Int) {
        guard followsTalk, plan.keeps, plan.demo == nil else { return }
        let range = RunnerProfile.talkNudgesBPM
        do {
            try settings.change { settings in
                let sum = settings.runner.profile.talkNudgeBPM + bpm
                settings.set(.talkNudge, to: "\(min(max(range.lowerBound, sum), range.upperBound))")
            }
        } catch {
            run.watcher?.tell(KeepingSaying.talkNotKept.text(["reason": error.message]))
        }
    }
}
