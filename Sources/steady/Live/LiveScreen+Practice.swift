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
        case UInt8(ascii: "z") where screen.guidance == .none: screen.guidance = .zones
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
