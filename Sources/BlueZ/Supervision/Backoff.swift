/// How long to wait before the next attempt: not at all, then 1, 2, 4, 8, 15 s, a fifth more or less by chance.
///
/// Two sensors that fail together are not tried together for ever; and a sensor that is away costs little.
struct Backoff: Equatable, Sendable {
    private var failures = 0
    private var noise: UInt64

    /// A backoff whose chance comes from a seed: equal seeds wait equally long.
    init(seed: UInt64) { noise = seed | 1 }

    private static let longest: Int64 = 15_000_000

    /// Something failed; answers how long to wait, in microseconds.
    mutating func nextWait() -> Int64 {
        defer { failures += 1 }
        if failures == 0 { return 0 }
        let wait = min(1_000_000 << Int64(min(failures - 1, 4)), Self.longest)
        // xorshift: a fifth is all that is asked of it.
        noise ^= noise << 13
        noise ^= noise >> 7
        noise ^= noise << 17
        return wait - wait / 5 + Int64(noise % UInt64(wait / 5 * 2))
    }

    /// It works again.
    mutating func reset() { failures = 0 }
}
