import Practice
import RunEngine

/// By what the runner is guided.
public enum Guidance: Equatable, Sendable {
    /// By the heart rate and the band.
    case zones
    /// By the runner's own word of whether they can talk: where the heart rate does not tell the effort.
    case talk
    /// By nothing: they have just started, and that is plenty.
    case none
}

extension RunScreen {
    /// How long it takes until talking is asked for, how long being able to holds, and how long it takes to be able to
    /// again, in ms.
    private static let firstQuestion: Int64 = 180_000
    private static let easyHold: Int64 = 300_000
    private static let hardHold: Int64 = 120_000
    /// How long the reply to it, and a milestone, stay in their line, in ms.
    private static let replyHold: Int64 = 10_000
    private static let milestoneHold: Int64 = 60_000

    /// True where the heart rate is set against zones and band.
    var showsZones: Bool { guidance == .zones }

    /// What sums up the moment, by what the runner is guided.
    var word: ScreenWord {
        switch run.word {
        case .warmUp, .warmUpInside, .warmUpAbove, .coolDown, .coolDownInside, .coolDownAbove, .above, .below, .inside,
            .listening, .walk, .run, .noContact, .noSignal, .waiting, .noSensor:
            switch guidance {
            case .zones: return run.word
            case .none: return .moving
            // Where a plan says to walk, talking is not asked for.
            case .talk: return run.plan?.present?.kind == .walk ? .walk : talkWord
            }
        case .gettingReady, .done, .pausedByRunner, .pausedByBelt, .pausedUnattended, .moving, .askTalk: return run.word
        }
    }

    /// After an answer, what it means for a while; else the question.
    private var talkWord: ScreenWord {
        let now = run.elapsedMilliseconds
        if let talk = run.talk {
            let age = now - talk.timeMilliseconds
            switch talk.answer {
            case .canTalk: if age < Self.easyHold { return .inside }
            case .cannotTalk: if age < Self.hardHold { return .above }
            }
            return .askTalk
        }
        return now < Self.firstQuestion ? .moving : .askTalk
    }

    /// A quiet line: what was just said or reached, the longest words first.
    var remarks: [String] {
        let now = run.elapsedMilliseconds
        if let talk = run.talk, now - talk.timeMilliseconds < Self.replyHold {
            return Self.shorter(PracticeWords.sentence(for: talk, before: showsZones ? run.bandBeforeTalk : nil))
        }
        if let reached = run.milestone, reached.name == .twentyMinutes,
            now - reached.timeMilliseconds < Self.milestoneHold
        {
            return Self.shorter(PracticeWords.sentence(for: reached))
        }
        if guidance == .zones, run.isTalkWanted { return Self.shorter(RunSaying.askTalk.text()) }
        guard guidance == .none, run.summary == nil else { return [] }
        return Self.shorter(run.milestone == nil ? RunSaying.begun.text() : RunSaying.stopOrGoOn.text())
    }

    /// A text, and its first sentence for where there is less room.
    private static func shorter(_ text: String) -> [String] {
        [text, text.split(separator: ". ").first.map { $0.hasSuffix(".") ? String($0) : $0 + "." } ?? ""]
    }
}
