import BlueZ
import EventLoop
import Practice
import Reporting
import RunEngine
import UnixIO

/// Leads a runner through the talk check: what the sensors say, and what is typed.
final class TalkWatcher: LiveWatcher {
    private let program: LiveProgram
    private let conversation: TalkConversation
    private let talker: PracticeTalker
    private let keys = KeyInput()
    private var typed: [UInt8] = []
    private var isInputOver = false

    init(_ program: LiveProgram, _ conversation: TalkConversation, isJSON: Bool) {
        self.program = program
        self.conversation = conversation
        talker = PracticeTalker(words: program.words, isQuiet: isJSON)
        conversation.hasKeys = keys.isTerminal
    }

    /// Says what is to come, and listens to what is typed.
    func begin() {
        conversation.say(TalkReport.invitation)
        try? conversation.flush()
        do throws(SystemFailure) {
            try program.loop.watch(keys.descriptor) { [weak self] _ in self?.read() }
        } catch {
            // A file is no descriptor to wait for: all of it is there already.
            while !isInputOver { read() }
        }
    }

    func show(_ event: RunEvent) {
        conversation.hear(event)
        settle()
    }

    func show(_ event: LinkEvent) { talker.show(event) }
    func tell(_ notice: String) { talker.tell(notice) }

    /// Nobody can answer any more, or the check is over: the program ends.
    private func settle() {
        try? conversation.flush()
        let isUnanswered = isInputOver && conversation.isAsking
        if conversation.isOver || isUnanswered { program.endSoon() }
    }

    private func read() {
        let octets = keys.read()
        if octets.isEmpty {
            isInputOver = true
            program.loop.unwatch(keys.descriptor)
            return settle()
        }
        if keys.isTerminal {
            for octet in octets { press(octet) }
        } else {
            typed += octets
            takeLines()
        }
        settle()
    }

    private func press(_ key: UInt8) {
        switch key {
        case UInt8(ascii: "c"): conversation.answer(.comfortable)
        case UInt8(ascii: "n"): conversation.answer(.notSure)
        case UInt8(ascii: "x"): conversation.answer(.no)
        case UInt8(ascii: "q"): program.endSoon()
        default: break
        }
    }

    /// A line is the answer to the open question, or to the next one.
    private func takeLines() {
        while let end = typed.firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(decoding: typed[..<end], as: UTF8.self).filter { $0 != "\r" && $0 != " " }
            typed.removeSubrange(...end)
            guard let answer = TalkCheck.Answer(rawValue: line) else {
                talker.tell(TalkCheckSaying.words.text())
                continue
            }
            if conversation.isAsking { conversation.answer(answer) } else { conversation.answers.append(answer) }
        }
        // Nobody's line is that long.
        if typed.count > 4096 { typed.removeAll() }
    }
}
