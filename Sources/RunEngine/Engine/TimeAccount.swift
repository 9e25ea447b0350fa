/// Where the time of a session has gone, in ms.
///
/// Every millisecond from the start to now lies in exactly one part of each of three partitions: paused, unknown or a
/// zone; paused, unknown, below, inside or above; paused, warm-up, main or cool-down. Zones and target go by the last
/// accepted reading and by the raw edges: they state what was measured. The debounced band is for cues and differs by
/// design.
public struct TimeAccount: Equatable, Sendable {
    /// Time in a pause, the runner's own or the belt's.
    public private(set) var pausedMilliseconds: Int64 = 0
    /// Running time without a heart rate that counts.
    public private(set) var unknownMilliseconds: Int64 = 0
    /// Running time in each zone, zone 0 first.
    public private(set) var zoneMilliseconds: [Int64]
    /// Running time below the target band.
    public private(set) var belowMilliseconds: Int64 = 0
    /// Running time inside the target band.
    public private(set) var insideMilliseconds: Int64 = 0
    /// Running time above the target band.
    public private(set) var aboveMilliseconds: Int64 = 0
    /// Running time in the warm-up.
    public private(set) var warmUpMilliseconds: Int64 = 0
    /// Running time in the main part.
    public private(set) var mainMilliseconds: Int64 = 0
    /// Running time in the cool-down.
    public private(set) var coolDownMilliseconds: Int64 = 0
    /// Running time in holes of the belt's readings, over which no distance was integrated; in no partition.
    public internal(set) var beltGapMilliseconds: Int64 = 0
    /// The sum over all zone time of the heart rate, in bpm x ms.
    public private(set) var bpmMilliseconds: Int64 = 0
    /// The lowest reading in bpm that counted, or was accepted while running.
    public private(set) var minimumBPM: Int?
    /// The highest such reading in bpm.
    public private(set) var maximumBPM: Int?

    init(zoneCount: Int) {
        zoneMilliseconds = Array(repeating: 0, count: zoneCount)
    }

    /// Time in any zone.
    public var knownMilliseconds: Int64 { zoneMilliseconds.reduce(0, +) }

    /// The whole time since the start, pauses included.
    public var elapsedMilliseconds: Int64 { pausedMilliseconds + unknownMilliseconds + knownMilliseconds }

    mutating func addPause(_ time: Int64) {
        pausedMilliseconds += time
    }

    mutating func addUnknown(_ time: Int64) {
        unknownMilliseconds += time
    }

    mutating func add(_ time: Int64, in phase: PhaseState) {
        switch phase {
        case .warmUp: warmUpMilliseconds += time
        case .main: mainMilliseconds += time
        case .coolDown: coolDownMilliseconds += time
        }
    }

    mutating func add(_ time: Int64, atBPM bpm: Int, zones: ZoneSet, target: TargetBand) {
        zoneMilliseconds[zones.zone(ofBPM: bpm)] += time
        if bpm < target.lowerBPM {
            belowMilliseconds += time
        } else if bpm > target.upperBPM {
            aboveMilliseconds += time
        } else {
            insideMilliseconds += time
        }
        bpmMilliseconds += Int64(bpm) * time
        note(bpm: bpm)
    }

    /// Widens the range of heart rates.
    mutating func note(bpm: Int) {
        minimumBPM = min(minimumBPM ?? bpm, bpm)
        maximumBPM = max(maximumBPM ?? bpm, bpm)
    }
}
