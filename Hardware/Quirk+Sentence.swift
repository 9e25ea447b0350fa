extension Quirk {
    /// One plain sentence for a runner: what this device does, and what follows.
    public var sentence: String {
        switch self {
        case .speedInMilesPerHour:
            "It sends miles per hour in the km/h field; Steady converts the speed and its average."
        case .inclinationMeaningless: "The inclination it sends means nothing; Steady shows none."
        case .inclinationIsCode: "It sends a code for its inclination; Steady looks the level up."
        case .inclinationFixed(let fixed):
            "Its deck has a fixed inclination; Steady shows \(tenths(fixed.deciPercent)) % whatever it sends."
        case .inclinationWithin(let bounds):
            """
            Its deck goes from \(tenths(bounds.lowerBound)) to \(tenths(bounds.upperBound)) %; Steady takes no other \
            inclination.
            """
        case .negativeElevationGainUnusable: "Its number for the descent is no reading; Steady shows none."
        case .rrIntervalIsCode: "It puts a code among the intervals between beats; Steady drops those under 200 ms."

        case .speedFollowsConsoleUnit:
            """
            Its speed may be in the unit of its console: if Steady shows the very number of a console that is set to \
            miles, say so, and it will be converted.
            """
        case .targetSpeedFollowsConsoleUnit: "It takes a target speed in the unit of its console."
        case .speedOff(let most): "Its speed is off by up to \(tenths(Int16(clamping: most / 10))) km/h."
        case .speedSaidToStandFirst:
            "Some say that it misplaces its speed: if the speed is wrong, a recording of it would help."
        case .inclinationNeverSent: "It never sends its inclination: unknown, not level."
        case .declines(let bound): "Its deck declines, down to \(tenths(bound)) %."
        case .inclinationStep(let step): "Its deck moves in steps of \(tenths(step)) %."
        case .stepCountAppended: "It counts steps."
        case .cutAtDefaultMTU:
            "Its packets may come cut: speed and distance are there, heart rate and times may not be."
        case .recordInParts: "It sends its numbers in several parts."
        case .runningDataElsewhere: "Its speed and cadence come as those of a foot pod."
        case .beltRunsUnattended: "Its belt runs with nobody on it: while the steps stand still, nobody is."
        case .elapsedTimeStopsUnattended:
            "Its belt runs with nobody on it: while its clock stands still, nobody is."
        case .machineHeartRateDoubtful: "The heart rate it sends may be stuck; a strap of your own is better."

        case .silentUntilUnlocked: "It sends nothing until the maker's app has unlocked it."
        case .speaksTwoProtocols: "It speaks its maker's protocol too, and may be silent in the one that Steady reads."
        case .mayHaveNoName: "It may show up without a name."
        case .readsMayFail: "It may refuse to tell its make; that does no harm."
        case .secondRadioForAudio: "It shows up twice; the one whose name ends in -A is for music."
        case .links(1): "It takes one Bluetooth link: close the apps, watches and consoles that use it."
        case .links(let most): "It takes \(most) Bluetooth links at most: close other apps that use it."
        case .leavesWhenParametersAreRefused:
            "It may leave after 30 seconds when Linux refuses the timing it asks for."
        case .forgetsSubscription: "It may fall silent though connected, until it is subscribed to again."
        case .descriptorIsReadFirst: "It may leave when it is subscribed to, unless it is asked first."
        case .broadcastMode: "It sends its heart rate only while the broadcast is switched on at the watch."
        case .mayNeedPairing: "It may ask to be paired first."
        case .randomAddress: "It may come back under another address."

        case .contactNotReported: "It does not tell whether it touches the skin."
        case .contactLateOnSecondLink: "It may say that it has no contact in the first two seconds."
        case .freezesOffBody: "Off the body it goes on sending its last heart rate."
        case .optical: "It measures by light: it may jump, or take your steps for your heartbeat."
        case .spellsWithoutReading: "It may have no reading for some seconds."
        case .spikesWhileDry:
            "In the first minutes, while the skin is dry, it may read far too high: wet the strap."

        case .cadenceCounts(.bothFeet): "Its cadence counts the steps of both feet."
        case .cadenceCounts(.oneFoot): "Its cadence counts one foot, so it is doubled."
        }
    }

    /// A number of tenths in figures.
    private func tenths(_ value: Int16) -> String {
        let magnitude = value.magnitude
        return (value < 0 ? "-" : "") + "\(magnitude / 10)" + (magnitude % 10 == 0 ? "" : ".\(magnitude % 10)")
    }
}
