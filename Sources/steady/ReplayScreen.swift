import Dashboard
import RunEngine
import UnixIO

/// Plays a capture on the screen, with keys for pause, seek and speed.
struct ReplayScreen: ~Copyable {
    /// The most wanted first: a narrow screen leaves the last ones out.
    static let keys = [
        KeyHint("space", "pause"), KeyHint("q", "end"), KeyHint("left right", "seek"), KeyHint("up down", "speed"),
        KeyHint("v", "quiet view"),
    ]
    private static let seekMicroseconds: Int64 = 30_000_000
    /// Drawing more often than this serves no eye.
    private static let frameMicroseconds: Int64 = 50_000
    private static let rates = 0.25...1024.0

    private let path: String
    private let settings: RunSettings
    private let endMilliseconds: Int64?
    private let encoder: TerminalEncoder
    private var terminal: Terminal
    private var run: ReplayRun
    private var screen: RunScreen
    private var shown: Frame?
    private var clock: ReplayClock
    private var isPaused = false
    private var isOver = false
    /// The time of the recording that was reached.
    private var reached: Int64
    private var lastDrawn: Int64 = 0

    /// How long the session of a capture is in ms; fails when there is none in it.
    static func length(of path: String, settings: RunSettings) throws -> Int64 {
        var run = try ReplayRun(path: path, settings: settings, endMilliseconds: nil)
        while try run.step({ _ in }) {}
        try run.finish { _ in }
        return run.positionMilliseconds ?? 0
    }

    /// Takes the terminal over; `nil` when there is none.
    init?(
        path: String,
        settings: RunSettings,
        rate: Double?,
        totalMilliseconds: Int64,
        endMilliseconds: Int64?,
        colours: TerminalEncoder.Colours
    ) throws {
        var run = try ReplayRun(path: path, settings: settings, endMilliseconds: endMilliseconds, isQuiet: true)
        var screen = RunScreen()
        let first = try run.begin { screen.apply($0) } ?? 0
        guard let terminal = Terminal() else { return nil }
        self.path = path
        self.settings = settings
        self.endMilliseconds = endMilliseconds
        self.run = run
        self.terminal = terminal
        encoder = TerminalEncoder(colours: colours, glyphs: TerminalEncoder.fitting.glyphs)
        clock = ReplayClock(rate: rate, atUnixMicroseconds: first)
        reached = first
        let name = path.lastPathComponent
        screen.playback = Playback(title: name, totalMilliseconds: totalMilliseconds)
        screen.keys = Self.keys
        self.screen = screen
    }

    /// What was fixed when the session began.
    var header: SessionHeader? { run.session.header }

    /// Plays to the end, or until the runner ends it; answers the totals up to there.
    mutating func play() throws -> RunSummary {
        while !isOver {
            if !isPaused { try playOn() }
            try draw()
            if !isOver { try handle(terminal.wait(untilMicroseconds: try nextWake())) }
        }
        var summary = RunSummary()
        try run.finish { event in if case .summary(let totals) = event { summary = totals } }
        return summary
    }

    // MARK: Time

    /// Plays what is due; as fast as it goes, for the time of a frame.
    private mutating func playOn() throws {
        let now = clock.unixMicroseconds
        let frameEnd = MonotonicClock.nowMicroseconds + Self.frameMicroseconds
        try play(to: now) { MonotonicClock.nowMicroseconds >= frameEnd }
        guard clock.rate != nil, !isOver else { return }
        reached = max(reached, now)
        run.advance(toUnixMicroseconds: now) { screen.apply($0) }
    }

    /// Plays the inputs up to a time of the recording, or until `isEnough`.
    private mutating func play(to time: Int64, isEnough: () -> Bool = { false }) throws {
        while let next = try run.nextUnixMicroseconds() {
            if next > time { return }
            reached = max(reached, next)
            if try !run.step({ screen.apply($0) }) { break }
            if isEnough() { return }
        }
        isOver = true
    }

    /// When there is something to do next, on the monotonic clock.
    private mutating func nextWake() throws -> Int64 {
        let now = MonotonicClock.nowMicroseconds
        if isPaused { return now + 3_600_000_000 }
        guard clock.rate != nil else { return now }
        let second = clock.moment(ofUnixMicroseconds: reached + 1_000_000)
        let input = try run.nextUnixMicroseconds().map { clock.moment(ofUnixMicroseconds: $0) } ?? now
        return max(min(second, input), lastDrawn + Self.frameMicroseconds)
    }

    private mutating func seek(by microseconds: Int64) throws {
        let target = reached + microseconds
        if microseconds < 0 {
            run = try ReplayRun(path: path, settings: settings, endMilliseconds: endMilliseconds, isQuiet: true)
            reached = try run.begin { screen.apply($0) } ?? 0
        }
        try play(to: target)
        if isOver { return }
        reached = max(reached, target)
        run.advance(toUnixMicroseconds: reached) { screen.apply($0) }
        clock = ReplayClock(rate: clock.rate, atUnixMicroseconds: reached)
    }

    private mutating func setRate(_ rate: Double) {
        let limits = Self.rates
        clock = ReplayClock(rate: min(max(rate, limits.lowerBound), limits.upperBound), atUnixMicroseconds: reached)
    }

    // MARK: Keys and screen

    private mutating func handle(_ event: Terminal.Event) throws {
        switch event {
        case .timeout: break
        case .resized: shown = nil
        case .terminated, .key(.interrupt), .key(.character(UInt8(ascii: "q"))): isOver = true
        case .key(.character(UInt8(ascii: " "))):
            isPaused.toggle()
            clock = ReplayClock(rate: clock.rate, atUnixMicroseconds: reached)
        case .key(.character(UInt8(ascii: "v"))): screen.isQuiet.toggle()
        case .key(.left): try seek(by: -Self.seekMicroseconds)
        case .key(.right): try seek(by: Self.seekMicroseconds)
        case .key(.up): setRate((clock.rate ?? Self.rates.upperBound) * 2)
        case .key(.down): setRate((clock.rate ?? Self.rates.upperBound) / 2)
        case .key: break
        }
    }

    private mutating func draw() throws {
        screen.playback?.isPaused = isPaused
        screen.playback?.speed = clock.rate.map { "\(SpeedArgument(rate: $0).defaultValueDescription)x" } ?? "max"
        screen.playback?.positionMilliseconds = run.positionMilliseconds
        let size = terminal.size
        let frame = screen.frame(columns: size.columns, rows: size.rows)
        let bytes = encoder.bytes(from: shown, to: frame)
        lastDrawn = MonotonicClock.nowMicroseconds
        if bytes.isEmpty { return }
        do {
            try terminal.show(bytes)
        } catch {
            throw CommandFailure(error)
        }
        shown = frame
    }
}
