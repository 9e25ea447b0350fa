import BlueZ
import Dashboard
import EventLoop
import Practice
import RunEngine
import SensorCodec
import UnixIO
import VirtualGym

/// A live run on the terminal: first the search for sensors, then the run.
final class LiveScreen: LiveWatcher {
    static let keys = [
        KeyHint("space", "pause"), KeyHint("q", "end"), KeyHint("l", "lap"), KeyHint("m", "mark"),
        KeyHint("?", "help"), KeyHint("y n", "can, can't talk"), KeyHint("b", "big"), KeyHint("t", "theme"),
        KeyHint("v", "quiet"),
    ]
    /// The keys of a demo: those of its treadmill besides.
    static let demoKeys = [
        KeyHint("space", "pause"), KeyHint("q", "end"), KeyHint("up down", "speed"), KeyHint("left right", "incline"),
        KeyHint("?", "help"), KeyHint("y n", "can, can't talk"), KeyHint("l", "lap"), KeyHint("m", "mark"),
        KeyHint("b", "big"), KeyHint("t", "theme"), KeyHint("v", "quiet"),
    ]
    static let searchKeys = [KeyHint("1-9", "choose"), KeyHint("q", "end")]
    /// Drawing more often than this serves no eye.
    private static let frameMicroseconds: Int64 = 100_000

    let program: LiveProgram
    let look: Look
    /// The runner said how they feel.
    var isFeelingAnswered = false
    /// What follows the run; `nil` before.
    private var after: LiveAfter?
    private var terminal: Terminal
    private let encoder: TerminalEncoder
    var screen = RunScreen()
    private var shown: Frame?
    private var isDirty = true
    /// Somebody pressed a key, and looks what it does.
    private var isUrgent = false
    private var lastDrawn: Int64 = 0
    private var isDrawingLater = false
    /// The terminal is no more, or a signal ended the program: nothing is drawn or asked of it from then on.
    private var isGone = false
    /// Candidates by their keys, in the order in which they were heard: a key never means another device.
    var choices: [BluetoothAddress] = []

    /// Plays a program on the terminal; answers the last session.
    static func play(_ program: LiveProgram, _ look: Look) throws -> LiveProgram.Result? {
        guard let terminal = Terminal() else {
            throw CommandFailure(status: .usage, message: "the terminal cannot be drawn on; add --json, or | cat")
        }
        let screen = LiveScreen(program, look, terminal)
        program.run.watcher = screen
        program.demo?.viewer = screen
        return try screen.play()
    }

    private init(_ program: LiveProgram, _ look: Look, _ terminal: consuming Terminal) {
        self.program = program
        self.look = look
        self.terminal = terminal
        encoder = .fitting
        screen.isQuiet = look.isQuiet
        screen.guidance = look.guidance
        screen.keys = program.demo == nil ? Self.keys : Self.demoKeys + Self.timeKeys
        if look.guidance == .none { screen.keys.insert(KeyHint("z", "plan, zones"), at: 2) }
    }

    private func play() throws -> LiveProgram.Result? {
        do throws(SystemFailure) {
            for descriptor in terminal.descriptors {
                try program.loop.watch(descriptor) { [weak self] _ in self?.handleKeys() }
            }
        } catch {
            throw CommandFailure(error)
        }
        program.onTick = { [weak self] in self?.timeWentOn() }
        program.run.alerts?.ring = { [weak self] in self?.ring() }
        program.loop.beforeWaiting { [weak self] in self?.drawIfDue() }
        return try program.play(watchesSignals: false)
    }

    private func timeWentOn() {
        isDirty = true
        after?.advance()
        if after?.isOver == true { program.end() }
    }

    // MARK: - What is shown

    func show(_ event: RunEvent) {
        screen.apply(event)
        isDirty = true
    }

    func show(_ event: LinkEvent) {
        switch event {
        case .host(let state): screen.notice = program.words.sentence(for: state)
        case .needsPairing: screen.notice = LinkWords.line(for: event, isVerbose: false)
        default: break
        }
        isDirty = true
    }

    func tell(_ notice: String) {
        screen.notice = notice
        isDirty = true
    }

    // MARK: - Keys

    private func handleKeys() {
        // A terminal that is gone says so for ever.
        while !isGone, let event = terminal.nextEvent() { handle(event) }
    }

    private func handle(_ event: Terminal.Event) {
        isDirty = true
        switch event {
        case .timeout: break
        case .resized, .continued: shown = nil
        case .suspended, .key(.suspend): suspend()
        case .terminated: leave()
        case .key(.interrupt): program.end(isInterrupt: true)
        case .key(let key):
            isUrgent = true
            if let after {
                // The program is ending by itself: a second end would let no sensor go.
                if after.isOver { return }
                if !pressTimeKey(key) { after.press(key) }
                timeWentOn()
            } else if !answerOverlay(key) {
                press(key)
            }
        }
    }

    /// What a key means for what lies over the screen; true when it means nothing else.
    private func answerOverlay(_ key: TerminalKey) -> Bool {
        guard let overlay = screen.overlay else { return false }
        screen.overlay = nil
        switch (overlay, key) {
        case (.confirmEnd, .character(UInt8(ascii: "q"))), (.confirmEnd, .character(UInt8(ascii: "y"))),
            (.confirmEnd, .enter):
            endRun(sits: false)
            return true
        case (.confirmEnd, .character(UInt8(ascii: "s"))):
            endRun(sits: true)
            return true
        case (.confirmEnd, _), (.help, .character(UInt8(ascii: "?"))), (.help, .character(UInt8(ascii: "h"))),
            (.help, .escape):
            return true
        // Who reads the help wants to try the keys.
        case (.help, _): return false
        }
    }

    private func press(_ key: TerminalKey) {
        switch key {
        case .character(UInt8(ascii: "q")): askForEnd()
        case .character(UInt8(ascii: " ")): program.run.togglePause(at: program.now)
        case .character(UInt8(ascii: "l")): program.run.note(.lap, at: program.now)
        case .character(UInt8(ascii: "m")): program.run.note(.mark(""), at: program.now)
        case let key where pressTimeKey(key) || pressPracticeKey(key): break
        case .character(let key) where (0x31...0x39).contains(key): choose(Int(key) - 0x31)
        case .character(let key) where screen.press(key): break
        default: if let key = GymKey(key) { program.demo?.press(key) }
        }
    }

    /// A run is not ended by one key that was hit in running; a search is.
    private func askForEnd() {
        if program.run.session.hasBegun {
            screen.overlay = .confirmEnd(isKept: program.run.isBeingKept)
        } else {
            program.end()
        }
    }

    /// Ends the run: then how it feels may be asked, and who wants to sits down.
    private func endRun(sits: Bool) {
        guard sits || look.asksFeelings, let result = program.finishRun() else { return program.end() }
        let after = LiveAfter(program, result, asksFeeling: look.asksFeelings, sits: sits)
        self.after = after
        timeWentOn()
    }

    /// Stops until the shell lets the program go on. Sensors that tell something meanwhile are not heard.
    private func suspend() {
        terminal.suspend()
        shown = nil
        program.demo?.restartClock()
    }

    /// Ends the program without the terminal, with the time it takes to let the sensors go.
    private func leave() {
        if isGone { return }
        isGone = true
        for descriptor in terminal.descriptors { program.loop.unwatch(descriptor) }
        program.end()
    }

    private func choose(_ index: Int) {
        guard !program.run.session.hasBegun, choices.indices.contains(index) else { return }
        program.choose(choices[index])
    }

    // MARK: - Drawing

    private func drawIfDue() {
        guard isDirty, !isDrawingLater || isUrgent else { return }
        let next = lastDrawn + Self.frameMicroseconds
        if isUrgent || MonotonicClock.nowMicroseconds >= next { return draw() }
        isDrawingLater = true
        program.loop.schedule(atMicroseconds: next) { [weak self] in
            self?.isDrawingLater = false
            self?.drawIfDue()
        }
    }

    private func frame(columns: Int, rows: Int) -> Frame {
        if let after { return after.screen(isQuiet: screen.isQuiet).frame(columns: columns, rows: rows) }
        guard program.run.session.hasBegun else { return search().frame(columns: columns, rows: rows) }
        var screen = screen
        if isAskingFeeling { screen.notice = screen.notice ?? LogSaying.feelingBefore.text() }
        return screen.frame(columns: columns, rows: rows)
    }

    private func ring() {
        if !isGone { try? terminal.show([0x07]) }
    }

    private func draw() {
        if isGone { return }
        isDirty = false
        isUrgent = false
        lastDrawn = MonotonicClock.nowMicroseconds
        screen.playback = playback
        let size = terminal.size
        let frame = frame(columns: size.columns, rows: size.rows)
        let bytes = encoder.bytes(from: shown, to: frame)
        if bytes.isEmpty { return }
        do throws(SystemFailure) {
            try terminal.show(bytes)
            shown = frame
        } catch {
            // The terminal is gone; the run is kept.
            leave()
        }
    }
}

extension GymKey {
    /// The key of a treadmill's console that a terminal's key stands for.
    fileprivate init?(_ key: TerminalKey) {
        switch key {
        case .up: self = .faster
        case .down: self = .slower
        case .right, .character(UInt8(ascii: "+")): self = .steeper
        case .left, .character(UInt8(ascii: "-")): self = .flatter
        default: return nil
        }
    }
}
