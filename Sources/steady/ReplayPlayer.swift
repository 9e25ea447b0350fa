import Dashboard
import RunEngine

/// A capture that is played to any of its moments, onward or back, and what is to be seen there.
///
/// What it shows at a moment is what playing to it from the beginning shows: going back is going on from a copy of an
/// earlier state. The copies are made once, while the capture is read through to learn how long it is.
struct ReplayPlayer: ~Copyable {
    /// A jump plays an eighth of an hour of a capture of ten hours at most; a state takes some 100 kB.
    private static let checkpointCount = 64
    private static let checkpointMicroseconds: Int64 = 60_000_000

    private struct State {
        var run: ReplayRun.Mark
        var shown: RunSoFar
    }

    private var run: ReplayRun
    private var checkpoints: Checkpoints<State>
    /// What became known up to the moment that was reached.
    private(set) var shown: RunSoFar
    /// The moment of the recording that was reached, and those between which it can lie, in microseconds since 1970.
    private(set) var reached: Int64
    let first: Int64
    private(set) var last: Int64
    /// How long the session is, in ms.
    private(set) var totalMilliseconds: Int64 = 0
    /// Inputs that were played since the capture was read through: what moving about costs.
    private(set) var playedCount = 0

    /// Reads a capture through; fails when there is no run in it. `endMilliseconds`: where to stop, in session time.
    static func reading(_ path: String, settings: RunSettings, endMilliseconds: Int64?) throws -> ReplayPlayer {
        var run = try ReplayRun(path: path, settings: settings, endMilliseconds: endMilliseconds)
        var seen = RunSoFar()
        let first = try run.begin { seen.apply($0) } ?? 0
        var player = ReplayPlayer(run, shown: seen, at: first)
        try player.readThrough()
        return player
    }

    private init(_ run: consuming ReplayRun, shown: RunSoFar, at first: Int64) {
        checkpoints = Checkpoints(capacity: Self.checkpointCount, spacing: Self.checkpointMicroseconds)
        checkpoints.keep(State(run: run.mark, shown: shown), at: first)
        self.run = run
        self.shown = shown
        self.first = first
        reached = first
        last = first
    }

    private mutating func readThrough() throws {
        try play(to: .max)
        last = reached
        try run.finish { _ in }
        totalMilliseconds = run.positionMilliseconds ?? 0
        try restore(checkpoints.kept[0])
        try play(to: first)
        playedCount = 0
    }

    /// What was fixed when the session began.
    var header: SessionHeader? { run.session.header }

    /// Session time reached, in ms.
    var positionMilliseconds: Int64? { run.positionMilliseconds }

    /// When the next input comes; `nil` when nothing comes any more.
    mutating func nextUnixMicroseconds() throws -> Int64? { try run.nextUnixMicroseconds() }

    /// Plays what comes up to a moment, or until `isEnough`; false when the capture is at its end.
    @discardableResult
    mutating func play(to moment: Int64, isEnough: () -> Bool = { false }) throws -> Bool {
        while let next = try run.nextUnixMicroseconds() {
            if next > moment {
                pass(to: moment)
                return true
            }
            reached = max(reached, next)
            let isOn = try run.step { shown.apply($0) }
            playedCount += 1
            if !isOn { return false }
            if run.isBetweenPieces, checkpoints.wants(reached) {
                checkpoints.keep(State(run: run.mark, shown: shown), at: reached)
            }
            if isEnough() { return true }
        }
        return false
    }

    /// Goes to a moment, wherever it lies; false when that is the end of the capture or beyond.
    @discardableResult
    mutating func go(to moment: Int64) throws -> Bool {
        let moment = max(moment, first)
        let checkpoint = checkpoints.latest(notAfter: moment)
        if let checkpoint, moment < reached || checkpoint.time > reached {
            try restore(checkpoint)
        }
        return try play(to: moment)
    }

    /// Ends the session at the moment that was reached, and answers its totals.
    mutating func finish() throws -> RunSummary {
        var summary = RunSummary()
        try run.finish { event in if case .summary(let totals) = event { summary = totals } }
        return summary
    }

    private mutating func restore(_ checkpoint: (time: Int64, state: State)) throws {
        try run.go(to: checkpoint.state.run)
        shown = checkpoint.state.shown
        reached = checkpoint.time
    }

    /// Lets time pass in which nothing comes.
    private mutating func pass(to moment: Int64) {
        reached = max(reached, moment)
        run.advance(toUnixMicroseconds: moment) { shown.apply($0) }
    }
}
