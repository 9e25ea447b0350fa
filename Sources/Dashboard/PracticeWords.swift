import Practice
import RunEngine

/// What is said of what the runner set out to do, says, and reaches.
enum PracticeWords {
    static func sentence(for aim: RunAim) -> String {
        LineSaying.plan.text(["plan": RunPlan(id: aim.plan)?.words ?? aim.plan])
    }

    /// `before`: the band before the answer.
    static func sentence(for talk: RunTalk, before: TargetBand?) -> String {
        let said = talk.answer == .canTalk ? RunSaying.canTalk.text() : RunSaying.cannotTalk.text()
        if before == nil || before == talk.band { return said }
        return said + " " + RunSaying.edgeMoved.text(["bpm": String(talk.band.upperBPM)])
    }

    static func sentence(for milestone: RunMilestone) -> String {
        switch milestone.name {
        case .tenMinutes: RunSaying.tenMinutes.text()
        case .twentyMinutes: RunSaying.twentyMinutes.text()
        }
    }
}
