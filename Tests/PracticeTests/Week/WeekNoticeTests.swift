import Practice
import RunEngine
import Testing

/// Each rule at its edge. Today is a Wednesday, the third day of its week.
@Suite("More is not better")
struct WeekNoticeTests {
    private func notice(_ runs: [PracticeRun], days: [PracticeDay] = []) -> WeekNotice? {
        Practised.calendar(runs, days: days).notice
    }

    private func runs(_ daysAgo: some Sequence<Int>, minutes: Int64 = 30) -> [PracticeRun] {
        daysAgo.enumerated().map { Practised.run($1, minutes: minutes, id: "-\($0)") }
    }

    @Test("an ordinary practice is left alone")
    func ordinary() {
        #expect(notice([]) == nil)
        // Three times, and five times, 45 minutes a week, for a year.
        #expect(notice(runs((0..<365).filter { [1, 3, 5].contains($0 % 7) }, minutes: 45)) == nil)
        #expect(notice(runs((0..<365).filter { ![0, 3].contains($0 % 7) }, minutes: 45)) == nil)
    }

    @Test("more than five runs in a week; starts are none")
    func manyRuns() {
        #expect(notice(runs([0, 0, 1, 1, 2])) == nil)
        #expect(notice(runs([0, 0, 1, 1, 2]) + runs([2], minutes: 9)) == nil)
        // The Sunday before is another week.
        #expect(notice(runs([0, 0, 1, 1, 2, 3])) == nil)
        let said = notice(runs([0, 0, 1, 1, 2, 2]))
        #expect(said?.name == .manyRuns)
        #expect(said?.text == "6 runs this week. Five are plenty: a day off is part of it.")
    }

    @Test("seven days without a rest day, also over the end of a week")
    func noRestDay() {
        #expect(notice(runs(0..<6)) == nil)
        #expect(notice(runs([0, 1, 2, 3, 4, 5, 7])) == nil)
        #expect(notice(runs(0..<7))?.name == .noRestDay)
        #expect(notice(runs(0..<6) + runs([6], minutes: 9)) == nil)
    }

    @Test("more than 90 minutes at once, told in minutes rounded up")
    func longRun() {
        #expect(notice(runs([1], minutes: 90)) == nil)
        #expect(notice(runs([3], minutes: 300)) == nil)
        var run = Practised.run(1, minutes: 90)
        run.movingMilliseconds += 1
        #expect(notice([run])?.name == .longRun)
        #expect(notice([run])?.text.hasPrefix("91 minutes in one run.") == true)
        #expect(EnoughSaying.longRun.evidence == .curveTurns)
    }

    @Test("more than 23 runs in 30 days")
    func manyInMonth() {
        // Two of three days, and some days twice: 23 runs from day 0 to day 29, never more than five in this week.
        let days = [0, 2] + Array(4...9) + Array(11...16) + Array(18...23) + [25, 26]
        #expect(days.count == 22)
        #expect(notice(runs(days + [29])) == nil)
        #expect(notice(runs(days + [28, 30])) == nil)
        let said = notice(runs(days + [28, 29]))
        #expect(said?.name == .manyInMonth)
        #expect(said?.text.hasPrefix("24 runs in 30 days.") == true)
    }

    @Test("half as much again as the median of four weeks, and an hour more")
    func aboveUsual() {
        /// One run in each of the last four weeks, then this week's.
        func weeks(_ minutes: [Int64], this: Int64) -> [PracticeRun] {
            zip([7, 14, 21, 28], minutes).map { Practised.run($0, minutes: $1) } + [Practised.run(1, minutes: this)]
        }
        func plus(_ milliseconds: Int64, _ runs: [PracticeRun]) -> [PracticeRun] {
            var runs = runs
            runs[runs.count - 1].movingMilliseconds += milliseconds
            return runs
        }
        // A usual week of 20: an hour more is the edge.
        #expect(notice(weeks([20, 20, 20, 20], this: 80)) == nil)
        #expect(notice(plus(1, weeks([20, 20, 20, 20], this: 80)))?.name == .aboveUsual)
        #expect(
            notice(weeks([20, 20, 20, 20], this: 90))?.text
                == "70 minutes more than your usual week. What comes now may be short and easy."
        )
        // The median, not the mean, of an even number: (20 + 30) / 2.
        #expect(notice(weeks([0, 20, 30, 85], this: 85)) == nil)
        #expect(notice(plus(1, weeks([0, 20, 30, 85], this: 85)))?.name == .aboveUsual)
        // Where nothing is usual there is nothing to be above.
        #expect(notice(weeks([0, 0, 0, 60], this: 90)) == nil)
        // A usual week of 160: half of it is the edge; in two runs a day, so that none is long.
        let usual = [7, 14, 21, 28].flatMap {
            [Practised.run($0, minutes: 80, id: "a"), Practised.run($0, minutes: 80, id: "b")]
        }
        let this = [0, 1, 2].map { Practised.run($0, minutes: 80) }
        #expect(notice(usual + this) == nil)
        #expect(notice(plus(1, usual + this))?.name == .aboveUsual)
    }

    @Test("a week has one line: that of the first day on which a rule holds, and it stays")
    func oneLine() {
        // Long on Tuesday, the sixth run on Wednesday: said first, said all week.
        let long = Practised.run(1, minutes: 100)
        let many = runs([0, 0, 1, 1, 2, 2])
        #expect(notice(many + [long])?.name == .longRun)
        #expect(notice(many + [Practised.run(0, minutes: 100, id: "long")])?.name == .manyRuns)
        let sunday = Practised.day("2026-11-29")
        #expect(PracticeCalendar(runs: many + [long], today: sunday).notice?.name == .longRun)
        #expect(PracticeCalendar(runs: many + [long], today: Practised.day("2026-11-30")).notice == nil)
    }
}
