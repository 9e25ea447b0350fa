/// A run that somebody makes in the gym, by the name that people give it.
public enum GymScript: String, CaseIterable, Sendable {
    /// Five minutes easy, thirty in the band with the belt slowed as the heart rate drifts, five easy.
    case easy40
    /// Half an hour of a minute's run and a minute and a half of walking, by a beginner.
    case walkrun
    /// Twenty minutes in which strap, skin contact and treadmill are lost, and come back.
    case dropout
    /// A quarter of an hour with an optical sensor that counts steps for beats for a while.
    case cadenceLock = "cadence-lock"
    /// A quarter of an hour in which the runner steps off the belt for three minutes, and the belt runs on.
    case steppedOff = "stepped-off"

    /// Who makes it.
    public var runner: RunnerTraits {
        switch self {
        case .walkrun: .beginner
        case .easy40, .dropout, .cadenceLock, .steppedOff: .regular
        }
    }

    /// How long it takes at the most, in s; somebody who stops the belt for good does not end it.
    public var seconds: Int {
        switch self {
        case .easy40: 2415
        case .walkrun: 1815
        case .dropout: 1215
        case .cadenceLock, .steppedOff: 915
        }
    }

    /// What the heart rate is told by.
    public var heartRateSensor: GymSensor { self == .cadenceLock ? .armband : .strap }

    /// What happens, in the order of time.
    var steps: [GymStep] {
        switch self {
        case .easy40:
            [.init(5, .start), .init(10, .speed(500)), .init(305, .pace), .init(2105, .speed(450)), .init(2405, .stop)]
        case .walkrun: Self.walkRun
        case .dropout:
            [
                .init(5, .start), .init(10, .speed(550)), .init(240, .pace),
                .init(480, .fault(.strapLinkLost, seconds: 40)), .init(660, .fault(.contactLost, seconds: 25)),
                .init(840, .fault(.treadmillLinkLost, seconds: 30)), .init(1020, .fault(.batteryLow, seconds: 600)),
                .init(1080, .speed(450)), .init(1205, .stop),
            ]
        case .cadenceLock:
            [
                .init(5, .start), .init(10, .speed(550)), .init(180, .speed(780)),
                .init(480, .fault(.cadenceLocked, seconds: 180)), .init(780, .speed(450)), .init(905, .stop),
            ]
        case .steppedOff:
            [
                .init(5, .start), .init(10, .speed(550)), .init(180, .speed(780)),
                .init(480, .fault(.steppedOff, seconds: 180)), .init(780, .speed(450)), .init(905, .stop),
            ]
        }
    }

    private static var walkRun: [GymStep] {
        let runs = stride(from: 300, to: 1500, by: 150).flatMap { second in
            [GymStep(second, .speed(750)), GymStep(second + 60, .speed(500))]
        }
        return [.init(5, .start), .init(10, .speed(500))] + runs + [.init(1805, .stop)]
    }
}

/// Something that is done or happens at a second of a script.
struct GymStep: Equatable, Sendable {
    enum Action: Equatable, Sendable {
        /// Starts the belt.
        case start
        /// Walks or runs at this speed, in 0.01 km/h.
        case speed(Int)
        /// Keeps the heart rate in the middle of the band from now on.
        case pace
        /// Stops the belt.
        case stop
        /// Something goes wrong for so many seconds.
        case fault(GymFault, seconds: Int)
    }

    /// In s since the gym opened.
    var second: Int
    var action: Action

    init(_ second: Int, _ action: Action) {
        self.second = second
        self.action = action
    }
}

extension GymStep {
    /// Faults here and there over so many seconds, by chance. A gap lies between them, so that each is seen by itself.
    static func faults(over seconds: Int, seed: UInt64) -> [GymStep] {
        var chance = SplitMix64(seed: seed)
        let kinds: [GymFault] = [
            .strapLinkLost, .contactLost, .heartRateFrozen, .treadmillLinkLost, .batteryLow, .steppedOff,
        ]
        var steps: [GymStep] = []
        var second = 90 + chance.below(60)
        while second < seconds - 120 {
            steps.append(GymStep(second, .fault(kinds[chance.below(kinds.count)], seconds: 15 + chance.below(40))))
            second += 100 + chance.below(120)
        }
        return steps
    }
}
