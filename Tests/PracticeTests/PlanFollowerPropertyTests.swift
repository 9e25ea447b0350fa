import Practice
import RunEngine
import Testing

/// What holds for every run with a plan: runs made up at random, by seed.
@Suite("Every run with a plan")
struct PlanFollowerPropertyTests {
    private let band = TargetBand(lowerBPM: 118, upperBPM: 140)

    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// Whole seconds of a run that speeds, pauses, and loses its strap.
    private func run(seed: UInt64) -> [RunSample] {
        var chance = Chance(state: seed)
        var (bpm, state, isKnown) = (110, SessionState.running, true)
        return (0..<Int.random(in: 1_500...4_000, using: &chance)).map { second in
            bpm = min(200, max(70, bpm + Int.random(in: -4...4, using: &chance)))
            if Int.random(in: 0..<90, using: &chance) == 0 {
                state = [.running, .running, .pausedUser, .pausedBelt].randomElement(using: &chance) ?? .running
            }
            if Int.random(in: 0..<120, using: &chance) == 0 { isKnown.toggle() }
            return RunSample(
                timeMilliseconds: Int64(second) * 1000,
                heartRateBPM: isKnown ? bpm : nil,
                session: state,
                speedCentiKmH: Bool.random(using: &chance) ? Int.random(in: 0...1200, using: &chance) : nil
            )
        }
    }

    private func plan(_ seed: UInt64) throws -> RunPlan {
        let ids = ["easy-15", "easy-40", "walk_run-0", "walk_run-1", "walk_run-4", "walk_run-5.3", "walk_run-9"]
        return try #require(RunPlan(id: ids[Int(seed % UInt64(ids.count))]))
    }

    @Test("the parts follow each other, time is kept, and the guard moves nothing", arguments: 1...40)
    func timetable(seed: UInt64) throws {
        let plan = try plan(seed)
        let total = try #require(plan.totalMilliseconds)
        var follower = PlanFollower(plan)
        var moved: Int64 = 0
        var last: RunSample?
        for sample in run(seed: seed) {
            follower.take(sample, band: band)
            if let last, last.session == .running { moved += sample.timeMilliseconds - last.timeMilliseconds }
            last = sample
            #expect(follower.movedMilliseconds == moved)
            #expect(follower.walkedMilliseconds >= 0 && follower.ranMilliseconds >= 0)
            guard let present = follower.present else {
                #expect(moved >= total && follower.isOver)
                continue
            }
            let before = plan.segments.prefix(present.index).reduce(0) { $0 + $1.lengthMilliseconds }
            #expect(before + present.segment.lengthMilliseconds - present.leftMilliseconds == moved)
            #expect(present.totalLeftMilliseconds == total - moved)
            #expect((1...present.segment.lengthMilliseconds).contains(present.leftMilliseconds))
            #expect(!present.isEased || present.segment.kind == .run)
            #expect(!follower.isOver)
        }
    }

    @Test("samples between the whole seconds, repeated ones and late ones change nothing", arguments: 1...40)
    func chunks(seed: UInt64) throws {
        var chance = Chance(state: seed &* 31)
        var plain = PlanFollower(try plan(seed))
        var fed = plain
        var before: RunSample?
        for sample in run(seed: seed) {
            plain.take(sample, band: band)
            if var between = before, Bool.random(using: &chance) {
                between.timeMilliseconds += Int64.random(in: 0..<1000, using: &chance)
                fed.take(between, band: band)
                between.timeMilliseconds -= 5_000
                fed.take(between, band: band)
            }
            fed.take(sample, band: band)
            if Bool.random(using: &chance) { fed.take(sample, band: band) }
            before = sample
            #expect(fed.present == plain.present)
            #expect(fed.ranMilliseconds == plain.ranMilliseconds)
        }
        #expect(fed == plain)
    }

    @Test("a higher heart rate never makes more of a run", arguments: 1...20)
    func monotonous(seed: UInt64) throws {
        var low = PlanFollower(try #require(RunPlan(id: "walk_run-5.3")))
        var high = low
        for sample in run(seed: seed) {
            var higher = sample
            higher.heartRateBPM = sample.heartRateBPM.map { $0 + 60 }
            low.take(sample, band: band)
            high.take(higher, band: band)
            #expect(low.movedMilliseconds == high.movedMilliseconds)
            #expect(low.present?.totalLeftMilliseconds == high.present?.totalLeftMilliseconds)
        }
    }

    @Test("any numbers are taken", arguments: [Int64.min, -1, 0, 1, 999_999_999_999, .max])
    func anyNumbers(time: Int64) throws {
        var follower = PlanFollower(try #require(RunPlan(id: "walk_run-1")), movedMilliseconds: time)
        for bpm in [Int.min, -1, 0, 300, .max] {
            let sample = RunSample(timeMilliseconds: time, heartRateBPM: bpm, session: .running, speedCentiKmH: bpm)
            follower.take(sample, band: TargetBand(lowerBPM: 118, upperBPM: 140))
            follower.take(RunSample(timeMilliseconds: .max, session: .running), band: band)
        }
        #expect(follower.movedMilliseconds >= 0 && follower.walkedMilliseconds >= 0)
    }
}
