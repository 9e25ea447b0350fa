/// The distance of a session, from the machine's own counter where it has one that counts, else from our integral.
///
/// - The counter counts in differences from the first number it told, so what it stood at does not matter.
/// - A drop (the machine was reset), or a rise that means more than 40 km/h over the time it took plus 50 m, is a new
///   base and no distance. So the distance never falls.
/// - Nothing is added while the runner pauses, nor over a silence in which they paused.
/// - Before a machine tells a counter, and from when its counter has stood still while the belt covered 200 m, the
///   integral of the belt's speed counts.
struct DistanceMeter: Equatable, Sendable {
    /// Since the session began, in mm.
    private(set) var millimetres: Int64 = 0
    /// What of the machine's own counting is plausible, in mm, over all resets; `nil` for a machine that never counted.
    private(set) var countedMillimetres: Int64?

    /// What the counter told last.
    private struct Base: Equatable, Sendable {
        var metres: Int64
        /// In ms.
        var time: Int64
    }

    /// What the next number is compared with; `nil` when that is only to become the base.
    private var base: Base?
    /// True once the machine has told a counter.
    private var hasCounter = false
    /// True when the counter was found to stand still.
    private var isCounterStuck = false
    /// The integral, in mm, that is accounted for in ``millimetres`` one way or the other.
    private var settledIntegral: Int64 = 0

    /// How far the belt runs, in mm, before a counter is known to stand still.
    static let stuckAfter: Int64 = 200_000
    private static let slack: Int64 = 50_000

    /// True while the machine's own counter is what counts.
    private var isCounting: Bool { hasCounter && !isCounterStuck }

    /// Follows the integral of the belt's speed, in mm.
    mutating func follow(integral: Int64) {
        if isCounting {
            guard integral - settledIntegral >= Self.stuckAfter else { return }
            isCounterStuck = true
        }
        millimetres += integral - settledIntegral
        settledIntegral = integral
    }

    /// Follows the machine's counter, in m, at a time in ms, when the integral stands at so many mm.
    mutating func follow(counter metres: UInt32, at time: Int64, integral: Int64, isPaused: Bool) {
        let old = base
        base = Base(metres: Int64(metres), time: time)
        hasCounter = true
        guard let old else { return }
        let rise = Int64(metres) - old.metres
        guard rise != 0 else { return }
        if rise > 0, !isPaused, Self.isPlausible(rise: rise, within: time - old.time) {
            countedMillimetres = (countedMillimetres ?? 0) + rise * 1000
            if isCounting { millimetres += rise * 1000 }
        }
        settledIntegral = integral
        isCounterStuck = false
    }

    /// The runner paused: what the counter does until it is told again is no distance.
    mutating func forgetBase() {
        base = nil
    }

    /// Another machine follows, with a counter of its own or none.
    mutating func forgetMachine() {
        base = nil
        hasCounter = false
        isCounterStuck = false
    }

    /// Judges a rise in m within a time in ms: 40 km/h are 100 mm in 9 ms.
    static func isPlausible(rise metres: Int64, within time: Int64) -> Bool {
        (metres * 1000 - slack) * 9 <= time * 100
    }
}
