import RunEngine
import SensorCodec

extension Workout {
    /// The run as a FIT activity file, in the order "summary last".
    ///
    /// Times are whole seconds in FIT, rounded down; totals keep their ms. Intervals between beats go in ms. A mark's text
    /// has no place in the standard messages: the mark stands as an event.
    ///
    /// - Parameters:
    ///   - serial: A number that tells files of one second apart; not 0.
    ///   - softwareVersion: Of Steady, in hundredths.
    /// - Returns: The octets of the file.
    /// - Throws: ``WorkoutFailure/timeOutOfRange`` for a run before 1998 or after 2126.
    public func fit(serial: UInt32, softwareVersion: Int) throws(WorkoutFailure) -> [UInt8] {
        var writer = try FITActivityWriter(self)
        return writer.write(serial: serial, softwareVersion: softwareVersion)
    }
}

/// Writes the messages of one activity.
struct FITActivityWriter {
    /// The local type of each message: each has one, so that no definition comes twice.
    enum Local {
        static let fileID: UInt8 = 0
        static let fileCreator: UInt8 = 1
        static let deviceInfo: UInt8 = 2
        static let event: UInt8 = 3
        static let record: UInt8 = 4
        static let hrv: UInt8 = 5
        static let lap: UInt8 = 6
        static let session: UInt8 = 7
        static let timeInZone: UInt8 = 8
        static let activity: UInt8 = 9
    }

    /// Something between the records.
    private enum Between {
        case stop(isByMachine: Bool)
        case start(isByMachine: Bool)
        case lap(Int)
        case mark
    }

    private static let manufacturer = 255
    private static let hrvWidth = 5

    let workout: Workout
    /// The beginning in the time of FIT, in s.
    let start: Int64
    let laps: [Workout.Lap]
    var encoder: FITEncoder

    init(_ workout: Workout) throws(WorkoutFailure) {
        let start = floorDivided(workout.startUnixMilliseconds, by: 1000) - FITTime.epochUnixSeconds
        guard start >= FITTime.earliestDate, start + workout.elapsedMilliseconds / 1000 < UInt32.max else {
            throw .timeOutOfRange
        }
        self.workout = workout
        self.start = start
        laps = workout.lapsOrWhole
        encoder = FITEncoder(capacity: 1024 + workout.records.count * 46)
    }

    /// Time in FIT of an instant in ms.
    func stamp(_ milliseconds: Int64) -> Int64 { start + milliseconds / 1000 }

    mutating func write(serial: UInt32, softwareVersion: Int) -> [UInt8] {
        writeFile(serial: serial, softwareVersion: softwareVersion)
        writeDevices(softwareVersion: softwareVersion)
        defineRepeated()
        event(.timer, .start, at: 0)
        writeRecords()
        writeSession()
        writeZones()
        writeActivity()
        return encoder.finish()
    }

    private mutating func writeFile(serial: UInt32, softwareVersion: Int) {
        encoder.write(
            .fileID,
            local: Local.fileID,
            [
                .init(0, .enumeration, 4), .init(1, .uint16, Self.manufacturer), .init(2, .uint16, 1),
                .init(3, .uint32z, serial), .init(4, .uint32, start), .init(8, .string, .text("Steady")),
            ]
        )
        encoder.write(.fileCreator, local: Local.fileCreator, [.init(0, .uint16, softwareVersion)])
    }

    private mutating func writeDevices(softwareVersion: Int) {
        encoder.write(
            .deviceInfo,
            local: Local.deviceInfo,
            [
                .init(253, .uint32, start), .init(0, .uint8, 0), .init(2, .uint16, Self.manufacturer),
                .init(4, .uint16, 1), .init(5, .uint16, softwareVersion), .init(25, .enumeration, 5),
                .init(27, .string, .text("Steady")),
            ]
        )
        for (index, sensor) in workout.sensors.prefix(Int(UInt8.max) - 1).enumerated() {
            // Of Bluetooth LE devices FIT has no number for a treadmill.
            let type: Int? =
                switch sensor.kind {
                case .heartRate: 1
                case .footPod: 6
                case .treadmill: nil
                }
            encoder.write(
                .deviceInfo,
                local: Local.deviceInfo,
                [
                    .init(253, .uint32, start), .init(0, .uint8, index + 1), .init(1, .uint8, type),
                    .init(25, .enumeration, 3), .init(32, .uint8, sensor.batteryPercent),
                    .init(27, .string, .text(FITEncoder.fitting(sensor.name ?? sensor.kind.rawValue))),
                ]
            )
        }
    }
}

// MARK: - Records, and what stands between them

extension FITActivityWriter {
    /// What an event is about.
    enum Event: Int {
        case timer = 0
        case session = 8
        case lap = 9
        case activity = 26
        case userMarker = 32
    }

    /// What of an event happened.
    enum EventType: Int {
        case start = 0
        case stop = 1
        case marker = 3
        case stopAll = 4
    }

    private mutating func defineRepeated() {
        encoder.define(
            .event,
            local: Local.event,
            [(253, .uint32, 4), (0, .enumeration, 1), (1, .enumeration, 1), (3, .uint32, 4)]
        )
        encoder.define(
            .record,
            local: Local.record,
            [
                (253, .uint32, 4), (3, .uint8, 1), (73, .uint32, 4), (5, .uint32, 4), (9, .sint16, 2), (4, .uint8, 1),
                (53, .uint8, 1), (33, .uint16, 2), (50, .uint8, 1),
            ]
        )
        encoder.define(.hrv, local: Local.hrv, [(0, .uint16, 2 * Self.hrvWidth)])
    }

    /// `data`: of the timer who did it: 0 the runner, 2 the machine.
    private mutating func event(_ event: Event, _ type: EventType, at time: Int64, data: Int = 0) {
        encoder.begin(Local.event)
        encoder.put(stamp(time), .uint32)
        encoder.put(event.rawValue, .enumeration)
        encoder.put(type.rawValue, .enumeration)
        encoder.put(data, .uint32)
    }

    /// Pauses, laps and marks, in the order of time. Of one instant, a pause ends before the lap does.
    private var between: [(time: Int64, what: Between)] {
        var list: [(time: Int64, what: Between)] = []
        for pause in workout.pauses {
            list.append((pause.beganMilliseconds, .stop(isByMachine: pause.isByMachine)))
            if pause.endedMilliseconds < workout.elapsedMilliseconds {
                list.append((pause.endedMilliseconds, .start(isByMachine: pause.isByMachine)))
            }
        }
        for (index, lap) in laps.enumerated().dropLast() { list.append((lap.endedMilliseconds, .lap(index))) }
        for mark in workout.marks { list.append((mark.timeMilliseconds, .mark)) }
        // The sort of the standard library keeps the order of equal ones.
        return list.sorted { $0.time < $1.time }
    }

    private mutating func writeRecords() {
        var between = between[...]
        for record in workout.records {
            while let next = between.first, next.time <= record.timeMilliseconds {
                write(between.removeFirst())
            }
            write(record)
        }
        while let next = between.popFirst() { write(next) }
        event(.timer, .stopAll, at: workout.elapsedMilliseconds)
        if let last = laps.indices.last { writeLap(last) }
    }

    private mutating func write(_ next: (time: Int64, what: Between)) {
        switch next.what {
        case .stop(let isByMachine): event(.timer, .stopAll, at: next.time, data: isByMachine ? 2 : 0)
        case .start(let isByMachine): event(.timer, .start, at: next.time, data: isByMachine ? 2 : 0)
        case .lap(let index): writeLap(index)
        case .mark: event(.userMarker, .marker, at: next.time)
        }
    }

    private mutating func write(_ record: Workout.Record) {
        encoder.begin(Local.record)
        encoder.put(stamp(record.timeMilliseconds), .uint32)
        encoder.put(record.heartRateBPM, .uint8)
        // 0.01 km/h are 1000/360 mm/s.
        encoder.put(record.speedCentiKmH.map { roundedDivision(Int64($0) * 1000, by: 360) }, .uint32)
        encoder.put(record.distanceMillimetres.map { roundedDivision($0, by: 10) }, .uint32)
        encoder.put(record.inclinationDeciPercent.map { $0 * 10 }, .sint16)
        // FIT counts the landings of one foot, halves of them in 1/128.
        encoder.put(record.stepsPerMinute.map { $0 / 2 }, .uint8)
        encoder.put(record.stepsPerMinute.map { $0 % 2 * 64 }, .uint8)
        encoder.put(record.energyKilocalories, .uint16)
        encoder.put(record.zone, .uint8)
        write(record.rrIntervals)
    }

    private mutating func write(_ intervals: RRIntervals) {
        var index = 0
        while index < intervals.count {
            encoder.begin(Local.hrv)
            for place in index..<index + Self.hrvWidth {
                let raw: UInt16? = place < intervals.count ? intervals[place] : nil
                encoder.put(raw.map { roundedDivision(Int64($0) * 1000, by: 1024) }, .uint16)
            }
            index += Self.hrvWidth
        }
    }
}
