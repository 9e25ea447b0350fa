import RunEngine
import Testing

@testable import Dashboard

/// Whole screens as text, in the states and sizes a runner meets.
@Suite struct RunScreenTests {
    @Test("The heart rate is written in the ink of where it lies")
    func ink() {
        func style(_ screen: RunScreen) -> Style? {
            screen.frame(columns: 80, rows: 24).cells.first { $0.glyph == "█" }?.style
        }
        #expect(style(Scenes.screen(seconds: 1_460)) == Style(.easy, .bold))
        #expect(style(Scenes.screen(seconds: 1_050)) == Style(.above, .bold))
        #expect(style(Scenes.screen(seconds: 1_460) { $0.link = .suspect }) == Style(.easy, .dim))
    }

    @Test("Without a signal no old number is left", arguments: [(80, 24), (40, 10), (20, 5), (300, 100)])
    func lost(columns: Int, rows: Int) {
        var screen = Scenes.screen(seconds: 575)
        screen.mode = rows == 24 ? .big : .full
        let frame = screen.frame(columns: columns, rows: rows)
        #expect(frame.text.joined().contains("no heart-rate signal"))
        #expect(!frame.text.joined().contains("▼"))
        #expect(screen.heartRateText == "--")
    }

    @Test("Below the band at 20 x 5, 10 x 3 and smaller")
    func tiny() {
        let screen = Scenes.screen(seconds: 1_460) { sample in
            sample.heartRateBPM = 112
            sample.band = .below
        }
        let picture = """
            112 ↑         24 min
            a bit more
            ───┴─█▓▓▓▓▓▓───┴────
            17 min in the band
            8.0 km/h  1.0 %
            """
        #expect(screen.frame(columns: 20, rows: 5).text == lines(picture))
        #expect(screen.frame(columns: 10, rows: 3).text == ["112 ↑", "a bit more", "─┴█▓▓▓─┴──"])
        #expect(screen.frame(columns: 5, rows: 2).text == ["112 ↑", ""])
        #expect(screen.frame(columns: 4, rows: 1).text == ["112↑"])
        #expect(screen.frame(columns: 1, rows: 1).text == ["↑"])
    }

    @Test("The quiet view says no heart rate in numbers")
    func quiet() {
        var screen = Scenes.screen(seconds: 1_460)
        screen.isQuiet = true
        for (columns, rows) in [(80, 24), (60, 16), (40, 20), (20, 5)] {
            let text = screen.frame(columns: columns, rows: rows).text.joined(separator: "\n")
            for number in ["128", "118", "142", "160", "bpm", "zone"] { #expect(!text.contains(number)) }
            #expect(text.contains("easy and steady"))
        }
    }

    @Test("The quiet view's bar follows slowly, and gets there")
    func slowBar() throws {
        var screen = Scenes.screen(seconds: 1_460)
        screen.isQuiet = true
        func column() throws -> Int {
            let lines = screen.frame(columns: 80, rows: 24).text
            return try #require(lines.lazy.compactMap { Array($0).firstIndex(of: "▼") }.first)
        }
        func pass(_ seconds: ClosedRange<Int>, at bpm: Int) {
            for second in seconds {
                var sample = Scenes.sample(second: second)
                sample.heartRateBPM = bpm
                screen.apply(.sample(sample))
            }
        }
        pass(1_461...1_520, at: 110)
        let before = try column()
        pass(1_521...1_521, at: 160)
        let after = try column()
        pass(1_522...1_580, at: 160)
        let end = try column()
        #expect(after - before < (end - before) / 4 && end - before > 15, "\(before) \(after) \(end)")
    }

    @Test("A notice is a quiet line where nothing else stands, said in full where there is room", arguments: 0..<6)
    func notice(_ number: Int) {
        let notice = Scenes.notices[number]
        #expect(notice.shortSentence.count <= 46)
        for (columns, rows, row, isFull) in [
            (80, 24, 1, false), (200, 60, 1, true), (56, 15, 1, false), (48, 13, 9, false), (48, 20, 16, false),
            (50, 8, 6, false),
        ] {
            var screen = Scenes.screen(seconds: 1_460)
            let before = screen.frame(columns: columns, rows: rows).text
            screen.apply(.notice(notice))
            let frame = screen.frame(columns: columns, rows: rows)
            let text = frame.text
            let said = isFull && notice.sentence.count <= 196 ? notice.sentence : notice.shortSentence
            #expect(String(text[row].drop { $0 == " " }) == said, "\(columns) x \(rows)")
            #expect(before[row].isEmpty)
            let others = text.indices.filter { $0 != row }
            #expect(others.allSatisfy { text[$0] == before[$0] }, "\(columns) x \(rows)")
            let margin = text[row].prefix { $0 == " " }.count
            #expect(frame[row, margin].style == .dim)
            // What has nothing to do with the sensors goes before.
            screen.notice = "the disk is full"
            #expect(screen.frame(columns: columns, rows: rows).text.joined().contains("the disk is full"))
        }
    }

    @Test(
        "Where there is no room for a notice, all else stands as it did",
        arguments: [(80, 14), (36, 9), (20, 5), (30, 8)]
    )
    func noRoomForNotice(columns: Int, rows: Int) {
        var screen = Scenes.screen(seconds: 1_460)
        let before = screen.frame(columns: columns, rows: rows)
        screen.apply(.notice(Scenes.notices[0]))
        #expect(screen.frame(columns: columns, rows: rows).text == before.text)
    }

    @Test("After the summary nothing is live, and the totals stay")
    func done() {
        var screen = Scenes.screen(seconds: 1_460)
        var summary = RunSummary()
        summary.elapsedMilliseconds = 1_461_000
        summary.insideMilliseconds = 1_080_000
        summary.distanceMillimetres = 3_040_000
        screen.apply(.summary(summary))
        let text = screen.frame(columns: 80, rows: 24).text
        #expect(text.contains { $0.contains("bpm") && $0.contains(" done ") && $0.hasSuffix("minutes") })
        #expect(text.contains("  0:24:21    0:24:21    18 min        --          --          --       3.04 km"))
    }

    @Test("Under the gauge stands where the band comes from, as much as fits, and in the quiet view no heart rate")
    func basis() {
        var screen = Scenes.screen(seconds: 1_460)
        var header = Scenes.header
        header.basis = Scenes.basis
        screen.apply(.session(header))
        let label = "band: talk check of 3 Nov 2026; maximum 180 estimated, give or take 10"
        let wide = screen.frame(columns: 80, rows: 24)
        let row = wide.text.firstIndex(of: "  \(label)")
        #expect(row == 13)
        #expect(wide[13, 2].style == .dim)
        // What stands elsewhere is where it was.
        let bare = Scenes.screen(seconds: 1_460).frame(columns: 80, rows: 24).text
        #expect(wide.text[14].prefix(30) == bare[14].prefix(30))
        #expect(screen.frame(columns: 60, rows: 24).text.contains("  band: talk check of 3 Nov 2026"))
        #expect(screen.frame(columns: 120, rows: 40).text.contains { $0.contains(label) })
        #expect(!screen.frame(columns: 60, rows: 14).text.contains { $0.contains("talk check") })
        screen.isQuiet = true
        #expect(screen.frame(columns: 80, rows: 24).text[13] == "  band: talk check of 3 Nov 2026")
    }

    @Test("A reading in doubt is dim, and the word stays")
    func suspect() {
        let frame = Scenes.screen(seconds: 1_460) { $0.link = .suspect }.frame(columns: 80, rows: 24)
        #expect(frame[3, 2].style == Style(.easy, .dim))
        #expect(frame.text.joined().contains("easy and steady"))
    }

    @Test("A new session forgets the run before")
    func newSession() {
        var screen = Scenes.screen(seconds: 1_460)
        screen.apply(.session(Scenes.header))
        #expect(screen.run.sample == nil)
        #expect(screen.run.history.steps.isEmpty)
        #expect(screen.run.insideMilliseconds == 0)
        #expect(screen.frame(columns: 80, rows: 24).text.joined().contains("getting ready"))
    }

    private func lines(_ picture: String) -> [String] {
        picture.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
