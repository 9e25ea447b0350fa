import RunEngine
import SensorCodec

extension Workout {
    /// The run as a TCX file (TrainingCenterDatabase v2), for programs that read no FIT.
    ///
    /// TCX knows no intervals between beats, no inclination, no zones, no pauses and no treadmill: a pause ends a track,
    /// and its records are left out.
    public func tcx() -> [UInt8] {
        var writer = TCXWriter(workout: self)
        return writer.write()
    }
}

/// Writes the elements of a TCX file in the order that its schema wants.
struct TCXWriter {
    private static let head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" \
        xmlns:ax="http://www.garmin.com/xmlschemas/ActivityExtension/v2" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <Activities>
        <Activity Sport="Running">
        """
    private static let tail = """
        <Creator xsi:type="Device_t"><Name>Steady</Name><UnitId>0</UnitId><ProductID>0</ProductID>\
        <Version><VersionMajor>0</VersionMajor><VersionMinor>0</VersionMinor></Version></Creator>
        </Activity>
        </Activities>
        </TrainingCenterDatabase>

        """

    let workout: Workout
    private var text: [UInt8] = []

    init(workout: Workout) {
        self.workout = workout
        text.reserveCapacity(1024 + workout.records.count * 260)
    }

    mutating func write() -> [UInt8] {
        text.append(text: Self.head)
        // Running is the only sport of TCX that a walk can be.
        element("Id", atMilliseconds: 0)
        let laps = workout.lapsOrWhole
        var records = workout.records[...]
        for (index, lap) in laps.enumerated() {
            let isLast = index == laps.count - 1
            let count = records.prefix { isLast || $0.timeMilliseconds < lap.endedMilliseconds }.count
            write(lap, records.prefix(count), energy: laps.count == 1 ? workout.energyKilocalories : nil)
            records = records.dropFirst(count)
        }
        text.append(text: Self.tail)
        return text
    }

    private mutating func write(_ lap: Workout.Lap, _ records: ArraySlice<Workout.Record>, energy: Int?) {
        text.append(text: "<Lap StartTime=\"")
        text.append(unixMilliseconds: workout.startUnixMilliseconds + lap.beganMilliseconds)
        text.append(text: "\">\n")
        let timer = workout.timerMilliseconds(from: lap.beganMilliseconds, to: lap.endedMilliseconds)
        element("TotalTimeSeconds", timer, places: 3)
        element("DistanceMeters", lap.distanceMillimetres ?? way(of: records) ?? 0, places: 3)
        if let fastest = records.compactMap(\.speedCentiKmH).max() {
            element("MaximumSpeed", roundedDivision(Int64(fastest) * 1000, by: 360), places: 3)
        }
        // The schema wants a number; 0 stands for "not known".
        element("Calories", Int64(min(energy ?? 0, Int(UInt16.max))))
        if let rates = lap.heartRate {
            heartRate("AverageHeartRateBpm", rates.averageBPM)
            heartRate("MaximumHeartRateBpm", rates.maximumBPM)
        }
        text.append(text: "<Intensity>Active</Intensity>\n<TriggerMethod>Manual</TriggerMethod>\n")
        writeTracks(records)
        text.append(text: "</Lap>\n")
    }

    private func way(of records: ArraySlice<Workout.Record>) -> Int64? {
        let distances = records.compactMap(\.distanceMillimetres)
        guard let first = distances.first, let last = distances.last else { return nil }
        return max(0, last - first)
    }

    private mutating func writeTracks(_ records: ArraySlice<Workout.Record>) {
        for track in records.split(whereSeparator: \.isPaused) {
            text.append(text: "<Track>\n")
            for record in track { write(record) }
            text.append(text: "</Track>\n")
        }
    }

    private mutating func write(_ record: Workout.Record) {
        text.append(text: "<Trackpoint>")
        element("Time", atMilliseconds: record.timeMilliseconds)
        if let distance = record.distanceMillimetres { element("DistanceMeters", distance, places: 3) }
        if let bpm = record.heartRateBPM { heartRate("HeartRateBpm", bpm) }
        if record.speedCentiKmH != nil || record.stepsPerMinute != nil {
            text.append(text: "<Extensions><ax:TPX>")
            if let speed = record.speedCentiKmH {
                element("ax:Speed", roundedDivision(Int64(speed) * 1000, by: 360), places: 3)
            }
            if let steps = record.stepsPerMinute { element("ax:RunCadence", Int64(min(steps / 2, 254))) }
            text.append(text: "</ax:TPX></Extensions>")
        }
        text.append(text: "</Trackpoint>\n")
    }

    /// One octet in TCX, and never 0.
    private mutating func heartRate(_ name: String, _ bpm: Int) {
        guard (1...255).contains(bpm) else { return }
        text.append(text: "<\(name)>")
        element("Value", Int64(bpm))
        text.append(text: "</\(name)>")
    }

    private mutating func element(_ name: String, _ value: Int64, places: Int = 0) {
        text.append(text: "<\(name)>")
        text.append(decimal: value, places: places)
        text.append(text: "</\(name)>")
    }

    private mutating func element(_ name: String, atMilliseconds time: Int64) {
        text.append(text: "<\(name)>")
        text.append(unixMilliseconds: workout.startUnixMilliseconds + time)
        text.append(text: "</\(name)>")
    }
}
