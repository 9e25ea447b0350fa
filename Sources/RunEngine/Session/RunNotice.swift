public import SensorCodec

/// Something odd about a sensor: told to the runner, never corrected in silence.
///
/// Of what a sensor's own values show, it is told once a session.
public struct RunNotice: Equatable, Sendable {
    /// When it was certain enough to be told, in ms of session time.
    public var timeMilliseconds: Int64
    /// Whose values showed it.
    public var sensor: SensorIdentity
    /// What was found.
    public var finding: Finding

    /// A finding about a sensor at a time in ms.
    public init(timeMilliseconds: Int64, sensor: SensorIdentity, finding: Finding) {
        self.timeMilliseconds = timeMilliseconds
        self.sensor = sensor
        self.finding = finding
    }

    /// What was found, with the numbers that show it.
    public enum Finding: Equatable, Sendable {
        /// The speed, summed up over time, makes 0.621 of the machine's own distance, both in m: it looks like miles per
        /// hour in a field for km/h.
        case speedInMilesPerHour(speedMetres: Int64, counterMetres: Int64)
        /// The speed, summed up over time, makes 1.609 times the machine's own distance, both in m: the distance looks
        /// counted in thousandths of a mile, or the speed was converted twice.
        case distanceInMiles(speedMetres: Int64, counterMetres: Int64)
        /// An inclination, in 0.1 %, outside a range in 0.1 %, both ends included: the range that the machine told
        /// (Supported Inclination Range), or without one what any treadmill can do.
        case inclinationOutOfRange(deciPercent: Int, lowerDeciPercent: Int, upperDeciPercent: Int)
        /// A field stands still that must move while the belt does.
        case frozenField(Field)
        /// The speed, summed up over time, and the machine's own distance, both in m, differ by more than 3 % over 1 km or
        /// more: one of the two wants calibrating.
        case distanceDisagrees(speedMetres: Int64, counterMetres: Int64)
        /// The belt moves, and nobody is on it.
        case beltUnattended
        /// Something is odd about a heart rate.
        case heartRate(HeartRateFinding)
        /// A value is changed on its way, because it is known what it means.
        case correction(Correction)

        /// The fields that must move while the belt does, by the name that programs see.
        public enum Field: String, CaseIterable, Sendable {
            case totalDistance = "total_distance"
            case elapsedTime = "elapsed_time"
            case heartRate = "heart_rate"
        }

        /// Why a value is changed on its way, and how: told by whoever changes it.
        public struct Correction: Equatable, Sendable {
            /// What it goes by, for programs: the ID of a device profile, or `runner` for the runner's own word.
            public var profile: String
            /// The name of the device, or of what else it goes by, for people.
            public var name: String
            /// What is changed, in a sentence.
            public var change: String

            /// A change of what a sensor sends, and what it goes by.
            public init(profile: String, name: String, change: String) {
                self.profile = profile
                self.name = name
                self.change = change
            }
        }

        /// What a finding is about, by the name that programs see.
        public enum Subject: String, CaseIterable, Sendable {
            case speedInMilesPerHour = "speed_in_miles_per_hour"
            case distanceInMiles = "distance_in_miles"
            case inclinationOutOfRange = "inclination_out_of_range"
            case frozenField = "frozen_field"
            case distanceDisagrees = "distance_disagrees"
            case beltUnattended = "belt_unattended"
            case strapOffBody = "strap_off_body"
            case heartRateStanding = "heart_rate_standing"
            case cadenceLock = "cadence_lock"
            case heartRateOddlySteady = "heart_rate_oddly_steady"
            case heartRateDiffersFromIntervals = "heart_rate_differs_from_intervals"
            case heartRateNoisy = "heart_rate_noisy"
            case contactFlagContradicted = "contact_flag_contradicted"
            case intervalsMissing = "intervals_missing"
            case correction

            /// What of a heart rate it is about, if it is.
            public var heartRateFinding: HeartRateFinding? {
                HeartRateFinding.allCases.first { $0.subject == self }
            }
        }

        /// What it is about.
        public var subject: Subject {
            switch self {
            case .speedInMilesPerHour: .speedInMilesPerHour
            case .distanceInMiles: .distanceInMiles
            case .inclinationOutOfRange: .inclinationOutOfRange
            case .frozenField: .frozenField
            case .distanceDisagrees: .distanceDisagrees
            case .beltUnattended: .beltUnattended
            case .heartRate(let finding): finding.subject
            case .correction: .correction
            }
        }
    }
}
