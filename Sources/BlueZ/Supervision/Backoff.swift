/// How long to wait before the next attempt: not at all, then 1, 2, 4, 8, 15 s, a fifth more or less by chance.
///
/// Two sensors that fail together are not tried together for ever; and a sensor that is away costs little.
struct Backoff: Equatable, Sendable {
    private var failures = 0
    private var noise: UInt64
    private let first: Int64
    private let longest: Int64

    /// A backoff whose chance comes from a seed: equal seeds wait equally long.
    init(seed: UInt64, timing: SupervisorTiming) {
        noise = seed | 1
        first = timing.firstWait
        longest = timing.longestWait
    }

    /// Something failed; answers how long to wait, in microseconds.
    mutating func nextWait() -> Int64 {
        defer { failures = min(failures + 1, 8) }
        if failures == 0 { return 0 }
        let wait = min(first << Int64(min(failures - 1, 4)), longest)
        // xorshift: a fifth is all that is asked of it.
        noise ^= noise << 13
        noise ^= noise >> 7
        noise ^= noise << 17
        return wait - wait / 5 + Int64(noise % UInt64(wait / 5 * 2 + 1))
    }

    /// It works again.
    mutating func reset() { failures = 0 }
}
