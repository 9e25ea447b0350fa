import RunEngine
import SensorCodec

/// Made-up runs as the engine tells them.
enum Run {
    static func header(
        _ id: String,
        startedAt microseconds: Int64 = 1_764_000_000_123_456,
        source: SessionHeader.Source = .bluez
    ) -> SessionHeader {
        SessionHeader(
            id: id,
            startedAtUnixMicroseconds: microseconds,
            source: source,
            zones: ZoneSet(model: .custom, lowerBoundsBPM: [114, 133, 152]),
            band: TargetBand(lowerBPM: 118, upperBPM: 142),
            basis: basis
        )
    }

    /// The shortest complete run.
    static func short(_ id: String, startedAt microseconds: Int64 = 1_764_000_000_123_456) -> [RunEvent] {
        var header = header(id, startedAt: microseconds)
        header.basis = nil
        return [.session(header), .sample(RunSample(timeMilliseconds: 1000)), .summary(empty(header))]
    }

    /// A run in which everything occurs that the log can hold.
    static func rich(_ id: String) -> [RunEvent] {
        let samples = samples.map { RunEvent.sample($0) }
        let others = sensors + sources + laps + transitions + cues + notices + practice
        // Samples and events take turns, unevenly: two samples, three events, then what is left.
        return [.session(header(id))] + others.prefix(2) + samples.prefix(2) + others.dropFirst(2).prefix(3)
            + samples.dropFirst(2) + others.dropFirst(5) + [.summary(full)]
    }

    /// All that a basis can hold.
    static let basis = ZoneBasis(
        isModelChosen: true,
        bandOrigin: .talkCheck,
        maximumBPM: 181,
        maximumOrigin: .estimated(ageYears: 39),
        restingBPM: 58,
        restingOrigin: .measured,
        thresholdBPM: 164,
        talkBPM: 142,
        talkDay: CivilDate(year: 2026, month: 11, day: 3)
    )

    static func empty(_ header: SessionHeader) -> RunSummary {
        var summary = RunSummary()
        summary.zoneMilliseconds = Array(repeating: 0, count: header.zones.count)
        return summary
    }

    static let full: RunSummary = {
        var summary = RunSummary()
        summary.elapsedMilliseconds = 3_600_001
        summary.pausedMilliseconds = 60_002
        summary.unknownMilliseconds = 3
        summary.zoneMilliseconds = [400_004, 0, 2_000_005, 1_139_987]
        summary.belowMilliseconds = 6
        summary.insideMilliseconds = 3_000_007
        summary.aboveMilliseconds = 539_983
        summary.warmUpMilliseconds = 300_008
        summary.mainMilliseconds = 2_939_982
        summary.coolDownMilliseconds = 300_009
        summary.distanceMillimetres = 9_123_456_789
        summary.speedDistanceMillimetres = 9_000_000_001
        summary.counterDistanceMillimetres = 0
        summary.flaggedMilliseconds = 61_003
        // Every metric, with all of its places.
        summary.metrics = Metric.Name.allCases.enumerated().map { place, name in
            Metric(name, units: Int64(place) * 1_234_567 - 3, sharePerMille: 1000 - place)
        }
        summary.heartRate = .init(averageBPM: 131, minimumBPM: 62, maximumBPM: 171)
        summary.rrIntervalCount = 7012
        summary.packetCount = 10_801
        summary.issueCounts = [.init(name: "odd_rr_byte", count: 1), .init(name: "trailing_bytes", count: 3601)]
        return summary
    }()

    private static let laps: [RunEvent] = [
        .lap(RunLap(number: 1, beganMilliseconds: 0, endedMilliseconds: 2400)), .mark(RunMark(timeMilliseconds: 2450)),
        .lap(
            RunLap(
                number: 2,
                beganMilliseconds: 2400,
                endedMilliseconds: 2500,
                pausedMilliseconds: 1,
                insideMilliseconds: 99,
                distanceMillimetres: 0,
                heartRate: .init(averageBPM: 120, minimumBPM: 119, maximumBPM: 121)
            )
        ),
        .mark(RunMark(timeMilliseconds: 2500, text: "knee 'fine' \u{1F600}")),
    ]

    private static let samples: [RunSample] = [
        RunSample(timeMilliseconds: 0),
        RunSample(
            timeMilliseconds: 1000,
            heartRateBPM: 128,
            heartRateSource: .heartRate,
            zone: 1,
            band: .inside,
            link: .good,
            phase: .main,
            session: .running,
            speedCentiKmH: 852,
            inclinationDeciPercent: -15,
            distanceMillimetres: 4_294_967_296,
            totalEnergyKilocalories: 0
        ),
        RunSample(timeMilliseconds: 2000, band: .below, link: .suspect, phase: .coolDown, session: .pausedUser),
        RunSample(
            timeMilliseconds: 3000,
            heartRateSource: .treadmill,
            band: .above,
            link: .stale,
            session: .pausedBelt
        ),
        RunSample(timeMilliseconds: 4000, heartRateSource: .footPod, link: .contactLost, session: .ended),
        RunSample(timeMilliseconds: 5000, speedCentiKmH: 0, distanceMillimetres: 0),
        RunSample(
            timeMilliseconds: 6000,
            heartRateBPM: 164,
            heartRateDoubts: [.cadenceLock, .intervalsMissing],
            headingBPM: 171,
            alpha1Hundredths: 87,
            isAlpha1Rough: true,
            rrIntervals: RRIntervals([0, 366, 65_535, 1, 2, 3, 4, 5, 6]),
            cadencePerMinute: 82,
            isBeltUnattended: true
        ),
    ]

    private static let sensors: [RunEvent] = {
        let strap = SensorIdentity(BluetoothAddress(rawValue: 0xA0B1_C2D3_E4F5))
        return [
            sensor(strap, "Polar “H10” ♥", .heartRate, .searching, battery: nil),
            sensor(strap, nil, .heartRate, .live, battery: 0),
            sensor(SensorIdentity(nameless: 3), "", .treadmill, .connecting, battery: 100),
            sensor(SensorIdentity(nameless: 1), nil, .footPod, .stale, battery: nil),
            sensor(strap, "x", .heartRate, .lost, battery: 5),
        ]
    }()

    private static func sensor(
        _ identity: SensorIdentity,
        _ name: String?,
        _ kind: SensorKind,
        _ state: SensorStatus.State,
        battery: Int?
    ) -> RunEvent {
        .sensor(
            SensorStatus(
                timeMilliseconds: 17,
                sensor: identity,
                name: name,
                kind: kind,
                state: state,
                batteryPercent: battery
            )
        )
    }

    private static let transitions: [RunEvent] = [
        .session(from: .idle, to: .running), .session(from: .pausedBelt, to: .ended),
        .phase(from: .warmUp, to: .main), .phase(from: .main, to: .coolDown),
        .link(from: .none, to: .good), .link(from: .suspect, to: .contactLost), .link(from: .stale, to: .lost),
        .band(from: .unknown, to: .below), .band(from: .inside, to: .above),
        .belt(from: .none, to: .moving), .belt(from: .stopped, to: .stale),
    ]
    .map { .transition(RunTransition(timeMilliseconds: 2500, change: $0)) }

    private static let notices: [RunEvent] =
        (HeartRateFinding.allCases.map { .heartRate($0) } + [
            .speedInMilesPerHour(speedMetres: 300, counterMetres: 483),
            .distanceInMiles(speedMetres: 0, counterMetres: 4_294_967_296),
            .inclinationOutOfRange(deciPercent: -32_768, lowerDeciPercent: -60, upperDeciPercent: 0),
            .frozenField(.totalDistance), .frozenField(.elapsedTime), .frozenField(.heartRate),
            .distanceDisagrees(speedMetres: 1050, counterMetres: 1000), .beltUnattended,
            .correction(.init(profile: "runner", name: "Your \"word\"", change: "Speeds are\nconverted.")),
        ])
        .map {
            .notice(RunNotice(timeMilliseconds: 4002, sensor: SensorIdentity(nameless: 3), finding: $0))
        }

    private static let sources: [RunEvent] = [
        source(.heartRate, .heartRate, .strapWithRR), source(.heartRate, .treadmill, .machine),
        source(.speed, .footPod, nil), source(.cadence, .footPod, nil),
    ]

    private static func source(
        _ quantity: SourceChange.Quantity,
        _ kind: SensorKind,
        _ quality: HeartRateQuality?
    ) -> RunEvent {
        .source(
            SourceChange(
                timeMilliseconds: 18,
                quantity: quantity,
                sensor: SensorIdentity(nameless: 3),
                kind: kind,
                quality: quality
            )
        )
    }

    private static let practice: [RunEvent] = [
        .aim(RunAim(timeMilliseconds: 4003, plan: "easy-40", plannedMilliseconds: 2_400_000)),
        .talk(
            RunTalk(
                timeMilliseconds: 4004,
                answer: .cannotTalk,
                heartRateBPM: 140,
                band: TargetBand(lowerBPM: 118, upperBPM: 141)
            )
        ),
        .talk(
            RunTalk(
                timeMilliseconds: 4005,
                answer: .canTalk,
                heartRateBPM: nil,
                band: TargetBand(lowerBPM: 118, upperBPM: 141)
            )
        ),
        .milestone(RunMilestone(timeMilliseconds: 4006, name: .tenMinutes)),
        .milestone(RunMilestone(timeMilliseconds: 4006, name: .twentyMinutes)),
    ]

    private static let cues: [RunEvent] = [.cue(.easeOff, atMilliseconds: 2600), .cue(.pickUp, atMilliseconds: 4001)]
}
