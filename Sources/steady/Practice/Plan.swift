import ArgumentParser
import Practice
import Reporting
import RunEngine
import Settings
import UnixIO

/// Shows what the next run is to be, and where the runner is on the walk-run ramp; changes both.
struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show today's plan, and where you are on the walk-run ramp; choose another.",
        discussion: """
            The end of a run is fixed before its start. An easy run of forty minutes is the usual one; the walk-run ramp
            leads there from half a minute of running at a time. Any week may be made again, or skipped: --week N.
            What is chosen is kept in steady.conf in the home; `steady live --plan` and `--minutes` go before it for one run.
            """
    )

    @Flag(help: "Choose easy runs.")
    var easy = false

    @Option(help: ArgumentHelp("How long they are: 15, 20, 30, 35, 40 or 45.", valueName: "minutes"))
    var minutes: Int?

    @Flag(name: .customLong("walk-run"), help: "Choose the walk-run ramp.")
    var walkRun = false

    @Option(help: ArgumentHelp("Go to this week of the ramp, on or back, from 0 to 12.", valueName: "week"))
    var week: Int?

    @Flag(name: .customLong("none"), help: "Choose runs without a plan.")
    var isOpen = false

    @Flag(help: "One JSON object.")
    var json = false

    @Option(help: ArgumentHelp("The day instead of today.", visibility: .private))
    var today: DayArgument?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        let isRamp = walkRun || week != nil
        let isEasy = easy || minutes != nil
        if [isEasy, isRamp, isOpen].count(where: \.self) > 1 {
            throw ValidationError("choose one: --easy with --minutes, --walk-run with --week, or --none")
        }
        if let minutes, RunPlan.easy(minutes: minutes) == nil {
            throw ValidationError("--minutes takes 15, 20, 30, 35, 40 or 45")
        }
        if let week, !RunPlan.walkRunWeeks.contains(week) { throw ValidationError("--week takes a week from 0 to 12") }
    }

    func run() throws {
        var file = try SettingsFile(home: try common.directory())
        let day = today?.day ?? .today
        try file.change { choose(&$0, on: day) }
        let plans = PlanToday(practice: file.toldPractice(), day: day)
        let runs = try PlanToday.runs(common)
        var report = PlanReport(plan: try plans.plan(common))
        if file.settings.practice.plan == .walkRun { report.progress = try plans.progress(common) }
        report.isRestDay = runs.last.map { day.daysSince1970 - $0.day.daysSince1970 <= 1 } ?? false
        try show(report)
    }

    private func choose(_ settings: inout SettingsText, on day: CivilDate) {
        if easy || minutes != nil { settings.set(.plan, to: PracticeSettings.Plan.easy.rawValue) }
        if let minutes { settings.set(.minutes, to: "\(minutes)") }
        if walkRun || week != nil { settings.set(.plan, to: PracticeSettings.Plan.walkRun.rawValue) }
        if let week {
            settings.set(.walkRunWeek, to: "\(week)")
            settings.set(.walkRunSince, to: day.description)
        }
        if isOpen { settings.set(.plan, to: PracticeSettings.Plan.none.rawValue) }
    }

    private func show(_ report: PlanReport) throws {
        try writingOutput {
            var output = StandardOutput()
            if json {
                var text = JSONWriter()
                text.plan(report)
                try output.write(text.text)
            } else {
                for line in report.lines { try output.print(line) }
            }
            try output.flush()
        }
    }
}
