import RunEngine
import SensorCodec
import Testing

@testable import Dashboard

/// What holds for every screen.
@Suite struct ScreenRulesTests {
    @Test("Every size from 0 x 0 to 200 x 60 is drawn, in every state")
    func everySize() {
        // The first two see every size up to 100 x 30, the others every third.
        for (index, screen) in Self.screens.enumerated() {
            let step = index < 2 ? 2 : 7
            for columns in Array(stride(from: index / 2, through: 100, by: step)) + [120, 131, 132, 160, 200] {
                for rows in Array(0...30) + [36, 39, 40, 50, 60] {
                    let frame = screen.frame(columns: columns, rows: rows)
                    if frame.cells.count != columns * rows { Issue.record("\(columns) x \(rows)") }
                }
            }
        }
    }

    @Test("The Linux console is sent only glyphs that it has, and a terminal without UTF-8 only ASCII")
    func consoleGlyphs() {
        let known = Set("↓↑═║▼░▒▓█▀▄─│┌┐└┘├┤┴•○·".unicodeScalars)
        for screen in Self.screens {
            for (columns, rows) in [(80, 24), (160, 50), (60, 16), (40, 20), (10, 3)] {
                let frame = screen.frame(columns: columns, rows: rows)
                let console = TerminalEncoder(colours: .sixteen, glyphs: .console).bytes(from: nil, to: frame)
                let strange = String(decoding: console, as: UTF8.self).unicodeScalars
                    .filter { !$0.isASCII && !known.contains($0) }
                #expect(strange.isEmpty, "\(strange)")
                let ascii = TerminalEncoder(colours: .none, glyphs: .ascii).bytes(from: nil, to: frame)
                #expect(ascii.allSatisfy { $0 < 0x80 })
            }
        }
    }

    @Test("Hostile names and texts neither reach the terminal nor move a column")
    func hostileTexts() throws {
        let hostile =
            "\u{1B}]0;gone\u{7}\u{1B}[2J\r\n\u{9B}31m心🏃\u{202E}" + String(repeating: "e\u{301}\u{302}", count: 99)
        var screen = Scenes.screen(seconds: 300)
        for number in 1...40 {
            screen.apply(
                .sensor(
                    SensorStatus(
                        timeMilliseconds: 0,
                        sensor: SensorIdentity(nameless: number),
                        name: hostile,
                        kind: .treadmill,
                        state: .live,
                        batteryPercent: Int.min
                    )
                )
            )
        }
        screen.playback = Playback(title: hostile, speed: hostile)
        screen.keys = [KeyHint(hostile, hostile)]
        screen.notice = hostile
        for (columns, rows) in [(80, 24), (60, 16), (40, 10), (20, 7)] {
            let frame = screen.frame(columns: columns, rows: rows)
            var terminal = SmallTerminal(columns: columns, rows: rows)
            try terminal.receive(TerminalEncoder().bytes(from: nil, to: frame))
            // Sixteen colours have none for the ground of the band's strip.
            let cells = frame.cells.map { cell in
                cell.isRest ? cell : Cell(Character(cell.glyph), style: Style(cell.style.ink, cell.style.weight))
            }
            #expect(zip(terminal.cells, cells).allSatisfy { $0.glyph == $1.glyph && $0.style.ink == $1.style.ink })
        }
        #expect(screen.run.sensors.count <= 8)
    }

    @Test("Numbers beyond all measure are drawn, not trapped over")
    func absurdNumbers() {
        for number in [Int.min, -1, 0, 1, 1_000, Int.max] {
            var header = Scenes.header
            header.zones.lowerBoundsBPM = [number, 5, number, -3]
            header.band = TargetBand(lowerBPM: number, upperBPM: 100)
            var screen = RunScreen()
            screen.apply(.session(header))
            for time in [0, Int64(number), 5_000, Int64.max, Int64.min] {
                screen.apply(
                    .sample(
                        RunSample(
                            timeMilliseconds: time,
                            heartRateBPM: number,
                            zone: number,
                            band: .inside,
                            link: .good,
                            phase: .main,
                            session: .running,
                            speedCentiKmH: number,
                            inclinationDeciPercent: number,
                            distanceMillimetres: Int64(number)
                        )
                    )
                )
                for (columns, rows) in [(80, 24), (160, 50), (60, 16), (40, 20), (10, 3)] {
                    #expect(screen.frame(columns: columns, rows: rows).rows == rows)
                }
            }
        }
    }

    @Test("A run of a day takes no more memory than one of ten minutes, and stays whole")
    func boundedMemory() {
        var history = RunHistory()
        var most = 0
        for second in 0..<86_400 {
            history.record(RunSample(timeMilliseconds: Int64(second) * 1000, heartRateBPM: 100 + second / 1_440))
            most = max(most, history.steps.count)
        }
        #expect(most <= RunHistory.capacity)
        #expect(history.steps.count > RunHistory.capacity / 2)
        let columns = history.columns(60, spanMilliseconds: 86_400_000).map(\.heartRateBPM.value)
        for (column, value) in columns.enumerated() { #expect(abs((value ?? 0) - 100 - column) <= 1) }
    }

    @Test("A hole in the readings is a hole in the chart")
    func holes() {
        var history = RunHistory()
        for second in 0..<600 {
            history.record(
                RunSample(
                    timeMilliseconds: Int64(second) * 1000,
                    heartRateBPM: (200..<300).contains(second) ? nil : 120
                )
            )
        }
        let values = history.columns(60, spanMilliseconds: 600_000).map(\.heartRateBPM.value)
        for (column, value) in values.enumerated() { #expect(value == ((20..<30).contains(column) ? nil : 120)) }
    }

    @Test("A second of an easy run costs few bytes")
    func cheapSecond() {
        let before = Scenes.screen(seconds: 1_460).frame(columns: 80, rows: 24)
        let after = Scenes.screen(seconds: 1_461).frame(columns: 80, rows: 24)
        #expect(TerminalEncoder().bytes(from: before, to: after).count < 120)
    }

    private static var screens: [RunScreen] {
        var noticed = Scenes.screen(seconds: 1_050, from: .demo)
        noticed.notice = "The disk is full: this run goes on, but is no longer kept."
        noticed.playback = Playback(
            title: "a long name of a recording.btsnoop",
            speed: "16x",
            isPaused: true,
            positionMilliseconds: 0,
            totalMilliseconds: 86_400_000
        )
        var quiet = Scenes.screen(seconds: 300)
        quiet.isQuiet = true
        var long = Scenes.screen(seconds: 10)
        long.apply(.sample(RunSample(timeMilliseconds: 90_000_000, link: .contactLost, session: .running)))
        var found = Scenes.screen(seconds: 1_460)
        for notice in Scenes.notices { found.apply(.notice(notice)) }
        return [
            noticed, Scenes.screen(seconds: 1_460), RunScreen(), quiet, long, Scenes.screen(seconds: 575),
            Scenes.screen(seconds: 700) { $0.session = .pausedBelt }, found,
        ]
    }
}
