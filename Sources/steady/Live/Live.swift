import ArgumentParser
import Dashboard
import EventLoop
import Reporting
import RunEngine
import Settings
import UnixIO

/// Connects to the runner's sensors, shows the run, and keeps it.
struct Live: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live",
        abstract: "Follow a run live: connect to strap and treadmill, show the run, keep it.",
        discussion: """
            The first time, sensors in reach are shown and chosen; later the same ones are used without a question.
            Keys: space pauses, l begins a lap, m marks a moment, b shows the largest digits, q ends and keeps the run;
            ? shows all of them.
            Nothing at hand? `steady --demo` follows a virtual runner; the arrow keys are those of the treadmill, < and >
            change how fast time passes, Page Up and Page Down go back and on.
            """
    )

    @Flag(help: "JSON lines.")
    var json = false

    @OptionGroup var live: LiveOptions
    @OptionGroup var demo: DemoOptions
    @OptionGroup var plan: PlanOptions
    @OptionGroup var alert: AlertOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var profile: ProfileOptions

    func validate() throws { try demo.validate(with: live) }

    func run() throws {
        let settings = try profile.settings(common)
        let canShowScreen = Terminal.isAvailable && !json && Environment.value(of: "TERM") ?? "dumb" != "dumb"
        let program = try LiveProgram(
            .init(
                settings: settings,
                options: live,
                home: try common.directory(),
                idleEnd: nil,
                endsWithoutHost: !canShowScreen,
                demo: demo.plan(band: settings.plan.band)
            )
        )
        program.run.aim = try plan.aim(common, demo: demo)
        let alerts = LiveAlerts(alert.plan(try common.settingsFile()?.settings.alerts), on: program.loop)
        // Where time passes faster, sounds would not mean what they mean.
        alerts.isSilent = { [weak demo = program.demo] in demo?.isTimeTrue == false }
        program.run.alerts = alerts
        let result = canShowScreen ? try LiveScreen.play(program) : try playAsLines(program, settings)
        guard !json, let result else { return }
        try writingOutput {
            var output = StandardOutput()
            if canShowScreen {
                var lines = PlainLines()
                _ = lines.lines(for: .session(result.header))
                lines.end(program.run.plan)
                for line in lines.lines(for: .summary(result.summary)) { try output.print(line) }
            }
            if let id = result.id { try output.print("Kept as \(id).") }
            if demo.demo { try output.print(DemoWords.end(isKept: result.id != nil)) }
            try output.flush()
        }
    }

    private func playAsLines(_ program: LiveProgram, _ settings: RunSettings) throws -> LiveProgram.Result? {
        common.remark(ProfileWords.plan(settings.plan))
        if settings.plan.maximumOrigin == .ageAssumed { StandardError.print(ProfileWords.ageAssumed(settings.plan)) }
        let lines = LiveLines(isJSON: json, isVerbose: common.verbose, words: program.words)
        program.run.watcher = lines
        program.onTick = { [unowned program] in LiveChoice.explain(program) }
        lines.onClosed = { [unowned program] in program.endSoon() }
        program.loop.beforeWaiting { lines.flush() }
        defer { lines.flush() }
        return try program.play(watchesSignals: true)
    }
}
