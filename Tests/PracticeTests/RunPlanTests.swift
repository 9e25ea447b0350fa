import Practice
import Testing

@Suite("Plans")
struct RunPlanTests {
    private static let all: [RunPlan] =
        RunPlan.easyMinutes.compactMap { RunPlan.easy(minutes: $0) }
        + RunPlan.walkRunWeeks.flatMap { week in (1...3).compactMap { RunPlan.walkRun(week: week, run: $0) } } + [.open]

    @Test(
        "the ramp has the block lengths of its table",
        arguments: [
            (0, 1, 12.0), (1, 1, 20), (2, 1, 19), (3, 1, 18), (4, 1, 21.5), (5, 1, 21), (5, 2, 21), (5, 3, 20),
            (6, 1, 24),
            (6, 2, 23), (6, 3, 25), (7, 1, 25), (8, 1, 28), (9, 1, 30), (10, 1, 33), (11, 1, 36), (12, 1, 40),
        ]
    )
    func ramp(week: Int, run: Int, minutes: Double) throws {
        let plan = try #require(RunPlan.walkRun(week: week, run: run))
        let ends: Int64 = week == 0 ? 180_000 : 300_000
        #expect(plan.segments.first == PlanSegment(.briskWalk, milliseconds: ends))
        #expect(plan.segments.last == PlanSegment(.easyWalk, milliseconds: ends))
        #expect(plan.totalMilliseconds == 2 * ends + Int64(minutes * 60_000))
        #expect(plan.coolDownMilliseconds == ends + Int64(minutes * 60_000))
        #expect(plan.isWalkRun && plan.bandMilliseconds == nil)
        #expect(plan.walkRunWeek == week)
    }

    @Test("the ramp's runs read as its table does")
    func outlines() {
        let outline = { (week: Int, run: Int) in RunPlan.walkRun(week: week, run: run)?.outline }
        #expect(outline(0, 1) == "brisk walk 3, 6 × (run 0.5, walk 1.5), easy walk 3")
        #expect(outline(1, 2) == "brisk walk 5, 8 × (run 1, walk 1.5), easy walk 5")
        #expect(outline(2, 1) == "brisk walk 5, 5 × (run 1.5, walk 2), run 1.5, easy walk 5")
        #expect(outline(3, 1) == "brisk walk 5, 2 × (run 1.5, walk 1.5, run 3, walk 3), easy walk 5")
        #expect(outline(4, 1) == "brisk walk 5, run 3, walk 1.5, run 5, walk 2.5, run 3, walk 1.5, run 5, easy walk 5")
        #expect(outline(5, 2) == "brisk walk 5, run 8, walk 5, run 8, easy walk 5")
        #expect(outline(6, 1) == "brisk walk 5, run 5, walk 3, run 8, walk 3, run 5, easy walk 5")
        #expect(outline(12, 3) == "brisk walk 5, run 40, easy walk 5")
    }

    @Test(
        "an easy run is what it is called: easy, in the band, easy",
        arguments: [
            (15, 3, 9), (20, 4, 12), (30, 5, 20), (35, 5, 25), (40, 5, 30), (45, 5, 35),
        ]
    )
    func easy(minutes: Int, ends: Int64, band: Int64) throws {
        let plan = try #require(RunPlan.easy(minutes: minutes))
        #expect(plan.segments.map(\.kind) == [.easy, .band, .easy])
        #expect(plan.segments.map(\.lengthMilliseconds) == [ends * 60_000, band * 60_000, ends * 60_000])
        #expect(plan.bandMilliseconds == band * 60_000)
        #expect(plan.coolDownMilliseconds == (ends + band) * 60_000)
    }

    @Test("lengths that are not offered, weeks and runs that there are not, are none")
    func none() {
        for minutes in -1...60 where !RunPlan.easyMinutes.contains(minutes) {
            #expect(RunPlan.easy(minutes: minutes) == nil)
        }
        for (week, run) in [(-1, 1), (13, 1), (5, 0), (5, 4)] { #expect(RunPlan.walkRun(week: week, run: run) == nil) }
        let names = [
            "", "easy", "easy-", "easy-41", "easy-040", "easy-+40", "easy-40 ", "walk_run", "walk_run-13",
            "walk_run-05",
            "walk_run-5.", "walk_run-5.4", "walk_run-5.1.1", "walk_run--1", "open-1", "OPEN", "tempo-20",
        ]
        for name in names { #expect(RunPlan(id: name) == nil, "\(name)") }
    }

    @Test("every plan is found again by its name, which the log can keep", arguments: all)
    func names(plan: RunPlan) {
        #expect(RunPlan(id: plan.id) == plan)
        #expect(plan.segments.allSatisfy { $0.lengthMilliseconds > 0 && $0.lengthMilliseconds % 30_000 == 0 })
        #expect(plan.totalMilliseconds ?? 0 == plan.segments.map(\.lengthMilliseconds).reduce(0, +))
        #expect(plan.id.utf8.count <= 40)
    }

    @Test("a week whose runs are all alike has one name, and one that has three needs the number")
    func oneName() {
        #expect(RunPlan(id: "walk_run-1.3")?.id == "walk_run-1")
        #expect(RunPlan(id: "walk_run-5")?.id == "walk_run-5.1")
        #expect(RunPlan.walkRun(week: 6, run: 3)?.walkRunNumber == 3)
        #expect(RunPlan.walkRun(week: 7)?.walkRunNumber == nil)
    }

    @Test("no week asks for a longer run at a time than the next, and none jumps by more than there is on its sheet")
    func rising() {
        let longest = RunPlan.walkRunWeeks.map { week in
            (1...3).compactMap { RunPlan.walkRun(week: week, run: $0) }.flatMap(\.segments)
                .filter { $0.kind == .run }.map(\.lengthMilliseconds).max() ?? 0
        }
        #expect(longest == longest.sorted())
        #expect(longest.last == 2_400_000)
    }
}
