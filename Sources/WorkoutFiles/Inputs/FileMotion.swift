/// How fast and how far the runner of a file moved at any second.
///
/// Off a treadmill the speed is made from the distance where there is one: files round the speed, leave it out (TCX), or
/// have that of the moment, and what counts in the end is the way. It is the speed that brings the way of all speeds so
/// far to the distance that the file has ``lookahead`` later: distances of whole metres make no jumps.
struct FileMotion {
    /// In ms.
    private static let lookahead: Int64 = 5000
    /// How long the engine holds the speed of a foot pod that tells 0, in ms.
    private static let standingPatience: Int64 = 3000

    private let records: [Workout.Record]
    private let isTreadmill: Bool
    /// The way that the speeds so far make, in 1/360 mm: 0.01 km/h for 1 ms makes one of them.
    private var way: Int64 = 0
    /// When a speed was last made, in ms, which one counts since then, and since when it is 0.
    private var last: (time: Int64, speed: Int, standsSince: Int64?)?

    init(_ workout: Workout) {
        records = workout.records
        isTreadmill = workout.isTreadmill
    }

    /// Speed in 0.01 km/h and distance in mm at a time in ms at or behind a record, before the next one.
    mutating func moment(_ index: Int, at time: Int64) -> (speedCentiKmH: Int?, distanceMillimetres: Int64?) {
        let distance = distance(index, at: time)
        if isTreadmill, let speed = records[index].speedCentiKmH { return (speed, distance) }
        guard let distance, let speed = speed(index, from: distance, at: time) else {
            last = nil
            return (records[index].speedCentiKmH, distance)
        }
        return (speed, distance)
    }

    /// The distance of the file; between two records it rises evenly.
    private func distance(_ index: Int, at time: Int64) -> Int64? {
        guard let began = records[index].distanceMillimetres else { return nil }
        let since = time - records[index].timeMilliseconds
        guard since > 0, let (rise, gap) = rise(behind: index) else { return began }
        return began + rise * min(since, gap) / gap
    }

    /// The way to the next record in mm, and the time in ms.
    private func rise(behind index: Int) -> (millimetres: Int64, milliseconds: Int64)? {
        guard index + 1 < records.count, let began = records[index].distanceMillimetres,
            let ended = records[index + 1].distanceMillimetres, ended >= began
        else { return nil }
        let gap = records[index + 1].timeMilliseconds - records[index].timeMilliseconds
        return gap > WorkoutLimits.longestHold ? nil : (ended - began, gap)
    }

    private mutating func speed(_ index: Int, from distance: Int64, at time: Int64) -> Int? {
        var ahead = index
        while ahead + 1 < records.count, records[ahead + 1].timeMilliseconds <= time + Self.lookahead,
            rise(behind: ahead) != nil
        {
            ahead += 1
        }
        // Between two records, or at the last one of a stretch.
        let end =
            rise(behind: ahead) == nil ? records[ahead].timeMilliseconds : time + Self.lookahead
        guard end > time, let target = self.distance(ahead, at: end) else { return nil }
        if let last, time - last.time <= 1000 {
            way += Int64(last.speed) * (time - last.time)
        } else {
            way = distance * 360
        }
        return note(Int(max(0, roundedDivision(target * 360 - way, by: end - time))), at: time)
    }

    private mutating func note(_ wanted: Int, at time: Int64) -> Int {
        // As much of it as the foot pod's unit can tell: see ``Workout/podSpeed(_:)``.
        let speed = isTreadmill ? wanted : (Workout.podSpeed(wanted) * 45 + 16) / 32
        let standsSince = speed == 0 ? last?.standsSince ?? time : nil
        let isHeld = standsSince.map { time - $0 < Self.standingPatience } ?? false
        last = (time, isHeld && !isTreadmill ? last?.speed ?? 0 : speed, standsSince)
        return speed
    }
}

extension Workout {
    /// A speed in 0.01 km/h in the unit of foot pods, 1/256 m/s; 0.01 km/h are 32/45 of them.
    static func podSpeed(_ centiKmH: Int) -> Int { (centiKmH * 32 + 22) / 45 }
}
