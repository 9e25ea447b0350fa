import ArgumentParser
import BlueZ
import Dashboard
import Foundation
import RunEngine
import Testing
import UnixIO
import VirtualGym

@testable import steady

/// A demo that is led about by hand: no clock moves it.
private final class LedDemo: LiveWatcher, DemoViewer {
    let program: LiveProgram
    let demo: DemoSource
    var runSoFar = RunSoFar()
    private(set) var cueCount = 0

    init(_ gym: GymPlan, rate: Double? = 1, isKept: Bool = false, home: String = "/nonexistent") throws {
        let day = try #require(CivilDate("2026-11-24"))
        program = try LiveProgram(
            .init(
                settings: try RunSettings(profile: RunnerProfile(ageYears: 40), on: day),
                options: try LiveOptions.parse([]),
                home: home,
                idleEnd: nil,
                endsWithoutHost: false,
                demo: DemoPlan(gym: gym, rate: rate, isKept: isKept)
            )
        )
        demo = try #require(program.demo)
        program.run.watcher = self
        demo.viewer = self
        demo.toggleHold()
    }

    func show(_ event: RunEvent) {
        runSoFar.apply(event)
        if case .cue = event { cueCount += 1 }
    }

    func show(_ event: LinkEvent) {}
    func tell(_ notice: String) {}

    /// Goes to a moment, in ms since the run began.
    func go(to milliseconds: Int64) { demo.go(by: milliseconds * 1000 - (demo.reached - (demo.began ?? demo.reached))) }

    /// What is seen: the whole screen, where it is, and the last sample to its last number.
    var sight: [String] {
        var screen = RunScreen()
        screen.run = runSoFar
        let lines = TerminalEncoder().lines(of: screen.frame(columns: 120, rows: 40))
        let sample = program.run.session.currentSample.map { "\($0)" } ?? "no sample"
        return lines + [sample, "\(demo.positionMilliseconds ?? -1) ms"]
    }

    /// The totals at the end of the script.
    func finish() throws -> RunSummary {
        demo.go(by: 100_000_000_000)
        #expect(demo.isClosed)
        return try #require(program.result?.summary)
    }
}

@Suite("The time of a demo")
struct DemoTimeTests {
    private static func plan(_ script: GymScript) -> GymPlan {
        GymPlan(script: script, seed: .random(in: 0...1000), hasChanceFaults: true)
    }

    /// A demo at the beginning of its run.
    private static func begun(_ plan: GymPlan) throws -> LedDemo {
        let demo = try LedDemo(plan)
        demo.demo.go(by: 5_000_000)
        #expect(demo.demo.began != nil)
        return demo
    }

    @Test(
        "wherever one goes, and in whatever order, the screen is that of a demo that played straight to there",
        arguments: [GymScript.easy40, .dropout, .steppedOff]
    )
    func sameAsPlaying(_ script: GymScript) throws {
        let plan = Self.plan(script)
        let straight = try Self.begun(plan)
        let longest = Int64(script.seconds - 10) * 1000
        var sights: [(moment: Int64, sight: [String])] = []
        for moment in ([4000, 4001, longest] + (0..<15).map { _ in .random(in: 5000..<longest) }).sorted() {
            straight.go(to: moment)
            sights.append((moment, straight.sight))
        }
        #expect(Set(sights.map(\.sight)).count > 14, "seed \(plan.seed)")
        let led = try Self.begun(plan)
        for (moment, sight) in sights.shuffled() + sights.shuffled() {
            led.go(to: moment)
            #expect(led.sight == sight, "at \(moment) ms, seed \(plan.seed)")
        }
        // Totals know of every second that was, and of none that was undone.
        #expect(try led.finish() == straight.finish(), "seed \(plan.seed)")
    }

    @Test("before the beginning of the run is its beginning, and behind the end of the script the end")
    func ends() throws {
        let demo = try LedDemo(Self.plan(.easy40))
        // Nothing has begun: there is nothing to go back to.
        demo.demo.go(by: -300_000_000)
        #expect(demo.demo.began == nil && demo.demo.positionMilliseconds == nil)
        demo.demo.go(by: 3_000_000)
        demo.go(to: 0)
        let beginning = demo.sight
        demo.go(to: 1_000_000)
        #expect(demo.sight != beginning && demo.demo.totalMilliseconds ?? 0 > 2_400_000)
        demo.demo.go(by: -3_000_000_000)
        #expect(demo.sight == beginning && demo.demo.positionMilliseconds == 0)
        #expect(try demo.finish().elapsedMilliseconds > 2_400_000)
    }

    @Test("keys that were pressed after a moment are undone by going back to it, and those before stay")
    func undone() throws {
        let plan = Self.plan(.easy40)
        let straight = try Self.begun(plan)
        straight.go(to: 200_000)
        straight.demo.press(.steeper)
        straight.go(to: 400_000)
        let before = straight.sight
        straight.go(to: 500_000)
        let after = straight.sight
        let led = try Self.begun(plan)
        led.go(to: 200_000)
        led.demo.press(.steeper)
        led.go(to: 400_000)
        for _ in 0..<4 { led.demo.press(.faster) }
        led.go(to: 420_000)
        led.program.run.togglePause(at: led.program.now)
        led.program.run.note(.lap, at: led.program.now)
        led.go(to: 500_000)
        #expect(led.sight != after)
        led.go(to: 400_000)
        #expect(led.sight == before, "seed \(plan.seed)")
        led.go(to: 500_000)
        #expect(led.sight == after, "seed \(plan.seed)")
    }

    @Test("a demo that is kept goes on, and not back")
    func kept() throws {
        try inTemporaryDirectory { home in
            let demo = try LedDemo(Self.plan(.easy40), isKept: true, home: home.path)
            demo.demo.go(by: 5_000_000)
            demo.go(to: 300_000)
            let sight = demo.sight
            #expect(!demo.demo.canGoBack && demo.program.run.isBeingKept)
            demo.go(to: 100_000)
            #expect(demo.sight == sight)
            demo.go(to: 400_000)
            #expect(demo.sight != sight)
            _ = demo.program.run.close(at: demo.program.now)
        }
    }

    @Test("time is true at the pace of a clock alone: not held, not faster, not in a jump")
    func trueTime() throws {
        let demo = try LedDemo(Self.plan(.easy40))
        #expect(!demo.demo.isTimeTrue && demo.demo.isHeld)
        demo.demo.toggleHold()
        #expect(demo.demo.isTimeTrue)
        var rates: [Double?] = []
        for _ in 0..<8 {
            demo.demo.setRate(ReplayClock.faster)
            #expect(!demo.demo.isTimeTrue)
            rates.append(demo.demo.clock.rate)
        }
        #expect(rates == [2, 4, 8, 16, 32, 64, nil, nil])
        for _ in 0..<7 { demo.demo.setRate(ReplayClock.slower) }
        #expect(demo.demo.isTimeTrue && demo.demo.clock.rate == 1)
        demo.demo.setRate(ReplayClock.slower)
        demo.demo.setRate(ReplayClock.slower)
        demo.demo.setRate(ReplayClock.slower)
        #expect(demo.demo.clock.rate == 0.25 && !demo.demo.isTimeTrue)
        #expect(try LedDemo(Self.plan(.easy40), rate: 8).demo.isTimeOwn)
    }
}
