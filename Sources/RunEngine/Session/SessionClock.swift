/// Turns the times of a recording into the time of its session.
///
/// Three rules, so that any `Int64` may come:
/// - A time before now is taken as now.
/// - In a silence, the session's time runs on for ``longestSilence`` and then stands until the next input. A longer
///   jump is a clock that was set, or a runner who went home: in neither case is it time of a run.
/// - No session is longer than ``longestSession``.
struct SessionClock: Equatable, Sendable {
    /// Six hours, in microseconds.
    static let longestSilence: Int64 = 6 * 3_600_000_000
    /// Some 285 years in microseconds: what the zone engine can still sum up.
    static let longestSession: Int64 = 1 << 53

    /// The recording's time, in microseconds, at which the session's time would be zero.
    private var origin: Int64
    /// The session's time in microseconds.
    private var elapsed: Int64 = 0
    /// The session's time of the last input, in microseconds.
    private var lastInput: Int64 = 0

    /// A clock that shows zero at a time of the recording, in microseconds.
    init(zeroAt first: Int64) {
        origin = first
    }

    /// Session time in whole ms.
    var milliseconds: Int64 { elapsed / 1000 }

    /// Session time of the last input in whole ms.
    var lastInputMilliseconds: Int64 { lastInput / 1000 }

    /// The time of the recording, in microseconds, at which the clock will show a session time in ms, as far as is known
    /// now: the next input may cut a silence short.
    func time(ofMilliseconds milliseconds: Int64) -> Int64 {
        let (product, isTooLong) = milliseconds.multipliedReportingOverflow(by: 1000)
        let (time, isTooLate) = origin.addingReportingOverflow(product)
        return isTooLong || isTooLate ? .max : time
    }

    /// Moves on to a time of the recording, in microseconds.
    mutating func advance(to time: Int64) {
        elapsed = sessionTime(of: time)
    }

    /// Notes that an input came at the time last moved on to, and leaves out what was cut from the silence before it.
    mutating func noteInput(at time: Int64) {
        lastInput = elapsed
        if Self.difference(time, origin) > elapsed { origin = time - elapsed }
    }

    private func sessionTime(of time: Int64) -> Int64 {
        let latest = min(lastInput + Self.longestSilence, Self.longestSession)
        return max(elapsed, min(Self.difference(time, origin), latest))
    }

    /// `later - earlier`, or the nearest number that there is.
    private static func difference(_ later: Int64, _ earlier: Int64) -> Int64 {
        let (difference, overflow) = later.subtractingReportingOverflow(earlier)
        return overflow ? (later < earlier ? .min : .max) : difference
    }
}
