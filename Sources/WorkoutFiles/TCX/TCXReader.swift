import RunEngine

extension Workout {
    /// Reads the run of a TCX file (TrainingCenterDatabase v1 or v2).
    ///
    /// - Parameter bytes: The whole file.
    /// - Throws: ``WorkoutFailure``: why it is no run.
    public init(readingTCX bytes: Span<UInt8>) throws(WorkoutFailure) {
        // UTF-16 has a NUL in each letter of the alphabet.
        if bytes.count > 1, bytes[0] == 0 || bytes[1] == 0 || bytes[0] >= 0xFE { throw .otherEncoding }
        var scanner = XMLScanner(bytes)
        var reader = TCXReader()
        while let token = try scanner.next() { try reader.take(token) }
        self = try reader.workout()
    }
}

/// Gathers a run from the elements of a TCX file, by their names; those that Steady does not know are passed over.
struct TCXReader {
    /// The names of the elements around, from the root on.
    private var path: [String] = []
    private var activityCount = 0
    private var sport = ""
    private var records: [Workout.Record] = []
    /// The time of the first record, in ms since 1970.
    private var firstTime: Int64?
    private var point: Point?
    private var laps: [Lap] = []
    /// Where tracks begin, as places in ``records``.
    private var trackStarts: [Int] = []
    private var creator: String?

    /// A moment as it is being read.
    private struct Point {
        /// In ms since 1970.
        var time: Int64?
        var record = Workout.Record(timeMilliseconds: 0)
        var cadence: Int?
    }

    private struct Lap {
        /// In ms since 1970.
        var start: Int64?
        var timerMilliseconds: Int64?
        var distanceMillimetres: Int64?
        var kilocalories: Int64?
        var averageBPM: Int?
        var maximumBPM: Int?
    }

    /// Beyond this no number of a run lies, in the units of the file.
    private static let largest = 1e9
    /// Between two tracks of a lap lies a pause, if it lasts so long, in ms.
    private static let shortestPause: Int64 = 5000

    mutating func take(_ token: XMLScanner.Token) throws(WorkoutFailure) {
        switch token {
        case .start(let name, let attributes):
            if path.isEmpty, name != "TrainingCenterDatabase" { throw .otherXML(root: String(name.prefix(40))) }
            path.append(name)
            try begin(name) { wanted in attributes.first { $0.name == wanted }?.value }
        case .end(let name, let text):
            path.removeLast()
            try end(name, in: path.last ?? "", String(text.drop { $0.isWhitespace }))
        }
    }

    private mutating func begin(_ name: String, _ attribute: (String) -> String?) throws(WorkoutFailure) {
        switch name {
        case "Activity":
            activityCount += 1
            if activityCount == 1 { sport = attribute("Sport") ?? "" }
        case "Lap":
            if laps.count == WorkoutLimits.items { throw .tooLong }
            laps.append(Lap(start: attribute("StartTime").flatMap(TimeText.unixMilliseconds)))
        case "Track":
            if trackStarts.count == WorkoutLimits.items { throw .tooLong }
            trackStarts.append(records.count)
        case "Trackpoint": point = Point()
        default: break
        }
    }

    private mutating func end(_ name: String, in parent: String, _ text: String) throws(WorkoutFailure) {
        switch (parent, name) {
        case (_, "Trackpoint"): try finishPoint()
        case ("Trackpoint", "Time"): point?.time = TimeText.unixMilliseconds(text)
        case ("Trackpoint", "DistanceMeters"): point?.record.distanceMillimetres = Self.number(text, times: 1000)
        case ("HeartRateBpm", "Value"): point?.record.heartRateBPM = Self.bpm(text)
        case ("Trackpoint", "Cadence"): point?.cadence = Self.number(text, times: 1).map { Int($0) }
        case ("TPX", "RunCadence"): point?.cadence = Self.number(text, times: 1).map { Int($0) }
        case ("TPX", "Speed"): point?.record.speedCentiKmH = Self.number(text, times: 360).map { Int($0) }
        case ("Creator", "Name"): creator = text
        default: if !laps.isEmpty { endOfLap(name, in: parent, text) }
        }
    }

    private mutating func endOfLap(_ name: String, in parent: String, _ text: String) {
        let last = laps.count - 1
        switch (parent, name) {
        case ("Lap", "TotalTimeSeconds"): laps[last].timerMilliseconds = Self.number(text, times: 1000)
        case ("Lap", "DistanceMeters"): laps[last].distanceMillimetres = Self.number(text, times: 1000)
        case ("Lap", "Calories"): laps[last].kilocalories = Self.number(text, times: 1)
        case ("AverageHeartRateBpm", "Value"): laps[last].averageBPM = Self.bpm(text)
        case ("MaximumHeartRateBpm", "Value"): laps[last].maximumBPM = Self.bpm(text)
        default: break
        }
    }

    private mutating func finishPoint() throws(WorkoutFailure) {
        defer { point = nil }
        guard let point, let time = point.time else { return }
        let first = firstTime ?? time
        firstTime = first
        var record = point.record
        record.timeMilliseconds = time - first
        if record.timeMilliseconds > WorkoutLimits.milliseconds || records.count == WorkoutLimits.records {
            throw .tooLong
        }
        // Some programs write strides, some steps; nobody takes more than 120 strides.
        record.stepsPerMinute = point.cadence.map { $0 > 120 ? $0 : $0 * 2 }
        guard let last = records.last?.timeMilliseconds else { return records.append(record) }
        if record.timeMilliseconds > last { records.append(record) }
    }

    /// A number of a file in smaller units; `nil` for what is none, or lies below 0 or beyond a run.
    private static func number(_ text: String, times factor: Double) -> Int64? {
        guard let value = Double(text.prefix { !$0.isWhitespace }), value >= 0, value <= largest else { return nil }
        return Int64((value * factor).rounded())
    }

    private static func bpm(_ text: String) -> Int? {
        number(text, times: 1).flatMap { (1...254).contains($0) ? Int($0) : nil }
    }
}

// MARK: - The run

extension TCXReader {
    /// The run that the elements make.
    func workout() throws(WorkoutFailure) -> Workout {
        if activityCount > 1 { throw .severalActivities(activityCount) }
        guard activityCount == 1 else { throw .noRecords }
        switch sport.lowercased() {
        case "running", "walking": break
        case "biking": throw .otherSport("cycling")
        case "other": throw .otherSport("an activity of no known kind")
        default: throw .otherSport("an activity of an unknown kind")
        }
        guard let firstTime, !records.isEmpty else { throw .noRecords }
        // A lap begins a little before its first moment.
        let began = laps.first?.start.map { firstTime - $0 } ?? 0
        let lead = (0..<60_000).contains(began) ? began : 0
        var workout = Workout(startUnixMilliseconds: firstTime - lead)
        workout.records = records
        for index in workout.records.indices { workout.records[index].timeMilliseconds += lead }
        workout.isWalk = sport.lowercased() == "walking"
        workout.creator = creator
        workout.elapsedMilliseconds = end(of: workout)
        workout.pauses = pauses(of: workout)
        workout.markPausedRecords()
        addTotals(to: &workout)
        return workout
    }

    /// The last record, or the end of the last lap if it has no pause and ends soon behind that.
    private func end(of workout: Workout) -> Int64 {
        let last = workout.records.last?.timeMilliseconds ?? 0
        guard let lap = laps.last, let start = lap.start, let timer = lap.timerMilliseconds else { return last }
        let end = start - workout.startUnixMilliseconds + timer
        return (last...last + WorkoutLimits.longestHold).contains(end) ? end : last
    }

    /// Gaps, and what lies between two tracks.
    private func pauses(of workout: Workout) -> [Workout.Pause] {
        let starts = Set(trackStarts)
        return workout.records.indices.dropFirst().compactMap { index in
            let (before, after) = (workout.records[index - 1].timeMilliseconds, workout.records[index].timeMilliseconds)
            let shortest = starts.contains(index) ? Self.shortestPause : WorkoutLimits.longestHold
            return after - before > shortest ? .init(beganMilliseconds: before, endedMilliseconds: after) : nil
        }
    }

    private func addTotals(to workout: inout Workout) {
        let told = laps.compactMap(\.distanceMillimetres).reduce(0, +)
        workout.distanceMillimetres =
            told > 0 ? told : workout.records.last { $0.distanceMillimetres != nil }?.distanceMillimetres
        let energy = laps.compactMap(\.kilocalories).reduce(0, +)
        if energy > 0 { workout.energyKilocalories = Int(energy) }
        guard laps.count > 1 else { return }
        let starts = laps.map { $0.start.map { $0 - workout.startUnixMilliseconds } }
        for (index, told) in laps.enumerated() {
            let next = index + 1 < laps.count ? starts[index + 1] : workout.elapsedMilliseconds
            guard let began = starts[index], let next, began >= 0, began < next,
                next <= workout.elapsedMilliseconds
            else { continue }
            var lap = Workout.Lap(beganMilliseconds: began, endedMilliseconds: next)
            lap.distanceMillimetres = told.distanceMillimetres
            if let average = told.averageBPM, let maximum = told.maximumBPM {
                lap.heartRate = .init(averageBPM: average, minimumBPM: min(average, maximum), maximumBPM: maximum)
            }
            workout.laps.append(lap)
        }
    }
}
