import ArgumentParser
import Practice
import Reporting
import RunEngine
import SessionStore
import Settings
import UnixIO

/// Shows the practice: this week, the weeks before, and what is enough.
struct Week: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "week",
        abstract: "Show your week, the weeks before, and the next easy step.",
        discussion: """
            Ten minutes of moving make a run, walking included; a minute is a start. A week goes from Monday to Sunday, by \
            the clock where each run began. Imported runs count, demos do not.
            """
    )

    @Option(
        help: ArgumentHelp(
            "How many runs a week you mean to do: 1 to 5. Default: goal_runs in steady.conf, else 3.",
            valueName: "runs"
        )
    )
    var goal: Int?

    @Option(help: ArgumentHelp("How many weeks to show, this one among them.", valueName: "weeks"))
    var weeks = WeekReport.defaultWeeks

    @Flag(help: "Tell what the World Health Organization advises.")
    var guide = false

    @Option(help: .hidden)
    var today: DayArgument?

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let goal, !PracticeCalendar.goalRange.contains(goal) {
            throw ValidationError("--goal takes 1 to 5 runs a week")
        }
        if !WeekReport.weekRange.contains(weeks) { throw ValidationError("--weeks takes 1 to 600 weeks") }
    }

    func run() throws {
        let practice = try common.settingsFile()?.toldPractice()
        let report = WeekReport(
            try calendar(goalRuns: goal ?? practice?.goalRuns ?? PracticeCalendar.defaultGoalRuns),
            weeks: weeks,
            hasGuide: guide,
            crisisLine: practice?.crisisLine
        )
        try writingOutput {
            var output = StandardOutput()
            if json {
                var text = JSONWriter()
                text.week(report)
                try output.write(text.text)
            } else {
                for line in report.lines(columns: Terminal.outputColumns.map { min($0, 200) } ?? 80) {
                    try output.print(line.printable)
                }
            }
            try output.flush()
        }
    }

    private func calendar(goalRuns: Int) throws -> PracticeCalendar {
        let (runs, days) = try common.withLog { (try $0.practiceRuns(), try $0.practiceDays()) }
        let now = WallClock.nowUnixMicroseconds
        let day =
            today?.day
            ?? PracticeCalendar.today(
                nowUnixMicroseconds: now,
                utcOffsetSeconds: LocalTime.utcOffsetSeconds(atUnixMicroseconds: now),
                runs: runs
            )
        return PracticeCalendar(runs: runs, days: days, today: day, goalRuns: goalRuns)
    }
}
