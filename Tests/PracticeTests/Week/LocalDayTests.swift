import Practice
import RunEngine
import Testing

/// The day and the week of a run are those of the clock where it began.
@Suite("The day of a run")
struct LocalDayTests {
    /// A start in seconds since 1970-01-01 UTC, told as `2026-03-29T01:30:00` UTC.
    private func seconds(_ day: String, _ hour: Int64, _ minute: Int64) -> Int64 {
        Practised.day(day).daysSince1970 * 86_400 + hour * 3600 + minute * 60
    }

    private func run(_ day: String, _ hour: Int64, _ minute: Int64, offset: Int?) -> PracticeRun {
        PracticeRun(
            id: "\(day)-\(hour)-\(minute)",
            startedAtUnixMicroseconds: seconds(day, hour, minute) * 1_000_000,
            utcOffsetSeconds: offset,
            movingMilliseconds: 1_800_000,
            insideMilliseconds: 0
        )
    }

    @Test(
        "it is told by local time, whatever the date in UTC",
        arguments: [
            ("2026-11-22", 22, 59, 3600, "2026-11-22", "2026-W47"),
            ("2026-11-22", 23, 0, 3600, "2026-11-23", "2026-W48"),
            // Berlin, on the days that its clocks change: 23:59 on the Sunday, and midnight.
            ("2026-03-29", 21, 59, 7200, "2026-03-29", "2026-W13"),
            ("2026-03-29", 22, 0, 7200, "2026-03-30", "2026-W14"),
            ("2026-10-25", 22, 59, 3600, "2026-10-25", "2026-W43"),
            ("2026-10-25", 23, 0, 3600, "2026-10-26", "2026-W44"),
            // In the hour that there is twice, both are of the Sunday.
            ("2026-10-25", 0, 30, 7200, "2026-10-25", "2026-W43"),
            ("2026-10-25", 1, 30, 3600, "2026-10-25", "2026-W43"),
            // New York, Kathmandu, Kiritimati, and a ship at the date line.
            ("2026-11-30", 4, 59, -18_000, "2026-11-29", "2026-W48"),
            ("2026-11-29", 18, 15, 20_700, "2026-11-30", "2026-W49"),
            ("2026-12-31", 10, 0, 50_400, "2027-01-01", "2026-W53"),
            ("2027-01-04", 11, 59, -43_200, "2027-01-03", "2026-W53"),
            // Not known: taken for UTC.
            ("2026-11-22", 23, 59, nil, "2026-11-22", "2026-W47"),
        ] as [(String, Int64, Int64, Int?, String, String)]
    )
    func local(utc: String, hour: Int64, minute: Int64, offset: Int?, day: String, week: String) {
        let run = run(utc, hour, minute, offset: offset)
        #expect(run.date.description == day)
        #expect(run.week.description == week)
    }

    @Test("a run over midnight, and over New Year, belongs to the day on which it began")
    func midnight() {
        let night = run("2026-12-31", 23, 50, offset: 0)
        let calendar = PracticeCalendar(runs: [night], today: Practised.day("2027-01-05"))
        #expect(calendar.thisWeek.runs == 0)
        #expect(calendar.lastWeeks(2).first?.runs == 1)
        #expect(calendar.lastWeeks(2).first?.week.description == "2026-W53")
        #expect(calendar.lastWeeks(2).first?.movingMilliseconds == 1_800_000)
    }

    @Test("somebody who travels has each run where it began: the same instant is two weeks")
    func travel() {
        // Auckland on Monday, Honolulu on the Sunday before, an hour later.
        let runs = [run("2026-11-22", 18, 0, offset: 46_800), run("2026-11-22", 19, 0, offset: -36_000)]
        #expect(runs.map(\.week.description) == ["2026-W48", "2026-W47"])
        #expect(runs.map(\.date.description) == ["2026-11-23", "2026-11-22"])
        // In Honolulu it is Sunday, but the runner has run on Monday already: that is the day they are in.
        let now = seconds("2026-11-22", 20, 0) * 1_000_000
        let today = PracticeCalendar.today(nowUnixMicroseconds: now, utcOffsetSeconds: -36_000, runs: runs)
        #expect(today.description == "2026-11-23")
        let calendar = PracticeCalendar(runs: runs, today: today)
        #expect(calendar.lastWeeks(2).map(\.runs) == [1, 1])
        // Without the run it is the Sunday; and a run from a clock that was far ahead moves nothing.
        let wrong = run("2026-12-20", 0, 0, offset: 0)
        for others in [[], [wrong]] {
            let today = PracticeCalendar.today(nowUnixMicroseconds: now, utcOffsetSeconds: -36_000, runs: others)
            #expect(today.description == "2026-11-22")
        }
    }

    @Test("times that no calendar has make no trap", arguments: [.min, -1, 0, .max] as [Int64])
    func extremes(microseconds: Int64) {
        for offset in [nil, .min, -86_400, 0, 86_400, .max] {
            let run = PracticeRun(
                id: "",
                startedAtUnixMicroseconds: microseconds,
                utcOffsetSeconds: offset,
                movingMilliseconds: .max,
                insideMilliseconds: .min
            )
            #expect((1...9999).contains(run.date.year))
            let calendar = PracticeCalendar(runs: [run, run], today: Practised.day("9999-12-31"))
            #expect(calendar.weeksWithGoal == 0 && calendar.weeksCameBack == 1)
            _ = calendar.notice
            _ = calendar.nextStep
        }
    }
}
