import SensorCodec

/// The sensors that tell a heart rate of their own, and which of them is listened to.
///
/// - The first that sends is in use, until it is lost.
/// - A better one takes over when it has given usable readings for ``provingTime``; so does any other when the one in
///   use has given none for as long as it takes to be lost (a strap that lies in the wash goes on sending).
/// - One that is as good does not: two straps that take turns would be a heart rate that jumps.
///
/// The air is full of strangers: at most ``capacity`` are followed.
struct HeartRateSources: Sendable {
    static let capacity = 8
    /// For how long a better sensor has to be good, in ms.
    static let provingTime: Int64 = 5_000

    /// A sensor with what it has shown of itself.
    private struct Source: Sendable {
        var sensor: SensorIdentity
        /// Worn elsewhere than on the chest.
        var isOptical = false
        var contact = BodyContact()
        /// When it last sent anything, in ms.
        var heardAt: Int64
        /// When it last gave a usable reading, and since when it has done so without a hole, in ms.
        var usable: (since: Int64, at: Int64)?

        func quality(at time: Int64, hold: Int64) -> HeartRateQuality {
            if isOptical { return .optical }
            return contact.tellsIntervals(at: time, hold: hold) ? .strapWithRR : .strap
        }
    }

    private var sources: [Source] = []
    /// The sensor that is listened to; `nil` when there is none, or it was lost.
    private(set) var inUse: SensorIdentity?

    /// Takes a value at a time in ms; answers what it says of the sensor's place on the body, and `nil` for a sensor
    /// that cannot be followed. Choose afterwards.
    mutating func take(
        _ measurement: HeartRateMeasurement,
        from sensor: SensorIdentity,
        at time: Int64,
        hold: Int64
    ) -> BodyContact.Verdict? {
        guard let index = index(of: sensor, at: time) else { return nil }
        sources[index].heardAt = time
        let verdict = sources[index].contact.take(measurement, at: time)
        if verdict.isUsable {
            let last = sources[index].usable
            let isUnbroken = last.map { time - $0.at < hold } ?? false
            sources[index].usable = (isUnbroken ? last?.since ?? time : time, time)
        }
        return verdict
    }

    /// Chooses anew; answers the sensor in use when that has changed.
    mutating func choose(at time: Int64, hold: Int64, lost: Int64) -> SensorIdentity? {
        guard let current = sources.first(where: { $0.sensor == inUse }) else {
            inUse =
                sources.filter { time - $0.heardAt < hold }.max { left, right in
                    left.quality(at: time, hold: lost) < right.quality(at: time, hold: lost)
                }?.sensor
            return inUse
        }
        if sources.count == 1 { return nil }
        let isIdle = time - (current.usable?.at ?? .min / 2) >= lost
        let quality = current.quality(at: time, hold: lost)
        let better = sources.first { source in
            guard source.sensor != current.sensor, let usable = source.usable, time - usable.at < hold,
                usable.at - usable.since >= Self.provingTime
            else { return false }
            return isIdle || source.quality(at: time, hold: lost) > quality
        }
        guard let better else { return nil }
        inUse = better.sensor
        return inUse
    }

    /// How good a sensor is.
    func quality(of sensor: SensorIdentity, at time: Int64, hold: Int64) -> HeartRateQuality? {
        sources.first { $0.sensor == sensor }?.quality(at: time, hold: hold)
    }

    /// True while the heart rate of a sensor has not moved for so long that it is in doubt. `time` in ms.
    func isStanding(_ sensor: SensorIdentity, at time: Int64) -> Bool {
        sources.first { $0.sensor == sensor }?.contact.isStanding(at: time) ?? false
    }

    /// True when the sensor in use is worn elsewhere than on the chest.
    var isOptical: Bool { sources.first { $0.sensor == inUse }?.isOptical ?? false }

    /// Where a sensor says that it is worn.
    mutating func learn(_ location: BodySensorLocation.Location, of sensor: SensorIdentity, at time: Int64) {
        guard let index = index(of: sensor, at: time) else { return }
        sources[index].isOptical = location.isAwayFromTheHeart
    }

    /// A sensor is gone.
    mutating func lose(_ sensor: SensorIdentity) {
        if inUse == sensor { inUse = nil }
        guard let index = sources.firstIndex(where: { $0.sensor == sensor }) else { return }
        // Where it is worn stays true.
        sources[index].usable = nil
        sources[index].heardAt = .min / 2
        sources[index].contact = BodyContact()
    }

    /// The place of a sensor, a new one if need be: the one that was silent for longest makes room.
    private mutating func index(of sensor: SensorIdentity, at time: Int64) -> Int? {
        if let index = sources.firstIndex(where: { $0.sensor == sensor }) { return index }
        if sources.count == Self.capacity {
            let silent = sources.indices.filter { sources[$0].sensor != inUse }.min { left, right in
                sources[left].heardAt < sources[right].heardAt
            }
            guard let silent else { return nil }
            sources.remove(at: silent)
        }
        sources.append(Source(sensor: sensor, heardAt: time))
        return sources.count - 1
    }
}

extension BodySensorLocation.Location {
    /// True for the wrist, finger, hand, ear lobe and foot.
    fileprivate var isAwayFromTheHeart: Bool { (2...6).contains(rawValue) }
}
