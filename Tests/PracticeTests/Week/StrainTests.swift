import Practice
import RunEngine
import Testing

/// Two signs are told, one is not; each sign at its edge, beside another that is sure to show.
@Suite("Signs of strain")
struct StrainTests {
    /// A run each third day for eight weeks.
    private let base = stride(from: 0, to: 56, by: 3).map { Practised.run($0) }

    private func isTold(_ runs: [PracticeRun], _ days: [PracticeDay]) -> Bool {
        Practised.calendar(runs, days: days).notice?.name == .strain
    }

    private func resting(_ rates: [(daysAgo: Int, bpm: Int)]) -> [PracticeDay] {
        rates.map { PracticeDay(date: Practised.day($0.daysAgo), restingBPM: $0.bpm) }
    }

    private func sleep(_ dots: [(daysAgo: Int, dots: Int)]) -> [PracticeDay] {
        dots.map { PracticeDay(date: Practised.day($0.daysAgo), sleep: $0.dots) }
    }

    private var quiet: [(daysAgo: Int, bpm: Int)] { (8..<20).map { ($0, 58) } }
    private var high: [(daysAgo: Int, bpm: Int)] { quiet + [(0, 63), (2, 63), (6, 63)] }
    private let low = [(0, 2), (1, 1), (6, 2)]

    @Test("resting heart rate and sleep together are told, in words without a verdict; each alone is not")
    func two() {
        let notice = Practised.calendar(base, days: resting(high) + sleep(low)).notice
        #expect(
            notice?.text
                == "Your runs took more out of you than usual this week. An easy day or two is fine. "
                + "Seen in: resting heart rate, your dots."
        )
        #expect(!isTold(base, resting(high)))
        #expect(!isTold(base, sleep(low)))
        #expect(!isTold(base, []))
    }

    @Test("three weeks have to be known: 21 days, the first start's among them")
    func known() {
        let days = resting(high) + sleep(low)
        #expect(!isTold([Practised.run(19)], days))
        #expect(isTold([Practised.run(20)], days))
        #expect(!isTold([Practised.run(20, minutes: 0), Practised.run(3)], days))
    }

    @Test("the resting heart rate shows from 5 bpm above its median on, on three days of seven")
    func restingEdges() {
        #expect(!isTold(base, resting(quiet + [(0, 62), (2, 63), (6, 63)]) + sleep(low)))
        #expect(!isTold(base, resting(quiet + [(0, 63), (2, 63), (7, 63)]) + sleep(low)))
        #expect(!isTold(base, resting(quiet + [(0, 63), (0, 64), (6, 63)]) + sleep(low)))
        // Older than 28 days, the quiet ones are no measure.
        #expect(!isTold(base, resting((28..<40).map { ($0, 58) } + [(0, 63), (2, 63), (6, 63)]) + sleep(low)))
        #expect(isTold(base, resting((21..<28).map { ($0, 58) } + [(0, 63), (2, 63), (6, 63)]) + sleep(low)))
    }

    @Test("dots show at 1 or 2 on three days of seven; of a run it counts how it ended")
    func dotsEdges() {
        #expect(!isTold(base, resting(high) + sleep([(0, 3), (1, 1), (6, 2)])))
        #expect(!isTold(base, resting(high) + sleep([(0, 2), (1, 1), (7, 2)])))
        #expect(!isTold(base, resting(high) + sleep([(0, 2), (0, 1), (6, 2)])))
        func felt(before: Int?, after: Int?) -> [PracticeRun] {
            base.map {
                var run = $0
                run.feelingBefore = before
                run.feelingAfter = after
                return run
            }
        }
        // Runs 0, 3 and 6 days ago.
        #expect(isTold(felt(before: 4, after: 2), resting(high)))
        #expect(isTold(felt(before: 2, after: nil), resting(high)))
        #expect(!isTold(felt(before: 1, after: 3), resting(high)))
        #expect(!isTold(felt(before: nil, after: 0), resting(high)))
    }

    @Test("the heart rate shows where it is 5 bpm above that of easy runs at about the same speed, in three runs")
    func speedEdges() {
        func ran(_ late: [Int], speed: Int = 830, inside: Int64 = 900_000) -> [PracticeRun] {
            var late = late
            return base.map { run in
                var run = run
                let daysAgo = Practised.today.daysSince1970 - run.date.daysSince1970
                run.speedCentiKmH = daysAgo < 14 ? speed : 800
                run.averageBPM = 130
                if daysAgo >= 14 { run.insideMilliseconds = inside }
                if daysAgo < 14, !late.isEmpty { run.averageBPM = late.removeFirst() }
                return run
            }
        }
        #expect(isTold(ran([135, 135, 135]), resting(high)))
        #expect(!isTold(ran([135, 135, 134]), resting(high)))
        #expect(!isTold(ran([135, 135]), resting(high)))
        #expect(!isTold(ran([140, 140, 140], speed: 831), resting(high)))
        #expect(!isTold(ran([140, 140, 140], speed: 769), resting(high)))
        #expect(isTold(ran([140, 140, 140], speed: 770), resting(high)))
        // Compared with easy runs only: half of each in the band.
        #expect(!isTold(ran([140, 140, 140], inside: 899_999), resting(high)))
    }

    @Test("days that are all alike show in a week that is among the fullest quarter of the runner's own")
    func monotonyEdges() {
        func loaded(_ late: [Int64], weeks: Int = 5, before: Int64 = 400) -> [PracticeRun] {
            let old = (1...weeks).flatMap {
                [Practised.run($0 * 7 + 1, minutes: 20), Practised.run($0 * 7 + 3, minutes: 20)]
            }
            let new = late.indices.map { Practised.run($0, minutes: 9) }
            return old.map { with(before, $0) } + zip(new, late).map { with($1, $0) }
        }
        func with(_ load: Int64, _ run: PracticeRun) -> PracticeRun {
            var run = run
            run.loadTenths = load
            return run
        }
        // Six days of one load and a rest day: mean by deviation is 2.45. Five days: 1.58.
        #expect(isTold(loaded([300, 300, 300, 300, 300, 300]), resting(high)))
        #expect(!isTold(loaded([400, 400, 400, 400, 400]), resting(high)))
        // Not among the fullest: the weeks before had more. As full as they is full.
        #expect(!isTold(loaded([100, 100, 100, 100, 100, 100]), resting(high)))
        #expect(isTold(loaded([200, 200, 200, 200, 200, 200], before: 600), resting(high)))
        #expect(!isTold(loaded([200, 200, 200, 200, 200, 199], before: 600), resting(high)))
        // Two weeks are no measure of one's own.
        #expect(!isTold(loaded([300, 300, 300, 300, 300, 300], weeks: 2), resting(high)))
        #expect(isTold(loaded([300, 300, 300, 300, 300, 300], weeks: 3), resting(high)))
    }

    @Test("strain goes before every other rule of the same day")
    func precedence() {
        let much = (0..<7).map { Practised.run($0, minutes: 40, id: "a") } + [Practised.run(0, minutes: 100, id: "b")]
        #expect(isTold(base + much, resting(high) + sleep(low)))
    }
}
