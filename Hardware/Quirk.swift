/// Something that a device does otherwise than the specifications or a runner would expect.
///
/// The first two groups change values, and are the only ones that do. The others are facts for the rooms that listen,
/// subscribe and show: each has a sentence of what the runner sees in ``sentence``.
public enum Quirk: Hashable, Sendable {
    // MARK: Treadmill Data that is put right

    /// The speed fields hold miles per hour where they should hold km/h.
    case speedInMilesPerHour
    /// The inclination that is sent means nothing.
    case inclinationMeaningless
    /// The inclination that is sent is a code with a table.
    case inclinationIsCode(InclinationCode)
    /// The deck has one inclination, whatever is sent.
    case inclinationFixed(FixedInclination)
    /// The inclination lies between these bounds in 0.1 %; anything else is no reading.
    case inclinationWithin(ClosedRange<Int16>)
    /// The negative elevation gain is the "not available" number of a signed field, in an unsigned one.
    case negativeElevationGainUnusable

    // MARK: Heart Rate Measurements that are put right

    /// The first RR-Interval is a code for the maker's app.
    case rrIntervalIsCode

    // MARK: Treadmills, told

    /// The speed is in km/h or in miles per hour as the console shows it: put right only by the runner's word.
    case speedFollowsConsoleUnit
    /// The target speed is taken in the unit of the console.
    case targetSpeedFollowsConsoleUnit
    /// The speed is off by up to this much, in 0.01 km/h.
    case speedOff(upToCentiKmH: UInt16)
    /// The speed is said to stand first whatever the flags say; nobody has shown bytes, so nothing is done about it.
    case speedSaidToStandFirst
    /// No inclination is sent: unknown, not level.
    case inclinationNeverSent
    /// The deck declines, down to this, in 0.1 %.
    case declines(toDeciPercent: Int16)
    /// The deck takes target inclinations in steps of this only, in 0.1 %.
    case inclinationStep(deciPercent: Int16)
    /// A count of steps of so many octets stands at the end, behind a reserved flag.
    case stepCountAppended(octets: Int)
    /// The flags promise more than a notification of the default MTU holds, and it is cut there.
    case cutAtDefaultMTU
    /// A record comes in several notifications.
    case recordInParts
    /// Speed and cadence are better, or only, in Running Speed and Cadence.
    case runningDataElsewhere
    /// The belt runs with nobody on it; then the steps stand still.
    case beltRunsUnattended
    /// The belt runs with nobody on it; then the elapsed time stands still.
    case elapsedTimeStopsUnattended
    /// The machine's heart rate may be stuck at a number that nobody has.
    case machineHeartRateDoubtful

    // MARK: Links, told

    /// Nothing is sent until a frame of the maker's own unlocks it.
    case silentUntilUnlocked
    /// It speaks a protocol of the maker's own too, and may speak only one of the two at a time.
    case speaksTwoProtocols
    /// It may advertise no name.
    case mayHaveNoName
    /// Reads of Device Information may fail.
    case readsMayFail
    /// It advertises a classic Bluetooth radio for music as well, which carries no data.
    case secondRadioForAudio
    /// It takes so many Bluetooth links at a time.
    case links(Int)
    /// It leaves 30 s after the host has refused its connection parameters.
    case leavesWhenParametersAreRefused
    /// Its subscription is to be written again: it may send nothing though connected, or forget it in its sleep.
    case forgetsSubscription
    /// The subscription's descriptor is to be read before it is written.
    case descriptorIsReadFirst
    /// It sends only in its broadcast mode.
    case broadcastMode
    /// It may ask to be paired first.
    case mayNeedPairing
    /// Its address changes.
    case randomAddress

    // MARK: Heart-rate sensors, told

    /// Skin contact is not reported: unknown, not lost.
    case contactNotReported
    /// Contact is said to be lost in the first seconds of a second link.
    case contactLateOnSecondLink
    /// Off the body the last heart rate is sent on and on.
    case freezesOffBody
    /// Measured by light: jumps, the runner's cadence in place of the heart rate, no RR-Intervals to trust.
    case optical
    /// Spells without a reading.
    case spellsWithoutReading
    /// High numbers in the first minutes, while the skin is dry.
    case spikesWhileDry

    // MARK: Cadence, told

    /// Cadence in Running Speed and Cadence counts this.
    case cadenceCounts(CadenceCount)
}

/// A quirk with its evidence.
public struct KnownQuirk: Hashable, Sendable {
    /// What is odd.
    public let quirk: Quirk
    /// Who saw it.
    public let evidence: Evidence

    /// A quirk that somebody saw.
    public init(_ quirk: Quirk, seenIn source: String, payloads: [String] = []) {
        self.quirk = quirk
        evidence = Evidence(source, payloads: payloads)
    }
}

extension KnownQuirk {
    /// What any heart-rate sensor may do.
    public static let ofAnyHeartRateSensor = [
        KnownQuirk(
            .spikesWhileDry,
            seenIn: "experimentalrunner.blogspot.com 2015-11; community.myfitnesspal.com 816391"
        ),
        KnownQuirk(.forgetsSubscription, seenIn: "BLEHeartRateLogger PR#7"),
        KnownQuirk(.links(1), seenIn: "cagnulein/qdomyos-zwift#4230; GoldenCheetah#2983"),
    ]
}
