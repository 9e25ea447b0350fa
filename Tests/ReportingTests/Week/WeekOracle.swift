import Foundation
import GRDB
import RunEngine

/// The weeks as SQLite counts them, from the table of sessions, without a line of Steady's.
struct WeekOracle {
    struct Week: Equatable {
        var label = ""
        /// `23 Nov`
        var monday = ""
        var runs = 0
        var starts = 0
        var movingMilliseconds: Int64 = 0
        var insideMilliseconds: Int64 = 0
        var talkYes = 0
        var talkNo = 0
        /// Means of what was told from 1 to 5, in tenths.
        var tenths: [String: Int] = [:]
        /// The same in whole dots.
        var dots: [String: Int] = [:]
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    let database: DatabaseQueue
    let today: String

    init(_ path: String, today: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        database = try DatabaseQueue(path: path, configuration: configuration)
        self.today = today
    }

    /// Sessions up to a day, each with its local day, its week by ISO 8601, and its time without pauses.
    private static let sessions = """
        WITH dated AS (
            SELECT *, date(started_at_us / 1000000 + ifnull(utc_offset_s, 0), 'unixepoch') AS day,
                elapsed_ms - paused_ms AS moving_ms
            FROM session WHERE source <> 'demo'
        ), counted AS (SELECT *, \(isoWeek("day")) AS week FROM dated WHERE day <= :upTo)
        """

    private static func isoWeek(_ day: String) -> String {
        """
        (strftime('%Y', \(day), '-3 days', 'weekday 4') || printf('-W%02d', \
        (strftime('%j', \(day), '-3 days', 'weekday 4') - 1) / 7 + 1))
        """
    }

    private static let sums = """
        sum(moving_ms >= 600000) AS runs, sum(moving_ms >= 60000) AS starts, sum(moving_ms) AS moving, \
        sum(in_ms) AS inside, sum(talk_yes) AS yes, sum(talk_no) AS no
        """

    private func text(_ sql: String, _ arguments: StatementArguments = []) throws -> String {
        try database.read { try String.fetchOne($0, sql: sql, arguments: arguments) } ?? ""
    }

    private func number(_ sql: String, upTo day: String? = nil) throws -> Int64 {
        try database.read {
            try Int64.fetchOne($0, sql: Self.sessions + sql, arguments: ["upTo": day ?? today]) ?? 0
        }
    }

    /// The week so many weeks ago.
    func week(ago: Int) throws -> Week {
        let day = try text("SELECT date(?, '-\(7 * ago) days')", [today])
        var week = Week(label: try text("SELECT \(Self.isoWeek("?1"))", [day]))
        let monday = try text("SELECT strftime('%m %d', ?, '-6 days', 'weekday 1')", [day]).split(separator: " ")
        week.monday = "\(Int(monday[1]) ?? 0) \(Self.months[(Int(monday[0]) ?? 1) - 1])"
        let row = try database.read {
            try Row.fetchOne(
                $0,
                sql: Self.sessions + "SELECT \(Self.sums) FROM counted WHERE week = :week",
                arguments: ["upTo": today, "week": week.label]
            )
        }
        week.runs = row?["runs"] ?? 0
        week.starts = row?["starts"] ?? 0
        week.movingMilliseconds = row?["moving"] ?? 0
        week.insideMilliseconds = row?["inside"] ?? 0
        week.talkYes = row?["yes"] ?? 0
        week.talkNo = row?["no"] ?? 0
        for name in ["before", "after", "slept"] {
            let rows =
                name == "slept"
                ? "SELECT sleep AS value FROM day WHERE sleep NOT NULL AND day <= :upTo AND \(Self.isoWeek("day")) = :week"
                : """
                SELECT value FROM feeling JOIN counted ON counted.id = session_id \
                WHERE moment = '\(name)' AND week = :week
                """
            let means = try database.read {
                try Row.fetchOne(
                    $0,
                    sql: Self.sessions + """
                        SELECT (sum(value) * 20 + count(*)) / (count(*) * 2) AS tenths,
                            (sum(value) * 2 + count(*)) / (count(*) * 2) AS dots FROM (\(rows))
                        """,
                    arguments: ["upTo": today, "week": week.label]
                )
            }
            week.tenths[name] = means?["tenths"]
            week.dots[name] = means?["dots"]
        }
        return week
    }

    /// Weeks with so many runs or more.
    func weeksWithGoal(_ goal: Int) throws -> Int64 {
        try number("SELECT count(*) FROM (SELECT \(Self.sums) FROM counted GROUP BY week) WHERE runs >= \(goal)")
    }

    /// Weeks with a start.
    func weeksCameBack() throws -> Int64 {
        try number("SELECT count(*) FROM (SELECT \(Self.sums) FROM counted GROUP BY week) WHERE starts > 0")
    }

    /// How many weeks ago the first start was; `nil` when there was none.
    func weeksSinceFirst() throws -> Int? {
        let first = try database.read {
            try String.fetchOne(
                $0,
                sql: Self.sessions + "SELECT min(day) FROM counted WHERE moving_ms >= 60000",
                arguments: ["upTo": today]
            )
        }
        guard let first else { return nil }
        let monday = "julianday(?, '-6 days', 'weekday 1')"
        return Int(
            try database.read {
                try Double.fetchOne($0, sql: "SELECT (\(monday) - \(monday)) / 7", arguments: [today, first]) ?? 0
            }
        )
    }

    /// `3 Nov 2026`: the day of the last start.
    func lastStart() throws -> String {
        let sql = Self.sessions + "SELECT max(day) FROM counted WHERE moving_ms >= 60000"
        let day = try database.read { try String.fetchOne($0, sql: sql, arguments: ["upTo": today]) ?? "" }
        let parts = day.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? "\(parts[2]) \(Self.months[parts[1] - 1]) \(parts[0])" : ""
    }

    /// What a line about much may say on one of this week's days up to today: by the beginning of its text.
    func figures(daysAgo: Int) throws -> [String] {
        let day = try text("SELECT date(?, '-\(daysAgo) days')", [today])
        let week = "week = \(Self.isoWeek("'\(day)'"))"
        let runs = try number("SELECT count(*) FROM counted WHERE \(week) AND moving_ms >= 600000", upTo: day)
        let month = try number(
            "SELECT count(*) FROM counted WHERE day > date('\(day)', '-30 days') AND moving_ms >= 600000",
            upTo: day
        )
        let longest = try number("SELECT max(moving_ms) FROM counted WHERE \(week)", upTo: day)
        let moving = try number("SELECT sum(moving_ms) FROM counted WHERE \(week)", upTo: day)
        let before = try (1...4).map { weeks in
            try number(
                "SELECT sum(moving_ms) FROM counted WHERE week = \(Self.isoWeek("date('\(day)', '-\(weeks * 7) days')"))",
                upTo: day
            )
        }.sorted()
        let more = moving - (before[1] + before[2]) / 2
        return [
            runs > 5 ? "\(runs) runs this week." : nil,
            month > 23 ? "\(month) runs in 30 days." : nil,
            longest > 5_400_000 ? "\((longest + 59_999) / 60_000) minutes in one run." : nil,
            more > 3_600_000 ? "\(more / 60_000) minutes more than your usual week." : nil,
        ].compactMap(\.self)
    }

    /// Days of this week up to today.
    func daysOfWeek() throws -> Int {
        Int(try text("SELECT (strftime('%w', ?) + 6) % 7 + 1", [today])) ?? 0
    }
}
