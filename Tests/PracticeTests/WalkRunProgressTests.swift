import Practice
import RunEngine
import Testing

@Suite("The walk-run ramp")
struct WalkRunProgressTests {
    private typealias Run = WalkRunProgress.Run

    /// A Monday.
    private static let monday = CivilDate(year: 2026, month: 11, day: 2).daysSince1970

    private func day(_ number: Int) -> CivilDate { CivilDate(daysSince1970: Self.monday + Int64(number)) }

    private func run(_ plan: String?, _ number: Int, _ couldTalk: Bool? = true, minutes: Int64 = 25) -> Run {
        Run(planID: plan, day: day(number), movedMilliseconds: minutes * 60_000, couldTalk: couldTalk)
    }

    private func next(_ runs: [Run], on number: Int, choice: (week: Int, day: Int)? = nil) -> String {
        let choice = choice.map { WalkRunProgress.Choice(week: $0.week, day: day($0.day)) }
        let progress = WalkRunProgress(after: runs, choice: choice, on: day(number))
        return "\(progress.plan.id) \(progress.reason.rawValue)"
    }

    @Test("it begins with a run of 18 minutes")
    func beginning() {
        #expect(next([], on: 0) == "walk_run-0 beginning")
        #expect(next([run(nil, 0), run("easy-40", 2)], on: 3) == "walk_run-0 beginning")
    }

    @Test("after three runs of a week comes the next, if the runner could talk in the last one")
    func three() {
        let two = [run("walk_run-1", 0), run("walk_run-1", 2)]
        #expect(next(two, on: 4) == "walk_run-1 going_on")
        #expect(next(two + [run("walk_run-1", 4)], on: 5) == "walk_run-2 next")
        #expect(next(two + [run("walk_run-1", 4, false)], on: 5) == "walk_run-1 again")
        #expect(next(two + [run("walk_run-1", 4, nil)], on: 5) == "walk_run-1 again")
        #expect(next(two + [run("walk_run-1", 4, false), run("walk_run-1", 7)], on: 8) == "walk_run-2 next")
    }

    @Test("two runs are enough when the calendar's week is over")
    func two() {
        let two = [run("walk_run-1", 0), run("walk_run-1", 4)]
        #expect(next(two, on: 6) == "walk_run-1 going_on")
        #expect(next(two, on: 7) == "walk_run-2 next")
        #expect(next([run("walk_run-1", 4)], on: 7) == "walk_run-1 going_on")
    }

    @Test("one run in seven days leads on as well, more slowly")
    func once() {
        let runs = (0..<3).map { run("walk_run-1", $0 * 7) }
        #expect(next(Array(runs.prefix(2)), on: 14) == "walk_run-2 next")
    }

    @Test("a week of three different runs has all three, in their order")
    func different() {
        let first = [run("walk_run-5.1", 0)]
        #expect(next(first, on: 2) == "walk_run-5.2 going_on")
        let second = first + [run("walk_run-5.2", 2)]
        #expect(next(second, on: 7) == "walk_run-5.3 going_on")
        #expect(next(second + [run("walk_run-5.3", 4)], on: 5) == "walk_run-6.1 next")
        let again = second + [run("walk_run-5.3", 4, false)]
        #expect(next(again, on: 5) == "walk_run-5.1 again")
        #expect(next(again + [run("walk_run-5.1", 7)], on: 9) == "walk_run-5.2 going_on")
    }

    @Test(
        "after days away the last week comes again, or an earlier one, but none before week 0",
        arguments: [
            (6, "walk_run-5.1 next"), (7, "walk_run-4 again"), (13, "walk_run-4 again"), (14, "walk_run-3 back"),
            (27, "walk_run-3 back"), (28, "walk_run-2 back"), (400, "walk_run-2 back"),
        ]
    )
    func away(days: Int, expected: String) {
        let runs = [0, 2, 4].map { run("walk_run-4", $0) }
        #expect(next(runs, on: 4 + days + 1) == expected)
        let early = [0, 2, 4].map { run("walk_run-1", $0) }
        #expect(days < 28 || next(early, on: 4 + days + 1) == "walk_run-0 back")
    }

    @Test("other runs keep somebody in practice, and lead nowhere on the ramp")
    func otherRuns() {
        let runs = [0, 2, 4].map { run("walk_run-4", $0) }
        #expect(next(runs + [run("easy-20", 11)], on: 15) == "walk_run-5.1 next")
    }

    @Test("after a break a week begins anew")
    func anew() {
        let runs = [run("walk_run-2", 0), run("walk_run-2", 2), run("walk_run-2", 12)]
        #expect(next(runs, on: 13) == "walk_run-2 going_on")
        #expect(next(runs + [run("walk_run-2", 14)], on: 16) == "walk_run-2 going_on")
        #expect(next(runs + [run("walk_run-2", 14), run("walk_run-2", 16)], on: 17) == "walk_run-3 next")
    }

    @Test("less than ten minutes is a start, and no run of a week; an early end is no matter")
    func short() {
        let runs = [run("walk_run-1", 0), run("walk_run-1", 2), run("walk_run-1", 4, minutes: 9)]
        #expect(next(runs, on: 5) == "walk_run-1 going_on")
        #expect(next(runs + [run("walk_run-1", 5, minutes: 10)], on: 6) == "walk_run-2 next")
    }

    @Test("what the runner chooses goes before, on the day of the choice and until they run on from it")
    func choice() {
        let runs = [0, 2, 4].map { run("walk_run-1", $0) }
        #expect(next(runs, on: 4, choice: (5, 4)) == "walk_run-5.1 chosen")
        #expect(next(runs, on: 60, choice: (5, 4)) == "walk_run-5.1 chosen")
        #expect(next(runs + [run("walk_run-5.1", 6)], on: 7, choice: (5, 4)) == "walk_run-5.2 going_on")
        // Chosen in the morning, run in the evening.
        #expect(next(runs + [run("walk_run-0", 5)], on: 5, choice: (0, 5)) == "walk_run-0 going_on")
        #expect(next(runs, on: 5, choice: (1, 5)) == "walk_run-1 chosen")
    }

    @Test("a run of another week moves there, and the last week has no next")
    func moves() {
        #expect(next([run("walk_run-1", 0), run("walk_run-3", 2)], on: 4) == "walk_run-3 going_on")
        #expect(next([0, 2, 4].map { run("walk_run-12", $0) }, on: 6) == "walk_run-12 again")
    }

    @Test("the order in which runs are given is no matter, nor are runs that lie ahead")
    func order() {
        let runs = [run("walk_run-1", 0), run("walk_run-1", 2), run("walk_run-1", 4), run("walk_run-2", 7)]
        for _ in 0..<10 { #expect(next(runs.shuffled(), on: 8) == "walk_run-2 going_on") }
        #expect(next(runs + [run("walk_run-9", 30)], on: 8) == "walk_run-2 going_on")
    }
}
