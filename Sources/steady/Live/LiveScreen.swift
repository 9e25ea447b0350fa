import BlueZ
import Dashboard
import EventLoop
import RunEngine
import SensorCodec
import UnixIO
import VirtualGym

/// A live run on the terminal: first the search for sensors, then the run.
final class LiveScreen: LiveWatcher {
    static let keys = [
        KeyHint("space", "pause"), KeyHint("q", "end and keep"), KeyHint("v", "quiet view"), KeyHint("l", "lap"),
        KeyHint("m", "mark"),
    ]
    /// The keys of a demo: those of its treadmill besides.
    static let demoKeys = [
        KeyHint("space", "pause"), KeyHint("q", "end"), KeyHint("up down", "speed"), KeyHint("left right", "incline"),
        KeyHint("v", "quiet view"), KeyHint("l", "lap"), KeyHint("m", "mark"),
    ]
    private static let searchKeys = [KeyHint("1-9", "choose"), KeyHint("q", "end")]
    /// Drawing more often than this serves no eye.
    private static let frameMicroseconds: Int64 = 100_000

    private let program: LiveProgram
    private var terminal: Terminal
    private let encoder: TerminalEncoder
    private var screen = RunScreen()
    private var shown: Frame?
    private var isDirty = true
    private var lastDrawn: Int64 = 0
    private var isDrawingLater = false
    /// The terminal is no more, or a signal ended the program: nothing is drawn or asked of it from then on.
    private var isGone = false
    /// Candidates by their keys, in the order in which they were heard: a key never means another device.
    private var choices: [BluetoothAddress] = []

    /// Plays a program on the terminal; answers the last session.
    static func play(_ program: LiveProgram) throws -> LiveProgram.Result? {
        guard let terminal = Terminal() else {
            throw CommandFailure(status: .usage, message: "the terminal cannot be drawn on; add --json, or | cat")
        }
        let screen = LiveScreen(program, terminal)
        program.run.watcher = screen
        return try screen.play()
    }

    private init(_ program: LiveProgram, _ terminal: consuming Terminal) {
        self.program = program
        self.terminal = terminal
        encoder = .fitting
        screen.keys = program.demo == nil ? Self.keys : Self.demoKeys
    }

    private func play() throws -> LiveProgram.Result? {
        do throws(SystemFailure) {
            for descriptor in terminal.descriptors {
                try program.loop.watch(descriptor) { [weak self] _ in self?.handleKeys() }
            }
        } catch {
            throw CommandFailure(error)
        }
        program.onTick = { [weak self] in self?.isDirty = true }
        program.loop.beforeWaiting { [weak self] in self?.drawIfDue() }
        return try program.play(watchesSignals: false)
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
        case .resized: shown = nil
        case .terminated: leave()
        case .key(.character(UInt8(ascii: "q"))): program.end()
        case .key(.interrupt): program.end(isInterrupt: true)
        case .key(.character(UInt8(ascii: " "))): program.run.togglePause(at: program.now)
        case .key(.character(UInt8(ascii: "l"))): program.run.note(.lap, at: program.now)
        case .key(.character(UInt8(ascii: "m"))): program.run.note(.mark(""), at: program.now)
        case .key(.character(UInt8(ascii: "v"))): screen.isQuiet.toggle()
        case .key(.character(let key)) where (0x31...0x39).contains(key): choose(Int(key) - 0x31)
        case .key(let key):
            if let key = GymKey(key) { program.demo?.press(key) }
        }
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
        guard isDirty, !isDrawingLater else { return }
        let next = lastDrawn + Self.frameMicroseconds
        if MonotonicClock.nowMicroseconds >= next { return draw() }
        isDrawingLater = true
        program.loop.schedule(atMicroseconds: next) { [weak self] in
            self?.isDrawingLater = false
            self?.draw()
        }
    }

    private func draw() {
        if isGone { return }
        isDirty = false
        lastDrawn = MonotonicClock.nowMicroseconds
        let size = terminal.size
        let frame =
            program.run.session.hasBegun
            ? screen.frame(columns: size.columns, rows: size.rows)
            : search().frame(columns: size.columns, rows: size.rows)
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

    private func search() -> SearchScreen {
        var search = SearchScreen(headline: headline, hint: hint)
        search.keys = Self.searchKeys
        let candidates = program.chooser.candidates
        for candidate in candidates where !choices.contains(candidate.device.address) {
            choices.append(candidate.device.address)
        }
        search.rows = candidates.map { candidate in
            let device = candidate.device
            let place = choices.firstIndex(of: device.address) ?? 9
            let isOpen = program.chooser.chosen[candidate.kind] == nil
            return SearchScreen.Row(
                key: isOpen && place < 9 ? Character("\(place + 1)") : nil,
                kind: candidate.kind,
                name: device.name,
                address: device.address,
                signalDBm: device.rssiDBm,
                state: LinkWords.word(for: program.source?.phase(of: device.address))
            )
        }
        search.rows += rememberedRows(besides: Set(candidates.map(\.device.address)))
        return search
    }

    private func rememberedRows(besides seen: Set<BluetoothAddress>) -> [SearchScreen.Row] {
        SensorKind.allCases.compactMap { kind in
            guard let address = program.chooser.chosen[kind], !seen.contains(address) else { return nil }
            return SearchScreen.Row(
                key: nil,
                kind: kind,
                name: program.name(of: address),
                address: address,
                signalDBm: nil,
                state: LinkWords.word(for: program.source?.phase(of: address))
            )
        }
    }

    private var headline: String {
        if let notice = screen.notice { return notice }
        if program.demo != nil { return "A demo: a virtual runner and treadmill, no hardware." }
        if program.isListeningAlong { return "Listening to what another program is connected to." }
        if program.chooser.needsChoice { return "Which are yours? Press a number." }
        return program.isHearing
            ? "Ready. The run begins with the first heartbeat or step." : "Looking for your sensors."
    }

    private var hint: String {
        program.isHearing || program.isListeningAlong || program.demo != nil
            ? "" : "Put the strap on, a little wet, and switch the treadmill on."
    }
}

extension GymKey {
    /// The key of a treadmill's console that a terminal's key stands for.
    fileprivate init?(_ key: Terminal.Key) {
        switch key {
        case .up: self = .faster
        case .down: self = .slower
        case .right, .character(UInt8(ascii: "+")): self = .steeper
        case .left, .character(UInt8(ascii: "-")): self = .flatter
        case .character, .interrupt: return nil
        }
    }
}
