import Dashboard
import Practice
import RunEngine
import UnixIO

/// Plays a capture on the screen, with keys for pause, seek and speed.
struct ReplayScreen: ~Copyable {
    /// The most wanted first: a narrow screen leaves the last ones out.
    static let keys = [
        KeyHint("space", "pause"), KeyHint("q", "end"), KeyHint("left right", "seek"), KeyHint("up down", "speed"),
        KeyHint("?", "help"), KeyHint("b", "big"), KeyHint("t", "theme"), KeyHint("v", "quiet"),
        KeyHint("page up down", "5 min"), KeyHint("home end", "the ends"),
    ]
    private static let stepMicroseconds: Int64 = 30_000_000
    private static let pageMicroseconds: Int64 = 300_000_000
    /// Drawing more often than this serves no eye.
    private static let frameMicroseconds: Int64 = 100_000

    private let encoder: TerminalEncoder
    private var terminal: Terminal
    private var player: ReplayPlayer
    private var screen = RunScreen()
    private var shown: Frame?
    private var clock: ReplayClock
    private var isPaused = false
    private var isOver = false
    private var lastDrawn: Int64 = 0

    /// Takes the terminal over; `nil` when there is none.
    init?(_ player: consuming ReplayPlayer, title: String, rate: Double?) {
        guard let terminal = Terminal() else { return nil }
        self.terminal = terminal
        encoder = .fitting
        clock = ReplayClock(rate: rate, at: player.reached)
        screen.playback = Playback(title: title, totalMilliseconds: player.totalMilliseconds)
        screen.keys = Self.keys
        self.player = player
    }

    /// Where the runner was in their plan.
    var plan: PlanFollower? { player.shown.plan }

    /// What was fixed when the session began.
    var header: SessionHeader? { player.header }

    /// Plays to the end, or until the runner ends it; answers the totals up to there.
    mutating func play() throws -> RunSummary {
        while !isOver {
            if !isPaused { try playOn() }
            try draw()
            if !isOver { try handle(terminal.wait(untilMicroseconds: try nextWake())) }
        }
        return try player.finish()
    }

    // MARK: Time

    /// Plays what is due; as fast as it goes, for the time of a frame.
    private mutating func playOn() throws {
        let frameEnd = MonotonicClock.nowMicroseconds + Self.frameMicroseconds / 2
        isOver = try !player.play(to: clock.time) { MonotonicClock.nowMicroseconds >= frameEnd }
    }

    /// When there is something to do next, on the monotonic clock.
    private mutating func nextWake() throws -> Int64 {
        let now = MonotonicClock.nowMicroseconds
        if isPaused { return now + 3_600_000_000 }
        guard clock.rate != nil else { return now }
        let second = clock.moment(of: player.reached + 1_000_000)
        let input = try player.nextUnixMicroseconds().map { clock.moment(of: $0) } ?? now
        return max(min(second, input), lastDrawn + Self.frameMicroseconds)
    }

    /// Goes to a moment; behind the end of the capture lies nothing.
    private mutating func seek(to moment: Int64) throws {
        isOver = try !player.go(to: moment)
        restartClock()
    }

    /// The end is stayed at: the run as it was then is what one came for.
    private mutating func seekEnd() throws {
        try player.go(to: player.last)
        isPaused = true
    }

    private mutating func restartClock(rate: Double?) {
        clock = ReplayClock(rate: rate, at: player.reached)
    }

    private mutating func restartClock() { restartClock(rate: clock.rate) }

    // MARK: Keys and screen

    private mutating func handle(_ event: Terminal.Event) throws {
        if case .key(let key) = event, screen.overlay != nil {
            screen.overlay = nil
            if [.escape, .character(UInt8(ascii: "?")), .character(UInt8(ascii: "h"))].contains(key) { return }
        }
        switch event {
        case .timeout: break
        case .resized, .continued: shown = nil
        case .suspended, .key(.suspend): suspend()
        case .terminated, .key(.interrupt): isOver = true
        case .key(.character(let key)): press(key)
        case .key(.left): try seek(to: player.reached - Self.stepMicroseconds)
        case .key(.right): try seek(to: player.reached + Self.stepMicroseconds)
        case .key(.pageUp): try seek(to: player.reached - Self.pageMicroseconds)
        case .key(.pageDown): try seek(to: player.reached + Self.pageMicroseconds)
        case .key(.home): try seek(to: player.first)
        case .key(.end): try seekEnd()
        case .key(.up): restartClock(rate: ReplayClock.faster(than: clock.rate))
        case .key(.down): restartClock(rate: ReplayClock.slower(than: clock.rate))
        case .key: break
        }
    }

    private mutating func press(_ key: UInt8) {
        switch key {
        case UInt8(ascii: "q"): isOver = true
        case UInt8(ascii: " "):
            isPaused.toggle()
            restartClock()
        default: _ = screen.press(key)
        }
    }

    /// Stops until the shell lets the program go on; the recording stands still meanwhile.
    private mutating func suspend() {
        terminal.suspend()
        shown = nil
        restartClock()
    }

    private mutating func draw() throws {
        screen.playback?.isPaused = isPaused
        screen.playback?.speed = clock.rateText
        screen.playback?.positionMilliseconds = player.positionMilliseconds
        screen.run = player.shown
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
