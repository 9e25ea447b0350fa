import RunEngine
import Testing

@testable import Practice

@Suite("The weeks of a practice")
struct PracticeCalendarTests {
    @Test(
        "ten minutes of moving make a run, a minute a start, and less makes nothing",
        arguments: [
            (600_000, 1, 1), (599_999, 0, 1), (60_000, 0, 1), (59_999, 0, 0), (0, 0, 0), (-1, 0, 0),
        ] as [(Int64, Int, Int)]
    )
    func counting(milliseconds: Int64, runs: Int, starts: Int) {
        let run = PracticeRun(
            id: "a",
            startedAtUnixMicroseconds: Practised.run(0).startedAtUnixMicroseconds,
            utcOffsetSeconds: nil,
            movingMilliseconds: milliseconds,
            insideMilliseconds: 0
        )
        let week = Practised.calendar([run]).thisWeek
        #expect(week.runs == runs && week.starts == starts && week.shortStarts == starts - runs)
        #expect(week.movingMilliseconds == max(0, milliseconds))
        #expect(Practised.calendar([run]).weeksCameBack == starts)
    }

    @Test("a week is the sum of its sessions and days; what is later than today has not happened yet")
    func sums() {
        var one = Practised.run(0)
        one.talk = TalkAnswers(yes: 3, no: 1)
        one.feelingBefore = 2
        one.feelingAfter = 4
        var two = Practised.run(2, minutes: 5)
        two.talk = TalkAnswers(yes: 1, no: 0)
        two.feelingBefore = 3
        two.feelingAfter = 9
        let days = [(-1, 1), (0, 4), (1, 3), (2, 3), (3, 1)].map { ago, dots in
            PracticeDay(date: Practised.day(ago), sleep: dots)
        }
        let week = Practised.calendar([one, two, Practised.run(3), Practised.run(-1)], days: days).thisWeek
        #expect(week.runs == 1 && week.starts == 2)
        #expect(week.movingMilliseconds == 35 * 60_000 && week.insideMilliseconds == 35 * 45_000)
        #expect(week.talk == TalkAnswers(yes: 4, no: 1))
        #expect(week.feelingBefore.tenths == 25 && week.feelingBefore.dots == 3)
        #expect(week.feelingAfter.tenths == 40)
        #expect(week.sleep.tenths == 33 && week.sleep.dots == 3)
    }

    @Test("weeks with the goal and weeks come back are counted, and a week without one takes nothing away")
    func kept() {
        // Mondays of weeks: this one is week 0.
        func week(_ ago: Int, runs: Int) -> [PracticeRun] {
            (0..<runs).map { Practised.run(ago * 7 + 2 - $0 % 3, id: "-\($0)") }
        }
        let runs = week(9, runs: 3) + week(8, runs: 1) + week(3, runs: 4) + week(2, runs: 2) + week(1, runs: 3)
        let calendar = Practised.calendar(runs)
        #expect(calendar.weeksWithGoal == 3)
        #expect(calendar.weeksCameBack == 5)
        #expect(calendar.lastWeeks(4).map(\.runs) == [4, 2, 3, 0])
        #expect(calendar.firstWeek == calendar.lastWeeks(10).first?.week)
        let later = PracticeCalendar(runs: runs, today: Practised.day(-700))
        #expect(later.weeksWithGoal == 3 && later.weeksCameBack == 5)
        #expect(Practised.calendar(runs, goal: 1).weeksWithGoal == 5)
        #expect(Practised.calendar(runs, goal: 5).weeksWithGoal == 0)
    }

    @Test("how it went of late is told from the fourth week on; this week counts once it has its goal")
    func doing() {
        func runs(weeks: Range<Int>) -> [PracticeRun] {
            weeks.flatMap { week in (0..<3).map { Practised.run(week * 7 + $0) } }
        }
        #expect(Practised.calendar([]).doing == nil)
        #expect(Practised.calendar(runs(weeks: 0..<3)).doing == nil)
        #expect(Practised.calendar(runs(weeks: 0..<4)).doing == .init(withGoal: 4, cameBack: 4, of: 4))
        #expect(Practised.calendar(runs(weeks: 1..<4)).doing == .init(withGoal: 3, cameBack: 3, of: 3))
        #expect(Practised.calendar(runs(weeks: 1..<40)).doing == .init(withGoal: 8, cameBack: 8, of: 8))
        #expect(
            Practised.calendar(runs(weeks: 3..<4) + [Practised.run(7)]).doing == .init(withGoal: 1, cameBack: 2, of: 3)
        )
        #expect(Practised.calendar(runs(weeks: 50..<54)).doing == .init(withGoal: 0, cameBack: 0, of: 8))
    }

    @Test(
        "the next step asks for no more than the goal, and for no more than the week has days",
        arguments: [
            ([], 3, "Begin when you like. Ten easy minutes are a run, and walking counts."),
            ([7, 8], 3, "Three easy runs, on whichever days. 20 minutes is plenty, and walking counts."),
            ([7, 8], 1, "One easy run, on whichever days. 20 minutes is plenty, and walking counts."),
            ([1], 3, "Two more easy runs make your three. 20 minutes is plenty."),
            ([0], 3, "You have had your run today, and that is plenty for a day. Two more easy runs make your week."),
            ([1, 2], 3, "One more easy run makes your three. 20 minutes is plenty."),
            ([0, 1, 2], 3, "That is your three. Rest counts too."),
            ([0, 0, 1, 2], 3, "That is your three. Rest counts too."),
            ([0], 1, "That is your one. Rest counts too."),
            ([13], 3, "Three easy runs, on whichever days. 20 minutes is plenty, and walking counts."),
            ([14], 3, "A small one is a good way back: 15 easy minutes, walking included."),
        ]
    )
    func nextStep(daysAgo: [Int], goal: Int, words: String) {
        let runs = daysAgo.enumerated().map { Practised.run($1, id: "-\($0)") }
        #expect(Practised.calendar(runs, goal: goal).nextStep == words)
    }

    @Test("a start is a beginning, and a week that has no days left asks for nothing")
    func endOfWeek() {
        let begun = Practised.calendar([Practised.run(1, minutes: 5)])
        #expect(begun.nextStep == "You have begun this week. 20 easy minutes is plenty for the next one.")
        let sunday = Practised.day("2026-11-29")
        for (daysAgo, words) in [
            ([1, 5], "One more easy run makes your three. 20 minutes is plenty."),
            ([5], "Each easy run counts, whenever it comes. On Monday a new week begins."),
            ([0, 5], "Each easy run counts, whenever it comes. On Monday a new week begins."),
        ] {
            let runs = daysAgo.map { Practised.run($0, before: sunday) }
            #expect(PracticeCalendar(runs: runs, today: sunday).nextStep == words)
        }
    }
}
