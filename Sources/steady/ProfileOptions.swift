import ArgumentParser
import RunEngine

/// What the runner tells of their heart, for one call.
struct ProfileOptions: ParsableArguments {
    @Option(help: "Age in years. With nothing known, 40 is assumed and said.")
    var age: Int?

    @Option(name: .customLong("max-hr"), help: "Maximum heart rate in bpm, as measured.")
    var maximumBPM: Int?

    @Option(name: .customLong("resting-hr"), help: "Resting heart rate in bpm, seated.")
    var restingBPM: Int?

    @Option(name: .customLong("lthr"), help: "Heart rate at the lactate threshold in bpm.")
    var thresholdBPM: Int?

    @Option(
        name: .customLong("zone-model"),
        help: "\(ZoneModel.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var zoneModel: ZoneModelArgument?

    @Option(help: "Zones of your own: rising lower bounds in bpm, e.g. 114,133,152.")
    var bounds: BoundsArgument?

    @Option(help: "The heart rates to aim for in bpm, e.g. 118-142.")
    var band: BandArgument?

    /// The zones and the band; says on standard error what had to be assumed.
    func plan() throws -> ZonePlan {
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
