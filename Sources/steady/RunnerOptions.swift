import ArgumentParser
import RunEngine
import Settings

/// The runner's own numbers, for one call: each goes before what the settings say.
struct RunnerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Age. With nothing known, 40 is assumed and said.", valueName: "years"))
    var age: Int?

    @Option(help: ArgumentHelp("When you were born: a year, or a day.", valueName: "1986|1986-05-03"))
    var born: BirthArgument?

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
        name: .customLong("talk-hr"),
        help: ArgumentHelp("The heart rate up to which you talk in comfort: `steady talk` finds it.", valueName: "bpm")
    )
    var talkBPM: Int?

    @Option(help: ArgumentHelp("For formulas that differ by sex: female or male.", valueName: "sex"))
    var sex: SexArgument?

    @Option(
        name: .customLong("weight-kg"),
        help: ArgumentHelp("Weight, for estimates of energy, e.g. 61.5.", valueName: "kg")
    )
    var weight: WeightArgument?

    @Option(help: ArgumentHelp("Show estimates of energy; off while nothing is said.", valueName: "on|off"))
    var energy: SwitchArgument?

    @Option(
        help: ArgumentHelp("Show heart-rate variability; off while nothing is said.", valueName: "on|off")
    )
    var hrv: SwitchArgument?

    func validate() throws {
        if age != nil, born != nil { throw ValidationError("--age and --born do not go together") }
    }

    /// True when nothing was given.
    var isEmpty: Bool {
        age == nil && born == nil && maximumBPM == nil && restingBPM == nil && thresholdBPM == nil && zoneModel == nil
            && bounds == nil && band == nil && talkBPM == nil && sex == nil && weight == nil && energy == nil
            && hrv == nil
    }

    /// A profile with what was given in the place of what it says.
    func applied(to profile: RunnerProfile) -> RunnerProfile {
        var profile = profile
        if let age { profile.ageYears = age }
        if let born {
            profile.birth = born.birth
            profile.ageYears = nil
        }
        if let maximumBPM {
            profile.maximumBPM = maximumBPM
            profile.maximumObservedOn = nil
        }
        if let restingBPM { profile.restingBPM = restingBPM }
        if let thresholdBPM { profile.thresholdBPM = thresholdBPM }
        if let bounds {
            profile.customBoundsBPM = bounds.bpm
            // Whoever gives bounds means them.
            profile.zoneModel = nil
        }
        if let zoneModel { profile.zoneModel = zoneModel.model }
        if let talkBPM {
            profile.talk = TalkReading(bpm: talkBPM)
            profile.band = nil
        }
        if let band { profile.band = band.band }
        if let sex { profile.sex = sex.sex }
        if let weight { profile.weightHectograms = weight.hectograms }
        for (choice, figure) in [(energy, OptionalFigures.energy), (hrv, .variability)] {
            guard let choice else { continue }
            profile.optionalFigures.remove(figure)
            if choice.isOn { profile.optionalFigures.insert(figure) }
        }
        return profile
    }
}

/// `1986`, `1986-05-03`
struct BirthArgument: ExpressibleByArgument {
    var birth: BirthDate

    init?(argument: String) {
        guard let birth = BirthDate(argument) else { return nil }
        self.birth = birth
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
        guard let bounds = RunnerText.bounds(argument) else { return nil }
        bpm = bounds
    }
}

/// `118-142`
struct BandArgument: ExpressibleByArgument {
    var band: TargetBand

    init?(argument: String) {
        guard let band = RunnerText.band(argument) else { return nil }
        self.band = band
    }
}

/// `female`
struct SexArgument: ExpressibleByArgument {
    var sex: Sex
    static let allValueStrings = Sex.allCases.map(\.rawValue)

    init?(argument: String) {
        guard let sex = Sex(rawValue: argument) else { return nil }
        self.sex = sex
    }
}

/// `61.5`
struct WeightArgument: ExpressibleByArgument {
    var hectograms: Int

    init?(argument: String) {
        guard let hectograms = RunnerText.decimal(argument, places: 1) else { return nil }
        self.hectograms = hectograms
    }
}

/// `on`
struct SwitchArgument: ExpressibleByArgument {
    var isOn: Bool
    static let allValueStrings = ["on", "off"]

    init?(argument: String) {
        guard Self.allValueStrings.contains(argument) else { return nil }
        isOn = argument == "on"
    }
}
