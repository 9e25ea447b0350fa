import ArgumentParser
import Reporting
import RunEngine
import SessionStore
import Settings
import UnixIO

/// Shows the runner's zones and where each number comes from; keeps numbers, and forgets them.
struct Zones: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zones",
        abstract: "Show your zones, your band, and where each number comes from; set them.",
        discussion: """
            Options show what zones they would give; with --set they are kept in steady.conf in the home, which may be
            changed by hand. An age is kept as a year of birth, so that it goes on by itself.
            """
    )

    @OptionGroup var runner: RunnerOptions

    @Flag(help: "Keep the numbers that are given with it.")
    var set = false

    @Option(
        help: ArgumentHelp(
            "Forget a number, by its name in steady.conf, e.g. band, talk_hr, resting_hr.",
            valueName: "name"
        )
    )
    var forget: [RunnerKeyArgument] = []

    @Flag(name: .customLong("accept-max"), help: "Take the maximum that is proposed, observed in one of your runs.")
    var acceptsMaximum = false

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if set, runner.isEmpty { throw ValidationError("--set keeps what is given with it, and nothing is") }
    }

    func run() throws {
        var file = try SettingsFile(home: try common.directory())
        let today = CivilDate(unixMicroseconds: WallClock.nowUnixMicroseconds)
        for odd in file.settings.oddLines {
            StandardError.print(
                "steady: \(file.path.printable), line \(odd.number), means nothing: \(odd.text.printable)"
            )
        }
        let candidates = try ObservedMaxima.candidates(in: common)
        if set || acceptsMaximum || !forget.isEmpty { try change(&file, candidates, on: today) }
        try file.checkRunner()
        let profile = set ? file.settings.runner.profile : runner.applied(to: file.settings.runner.profile)
        let plan: ZonePlan
        do throws(ProfileError) {
            plan = try profile.plan(on: today)
        } catch {
            try file.checkPlan(on: today)
            throw ValidationError(error.description)
        }
        var report = ZoneReport(plan)
        report.readings = profile.restingReadings
        report.proposal = ObservedMaximum.proposal(of: candidates, aboveBPM: plan.maximumBPM)
        report.isTalkDue = plan.talk?.isDueAgain(on: today) ?? false
        try show(report)
    }

    private func show(_ report: ZoneReport) throws {
        try writingOutput {
            var output = StandardOutput()
            if json {
                var text = JSONWriter()
                text.zones(report)
                try output.write(text.text)
            } else {
                for line in report.lines { try output.print(line) }
            }
            try output.flush()
        }
    }

    // MARK: - Changing

    /// Changes the settings as asked: all of it, or nothing where no zones can be made of them then.
    private func change(_ file: inout SettingsFile, _ candidates: [ObservedMaximum], on today: CivilDate) throws {
        var changed = file.settings
        for key in forget.map(\.key) {
            var wasThere = false
            for line in key.withDependents where changed.forget(line) { wasThere = true }
            if !wasThere { throw CommandFailure(status: .noInput, message: "there is no \(key.rawValue) to forget") }
        }
        if acceptsMaximum { try accept(candidates, &changed, on: today) }
        if set { keep(&changed, on: today) }
        do throws(ProfileError) {
            // As given: some of what no runner has could not even be written down.
            if set { _ = try runner.applied(to: file.settings.runner.profile).plan(on: today) }
            _ = try changed.runner.profile.plan(on: today)
        } catch {
            // What was unusable before may be mended step by step.
            let wasUsable = (try? file.settings.runner.profile.plan(on: today)) != nil
            if set || wasUsable { throw ValidationError("\(error.description) Nothing was changed.") }
        }
        try file.change { $0 = changed }
    }

    private func accept(_ candidates: [ObservedMaximum], _ settings: inout SettingsText, on today: CivilDate) throws {
        let maximum = (try? settings.runner.profile.plan(on: today).maximumBPM) ?? 0
        guard let proposal = ObservedMaximum.proposal(of: candidates, aboveBPM: maximum) else {
            throw CommandFailure(status: .noInput, message: "no higher maximum was observed in your runs")
        }
        settings.set(.maximum, to: "\(proposal.bpm)")
        settings.set(.maximumObservedOn, to: proposal.day.description)
    }

    /// Keeps what was given, and forgets what it takes the place of.
    private func keep(_ settings: inout SettingsText, on today: CivilDate) {
        if let age = runner.age { settings.set(.born, to: "\(today.year - Int64(age))") }
        if let born = runner.born { settings.set(.born, to: born.birth.description) }
        if let rate = runner.maximumBPM {
            settings.set(.maximum, to: "\(rate)")
            settings.forget(.maximumObservedOn)
        }
        if let rate = runner.restingBPM {
            settings.set(.resting, to: "\(rate)")
            settings.forget(.restingReadings)
        }
        if let rate = runner.thresholdBPM { settings.set(.threshold, to: "\(rate)") }
        if let bounds = runner.bounds {
            settings.set(.bounds, to: bounds.bpm.map(String.init).joined(separator: ","))
            settings.forget(.zoneModel)
        }
        if let model = runner.zoneModel { settings.set(.zoneModel, to: model.model.rawValue) }
        if let rate = runner.talkBPM {
            for key in RunnerKey.talk.withDependents + [.band] { settings.forget(key) }
            settings.set(.talk, to: "\(rate)")
        }
        if let band = runner.band { settings.set(.band, to: "\(band.band.lowerBPM)-\(band.band.upperBPM)") }
        if let sex = runner.sex { settings.set(.sex, to: sex.sex.rawValue) }
        if let weight = runner.weight { settings.set(.weight, to: RunnerText.text(weight.hectograms, places: 1)) }
        if let energy = runner.energy { settings.set(.energy, to: energy.isOn ? "on" : "off") }
        if let hrv = runner.hrv { settings.set(.variability, to: hrv.isOn ? "on" : "off") }
    }
}

/// `talk_hr`
struct RunnerKeyArgument: ExpressibleByArgument {
    var key: RunnerKey
    static let allValueStrings = RunnerKey.allCases.map(\.rawValue)

    init?(argument: String) {
        guard let key = RunnerKey(rawValue: argument) else { return nil }
        self.key = key
    }
}

extension RunnerKey {
    /// It, and the lines that tell where it comes from.
    var withDependents: [RunnerKey] {
        switch self {
        case .maximum: [.maximum, .maximumObservedOn]
        case .resting: [.resting, .restingReadings]
        case .talk: [.talk, .talkDay, .talkSpeed, .talkSensor, .talkNudge]
        default: [self]
        }
    }
}

/// The highest heart rates of the runs in the log, to be proposed as a maximum.
enum ObservedMaxima {
    /// One for each run that has one; none without a log, which is not made for this.
    static func candidates(in common: CommonOptions) throws -> [ObservedMaximum] {
        guard FileQuestions.exists("\(try common.directory())/\(SessionLog.fileName)") else { return [] }
        return try common.withLog { log in
            try log.values(of: .observedMaximumBPM).map { start, metric in
                ObservedMaximum(day: CivilDate(unixMicroseconds: start), bpm: Int(metric.units))
            }
        }
    }
}
