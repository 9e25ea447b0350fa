import Foundation
import GRDB
import Practice
import RunEngine
import SessionStore
import TestSupport
import Testing

@testable import Reporting

/// Each number that is shown comes from the log: logs of chance, and SQLite beside.
@Suite("The numbers of the week")
struct WeekNumbersTests {
    private static let firstDay = CivilDate(year: 2024, month: 10, day: 20).daysSince1970

    /// Some months of runs over New Year, with demos and imports among them, on clocks of all the world.
    private static func log(_ random: inout Randomness) -> [LoggedRun] {
        let days = random.pick([3, 20, 60, 120])
        let isChatty = random.chance(60)
        return (0..<random.pick([0, 1, 3, 12, 30, 90])).map { number in
            let elapsed: Int64 = random.pick([
                0, 59_999, 60_000, 599_999, 600_000, 1_234_567, 2_400_000, 3_600_001, 5_400_000, 5_400_001, 7_000_000,
            ])
            let paused = random.chance(30) ? min(elapsed, Int64.random(in: 0...900_000, using: &random)) : 0
            let isImport = random.chance(30)
            return LoggedRun(
                id: "run-\(number)",
                startSeconds: Self.firstDay * 86_400 + Int64.random(in: 0..<Int64(days * 86_400), using: &random),
                utcOffsetSeconds: random.chance(10) ? nil : 900 * Int.random(in: -48...56, using: &random),
                elapsedMilliseconds: elapsed,
                pausedMilliseconds: paused,
                insideMilliseconds: Int64.random(in: 0...(elapsed - paused), using: &random),
                source: random.chance(15) ? .demo : isImport ? .replay : .bluez,
                importedFrom: isImport ? "run.fit" : nil,
                talk: isChatty ? (0..<random.pick([0, 0, 1, 5])).map { _ in random.pick(TalkAnswer.allCases) } : [],
                feelings: isChatty
                    ? Dictionary(
                        FeelingMoment.allCases.filter { _ in random.chance(40) }
                            .map { ($0, Int.random(in: $0.values, using: &random)) }
                    ) { $1 } : [:]
            )
        }
    }

    /// Nights of chance.
    private static func nights(_ random: inout Randomness) -> [DayNote] {
        random.chance(50)
            ? []
            : (0..<120 as Range<Int64>).filter { _ in random.chance(40) }.map { day in
                DayNote(
                    day: CivilDate(daysSince1970: Self.firstDay + day),
                    sleep: random.chance(80) ? Int.random(in: 1...5, using: &random) : nil,
                    restingBPM: 58
                )
            }
    }

    @Test("all of the page and of the JSON are what SQLite counts in the log", arguments: 0..<40 as Range<UInt64>)
    func everyNumber(seed: UInt64) throws {
        var random = Randomness(seed: seed)
        let runs = Self.log(&random)
        let nights = Self.nights(&random)
        let today = CivilDate(daysSince1970: Self.firstDay + Int64.random(in: 0...200, using: &random))
        let goal = Int.random(in: 1...5, using: &random)
        try withPracticeLog(runs) { log in
            let oracle = try WeekOracle(log.path, today: today.description)
            for night in nights { try log.note(night) }
            let report = WeekReport(
                PracticeCalendar(
                    runs: try log.practiceRuns(),
                    days: try log.practiceDays(),
                    today: today,
                    goalRuns: goal
                )
            )
            try expectJSON(report, oracle, goal)
            try expectPage(report, oracle, goal)
        }
    }

    @Test("a week of a day is that of SQLite, over two thousand years", arguments: 0..<4 as Range<UInt64>)
    func weeks(seed: UInt64) throws {
        var random = Randomness(seed: seed)
        let database = try DatabaseQueue()
        try database.read { database in
            let query = try database.makeStatement(
                sql: """
                    SELECT strftime('%Y', ?1, '-3 days', 'weekday 4') || printf('-W%02d', \
                    (strftime('%j', ?1, '-3 days', 'weekday 4') - 1) / 7 + 1)
                    """
            )
            for _ in 0..<2000 {
                let day = CivilDate(daysSince1970: Int64.random(in: -300_000...450_000, using: &random))
                let told = try String.fetchOne(query, arguments: [day.description])
                #expect(ISOWeek(containing: day).description == told, "\(day)")
            }
        }
    }

    @Test("demos are nobody's run; imports are the runner's")
    func sources() throws {
        let day = CivilDate(daysSince1970: Self.firstDay)
        var demo = LoggedRun.noon(day, minutes: 50)
        demo.source = .demo
        try withPracticeLog([demo, .noon(day, minutes: 40, importedFrom: "a.fit"), .noon(day, minutes: 30)]) { log in
            let runs = try log.practiceRuns()
            #expect(Set(runs.map(\.movingMilliseconds)) == [2_400_000, 1_800_000])
        }
    }

    @Test("load and speed are those that the session's metrics tell")
    func metrics() throws {
        var run = LoggedRun.noon(CivilDate(daysSince1970: Self.firstDay), minutes: 30)
        run.metrics = [Metric(.edwardsLoad, units: 801), Metric(.meanSpeedKmH, units: 823)]
        try withPracticeLog([run]) { log in
            let run = try log.practiceRuns().first
            #expect(run?.loadTenths == 801 && run?.speedCentiKmH == 823)
        }
    }

    // MARK: - JSON

    private func expectJSON(_ report: WeekReport, _ oracle: WeekOracle, _ goal: Int) throws {
        let json = try Parsed.object(written { $0.week(report) }.utf8)
        #expect(
            Set(json.keys) == ["week", "goal_runs", "runs", "starts", "in_band_ms", "moving_ms", "weeks", "notices"]
        )
        #expect(json["goal_runs"] as? Int == goal)
        #expect(json["week"] as? String == (try oracle.week(ago: 0)).label)
        try expect(json, oracle.week(ago: 0))
        let weeks = try #require(json["weeks"] as? [[String: Any]])
        #expect(weeks.count == WeekReport.defaultWeeks)
        for (ago, week) in weeks.reversed().enumerated() {
            try expect(week, oracle.week(ago: ago))
            let told = try oracle.week(ago: ago)
            #expect(week["goal_reached"] as? Bool == (told.runs >= goal))
            let hasTalk = told.talkYes + told.talkNo > 0
            #expect(week["talk_yes"] as? Int == (hasTalk ? told.talkYes : nil))
            #expect(week["talk_no"] as? Int == (hasTalk ? told.talkNo : nil))
            for (key, name) in [("feeling_before", "before"), ("feeling_after", "after"), ("sleep", "slept")] {
                #expect(week[key] as? Double == told.tenths[name].map { Double($0) / 10 })
            }
        }
        let notices = try #require(json["notices"] as? [[String: Any]])
        #expect(notices.count <= 1)
        #expect(notices.first?["text"] as? String == report.calendar.notice?.text)
    }

    private func expect(_ json: [String: Any], _ week: WeekOracle.Week) {
        #expect(json["week"] as? String == week.label)
        #expect(json["runs"] as? Int == week.runs && json["starts"] as? Int == week.starts)
        #expect(json["moving_ms"] as? Int == Int(week.movingMilliseconds))
        #expect(json["in_band_ms"] as? Int == Int(week.insideMilliseconds))
    }

    // MARK: - The page

    /// What each line with a number has to be; a line that is none of these has no number.
    private func expectPage(_ report: WeekReport, _ oracle: WeekOracle, _ goal: Int) throws {
        let lines = report.lines(columns: 200)
        let this = try oracle.week(ago: 0)
        let expected = try expectedLines(report, oracle, goal)
        for line in lines where line.contains(/[0-9•·█▏▎▍▌▋▊▉]/) {
            #expect(expected.contains(line), "'\(line)' is not of the log")
        }
        for line in expected where line.hasPrefix("  ") { #expect(lines.contains(line), "'\(line)' is missing") }
        // Numbers in words.
        let words = ["one", "two", "three", "four", "five"]
        if this.runs >= goal {
            #expect(lines.contains("That is your \(words[goal - 1]). Rest counts too."))
        } else if let line = lines.first(where: { $0.contains(/more easy runs? makes?\b/) }) {
            #expect(line.lowercased().contains("\(words[goal - this.runs - 1]) more easy run"))
        }
    }

    private func expectedLines(_ report: WeekReport, _ oracle: WeekOracle, _ goal: Int) throws -> Set<String> {
        let this = try oracle.week(ago: 0)
        let minutes = { (milliseconds: Int64) in (milliseconds + 30_000) / 60_000 }
        let week = report.calendar.thisWeek.week
        var lines: Set = [
            "Week \(week.week) of \(week.year), \(DayWords.span(week.firstDay, week.lastDay))",
            report.calendar.nextStep,
        ]
        #expect(week.description == this.label && DayWords.short(week.firstDay) == this.monday)
        for days in 0..<(try oracle.daysOfWeek()) {
            let said = try oracle.figures(daysAgo: days)
            if let text = report.calendar.notice?.text, said.contains(where: text.hasPrefix) { lines.insert(text) }
        }
        guard let since = try oracle.weeksSinceFirst() else { return lines }
        // This week.
        let short = this.starts - this.runs
        let runs =
            this.runs > goal || this.runs == goal && goal == 1
            ? "\(this.runs) run\(this.runs == 1 ? "" : "s")" : "\(this.runs) of \(goal) run\(goal == 1 ? "" : "s")"
        let starts = "\(short) start\(short == 1 ? "" : "s")"
        let room = "oom for \(goal) run\(goal == 1 ? "" : "s")"
        lines.insert(
            this.starts == 0
                ? "  R\(room)"
                : this.runs == 0 ? "  \(starts), and r\(room)" : "  \(runs)" + (short > 0 ? ", and \(starts)" : "")
        )
        if this.movingMilliseconds > 0 { lines.insert("  \(minutes(this.movingMilliseconds)) min moving") }
        if this.insideMilliseconds > 0 {
            lines.insert("  \(minutes(this.insideMilliseconds)) min in the conversational band (a guide is 105 to 225)")
        }
        // The weeks.
        let shown = try (0..<min(since + 1, WeekReport.defaultWeeks)).map { try oracle.week(ago: $0) }
        lines.insert("The last \(shown.count) weeks: a dot a run, a bar the minutes in the band")
        if shown.count > 1, shown.contains(where: { $0.starts > 0 }) {
            for week in shown { lines.insert(row(week, longest: shown.map(\.insideMilliseconds).max() ?? 0)) }
        }
        lines.formUnion(dotRows(shown))
        // Looking back.
        let (withGoal, back) = (try oracle.weeksWithGoal(goal), try oracle.weeksCameBack())
        lines.insert(
            (withGoal > 0 ? "Weeks with your goal: \(withGoal). " : "") + "Weeks you came back: \(back)."
        )
        lines.insert("Your last start in the log was on \(try oracle.lastStart()).")
        if since >= 3 {
            let isOver = this.runs >= goal
            let span = (isOver ? 0 : 1)...min(since, isOver ? 7 : 8)
            let weeks = try span.map { try oracle.week(ago: $0) }
            let reached = weeks.count { $0.runs >= goal }
            lines.insert(
                reached > 0
                    ? "\(reached) of the last \(weeks.count) weeks had your goal."
                    : "You came back in \(weeks.count { $0.starts > 0 }) of the last \(weeks.count) weeks."
            )
        }
        return lines
    }

    /// The rows of what the runner said; a column is there where any of the weeks has something in it.
    private func dotRows(_ weeks: [WeekOracle.Week]) -> [String] {
        let cells = weeks.map { week in
            ["before", "after", "slept"].map { name in
                week.dots[name].map { String(repeating: "•", count: $0) + String(repeating: "·", count: 5 - $0) } ?? ""
            } + [week.talkYes + week.talkNo > 0 ? "\(week.talkYes) of \(week.talkYes + week.talkNo)" : ""]
        }
        let columns = (0..<4).filter { column in cells.contains { !$0[column].isEmpty } }
        return zip(weeks, cells).compactMap { week, cells in
            if cells.allSatisfy(\.isEmpty) { return nil }
            let texts = columns.map { cells[$0] + String(repeating: " ", count: max(0, 6 - cells[$0].count)) }
            return ("  \(week.label) " + texts.joined(separator: " ")).replacing(/\ +$/, with: "")
        }
    }

    /// A row of the chart, 200 columns wide: the bar has up to 60 columns, in eighths.
    private func row(_ week: WeekOracle.Week, longest: Int64) -> String {
        let short = week.starts - week.runs
        let few = String(repeating: "•", count: week.runs) + String(repeating: "·", count: short)
        let dots = week.starts <= 7 ? few : "\(week.runs)•" + (short > 0 ? " \(short)·" : "")
        let minutes = week.starts > 0 ? "\((week.insideMilliseconds + 30_000) / 60_000) min" : ""
        let eighths =
            week.starts > 0 && week.insideMilliseconds > 0
            ? max(1, Int(week.insideMilliseconds * 480 / max(longest, 3_600_000))) : 0
        let bar = String(repeating: "█", count: eighths / 8) + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        let day = String(repeating: " ", count: 6 - week.monday.count) + week.monday
        let cells =
            "  \(week.label)  \(day)  \(dots)\(String(repeating: " ", count: max(0, 7 - dots.count))) "
            + String(repeating: " ", count: max(0, 8 - minutes.count)) + minutes + "  " + bar
        return cells.replacing(/\ +$/, with: "")
    }
}
