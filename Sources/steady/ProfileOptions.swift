import ArgumentParser
import Hardware
import RunEngine

/// What the runner tells of their heart and of their treadmill, for one call.
struct ProfileOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Age. With nothing known, 40 is assumed and said.", valueName: "years"))
    var age: Int?

    @Option(name: .customLong("max-hr"), help: ArgumentHelp("Maximum heart rate, as measured.", valueName: "bpm"))
    var maximumBPM: Int?

    @Option(name: .customLong("resting-hr"), help: ArgumentHelp("Resting heart rate, seated.", valueName: "bpm"))
    var restingBPM: Int?

    @Option(name: .customLong("lthr"), help: ArgumentHelp("Heart rate at the lactate threshold.", valueName: "bpm"))
    var thresholdBPM: Int?

    @Option(
        name: .customLong("zone-model"),
        help: ArgumentHelp(
            "How heart rates are cut into zones; three and custom take --bounds.",
            valueName: "model"
        )
    )
    var zoneModel: ZoneModelArgument?

    @Option(help: ArgumentHelp("Zones of your own: rising lower bounds, e.g. 114,133,152.", valueName: "bpm,bpm"))
    var bounds: BoundsArgument?

    @Option(help: ArgumentHelp("The heart rates to aim for, e.g. 118-142.", valueName: "bpm-bpm"))
    var band: BandArgument?

    @Option(
        name: .customLong("speed-unit"),
        help: ArgumentHelp(
            "The unit of the treadmill's speed: mph for one that sends miles per hour in the field for km/h.",
            valueName: "unit"
        )
    )
    var speedUnit: SpeedUnitArgument?

    /// All that a run goes by, checked.
    func settings() throws -> RunSettings { RunSettings(plan: try plan(), speedUnit: speedUnit?.unit) }

    /// The zones and the band, checked.
    private func plan() throws -> ZonePlan {
        let profile = RunnerProfile(
            ageYears: age,
            maximumBPM: maximumBPM,
            restingBPM: restingBPM,
            thresholdBPM: thresholdBPM,
            zoneModel: zoneModel?.model,
            customBoundsBPM: bounds?.bpm,
            band: band?.band
        )
        do throws(ProfileError) {
            return try profile.plan()
        } catch {
            throw ValidationError(error.description)
        }
    }
}

/// `mph`
struct SpeedUnitArgument: ExpressibleByArgument {
    var unit: ConsoleUnit
    static let allValueStrings = ["km_h", "mph"]

    init?(argument: String) {
        switch argument {
        case "km_h": unit = .kilometresPerHour
        case "mph": unit = .milesPerHour
        default: return nil
        }
    }
}

/// `friel_run`
struct ZoneModelArgument: ExpressibleByArgument {
    var model: ZoneModel
    static let allValueStrings = ZoneModel.allCases.map(\.rawValue)

    init?(argument: String) {
        guard let model = ZoneModel(rawValue: argument) else { return nil }
        self.model = model
    }
}

/// `114,133,152`
struct BoundsArgument: ExpressibleByArgument {
    var bpm: [Int]

    init?(argument: String) {
        let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.allSatisfy({ $0 != nil }) else { return nil }
        bpm = numbers.compactMap(\.self)
    }
}

/// `118-142`
struct BandArgument: ExpressibleByArgument {
    var band: TargetBand

    init?(argument: String) {
        let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count == 2, let lower = ends[0], let upper = ends[1] else { return nil }
        band = TargetBand(lowerBPM: lower, upperBPM: upper)
    }
}
