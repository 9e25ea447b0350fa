import RunEngine
import SensorCodec
import TestSupport
import Testing

@testable import Dashboard

/// What holds for screens of any size in any state.
@Suite struct RandomScreenTests {
    @Test("The words that matter stand whole on every screen, and no glyph is cut in half")
    func essentials() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = Randomness(seed: seed)
        for _ in 0..<150 {
            let columns = Int.random(in: 1...400, using: &generator)
            let rows = Int.random(in: 1...150, using: &generator)
            let isSmall = Bool.random(using: &generator)
            let screen = Self.screen(using: &generator)
            let frame = screen.frame(
                columns: isSmall ? min(columns, 90) : columns,
                rows: isSmall ? min(rows, 40) : rows
            )
            let missing = Self.missingWords(of: screen, in: frame)
            #expect(missing.isEmpty, "\(missing) at \(frame.columns) x \(frame.rows), seed \(seed)")
            #expect(Self.hasWholeGlyphs(frame), "\(frame.columns) x \(frame.rows), seed \(seed)")
        }
    }

    @Test("An overlay says all of itself from 40 x 12 on, whatever lies under it")
    func overlays() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = Randomness(seed: seed)
        for _ in 0..<60 {
            var screen = Self.screen(using: &generator)
            let columns = Int.random(in: 40...400, using: &generator)
            let rows = Int.random(in: 12...150, using: &generator)
            screen.overlay = .confirmEnd(isKept: true)
            var text = screen.frame(columns: columns, rows: rows).text.joined(separator: "\n")
            for words in ["End this run?", "Everything so far is kept.", "q ends, any other key goes on."] {
                #expect(text.contains(words), "\(columns) x \(rows), seed \(seed)")
            }
            // A demo, or a home that cannot be written to: then that is what it says.
            screen.overlay = .confirmEnd(isKept: false)
            text = screen.frame(columns: columns, rows: rows).text.joined(separator: "\n")
            #expect(text.contains("Nothing of it is being kept.") && !text.contains("is kept"))
            screen.overlay = .help
            text = screen.frame(columns: columns, rows: rows).text.joined(separator: "\n")
            for hint in screen.keys { #expect(text.contains(hint.action), "\(columns) x \(rows), seed \(seed)") }
        }
    }

    @Test("Help names every key of the program with the most, also where they do not have a line each")
    func manyKeys() {
        for (columns, rows) in [(40, 12), (80, 24), (80, 16), (300, 100)] {
            var screen = Scenes.screen(seconds: 30)
            screen.keys = [
                KeyHint("space", "pause"), KeyHint("q", "end"), KeyHint("up down", "speed"),
                KeyHint("left right", "incline"), KeyHint("?", "help"), KeyHint("l", "lap"), KeyHint("m", "mark"),
                KeyHint("b", "big"), KeyHint("t", "theme"), KeyHint("v", "quiet"), KeyHint("< >", "slower, faster"),
                KeyHint("[ ]", "30 s"), KeyHint("page up down", "5 min"), KeyHint("p", "hold time"),
            ]
            screen.overlay = .help
            let text = screen.frame(columns: columns, rows: rows).text.joined(separator: "\n")
            for hint in screen.keys {
                #expect(text.contains(hint.key) && text.contains(hint.action), "\(hint.key) at \(columns) x \(rows)")
            }
            #expect(text.contains("any key goes back"))
        }
    }

    @Test("An overlay on a terminal of any size is drawn, and says that nothing is lost where a line fits")
    func smallOverlays() {
        for columns in 0...40 {
            for rows in 0...12 {
                var screen = Scenes.screen(seconds: 30)
                screen.overlay = .confirmEnd(isKept: true)
                let text = screen.frame(columns: columns, rows: rows).text.joined(separator: "\n")
                if columns >= 30 && rows >= 3 { #expect(text.contains("Everything so far is kept.")) }
                screen.overlay = .help
                #expect(screen.frame(columns: columns, rows: rows).cells.count == columns * rows)
            }
        }
    }

    /// The words that should be there and are not.
    private static func missingWords(of screen: RunScreen, in frame: Frame) -> [String] {
        let text = frame.text.joined(separator: "\n")
        var wanted: [[String]] = []
        let word = screen.word
        if frame.columns >= 10 && frame.rows >= 2 { wanted.append([word.text, word.shortText]) }
        let minutes = screen.minutesText
        // A plan has a line of its own.
        let leastRows = screen.run.plan == nil ? 14 : 15
        if screen.mode == .full && frame.columns >= 56 && frame.rows >= leastRows {
            wanted += [["minutes", "\(minutes) min"], ["elapsed"], ["speed"], ["distance"], ["Steady"]]
            if !screen.isQuiet { wanted += [["bpm"]] }
        } else if frame.columns >= 36 && frame.rows >= 9 {
            wanted.append(["\(minutes) min", "minutes"])
        }
        return wanted.filter { forms in !forms.contains { text.contains($0) } }.map { $0[0] }
    }

    /// Each second half stands right of the first half of a wide glyph, and each first half has one.
    private static func hasWholeGlyphs(_ frame: Frame) -> Bool {
        (0..<frame.rows).allSatisfy { row in
            (0..<frame.columns).allSatisfy { column in
                let cell = frame[row, column]
                if cell.isRest { return column > 0 && frame[row, column - 1].columns == 2 }
                return cell.columns == 1 || column + 1 < frame.columns && frame[row, column + 1].isRest
            }
        }
    }

    /// A screen in a state that may well come.
    private static func screen(using generator: inout Randomness) -> RunScreen {
        let words: [(SessionState, LinkState, PhaseState, BandState)] = [
            (.running, .good, .main, .inside), (.running, .good, .main, .above), (.running, .good, .main, .below),
            (.running, .good, .warmUp, .above), (.running, .lost, .main, .unknown),
            (.running, .contactLost, .main, .unknown),
            (.pausedUser, .good, .main, .inside), (.pausedBelt, .good, .main, .inside),
            (.running, .none, .warmUp, .unknown),
            (.ended, .good, .coolDown, .inside),
        ]
        let state = words.randomElement(using: &generator)!
        let heartRate = Int.random(in: 40...220, using: &generator)
        var screen = Scenes.screen(seconds: Int.random(in: 0...400, using: &generator)) { sample in
            sample.session = state.0
            sample.link = state.1
            sample.phase = state.2
            sample.band = state.3
            sample.heartRateBPM = state.1 == .good ? heartRate : nil
            sample.timeMilliseconds += Int64.random(in: 0...40_000_000, using: &generator)
            sample.headingBPM = Bool.random(using: &generator) ? heartRate + 8 : nil
            sample.cadencePerMinute = Bool.random(using: &generator) ? 160 : nil
        }
        screen.isQuiet = Int.random(in: 0..<4, using: &generator) == 0
        screen.mode = Int.random(in: 0..<3, using: &generator) == 0 ? .big : .full
        let plan = ["easy-15", "walk_run-1", "walk_run-5.3", "open", "none"].randomElement(using: &generator)!
        let aim = RunAim(timeMilliseconds: 0, plan: plan, plannedMilliseconds: nil)
        if Bool.random(using: &generator) { screen.apply(.aim(aim)) }
        let name = ["心拍計 H10", "Cafe\u{301} 🏃", "길이가 아주 긴 이름의 심박 센서", "x"].randomElement(using: &generator)!
        var strap = Scenes.strap
        strap.name = name
        screen.apply(.sensor(strap))
        if Bool.random(using: &generator) { screen.playback = Playback(title: name, speed: "8x", isPaused: true) }
        return screen
    }
}
