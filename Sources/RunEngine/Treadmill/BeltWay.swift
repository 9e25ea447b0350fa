/// How far and how long the belt has moved by the speeds it told, for comparing other fields with.
///
/// A speed counts until the next one, but no longer than a hold. From when the belt stands, or nothing is known of its
/// speed, a new stretch begins: what is compared must lie in one stretch. Runs on in the runner's own pauses, as the
/// machine's counters do.
struct BeltWay: Sendable {
    /// Slower than this, in 0.01 km/h, the belt is taken to stand: no treadmill walks so slowly.
    static let leastSpeedCentiKmH: UInt16 = 100

    /// Counts the unbroken stretches.
    private(set) var stretch = 0
    /// Time in which the belt moved, in ms.
    private(set) var movedMilliseconds: Int64 = 0
    /// The sum of speed x time, in 0.01 km/h x ms: 360 make a mm. The longest session of the fastest belt fits.
    private var sum: Int64 = 0
    /// The last speed, in 0.01 km/h, and when it was told, in ms; `nil` while the belt stands or is not known of.
    private var speed: (centiKmH: Int64, toldAt: Int64)?
    /// Up to when ``sum`` reaches, in ms.
    private var reached: Int64 = 0

    /// In mm.
    var millimetres: Int64 { sum / 360 }

    var isMoving: Bool { speed != nil }

    /// Goes on to a time in ms, at the speed told last while that is no older than `hold`.
    mutating func advance(to time: Int64, hold: Int64) {
        let passed = max(0, time - reached)
        reached = max(reached, time)
        guard let speed else { return }
        if reached - speed.toldAt > hold {
            self.speed = nil
            stretch += 1
        } else {
            sum += speed.centiKmH * passed
            movedMilliseconds += passed
        }
    }

    /// The belt's speed, in 0.01 km/h, from the time reached on.
    mutating func tell(_ speedCentiKmH: UInt16) {
        if speedCentiKmH >= Self.leastSpeedCentiKmH {
            speed = (Int64(speedCentiKmH), reached)
        } else if speed != nil {
            speed = nil
            stretch += 1
        }
    }
}
