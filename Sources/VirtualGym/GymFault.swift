/// What may go wrong in a gym, for a while.
public enum GymFault: String, CaseIterable, Sendable {
    /// The link to the strap is lost.
    case strapLinkLost = "strap_link_lost"
    /// The strap says that it has no contact with the skin, and has no reading.
    case contactLost = "contact_lost"
    /// The strap repeats its last heart rate and tells no beats, as one does that was taken off.
    case heartRateFrozen = "heart_rate_frozen"
    /// The optical sensor counts steps for beats. A strap does not: it hears the heart.
    case cadenceLocked = "cadence_locked"
    /// The link to the treadmill is lost.
    case treadmillLinkLost = "treadmill_link_lost"
    /// The strap's battery is nearly empty.
    case batteryLow = "battery_low"
    /// The runner stands on the rails, and the belt runs on.
    case steppedOff = "stepped_off"
}

/// Which faults there are now, and until when.
struct FaultClock: Sendable {
    /// In s since the gym opened: the first second without it.
    private var ends: [GymFault: Int] = [:]

    /// A fault is there from now on, for so many seconds at least.
    mutating func begin(_ fault: GymFault, atSecond second: Int, seconds: Int) {
        ends[fault] = max(ends[fault] ?? 0, second + seconds)
    }

    func has(_ fault: GymFault, atSecond second: Int) -> Bool { ends[fault].map { second < $0 } ?? false }
}
