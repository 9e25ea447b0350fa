/// Watches for recoveries: the belt slows down to 5 km/h or less, or stops, after at least 5 min of main part.
///
/// - The effort is the last 10 s of the main part: up to the slowing down, or up to the beginning of a cool-down that
///   the belt followed within 10 s. The recovery is from 55 to 65 s after the slowing down. In both the heart rate must
///   be known throughout.
/// - A belt that goes above 5 km/h again, or whose speed is no longer known, ends the watch. A belt's pause stands.
/// - Of several recoveries in a run, the last one counts.
struct RecoveryWatch: Sendable {
    static let slowCentiKmH = 500
    static let shortestMain: Int64 = 300_000
    static let effortSpan: Int64 = 10_000
    static let windowStart: Int64 = 55_000
    static let windowEnd: Int64 = 65_000

    /// What came just before, of what was going on.
    private struct Before: Equatable, Sendable {
        var isFast: Bool
        var isRunning: Bool
        var phase: PhaseState
    }

    /// A median of the last seconds of a main part, and when that ended, in ms.
    private struct Effort: Equatable, Sendable {
        var bpm: Int
        var end: Int64
    }

    /// A recovery under way.
    private struct Pending: Sendable {
        var effortBPM: Int
        var start: Int64
        var readings = ReadingWindow()
        var standingTime: Int64 = 0
        var reached: Int64

        var result: HeartRateRecovery? {
            guard reached >= start + windowEnd, let recovered = readings.medianBPM else { return nil }
            return HeartRateRecovery(
                effortBPM: effortBPM,
                recoveredBPM: recovered,
                manner: 2 * standingTime > windowEnd ? .standing : .walking,
                atMilliseconds: start
            )
        }
    }

    private var mainTime: Int64 = 0
    private var before: Before?
    /// Since when the heart rate has been known, in ms.
    private var knownSince: Int64?
    private var recent = ReadingWindow()
    private var mainEffort: Effort?
    private var pending: Pending?
    private var finished: HeartRateRecovery?

    /// The last recovery so far, its time in ms since the run began.
    var recovery: HeartRateRecovery? { pending?.result ?? finished }

    mutating func add(bpm: Int, at time: Int64) {
        recent.append(Reading(time: time, bpm: bpm))
        recent.keep(after: time - Self.effortSpan)
        guard let start = pending?.start else { return }
        if (start + Self.windowStart...start + Self.windowEnd).contains(time) {
            pending?.readings.append(Reading(time: time, bpm: bpm))
        }
    }

    mutating func pass(_ stretch: Stretch) {
        let speed = stretch.session == .pausedBelt ? 0 : stretch.speedCentiKmH
        noteBoundary(at: stretch.from, speed: speed, phase: stretch.phase)
        if stretch.heartRateBPM == nil {
            knownSince = nil
        } else if knownSince == nil {
            knownSince = stretch.from
        }
        follow(stretch, speed: speed)
        if stretch.isRunning, stretch.phase == .main { mainTime += stretch.duration }
        before = Before(
            isFast: speed.map { $0 > Self.slowCentiKmH } ?? false,
            isRunning: stretch.isRunning,
            phase: stretch.phase
        )
    }

    /// Sees whether the main part ends here, or the belt slows down.
    private mutating func noteBoundary(at time: Int64, speed: Int?, phase: PhaseState) {
        guard let before, before.isRunning, before.isFast else { return }
        if before.phase == .main, phase != .main { mainEffort = effort(until: time) }
        guard let speed, speed <= Self.slowCentiKmH, mainTime >= Self.shortestMain else { return }
        let last = before.phase == .main ? effort(until: time) : mainEffort
        guard let last, time - last.end <= Self.effortSpan else { return }
        if let result = pending?.result { finished = result }
        pending = Pending(effortBPM: last.bpm, start: time, reached: time)
    }

    private mutating func effort(until time: Int64) -> Effort? {
        recent.keep(after: time - Self.effortSpan)
        guard let knownSince, time - knownSince >= Self.effortSpan else { return nil }
        return recent.medianBPM.map { Effort(bpm: $0, end: time) }
    }

    private mutating func follow(_ stretch: Stretch, speed: Int?) {
        guard let watched = pending else { return }
        let end = watched.start + Self.windowEnd
        if stretch.from >= end {
            // A reading at the very end comes after the stretch that ends there.
            finished = watched.result ?? finished
            pending = nil
            return
        }
        let isUnknown = stretch.heartRateBPM == nil
        let inWindow = stretch.overlap(from: watched.start + Self.windowStart, to: end)
        guard let speed, speed <= Self.slowCentiKmH, !(isUnknown && inWindow > 0) else {
            pending = nil
            return
        }
        if speed == 0 { pending?.standingTime += stretch.overlap(from: watched.start, to: end) }
        pending?.reached = stretch.to
    }
}
