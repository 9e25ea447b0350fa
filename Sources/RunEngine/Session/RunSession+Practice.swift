/// What the runner set out to do, what they say of it on the way, and what they reach.
extension RunSession {
    /// By how much the runner's answers moved the upper edge of the band in this session, in bpm.
    public var talkNudgeBPM: Int { talkNudge.bpm }

    /// The runner set out to follow a plan.
    mutating func aim(_ plan: String, _ plannedMilliseconds: Int64?) {
        guard engine.session != .ended, RunAim.isName(plan), plannedMilliseconds ?? 1 > 0 else { return }
        forwardOutputs()
        events.append(.aim(RunAim(timeMilliseconds: now, plan: plan, plannedMilliseconds: plannedMilliseconds)))
    }

    /// The runner said whether they can talk: a band of their own stays as it is, any other follows them a little.
    mutating func talk(_ answer: TalkAnswer) {
        guard engine.session != .ended else { return }
        forwardOutputs()
        let rate = engine.isHeartRateTrusted ? engine.lastHeartRateBPM : nil
        // Cooling down, one speaks of what was; the heart rate is of now.
        if plan.bandOrigin != .given, engine.phase != .coolDown,
            talkNudge.take(answer, heartRateBPM: rate, edgeBPM: engine.target.upperBPM, at: now)
        {
            engine.aim(at: plan.band.nudged(byBPM: talkNudge.bpm, maximumBPM: plan.maximumBPM))
        }
        let talk = RunTalk(timeMilliseconds: now, answer: answer, heartRateBPM: rate, band: engine.target)
        events.append(.talk(talk))
    }

    /// At a whole second, so that it does not matter how often time was told.
    mutating func noteMilestones(at time: Int64) {
        for name in milestones.take() { events.append(.milestone(RunMilestone(timeMilliseconds: time, name: name))) }
    }
}
