import Foundation
import Practice
import RunEngine
import TestSupport
import Testing

@testable import Reporting

/// Whole pages as text, in `Weeks`: to be read, and compared letter by letter.
///
/// With `STEADY_SCREENS=write` in the environment the files are written anew; look at the difference before it is kept.
@Suite("The page of the week")
struct GoldenWeekTests {
    private static let folder = Places.root.appending(path: "Tests/ReportingTests/Weeks")
    private static let widths = [40, 80, 120]
    /// A Wednesday.
    private static let today = CivilDate(year: 2026, month: 11, day: 25)

    private static let names = [
        "empty", "one-run", "start-only", "goal-reached", "much", "ten-years", "only-imports", "with-dots",
    ]

    @Test("each page is as its file shows it", arguments: names)
    func pages(_ name: String) throws {
        let isWriting = ProcessInfo.processInfo.environment["STEADY_SCREENS"] == "write"
        let report = try Self.report(name)
        for columns in Self.widths {
            let file = Self.folder.appending(path: "\(name)-\(columns).txt")
            let lines = report.lines(columns: columns)
            let text = lines.joined(separator: "\n") + "\n"
            if isWriting { try Data(text.utf8).write(to: file) }
            #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(file.lastPathComponent)")
        }
    }

    @Test("no line is longer than the terminal, at any width, and none ends in a space", arguments: names)
    func widths(_ name: String) throws {
        let report = try Self.report(name)
        for columns in 40...200 {
            for line in report.lines(columns: columns) {
                #expect(line.count <= columns && !line.hasSuffix(" "), "\(columns): \(line)")
            }
        }
        #expect(report.lines(columns: 1) == report.lines(columns: 40))
    }

    @Test("every file is a page that is still made")
    func noLeftovers() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(names) == Set(Self.names.flatMap { name in Self.widths.map { "\(name)-\($0).txt" } }))
    }

    @Test("nothing on a page alarms: no exclamation mark, no colour, no word of failing", arguments: names)
    func tone(_ name: String) throws {
        let text = try Self.report(name).lines(columns: 80).joined(separator: "\n")
        for word in ["!", "\u{1B}", "fail", "missed", "only", "behind", "streak", "Zone 2"] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    // MARK: - What the pages are of

    private static func day(_ daysAgo: Int64) -> CivilDate { CivilDate(daysSince1970: today.daysSince1970 - daysAgo) }

    private static func report(_ name: String) throws -> WeekReport {
        if name == "with-dots" { return WeekReport(withDots, hasGuide: true) }
        // A thousand sessions are too many to be put on a disk for this; the release's check of ten years has them there.
        if name == "ten-years" {
            return WeekReport(PracticeCalendar(runs: logged(name).map(\.practiceRun), today: today))
        }
        return try withPracticeLog(logged(name)) { log in
            WeekReport(PracticeCalendar(runs: try log.practiceRuns(), today: today))
        }
    }

    private static func logged(_ name: String) -> [LoggedRun] {
        switch name {
        case "one-run": [.noon(day(1), minutes: 24)]
        case "start-only": [.noon(day(0), minutes: 4)]
        case "goal-reached":
            ([1, 2, 8, 9, 14, 15, 17, 24, 28, 29, 30] as [Int64]).map { .noon(day($0), minutes: 30 + $0 % 7) }
                + [.noon(day(0), minutes: 20), .noon(day(10), minutes: 3)]
        case "much":
            (0..<9 as Range<Int64>).map { .noon(day($0), minutes: 25 + $0) }
                + (0..<9 as Range<Int64>).map { .noon(day($0), minutes: 11) }
        case "ten-years":
            (0..<3650 as Range<Int64>).filter { $0 % 7 != 3 && $0 % 5 != 1 && $0 % 3 != 0 }
                .map { .noon(day($0), minutes: 30 + $0 % 11) }
        case "only-imports":
            ([2700, 2702, 2704, 2708] as [Int64]).map {
                .noon(day($0), minutes: 40, importedFrom: "activity-\($0).fit")
            }
        default: []
        }
    }

    /// With all that a runner can say.
    private static var withDots: PracticeCalendar {
        let runs = ([1, 8, 10, 16] as [Int64]).map { daysAgo in
            var run = LoggedRun.noon(day(daysAgo), minutes: 30).practiceRun
            run.feelingBefore = daysAgo == 16 ? nil : 3
            run.feelingAfter = daysAgo == 8 ? 3 : 4
            run.talk = TalkAnswers(yes: 2, no: daysAgo == 8 ? 1 : 0)
            return run
        }
        let days = (0..<9 as Range<Int64>).map { PracticeDay(date: day($0), sleep: 2 + Int($0) % 4) }
        return PracticeCalendar(runs: runs, days: days, today: today, goalRuns: 2)
    }
}
