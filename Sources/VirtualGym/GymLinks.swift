/// The links to the gym's sensors: whether they carry anything, and how late.
struct GymLinks: Sendable {
    /// A link to a sensor.
    struct Link: Sendable {
        let sensor: GymSensor
        /// What breaks it.
        let fault: GymFault
        /// True while there is a link.
        var isUp = true
        /// True for a link that was there for the whole second.
        var carriesValues = true
    }

    /// A link that was lost or found again.
    struct Change {
        enum Kind { case lost, found }
        var sensor: GymSensor
        var kind: Kind
    }

    private(set) var heartRate: Link
    private(set) var treadmill: Link
    private var chance: SplitMix64

    init(heartRate sensor: GymSensor, seed: UInt64) {
        heartRate = Link(sensor: sensor, fault: .strapLinkLost)
        treadmill = Link(sensor: .treadmill, fault: .treadmillLinkLost)
        chance = SplitMix64(seed: seed)
    }

    /// What changes with a second.
    mutating func follow(_ faults: FaultClock, atSecond second: Int) -> [Change] {
        [heartRate.follow(faults, second), treadmill.follow(faults, second)].compactMap(\.self)
    }

    /// How late the values of a second come, in ms: each sensor has its own time, and the air some play.
    mutating func delays() -> (heartRate: Int64, treadmill: Int64) {
        (Int64(150 + chance.below(60)), Int64(480 + chance.below(80)))
    }
}

extension GymLinks.Link {
    fileprivate mutating func follow(_ faults: FaultClock, _ second: Int) -> GymLinks.Change? {
        let wasUp = isUp
        isUp = !faults.has(fault, atSecond: second)
        carriesValues = wasUp && isUp
        if wasUp == isUp { return nil }
        return GymLinks.Change(sensor: sensor, kind: isUp ? .found : .lost)
    }
}
