import Practice
import RunEngine
import Testing

@Suite("Following a plan")
struct PlanFollowerTests {
    private let band = TargetBand(lowerBPM: 118, upperBPM: 140)

    private func sample(_ milliseconds: Int64, bpm: Int?, _ state: SessionState = .running, speed: Int? = nil)
        -> RunSample
    {
        RunSample(timeMilliseconds: milliseconds, heartRateBPM: bpm, session: state, speedCentiKmH: speed)
    }

    /// A follower that has seen the seconds from 0 to `seconds`.
    private func followed(_ id: String, seconds: Int, bpm: (Int) -> Int? = { _ in 130 }) throws -> PlanFollower {
        var follower = PlanFollower(try #require(RunPlan(id: id)))
        for second in 0...seconds { follower.take(sample(Int64(second) * 1000, bpm: bpm(second)), band: band) }
        return follower
    }

    @Test("each part goes on for its length, and the next one is known")
    func parts() throws {
        let start = try #require(try followed("walk_run-1", seconds: 0).present)
        #expect(start.kind == .briskWalk && start.leftMilliseconds == 300_000)
        #expect(start.next?.kind == .run && start.totalLeftMilliseconds == 1_800_000)
        #expect(try followed("walk_run-1", seconds: 299).present?.leftMilliseconds == 1_000)
        let run = try #require(try followed("walk_run-1", seconds: 315).present)
        #expect(run.kind == .run && run.index == 1 && run.leftMilliseconds == 45_000)
        #expect(run.next == PlanSegment(.walk, milliseconds: 90_000))
        let last = try #require(try followed("walk_run-1", seconds: 1_799).present)
        #expect(last.kind == .easyWalk && last.next == nil && last.totalLeftMilliseconds == 1_000)
    }

    @Test("the end is where it was, and time goes on behind it")
    func end() throws {
        let before = try followed("easy-15", seconds: 719)
        #expect(!before.isCoolingDown && !before.isOver)
        #expect(try followed("easy-15", seconds: 720).isCoolingDown)
        let over = try followed("easy-15", seconds: 1_000)
        #expect(over.isOver && over.isCoolingDown && over.present == nil && !over.asksForMore)
        #expect(over.movedMilliseconds == 1_000_000)
    }

    @Test(
        "in a pause, by the runner or by the belt, a plan stands still",
        arguments: [SessionState.pausedUser, .pausedBelt]
    )
    func pause(state: SessionState) throws {
        var follower = try followed("easy-15", seconds: 100)
        for second in 101...400 { follower.take(sample(Int64(second) * 1000, bpm: 90, state), band: band) }
        // The second in which the pause began was still running.
        #expect(follower.movedMilliseconds == 101_000)
        follower.take(sample(401_000, bpm: 100), band: band)
        follower.take(sample(402_000, bpm: 100), band: band)
        #expect(follower.movedMilliseconds == 102_000)
    }

    @Test("more is asked for in the band, and in a run once the heart has had time to follow it; never in a walk")
    func asksForMore() throws {
        #expect(try followed("easy-20", seconds: 100).asksForMore == false)
        #expect(try followed("easy-20", seconds: 300).asksForMore)
        #expect(try followed("walk_run-5.3", seconds: 374).asksForMore == false)
        #expect(try followed("walk_run-5.3", seconds: 376).asksForMore)
        for second in stride(from: 0, through: 1_900, by: 7) {
            let follower = try followed("walk_run-1", seconds: second)
            #expect(!follower.asksForMore)
        }
    }

    @Test("a heart that stays well above the band for 30 s turns the run into a walk, until it has come down")
    func eases() throws {
        // From 300 s on a run of twenty minutes.
        let high = { (second: Int) in second < 400 ? 130 : 149 }
        // The median of 7 s is high from 403 s on: four of its seven.
        #expect(try followed("walk_run-5.3", seconds: 432, bpm: high).present?.isEased == false)
        let eased = try followed("walk_run-5.3", seconds: 433, bpm: high)
        #expect(eased.present?.isEased == true && eased.present?.kind == .walk)
        #expect(eased.present?.segment.kind == .run)
        let down = { (second: Int) in second < 400 ? 130 : second < 440 ? 149 : second < 500 ? 136 : 135 }
        #expect(try followed("walk_run-5.3", seconds: 502, bpm: down).present?.kind == .walk)
        #expect(try followed("walk_run-5.3", seconds: 503, bpm: down).present?.kind == .run)
    }

    @Test("exactly 8 bpm above the band is not well above it, and nothing but a run part is eased")
    func edges() throws {
        #expect(try followed("walk_run-5.3", seconds: 900) { _ in 148 }.present?.isEased == false)
        for id in ["easy-40", "easy-15"] {
            #expect(try followed(id, seconds: 700) { _ in 190 }.present?.isEased == false)
        }
        #expect(try followed("walk_run-1", seconds: 299) { _ in 190 }.present?.kind == .briskWalk)
    }

    @Test("a walk goes on into the next run part while the heart is not down, and the time table stays")
    func carriesOn() throws {
        // The first run part of week 1 is from 300 to 360 s, the second from 450 to 510 s.
        let slow = { (second: Int) in second < 310 ? 130 : second < 470 ? 160 : 120 }
        let second = try #require(try followed("walk_run-1", seconds: 455, bpm: slow).present)
        #expect(second.index == 3 && second.segment.kind == .run && second.kind == .walk)
        #expect(second.leftMilliseconds == 55_000 && second.totalLeftMilliseconds == 1_345_000)
        #expect(try followed("walk_run-1", seconds: 480, bpm: slow).present?.kind == .run)
    }

    @Test("a heart rate that is not known for 30 s holds nobody back")
    func unknown() throws {
        let lost = { (second: Int) -> Int? in second < 440 ? 160 : nil }
        #expect(try followed("walk_run-5.3", seconds: 460, bpm: lost).present?.isEased == true)
        #expect(try followed("walk_run-5.3", seconds: 480, bpm: lost).present?.isEased == false)
    }

    @Test("what was walked and run is known, and a walk that the guard made is a walk")
    func walkedAndRan() throws {
        let follower = try followed("walk_run-1", seconds: 1_080)
        // The brisk walk, then five times 60 s of run and 90 s of walk, and 30 s of a run.
        #expect(follower.ranMilliseconds == 330_000)
        #expect(follower.walkedMilliseconds == 750_000)
        #expect(try followed("walk_run-5.3", seconds: 900) { _ in 160 }.ranMilliseconds < 60_000)
        var walker = PlanFollower(try #require(RunPlan(id: "walk_run-5.3")))
        for second in 0...900 { walker.take(sample(Int64(second) * 1000, bpm: 110, speed: 500), band: band) }
        #expect(walker.ranMilliseconds == 0)
    }

    @Test("what passed before a plan was chosen counts in it")
    func chosenOnTheWay() throws {
        var watch = PlanWatch()
        let header = SessionHeader(
            id: "20261124T171500Z",
            startedAtUnixMicroseconds: 0,
            source: .bluez,
            zones: ZoneSet(model: .acsmHRR, lowerBoundsBPM: [97, 109, 133, 169]),
            band: band
        )
        watch.take(.session(header))
        for second in 0..<600 { watch.take(.sample(sample(Int64(second) * 1000, bpm: 120))) }
        #expect(watch.plan == nil)
        watch.take(.aim(RunAim(timeMilliseconds: 599_500, plan: "easy-40", plannedMilliseconds: 2_400_000)))
        watch.take(.sample(sample(600_000, bpm: 120)))
        #expect(watch.plan?.present?.totalLeftMilliseconds == 1_800_000)
        watch.take(.aim(RunAim(timeMilliseconds: 600_500, plan: "unheard-of", plannedMilliseconds: nil)))
        #expect(watch.plan?.plan.id == "easy-40")
        watch.take(.session(header))
        #expect(watch.plan == nil)
    }
}
