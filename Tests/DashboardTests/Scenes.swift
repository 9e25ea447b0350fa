import TestSupport
import RunEngine
import SensorCodec

@testable import Dashboard

/// Runs made up for the screens: the same numbers every time.
enum Scenes {
    static let header = SessionHeader(
        id: "20261124T171500Z",
        startedAtUnixMicroseconds: 1_795_540_500_000_000,
        source: .bluez,
        zones: ZoneSet(model: .acsmHRR, lowerBoundsBPM: [97, 109, 133, 169]),
        band: TargetBand(lowerBPM: 118, upperBPM: 142)
    )

    static let basis = ZoneBasis(
        isModelChosen: false,
        bandOrigin: .talkCheck,
        maximumBPM: 180,
        maximumOrigin: .estimated(ageYears: 40),
        restingBPM: 60,
        restingOrigin: .measured,
        talkBPM: 142,
        talkDay: CivilDate(year: 2026, month: 11, day: 3)
    )

    static let strap = SensorStatus(
        timeMilliseconds: 0,
        sensor: SensorIdentity(nameless: 1),
        name: "Polar H10 8A2B",
        kind: .heartRate,
        state: .live,
        batteryPercent: 80
    )

    static let treadmill = SensorStatus(
        timeMilliseconds: 0,
        sensor: SensorIdentity(nameless: 2),
        name: "HORIZON_T101",
        kind: .treadmill,
        state: .live,
        batteryPercent: nil
    )

    /// A notice for every finding.
    static let notices: [RunNotice] = [
        .speedInMilesPerHour(speedMetres: 300, counterMetres: 483),
        .distanceInMiles(speedMetres: 485, counterMetres: 300),
        .inclinationOutOfRange(deciPercent: 820, lowerDeciPercent: -25, upperDeciPercent: 155),
        .frozenField(.totalDistance), .frozenField(.elapsedTime), .frozenField(.heartRate),
        // A name may come from the air.
        .correction(
            .init(
                profile: "tunturi-t60",
                name: "Tunturi T60",
                change: "The inclination means nothing; \u{1B}[2JSteady shows none."
            )
        ),
    ]
    .map { RunNotice(timeMilliseconds: 181_000, sensor: treadmill.sensor, finding: $0) }

    /// A screen that has seen the seconds from 0 to `seconds`.
    static func screen(
        seconds: Int,
        from source: SessionHeader.Source = .bluez,
        following plan: String? = nil,
        changing change: (inout RunSample) -> Void = { _ in }
    ) -> RunScreen {
        var screen = RunScreen()
        screen.keys = [KeyHint("space", "pause"), KeyHint("v", "quiet view"), KeyHint("q", "quit")]
        var header = header
        header.source = source
        screen.apply(.session(header))
        screen.apply(.sensor(strap))
        screen.apply(.sensor(treadmill))
        if let plan { screen.apply(.aim(RunAim(timeMilliseconds: 0, plan: plan, plannedMilliseconds: nil))) }
        for second in 0..<seconds { screen.apply(.sample(sample(second: second))) }
        var last = sample(second: seconds)
        change(&last)
        screen.apply(.sample(last))
        return screen
    }

    /// The totals of a run that knows little besides its length.
    static func summary(milliseconds: Int64) -> RunSummary {
        var summary = RunSummary()
        summary.elapsedMilliseconds = milliseconds
        summary.insideMilliseconds = milliseconds / 2
        summary.heartRate = RunSummary.HeartRate(averageBPM: 127, minimumBPM: 84, maximumBPM: 149)
        return summary
    }

    /// A warm-up, an easy run with a faster stretch, and half a minute without a signal.
    static func sample(second: Int) -> RunSample {
        let speed = speedCentiKmH(second: second)
        var sample = RunSample(
            timeMilliseconds: Int64(second) * 1000,
            heartRateSource: .heartRate,
            link: .good,
            phase: second < 240 ? .warmUp : .main,
            session: .running,
            speedCentiKmH: speed,
            inclinationDeciPercent: 10,
            distanceMillimetres: Int64(second) * 2080
        )
        if (560..<590).contains(second) {
            sample.link = .lost
            return sample
        }
        let heartRate = heartRateBPM(second: second)
        sample.heartRateBPM = heartRate
        sample.zone = header.zones.zone(ofBPM: heartRate)
        sample.band = heartRate > 142 ? .above : heartRate < 118 ? .below : .inside
        return sample
    }

    private static func speedCentiKmH(second: Int) -> Int {
        switch second {
        case ..<120: 500
        case ..<240: 650
        case 900..<1080: 1000
        default: 800
        }
    }

    /// A heart that follows the speed, and wanders a little.
    private static func heartRateBPM(second: Int) -> Int {
        var beats = 84_000
        var wander = Randomness(seed: 7)
        var drift = 0
        for at in stride(from: 0, through: second, by: 10) {
            let aim = 50_000 + speedCentiKmH(second: at) * 98
            beats += (aim - beats) / 7
            drift = drift / 2 + Int(wander.next() % 3_000) - 1_500
        }
        return (beats + drift) / 1000
    }
}
