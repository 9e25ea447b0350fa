import Dashboard
import Practice
import Reporting
import RunEngine
import SessionStore
import UnixIO

/// What follows a run on the screen, for who wants it: how it feels, five minutes of sitting, a quiet hour with one
/// question in it.
final class LiveAfter {
    private enum Stage {
        case feeling
        case sitting(AfterRun)
        case over
    }

    static let keys = [KeyHint("q", "leave")]

    private let program: LiveProgram
    private let result: LiveProgram.Result
    private let endedAt: Int64
    /// The runner wants to sit after the question.
    private let sits: Bool
    private var stage: Stage
    private var bpm: Int?
    private var isSettled = false
    private var calmWords: String?

    /// After a run that has just ended.
    init(_ program: LiveProgram, _ result: LiveProgram.Result, asksFeeling: Bool, sits: Bool) {
        self.program = program
        self.result = result
        self.sits = sits
        endedAt = program.now / 1000
        stage = .over
        program.run.settling = { [weak self] in self?.hear($0) }
        if asksFeeling, result.id != nil { stage = .feeling } else { sitDown() }
    }

    /// Nothing more is to come: the program may end.
    var isOver: Bool { if case .over = stage { true } else { false } }

    /// Time has gone on.
    func advance() {
        guard case .sitting(let after) = stage else { return }
        switch after.stage(atMilliseconds: program.now / 1000) {
        case .settling: break
        case .quiet, .asking: settle(after)
        case .over: stage = .over
        }
    }

    /// Obeys a key.
    func press(_ key: TerminalKey) {
        switch stage {
        case .feeling:
            if case .character(let digit) = key, (0x31...0x35).contains(digit) { note(.after, Int(digit) - 0x30) }
            sitDown()
        case .sitting(var after):
            if after.stage(atMilliseconds: program.now / 1000) == .asking, let value = Self.calmValue(key) {
                if let value { note(.calm, value) }
                after.answer()
                stage = .sitting(after)
            } else if key == .character(UInt8(ascii: "q")) {
                settle(after)
                stage = .over
            }
        case .over: break
        }
    }

    /// What is shown. `isQuiet`: no heart rate in numbers.
    func screen(isQuiet: Bool) -> SearchScreen {
        var (headline, hint) = ("", "")
        switch stage {
        case .feeling: headline = LogSaying.feelingAfter.text()
        case .sitting(let after): (headline, hint) = words(after, isQuiet: isQuiet)
        case .over: break
        }
        var screen = SearchScreen(headline: headline, hint: hint)
        screen.keys = Self.keys
        return screen
    }

    // MARK: - Inside

    private func sitDown() {
        let now = program.now / 1000
        stage = sits ? .sitting(AfterRun(endedAtMilliseconds: endedAt, sittingFromMilliseconds: now)) : .over
    }

    private func hear(_ bpm: Int) {
        self.bpm = bpm
        guard case .sitting(var after) = stage else { return }
        after.take(bpm: bpm, atMilliseconds: program.now / 1000)
        stage = .sitting(after)
    }

    /// The five minutes are over, or left: what they gave is kept, once.
    private func settle(_ after: AfterRun) {
        if isSettled { return }
        isSettled = true
        calmWords = CalmMark.set(by: program, result, settledBPM: after.settledBPM)
    }

    private func note(_ moment: FeelingMoment, _ value: Int) {
        guard let id = result.id else { return }
        _ = program.withLog { try $0.setFeeling(moment, to: value, of: id) }
    }

    /// What a key says of how it is: from 1, worse, to 3, better; without a value for no answer. `nil` for the key that
    /// leaves.
    private static func calmValue(_ key: TerminalKey) -> Int?? {
        switch key {
        case .character(UInt8(ascii: "w")): 1
        case .character(UInt8(ascii: "s")): 2
        case .character(UInt8(ascii: "b")): 3
        case .character(UInt8(ascii: "q")): nil
        default: .some(nil)
        }
    }

    private func words(_ after: AfterRun, isQuiet: Bool) -> (headline: String, hint: String) {
        switch after.stage(atMilliseconds: program.now / 1000) {
        case .settling(let left):
            let seconds = (left + 999) / 1000
            let clock = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
            let rate = isQuiet ? "" : bpm.map { ", \($0) bpm" } ?? ""
            return (LogSaying.settling.text(), clock + rate)
        case .asking: return (LogSaying.calmQuestion.text(), "")
        case .quiet, .over:
            let question =
                WallClock.nowUnixMicroseconds
                + max(0, endedAt + AfterRun.question - program.now / 1000) * 1000
            let time = LogWords.clock(
                unixMicroseconds: question,
                utcOffsetSeconds: LocalTime.utcOffsetSeconds(atUnixMicroseconds: question)
            )
            return (calmWords ?? "", LogSaying.calmOpen.text(["time": time]))
        }
    }
}
