import Dashboard
import Foundation
import RunEngine
import TestSupport
import Testing

@testable import steady

@Suite("Moving about in a replay")
struct ReplayPlayerTests {
    private static func player(_ path: String, until end: Int64? = nil) throws -> ReplayPlayer {
        let day = try #require(CivilDate("2026-11-24"))
        var profile = RunnerProfile()
        profile.ageYears = 40
        return try ReplayPlayer.reading(
            path,
            settings: try RunSettings(profile: profile, on: day),
            endMilliseconds: end
        )
    }

    /// What is seen: the whole screen, and where it is.
    private static func sight(_ player: borrowing ReplayPlayer) -> [String] {
        var screen = RunScreen()
        screen.run = player.shown
        let frame = screen.frame(columns: 120, rows: 40)
        let lines = TerminalEncoder().lines(of: frame)
        return lines + ["\(player.positionMilliseconds ?? -1) ms, \(player.reached) µs"]
    }

    /// A run of forty minutes in which things go wrong.
    private func withDemo(_ body: (String) throws -> Void) throws {
        try inTemporaryDirectory { home in
            let demo = ["--demo", "--demo-speed", "max", "--demo-script", "dropout", "--demo-faults", "--keep"]
            let outcome = try Program.run(
                ["record", "--json", "--age", "40"] + demo,
                environment: ["STEADY_HOME": home.path]
            )
            #expect(outcome.status == 0, "\(outcome.errors)")
            try body(home.appending(path: "recordings/\(outcome.sessionID()).btsnoop").path)
        }
    }

    @Test("wherever one goes, and in whatever order, the screen is that of playing there from the beginning")
    func sameAsPlaying() throws {
        try withDemo { path in
            var straight = try Self.player(path)
            let (first, last) = (straight.first, straight.last)
            #expect(last - first > 1_200_000_000)
            var sights: [(moment: Int64, sight: [String])] = []
            // The ends, moments at which something comes, and those between.
            let moments = [first, first + 1, last - 1] + (0..<20).map { _ in Int64.random(in: first..<last) }
            for moment in moments.sorted() {
                #expect(try straight.play(to: moment))
                sights.append((moment, Self.sight(straight)))
            }
            #expect(Set(sights.map(\.sight)).count > 15)
            var seeking = try Self.player(path)
            for (moment, sight) in sights.shuffled() + sights.shuffled() {
                #expect(try seeking.go(to: moment))
                #expect(Self.sight(seeking) == sight, "at \(moment)")
            }
            // Going on from a jump is going on.
            try seeking.go(to: moments[5])
            for (moment, sight) in sights where moment > moments[5] {
                try seeking.play(to: moment)
                #expect(Self.sight(seeking) == sight, "at \(moment), played from \(moments[5])")
            }
        }
    }

    @Test("before the beginning is the beginning, behind the end the end, from which one can go back")
    func ends() throws {
        try withDemo { path in
            var player = try Self.player(path, until: 600_000)
            #expect(player.totalMilliseconds == 600_000 && player.positionMilliseconds == 0)
            let beginning = Self.sight(player)
            #expect(try !player.go(to: .max))
            #expect(player.positionMilliseconds == 600_000)
            #expect(try player.go(to: .min))
            #expect(Self.sight(player) == beginning)
            try player.go(to: player.last)
            let summary = try player.finish()
            #expect(summary.elapsedMilliseconds == 600_000)
        }
    }

    @Test("a jump in a capture of many hours plays a small part of it")
    func cheap() throws {
        try inTemporaryDirectory { directory in
            let seconds = 36_000
            let path = try directory.making("long.btsnoop", Captures.run(seconds: seconds))
            var player = try Self.player(path)
            #expect(player.totalMilliseconds == Int64(seconds) * 1000)
            // A piece of the file holds some 2000 of these.
            for _ in 0..<50 {
                let before = player.playedCount
                try player.go(to: .random(in: player.first...player.last))
                #expect(player.playedCount - before < 4500)
            }
        }
    }

    @Test("a capture with one value is a moment")
    func moment() throws {
        try inTemporaryDirectory { directory in
            var capture = SmallCapture.twoSensors
            capture.notify([0, 90], on: 1)
            var player = try Self.player(try directory.making("moment", capture.bytes))
            #expect(player.first == player.last && player.totalMilliseconds == 0)
            #expect(try !player.go(to: player.last))
            let summary = try player.finish()
            #expect(summary.packetCount == 1)
        }
    }
}
