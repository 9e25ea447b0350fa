import ArgumentParser
import RunEngine
import VirtualGym

/// A run without hardware: a virtual runner on a virtual treadmill, for `live` and `record`.
struct DemoOptions: ParsableArguments {
    @Flag(help: "A virtual runner and treadmill instead of sensors: no hardware is needed, and nothing is kept.")
    var demo = false

    @Option(help: ArgumentHelp("Which run of its kind: the same number gives the same one.", valueName: "number"))
    var demoSeed: UInt64 = 1

    @Option(help: ArgumentHelp("What the virtual runner does.", valueName: "name"))
    var demoScript = ScriptArgument(.easy40)

    @Option(help: ArgumentHelp("How fast time passes in the demo: 1, 8, 0.5; or max.", valueName: "speed"))
    var demoSpeed = SpeedArgument(rate: 1)

    @Flag(help: "Let things go wrong: links that drop, a strap that is taken off, a runner who steps aside.")
    var demoFaults = false

    @Flag(help: "Keep the demo in the log, like a run.")
    var keep = false

    func validate() throws {
        if demo { return }
        let isAnyGiven =
            demoSeed != 1 || demoScript.script != .easy40 || demoSpeed.rate != 1 || demoFaults || keep
        if isAnyGiven { throw ValidationError("--keep and what begins with --demo- go with --demo") }
    }

    /// A demo has its own sensors.
    func validate(with live: LiveOptions) throws {
        if demo, live.transport != .bluez || live.adapter != nil || !live.named.isEmpty {
            throw ValidationError("--demo has a strap and a treadmill of its own: it needs no word about real ones")
        }
    }

    /// The demo; `nil` for a run with real sensors. `band`: where the virtual runner is to keep their heart rate.
    func plan(band: TargetBand) -> DemoPlan? {
        guard demo else { return nil }
        let gym = GymPlan(
            script: demoScript.script,
            seed: demoSeed,
            band: band.lowerBPM...max(band.lowerBPM, band.upperBPM),
            hasChanceFaults: demoFaults
        )
        return DemoPlan(gym: gym, rate: demoSpeed.rate, isKept: keep)
    }
}

/// What a demo plays.
struct DemoPlan {
    var gym: GymPlan
    /// Seconds of the demo in a second; `nil` is as fast as it goes.
    var rate: Double?
    /// It goes into the log.
    var isKept: Bool
}

/// `easy40`
struct ScriptArgument: ExpressibleByArgument {
    var script: GymScript

    init(_ script: GymScript) { self.script = script }

    init?(argument: String) {
        guard let script = GymScript(rawValue: argument) else { return nil }
        self.script = script
    }

    static let allValueStrings = GymScript.allCases.map(\.rawValue)
    var defaultValueDescription: String { script.rawValue }
}
