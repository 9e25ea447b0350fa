import RunEngine
import SensorCodec

extension Workout {
    /// Reads a FIT activity of a run or a walk.
    ///
    /// - Parameter bytes: The whole file, check sum included; another activity may not be chained to it.
    /// - Throws: ``WorkoutFailure``: why it is no run.
    public init(readingFIT bytes: Span<UInt8>) throws(WorkoutFailure) {
        var reader = FITReader()
        var activity = FITActivityReader()
        try reader.read(bytes, into: &activity)
        self = try activity.workout()
    }
}

/// Gathers a run from the messages of a FIT file.
///
/// The order of messages does not matter, so that files with the summary first or last are the same; records have to
/// rise in time, and what goes back is left out.
struct FITActivityReader: FITMessageSink {
    private static let activityType: Int64 = 4

    /// How many files were activities, and the type of the first that was not.
    private var activityCount = 0
    private var otherType: Int64?
    private var records: [Workout.Record] = []
    /// The time of the first record, in s of FIT.
    private var firstTime: Int64?
    /// Intervals that came before the first record, in 1/1024 s.
    private var earlyIntervals = RRIntervals()
    /// What the timer did: when, in s of FIT, and whether it started.
    private var timer: [(time: Int64, isStart: Bool, isByMachine: Bool)] = []
    /// In s of FIT.
    private var marks: [Int64] = []
    private var laps: [Stretch] = []
    private var sessions: [Stretch] = []
    private var sport: Int64?
    private var subSport: Int64?
    private var sensors: [Workout.Sensor] = []
    private var creator: String?
    private var utcOffsetSeconds: Int?

    /// A lap or a session.
    private struct Stretch {
        /// In s of FIT.
        var start: Int64
        /// Pauses included.
        var elapsedMilliseconds: Int64?
        var distanceCentimetres: Int64?
        var heartRate: RunSummary.HeartRate?
        var kilocalories: Int64?
        var sport: Int64?
        var subSport: Int64?
    }

    mutating func beginFile() {}

    mutating func take(_ fields: borrowing FITFields) throws(WorkoutFailure) {
        switch fields.message {
        case .fileID: takeFile(fields)
        case .record: try takeRecord(fields)
        case .hrv: takeIntervals(fields)
        case .event: try takeEvent(fields)
        case .lap: try takeLap(fields)
        case .session: try takeSession(fields)
        case .sport:
            sport = fields[0] ?? sport
            subSport = fields[1] ?? subSport
        case .deviceInfo: takeDevice(fields)
        case .activity:
            if let local = fields[5], let time = fields.timeStamp, abs(local - time) <= 14 * 3600 {
                utcOffsetSeconds = Int(local - time)
            }
        case .fileCreator, .timeInZone: break
        }
    }

    private mutating func takeFile(_ fields: borrowing FITFields) {
        if fields[0] == Self.activityType { activityCount += 1 } else { otherType = otherType ?? fields[0] ?? 0 }
        creator = fields.text(8) ?? fields[1].flatMap(FITNames.manufacturer) ?? creator
    }

    private mutating func takeDevice(_ fields: borrowing FITFields) {
        guard let index = fields[0], index > 0, sensors.count < WorkoutLimits.items else { return }
        let kind: SensorKind? =
            switch (fields[1], fields[25]) {
            // As numbers of Bluetooth LE, and of ANT+.
            case (1, 3), (120, _): .heartRate
            case (6, 3), (124, _): .footPod
            case (17, 1): .treadmill
            default: nil
            }
        guard let kind else { return }
        let name = fields.text(27) ?? fields[2].flatMap(FITNames.manufacturer)
        let sensor = Workout.Sensor(kind: kind, name: name, batteryPercent: fields[32].map { Int($0) })
        if !sensors.contains(where: { $0.kind == kind && $0.name == name }) { sensors.append(sensor) }
    }
}

// MARK: - What comes again and again

extension FITActivityReader {
    private mutating func takeRecord(_ fields: borrowing FITFields) throws(WorkoutFailure) {
        guard let time = fields.timeStamp else { return }
        let first = firstTime ?? time
        firstTime = first
        let milliseconds = (time - first) * 1000
        if milliseconds > WorkoutLimits.milliseconds { throw .tooLong }
        let last = records.last?.timeMilliseconds ?? -1
        if milliseconds < last { return }
        if milliseconds > last {
            if records.count == WorkoutLimits.records { throw .tooLong }
            records.append(Workout.Record(timeMilliseconds: milliseconds))
            if records.count == 1 { records[0].rrIntervals = earlyIntervals }
        }
        Self.fill(&records[records.count - 1], fields)
    }

    /// A second record of the same second adds what the first did not know.
    private static func fill(_ record: inout Workout.Record, _ fields: borrowing FITFields) {
        if let bpm = fields[3], (1...254).contains(bpm) { record.heartRateBPM = Int(bpm) }
        // mm/s; 0.01 km/h are 1000/360 of them.
        if let speed = fields[73] ?? fields[6] { record.speedCentiKmH = Int(roundedDivision(speed * 360, by: 1000)) }
        if let distance = fields[5] { record.distanceMillimetres = distance * 10 }
        if let grade = fields[9] { record.inclinationDeciPercent = Int(roundedDivision(grade, by: 10)) }
        if let strides = fields[4] { record.stepsPerMinute = Int(strides * 2 + ((fields[53] ?? 0) + 32) / 64) }
        if let energy = fields[33] { record.energyKilocalories = Int(energy) }
        if let zone = fields[50] { record.zone = Int(zone) }
    }

    /// The intervals in ms belong to the record before them.
    private mutating func takeIntervals(_ fields: borrowing FITFields) {
        for milliseconds in fields.list(0) where (1...63_000).contains(milliseconds) {
            let interval = UInt16(roundedDivision(milliseconds * 1024, by: 1000))
            if records.isEmpty {
                if earlyIntervals.count < WorkoutLimits.intervalsOfRecord { earlyIntervals.append(interval) }
            } else if records[records.count - 1].rrIntervals.count < WorkoutLimits.intervalsOfRecord {
                records[records.count - 1].rrIntervals.append(interval)
            }
        }
    }

    private mutating func takeEvent(_ fields: borrowing FITFields) throws(WorkoutFailure) {
        guard let time = fields.timeStamp, let type = fields[1] else { return }
        if timer.count + marks.count >= WorkoutLimits.items { throw .tooLong }
        switch (fields[0], type) {
        case (0, 0): timer.append((time, true, fields[3] == 2))
        case (0, 1), (0, 4): timer.append((time, false, fields[3] == 2))
        case (32, _): marks.append(time)
        default: break
        }
    }

    private mutating func takeLap(_ fields: borrowing FITFields) throws(WorkoutFailure) {
        if laps.count == WorkoutLimits.items { throw .tooLong }
        guard let start = fields[2] else { return }
        var lap = Stretch(start: start, elapsedMilliseconds: fields[7], distanceCentimetres: fields[9])
        lap.heartRate = Self.heartRate(fields[15], fields[63], fields[16])
        laps.append(lap)
    }

    private mutating func takeSession(_ fields: borrowing FITFields) throws(WorkoutFailure) {
        if sessions.count == WorkoutLimits.items { throw .tooLong }
        guard let start = fields[2] ?? fields.timeStamp else { return }
        var session = Stretch(start: start, elapsedMilliseconds: fields[7], distanceCentimetres: fields[9])
        session.heartRate = Self.heartRate(fields[16], fields[64], fields[17])
        session.kilocalories = fields[11]
        session.sport = fields[5]
        session.subSport = fields[6]
        sessions.append(session)
    }

    /// Known where the mean and the highest are; watches leave out the lowest.
    private static func heartRate(_ average: Int64?, _ minimum: Int64?, _ maximum: Int64?) -> RunSummary.HeartRate? {
        guard let average, let maximum else { return nil }
        return .init(
            averageBPM: Int(average),
            minimumBPM: Int(minimum ?? min(average, maximum)),
            maximumBPM: Int(maximum)
        )
    }
}

// MARK: - The run

extension FITActivityReader {
    /// The run that the messages make.
    func workout() throws(WorkoutFailure) -> Workout {
        guard activityCount > 0 else {
            throw .notAnActivity(type: Int(otherType ?? 0), name: FITNames.fileType(otherType ?? 0))
        }
        if activityCount > 1 { throw .severalActivities(activityCount) }
        let (isWalk, isTreadmill) = try kind()
        guard let firstTime, !records.isEmpty else { throw .noRecords }
        guard firstTime >= FITTime.earliestDate else { throw .undated }

        let start = start(before: firstTime)
        var workout = Workout(startUnixMilliseconds: (start + FITTime.epochUnixSeconds) * 1000)
        workout.records = records
        let lead = (firstTime - start) * 1000
        if lead > 0 {
            for index in workout.records.indices { workout.records[index].timeMilliseconds += lead }
        }
        workout.isWalk = isWalk
        workout.isTreadmill = isTreadmill
        workout.utcOffsetSeconds = utcOffsetSeconds
        workout.sensors = sensors
        workout.creator = creator
        workout.elapsedMilliseconds = end(of: workout, from: start)
        workout.pauses = pauses(of: workout, from: start)
        workout.markPausedRecords()
        workout.marks = marks.map { .init(timeMilliseconds: ($0 - start) * 1000, text: "") }
            .filter { (0...workout.elapsedMilliseconds).contains($0.timeMilliseconds) }
        addTotals(to: &workout, from: start)
        return workout
    }

    /// What it is of what Steady follows: running or walking, also by a machine's word.
    private func kind() throws(WorkoutFailure) -> (isWalk: Bool, isTreadmill: Bool) {
        typealias Kind = (sport: Int64?, subSport: Int64?)
        let kinds: [Kind] =
            sessions.isEmpty
            ? [(sport, subSport)] : sessions.map { ($0.sport ?? sport, $0.subSport ?? subSport) }
        var isWalk = true
        for kind in kinds {
            switch (kind.sport, kind.subSport) {
            case (11?, _): break
            case (1?, _), (nil, _), (0?, 1?), (4?, 1?): isWalk = false
            case (0?, _): throw .otherSport("an activity of no known kind")
            case (let other?, _): throw .otherSport(FITNames.sport(other))
            }
        }
        return (isWalk, kinds.contains { kind in [1, 27, 45].contains { $0 == kind.subSport } })
    }

    /// The beginning in s of FIT: the session's, unless it is far from the first record.
    private func start(before first: Int64) -> Int64 {
        let told = ([timer.first { $0.isStart }?.time] + sessions.prefix(1).map(\.start)).compactMap { $0 }
        return told.filter { first - $0 >= 0 && first - $0 < 3600 }.min() ?? first
    }

    /// From the beginning to the last record, or to the last stop behind it.
    private func end(of workout: Workout, from start: Int64) -> Int64 {
        let last = workout.records.last?.timeMilliseconds ?? 0
        let stop = timer.last { !$0.isStart }.map { ($0.time - start) * 1000 }
        let end = max(last, stop.map { $0 - last > WorkoutLimits.milliseconds ? last : $0 } ?? last)
        // The session tells it to the ms.
        guard sessions.count == 1, let elapsed = sessions[0].elapsedMilliseconds, abs(elapsed - end) < 2000 else {
            return end
        }
        return max(elapsed, last)
    }

    private func pauses(of workout: Workout, from start: Int64) -> [Workout.Pause] {
        if timer.isEmpty { return workout.pausesByGaps() }
        var pauses: [Workout.Pause] = []
        var began: (time: Int64, isByMachine: Bool)?
        for change in timer.sorted(by: { $0.time < $1.time }) {
            let time = min(max(0, (change.time - start) * 1000), workout.elapsedMilliseconds)
            if !change.isStart {
                began = began ?? (time, change.isByMachine)
            } else if let stop = began {
                began = nil
                guard time > stop.time else { continue }
                pauses.append(
                    .init(beganMilliseconds: stop.time, endedMilliseconds: time, isByMachine: stop.isByMachine)
                )
            }
        }
        if let began, began.time + 1000 < workout.elapsedMilliseconds {
            pauses.append(
                .init(
                    beganMilliseconds: began.time,
                    endedMilliseconds: workout.elapsedMilliseconds,
                    isByMachine: began.isByMachine
                )
            )
        }
        return pauses
    }

    private func addTotals(to workout: inout Workout, from start: Int64) {
        let last = workout.records.last { $0.distanceMillimetres != nil }?.distanceMillimetres
        let told = sessions.compactMap(\.distanceCentimetres)
        workout.distanceMillimetres = told.isEmpty ? last : told.reduce(0, +) * 10
        if sessions.count == 1 {
            workout.heartRate = sessions[0].heartRate
            workout.energyKilocalories = sessions[0].kilocalories.map { Int($0) }
        }
        guard laps.count > 1 else { return }
        let sorted = laps.sorted { $0.start < $1.start }
        for (index, told) in sorted.enumerated() {
            let began = max(0, (told.start - start) * 1000)
            let next = index + 1 < sorted.count ? (sorted[index + 1].start - start) * 1000 : workout.elapsedMilliseconds
            guard began < next, next <= workout.elapsedMilliseconds else { continue }
            var lap = Workout.Lap(beganMilliseconds: began, endedMilliseconds: next)
            lap.distanceMillimetres = told.distanceCentimetres.map { $0 * 10 }
            lap.heartRate = told.heartRate
            workout.laps.append(lap)
        }
    }
}
