import Dashboard
import Practice
import RunEngine
import SessionStore
import UnixIO

/// What a runner says on the way.
extension LiveScreen {
    /// How the screen begins.
    struct Look {
        var isQuiet = false
        var guidance = Guidance.zones
        /// What a run that has just started becomes by a key: guided so, and with this plan.
        var later: (guidance: Guidance, aim: LiveRun.Aim?) = (.zones, nil)
        /// What there is to say before a run that ends late.
        var evening: [String] = []
        /// How the runner feels may be asked.
        var asksFeelings = false
    }

    /// For how long, from the beginning of the run, how one feels is asked for, in ms.
    private static let questionMilliseconds: Int64 = 120_000

    /// Obeys a key with which the runner says something; false when it means something else.
    func pressPracticeKey(_ key: TerminalKey) -> Bool {
        guard program.run.session.hasBegun, case .character(let letter) = key else { return false }
        switch letter {
        case UInt8(ascii: "y"): program.run.note(.talk(.canTalk), at: program.now)
        case UInt8(ascii: "n"): program.run.note(.talk(.cannotTalk), at: program.now)
        case UInt8(ascii: "z") where screen.guidance == .none:
            screen.guidance = look.later.guidance
            if let aim = look.later.aim {
                program.run.note(.aim(plan: aim.plan, plannedMilliseconds: aim.plannedMilliseconds), at: program.now)
            }
        case 0x31...0x35 where isAskingFeeling:
            program.run.noteFeeling(Int(letter) - 0x30, at: program.now)
            isFeelingAnswered = true
        default: return false
        }
        return true
    }

    /// How one feels is asked in a line, for a while, and not again.
    var isAskingFeeling: Bool {
        look.asksFeelings && !isFeelingAnswered && program.run.session.hasBegun
            && program.run.session.currentSample?.timeMilliseconds ?? .max < Self.questionMilliseconds
    }
}
