public import RunEngine
public import SensorCodec

/// A run between the log and a file: what workout files can hold of it, whatever their format.
///
/// Times are ms since ``startUnixMilliseconds``; what is not known is `nil`, never 0.
public struct Workout: Equatable, Sendable {
    /// When it began, in ms since 1970-01-01 UTC.
    public var startUnixMilliseconds: Int64
    /// How far the local clock was ahead of UTC, in s.
    public var utcOffsetSeconds: Int?
    /// True for a walk.
    public var isWalk = false
    /// True on a treadmill.
    public var isTreadmill = false
    /// From the beginning to the end, pauses included.
    public var elapsedMilliseconds: Int64 = 0
    /// The state at instants, in the order of time; about one a second.
    public var records: [Record] = []
    /// While time was not counted, in the order of time; they do not overlap.
    public var pauses: [Pause] = []
    /// The laps that the runner made, in their order; empty when there was none.
    public var laps: [Lap] = []
    /// What the runner marked.
    public var marks: [Mark] = []
    /// The heart-rate zones and the time in each.
    public var zones: Zones?
    /// What measured it.
    public var sensors: [Sensor] = []
    /// Of the whole run.
    public var distanceMillimetres: Int64?
    /// Burnt in the whole run.
    public var energyKilocalories: Int?
    /// Of the whole run.
    public var heartRate: RunSummary.HeartRate?
    /// What wrote the file, or what device recorded it, for people.
    public var creator: String?

    /// A run of which nothing is known yet but when it began, in ms since 1970-01-01 UTC.
    public init(startUnixMilliseconds: Int64) {
        self.startUnixMilliseconds = startUnixMilliseconds
    }

    /// Time that counted, in ms: all but the pauses.
    public var timerMilliseconds: Int64 { timerMilliseconds(from: 0, to: elapsedMilliseconds) }

    /// Time that counted between two instants, in ms.
    func timerMilliseconds(from began: Int64, to ended: Int64) -> Int64 {
        pauses.reduce(ended - began) { left, pause in
            left - max(0, min(pause.endedMilliseconds, ended) - max(pause.beganMilliseconds, began))
        }
    }

    /// The laps, or the whole run as one.
    var lapsOrWhole: [Lap] {
        if !laps.isEmpty { return laps }
        var whole = Lap(beganMilliseconds: 0, endedMilliseconds: elapsedMilliseconds)
        whole.distanceMillimetres = distanceMillimetres
        whole.heartRate = heartRate
        return [whole]
    }
}

extension Workout {
    /// The state at one instant.
    public struct Record: Equatable, Sendable {
        /// The instant, in ms since the beginning.
        public var timeMilliseconds: Int64
        /// The heart rate in bpm.
        public var heartRateBPM: Int?
        /// The intervals between beats that came with it, in 1/1024 s.
        public var rrIntervals = RRIntervals()
        /// In 0.01 km/h.
        public var speedCentiKmH: Int?
        /// In 0.1 %; uphill is positive.
        public var inclinationDeciPercent: Int?
        /// Since the beginning.
        public var distanceMillimetres: Int64?
        /// Landings of both feet in a minute.
        public var stepsPerMinute: Int?
        /// As the machine counts it.
        public var energyKilocalories: Int?
        /// The zone of the heart rate, 0 being below the first bound.
        public var zone: Int?
        /// Where the effort is.
        public var band = BandState.unknown
        /// True while time is not counted.
        public var isPaused = false

        /// An instant, in ms since the beginning, of which nothing else is known.
        public init(timeMilliseconds: Int64) { self.timeMilliseconds = timeMilliseconds }
    }

    /// A stretch in which time was not counted.
    public struct Pause: Equatable, Sendable {
        /// In ms since the beginning.
        public var beganMilliseconds: Int64
        /// In ms since the beginning.
        public var endedMilliseconds: Int64
        /// True when the machine made it: its belt stood.
        public var isByMachine: Bool

        /// A pause between two instants in ms.
        public init(beganMilliseconds: Int64, endedMilliseconds: Int64, isByMachine: Bool = false) {
            self.beganMilliseconds = beganMilliseconds
            self.endedMilliseconds = endedMilliseconds
            self.isByMachine = isByMachine
        }
    }

    /// A lap.
    public struct Lap: Equatable, Sendable {
        /// In ms since the beginning.
        public var beganMilliseconds: Int64
        /// In ms since the beginning.
        public var endedMilliseconds: Int64
        /// Within the lap.
        public var distanceMillimetres: Int64?
        /// Within the lap.
        public var heartRate: RunSummary.HeartRate?

        /// A lap between two instants in ms.
        public init(beganMilliseconds: Int64, endedMilliseconds: Int64) {
            self.beganMilliseconds = beganMilliseconds
            self.endedMilliseconds = endedMilliseconds
        }
    }

    /// Something that the runner marked.
    public struct Mark: Equatable, Sendable {
        /// In ms since the beginning.
        public var timeMilliseconds: Int64
        /// What the runner wrote; empty for a bare mark.
        public var text: String

        /// A mark at an instant in ms.
        public init(timeMilliseconds: Int64, text: String) {
            self.timeMilliseconds = timeMilliseconds
            self.text = text
        }
    }

    /// The heart-rate zones of a run.
    public struct Zones: Equatable, Sendable {
        /// Lower bounds in bpm, rising; zone 0 lies below the first.
        public var lowerBoundsBPM: [Int]
        /// Time in each zone in ms, zone 0 first: one more than there are bounds.
        public var milliseconds: [Int64]
        /// What the bounds are made from.
        public var basis: Basis

        /// What bounds are made from.
        public enum Basis: Sendable { case custom, maximum, reserve, threshold }

        /// Zones by their bounds in bpm, and the time in each in ms.
        public init(lowerBoundsBPM: [Int], milliseconds: [Int64], basis: Basis) {
            self.lowerBoundsBPM = lowerBoundsBPM
            self.milliseconds = milliseconds
            self.basis = basis
        }
    }

    /// What measured a run.
    public struct Sensor: Equatable, Sendable {
        /// What it measured.
        public var kind: SensorKind
        /// What it calls itself.
        public var name: String?
        /// Its battery level in %.
        public var batteryPercent: Int?

        /// A sensor in one of its jobs.
        public init(kind: SensorKind, name: String? = nil, batteryPercent: Int? = nil) {
            self.kind = kind
            self.name = name
            self.batteryPercent = batteryPercent
        }
    }
}
