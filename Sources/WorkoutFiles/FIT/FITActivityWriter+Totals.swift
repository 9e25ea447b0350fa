import RunEngine

/// What sums up the records: laps, session, zones and activity.
extension FITActivityWriter {
    mutating func writeLap(_ index: Int) {
        let lap = laps[index]
        let elapsed = lap.endedMilliseconds - lap.beganMilliseconds
        let timer = workout.timerMilliseconds(from: lap.beganMilliseconds, to: lap.endedMilliseconds)
        encoder.write(
            .lap,
            local: Local.lap,
            [
                .init(254, .uint16, index), .init(253, .uint32, stamp(lap.endedMilliseconds)),
                .init(2, .uint32, stamp(lap.beganMilliseconds)), .init(7, .uint32, elapsed),
                .init(8, .uint32, timer),
                .init(9, .uint32, lap.distanceMillimetres.map { roundedDivision($0, by: 10) }),
                .init(110, .uint32, speed(lap.distanceMillimetres, in: timer)),
                .init(15, .uint8, lap.heartRate?.averageBPM), .init(16, .uint8, lap.heartRate?.maximumBPM),
                .init(63, .uint8, lap.heartRate?.minimumBPM), .init(0, .enumeration, Event.lap.rawValue),
                .init(1, .enumeration, EventType.stop.rawValue),
                .init(24, .enumeration, index == laps.count - 1 ? 7 : 0), .init(25, .enumeration, sport),
                .init(39, .enumeration, subSport),
            ]
        )
    }

    mutating func writeSession() {
        let total = workout.distanceMillimetres
        let timer = workout.timerMilliseconds
        let fastest = workout.records.compactMap(\.speedCentiKmH).max()
        encoder.write(
            .session,
            local: Local.session,
            [
                .init(254, .uint16, 0), .init(253, .uint32, stamp(workout.elapsedMilliseconds)),
                .init(2, .uint32, start), .init(7, .uint32, workout.elapsedMilliseconds), .init(8, .uint32, timer),
                .init(9, .uint32, total.map { roundedDivision($0, by: 10) }), .init(5, .enumeration, sport),
                .init(6, .enumeration, subSport), .init(11, .uint16, workout.energyKilocalories),
                .init(124, .uint32, speed(total, in: timer)),
                .init(125, .uint32, fastest.map { roundedDivision(Int64($0) * 1000, by: 360) }),
                .init(16, .uint8, workout.heartRate?.averageBPM), .init(17, .uint8, workout.heartRate?.maximumBPM),
                .init(64, .uint8, workout.heartRate?.minimumBPM), .init(25, .uint16, 0),
                .init(26, .uint16, laps.count), .init(0, .enumeration, Event.session.rawValue),
                .init(1, .enumeration, EventType.stop.rawValue), .init(28, .enumeration, 0),
            ]
        )
    }

    mutating func writeZones() {
        guard let zones = workout.zones, zones.milliseconds.count <= 32 else { return }
        let basis =
            switch zones.basis {
            case .custom: 0
            case .maximum: 1
            case .reserve: 2
            case .threshold: 3
            }
        encoder.write(
            .timeInZone,
            local: Local.timeInZone,
            [
                .init(253, .uint32, stamp(workout.elapsedMilliseconds)),
                .init(0, .uint16, FITMessageNumber.session.rawValue), .init(1, .uint16, 0),
                .init(2, .uint32, .numbers(zones.milliseconds)),
                // Where one zone ends and the next begins, as watches have it.
                .init(6, .uint8, .numbers(zones.lowerBoundsBPM.map { Int64($0) })),
                .init(10, .enumeration, basis),
            ]
        )
    }

    mutating func writeActivity() {
        let end = stamp(workout.elapsedMilliseconds)
        encoder.write(
            .activity,
            local: Local.activity,
            [
                .init(253, .uint32, end), .init(0, .uint32, workout.timerMilliseconds), .init(1, .uint16, 1),
                .init(2, .enumeration, 0), .init(3, .enumeration, Event.activity.rawValue),
                .init(4, .enumeration, EventType.stop.rawValue),
                .init(5, .uint32, workout.utcOffsetSeconds.map { end + Int64($0) }),
            ]
        )
    }

    private var sport: Int { workout.isWalk ? 11 : 1 }

    /// A treadmill, or a walk on one.
    private var subSport: Int? { workout.isTreadmill ? workout.isWalk ? 27 : 1 : nil }

    /// Mean speed in mm/s of a way in mm and a time in ms.
    private func speed(_ millimetres: Int64?, in milliseconds: Int64) -> Int64? {
        guard let millimetres, milliseconds > 0 else { return nil }
        return roundedDivision(millimetres * 1000, by: milliseconds)
    }
}
