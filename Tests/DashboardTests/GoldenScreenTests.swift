import Dashboard
import Foundation
import RunEngine
import TestSupport
import Testing

/// Whole screens as text, in `Screens`: to be read, and compared letter by letter.
///
/// With `STEADY_SCREENS=write` in the environment the files are written anew; look at the difference before it is kept.
@Suite struct GoldenScreenTests {
    private static let folder = Places.root.appending(path: "Tests/DashboardTests/Screens")
    private static let sizes = [(40, 12), (80, 24)]
    /// Sizes at which some screens are looked at besides.
    private static let moreSizes = [
        "easy": [(120, 40), (50, 60), (300, 100)], "above-aim": [(36, 9), (50, 20)],
    ]

    @Test("Each screen is drawn as the file shows it")
    func screens() throws {
        let isWriting = ProcessInfo.processInfo.environment["STEADY_SCREENS"] == "write"
        for (name, screen) in Self.screens {
            for (columns, rows) in Self.sizes + (Self.moreSizes[name] ?? []) {
                let file = Self.folder.appending(path: "\(name)-\(columns)x\(rows).txt")
                let text = screen.frame(columns: columns, rows: rows).text.joined(separator: "\n") + "\n"
                if isWriting { try Data(text.utf8).write(to: file) }
                let kept = try String(contentsOf: file, encoding: .utf8)
                #expect(text == kept, "\(file.lastPathComponent)")
            }
        }
    }

    @Test("Every file is a screen that is still drawn")
    func noLeftovers() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0.hasSuffix(".txt")
        }
        let known = Self.screens.flatMap { name, _ in
            (Self.sizes + (Self.moreSizes[name] ?? [])).map { "\(name)-\($0.0)x\($0.1).txt" }
        }
        #expect(Set(names) == Set(known))
    }

    private static var screens: [(String, RunScreen)] {
        var aim = Scenes.screen(seconds: 1_050, from: .replay)
        aim.aimMilliseconds = 1_800_000
        aim.playback = Playback(
            title: "tuesday-evening.btsnoop",
            speed: "8x",
            isPaused: true,
            positionMilliseconds: 1_050_000,
            totalMilliseconds: 2_400_000
        )
        var big = Scenes.screen(seconds: 1_460)
        big.mode = .big
        var bigReplay = aim
        bigReplay.mode = .big
        var help = Scenes.screen(seconds: 1_460)
        help.overlay = .help
        var ending = Scenes.screen(seconds: 1_460)
        ending.overlay = .confirmEnd(isKept: true)
        var quiet = Scenes.screen(seconds: 1_460)
        quiet.isQuiet = true
        return Self.withoutZones + [
            ("easy", Scenes.screen(seconds: 1_460)), ("above-aim", aim), ("big", big), ("big-replay", bigReplay),
            ("help", help),
            ("confirm-end", ending), ("quiet", quiet), ("no-signal", Scenes.screen(seconds: 575)),
        ]
    }

    /// Just started; and guided by the runner's own word, asked and answered.
    private static var withoutZones: [(String, RunScreen)] {
        var started = Scenes.screen(seconds: 200)
        started.guidance = .none
        var plenty = Scenes.screen(seconds: 700)
        plenty.guidance = .none
        plenty.apply(.milestone(RunMilestone(timeMilliseconds: 600_000, name: .tenMinutes)))
        var asked = Scenes.screen(seconds: 700)
        asked.guidance = .talk
        var answered = asked
        let band = TargetBand(lowerBPM: 118, upperBPM: 141)
        answered.apply(
            .talk(RunTalk(timeMilliseconds: 699_000, answer: .cannotTalk, heartRateBPM: 140, band: band))
        )
        return [("go", started), ("go-plenty", plenty), ("talk-asked", asked), ("talk-answered", answered)]
    }
}
