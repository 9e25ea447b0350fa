import Dashboard
import EventLoop
import Practice
import Reporting
import RunEngine
import Settings
import UnixIO

/// A run followed live, on the screen or in lines: what `live` and `go` have in common.
struct LiveShow {
    /// All that a run goes by.
    let settings: RunSettings
    let options: LiveOptions
    let demo: DemoOptions
    let common: CommonOptions
    var isJSON = false
    /// What the runner says of their practice.
    var practice = PracticeSettings()
    /// How an effort that has left the band is told of; `nil`: not at all.
    var alerts: LiveAlerts.Plan?
    /// What the runner set out to do.
    var aim: LiveRun.Aim?
    /// True where they have just started, without a question or a zone.
    var hasJustStarted = false
    /// The plan that a key takes up where they have just started.
    var laterAim: LiveRun.Aim?

    /// What there is to say to a hard run that ends late: see ``Evening``.
    private var evening: [String] {
        if hasJustStarted || demo.demo { return [] }
        let now = WallClock.nowUnixMicroseconds
        return EveningLines.lines(
            settings,
            practice: practice,
            planEndsAtUnixMicroseconds: now + (aim?.plannedMilliseconds ?? 0) * 1000
        )
    }

    /// Follows the run to its end, and says what came of it.
    func play() throws {
        let program = try LiveProgram(
            .init(
                settings: settings,
                options: options,
                home: try common.directory(),
                idleEnd: nil,
                endsWithoutHost: !canShowScreen,
                demo: demo.plan(band: settings.plan.band)
            )
        )
        program.run.aim = aim
        program.followsTalk = usualGuidance != .talk
        if let alerts, guidance == .zones { program.run.alerts = sound(alerts, for: program) }
        let result = canShowScreen ? try LiveScreen.play(program, look) : try playAsLines(program)
        guard !isJSON, let result else { return }
        try writingOutput {
            var output = StandardOutput()
            for line in end(
                of: result,
                plan: program.run.plan,
                calm: canShowScreen ? CalmMark.set(by: program, result) : nil
            ) {
                try output.print(line)
            }
            try output.flush()
        }
    }

    private var canShowScreen: Bool {
        Terminal.isAvailable && !isJSON && Environment.value(of: "TERM") ?? "dumb" != "dumb"
    }

    private var guidance: Guidance { hasJustStarted ? .none : usualGuidance }

    private var usualGuidance: Guidance { practice.hasZones == false ? .talk : .zones }

    private var look: LiveScreen.Look {
        .init(
            isQuiet: practice.view == .quiet,
            guidance: guidance,
            later: (usualGuidance, laterAim),
            evening: evening,
            asksFeelings: practice.asksFeelings == true && !hasJustStarted
        )
    }

    private func sound(_ plan: LiveAlerts.Plan, for program: LiveProgram) -> LiveAlerts {
        let alerts = LiveAlerts(plan, on: program.loop)
        // Where time passes faster, sounds would not mean what they mean.
        alerts.isSilent = { [weak demo = program.demo] in demo?.isTimeTrue == false }
        return alerts
    }

    private func playAsLines(_ program: LiveProgram) throws -> LiveProgram.Result? {
        common.remark(ProfileWords.plan(settings.plan))
        if settings.plan.maximumOrigin == .ageAssumed { StandardError.print(ProfileWords.ageAssumed(settings.plan)) }
        for line in evening { StandardError.print("steady: \(line)") }
        let lines = LiveLines(
            isJSON: isJSON,
            isVerbose: common.verbose,
            words: program.words,
            showsZones: guidance == .zones
        )
        program.run.watcher = lines
        program.onTick = { [unowned program] in LiveChoice.explain(program) }
        lines.onClosed = { [unowned program] in program.endSoon() }
        program.loop.beforeWaiting { lines.flush() }
        defer { lines.flush() }
        return try program.play(watchesSignals: true)
    }

    /// What stays on the terminal: the run in a few lines, where it is kept, and when to get help.
    private func end(of result: LiveProgram.Result, plan: PlanFollower?, calm: String?) -> [String] {
        var said: [String] = []
        if canShowScreen {
            var lines = PlainLines()
            lines.showsZones = guidance == .zones
            _ = lines.lines(for: .session(result.header))
            lines.end(plan)
            said += lines.lines(for: .summary(result.summary))
        }
        if let id = result.id { said.append(KeepingSaying.kept.text(["id": id])) }
        if let calm { said.append(calm) }
        if demo.demo {
            said.append((result.id == nil ? DemoSaying.notKept : .kept).text())
        } else if canShowScreen {
            said.append(CareSaying.stopAndGetHelp.text())
        }
        return said
    }
}
