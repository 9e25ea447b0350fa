import RunEngine
import Testing

@testable import Dashboard

@Suite struct WidgetTests {
    @Test("The first word that holds is said")
    func words() {
        func word(
            _ session: SessionState,
            _ link: LinkState,
            _ phase: PhaseState = .main,
            _ band: BandState = .inside
        ) -> String {
            ScreenWord(
                of: RunSample(timeMilliseconds: 0, band: band, link: link, phase: phase, session: session),
                isDone: false
            ).text
        }
        #expect(word(.ended, .contactLost) == "done")
        #expect(word(.pausedUser, .lost) == "paused")
        #expect(word(.pausedBelt, .contactLost) == "paused: the belt stands still")
        #expect(word(.running, .contactLost, .warmUp) == "no skin contact: wet the strap")
        #expect(word(.running, .lost, .coolDown) == "no heart-rate signal")
        #expect(word(.running, .stale) == "waiting for heart rate")
        #expect(word(.running, .none) == "no heart-rate sensor yet")
        #expect(word(.running, .good, .coolDown, .below) == "cooling down")
        #expect(word(.running, .good, .warmUp, .below) == "warming up")
        #expect(word(.running, .good, .warmUp, .above) == "warming up: ease off a little")
        #expect(word(.running, .good, .main, .above) == "ease off a little")
        #expect(word(.running, .suspect, .main, .below) == "a little more if you like")
        #expect(word(.running, .good, .main, .inside) == "easy and steady")
        #expect(ScreenWord(of: nil, isDone: false).text == "getting ready")
    }

    @Test("Every word has a form of ten columns, and none pushes or shouts")
    func shortWords() {
        for word in ScreenWord.allCases {
            #expect(word.shortText.count <= 10)
            for text in [word.text, word.shortText] { #expect(text == text.lowercased() && !text.contains("!")) }
        }
    }

    @Test("More is never asked for during the warm-up and the cool-down")
    func advice() {
        #expect(Advice(word: .warmUp) == .none)
        #expect(Advice(word: .coolDown) == .none)
        #expect(Advice(word: .warmUpAbove) == .easeOff)
        #expect(Advice(word: .coolDownAbove) == .easeOff)
    }

    @Test("The marker is in the band exactly when the heart rate is", arguments: [9, 20, 36, 76, 156])
    func marker(columns: Int) {
        let scale = BandGauge.Scale(zones: Scenes.header.zones, band: Scenes.header.band, columns: columns)
        for bpm in 30...230 {
            let isInside = (118...142).contains(bpm)
            #expect(scale.bandColumns.contains(scale.markerColumn(ofBPM: bpm)) == isInside, "\(bpm)")
        }
    }

    @Test("A heart rate above the band is never drawn in the band's strip", arguments: [2, 5, 6, 9, 20, 43], [2, 4])
    func strip(rows: Int, stepsPerRow: Int) {
        for (least, most) in [(60, 150), (110, 130), (84, 190), (120, 230)] {
            let readings = [least, most].map { bpm in
                var step = RunHistory.Step()
                step.heartRateBPM = RunHistory.Mean(of: bpm)
                return step
            }
            let scale = VerticalScale(columns: readings, band: Scenes.header.band, rows: rows, stepsPerRow: stepsPerRow)
            for bpm in 118...142 {
                #expect(scale.bandRows.contains(scale.step(of: bpm) / stepsPerRow), "\(bpm)")
            }
            for bpm in 143...230 {
                #expect(scale.step(of: bpm) / stepsPerRow < scale.bandRows.lowerBound, "\(bpm)")
            }
            #expect(scale.top >= most)
            #expect(scale.bottom <= least)
        }
    }

    @Test("Big digits are as high as they are asked to be, and never wider than they say", arguments: 1...40)
    func bigDigits(rows: Int) {
        let digits = BigDigits(rows: rows)
        for text in ["0123456789", "-", "=", "↓", "↑", "║"] {
            let width = digits.width(of: text)
            var frame = Frame(columns: width + 4, rows: rows + 2)
            digits.draw(text, into: &frame, row: 1, column: 2, style: .plain)
            let lines = frame.text
            #expect(lines[0].isEmpty && lines[rows + 1].isEmpty)
            #expect(lines.allSatisfy { $0.count <= width + 2 && $0.prefix(2).allSatisfy { $0 == " " } })
            #expect(lines.contains { $0.count == width + 2 } || text == "1")
        }
    }

    @Test("From five rows on no two digits or signs look alike", arguments: 5...40)
    func digitsDiffer(rows: Int) {
        let digits = BigDigits(rows: rows)
        let pictures = "0123456789-=↓↑║".map { character in
            var frame = Frame(columns: digits.width(of: "0"), rows: rows)
            digits.draw(String(character), into: &frame, row: 0, column: 0, style: .plain)
            return frame.text
        }
        #expect(Set(pictures).count == pictures.count)
        // The two bars of a sign that says "hold" do not touch.
        #expect(pictures[11].contains { $0.isEmpty })
    }

    @Test(
        "Every short word can be written big, and fits where it is said to",
        arguments: [(46, 3), (116, 3), (296, 8)]
    )
    func bigWords(columns: Int, rows: Int) throws {
        let scale = try #require(BigWord.scale(columns: columns, rows: rows))
        for word in ScreenWord.allCases {
            let big = try #require(BigWord(word.shortText, scale: scale), "\(word)")
            #expect(big.columns <= columns && big.rows <= rows, "\(word)")
            var frame = Frame(columns: big.columns, rows: big.rows)
            big.draw(into: &frame, row: 0, column: 0, style: .plain)
            #expect(frame.text.allSatisfy { $0.count <= big.columns } && !frame.text[0].isEmpty)
        }
    }

    @Test("Braille dots are where they are set")
    func braille() {
        var dots = BrailleDots(columns: 2, rows: 1)
        for (x, y) in [(0, 0), (1, 3), (-1, 0), (4, 0), (0, 4)] { dots.set(x: x, y: y) }
        #expect(dots.glyph(row: 0, column: 0) == "⢁")
        #expect(dots.glyph(row: 0, column: 1) == nil)
    }

    @Test("The speed is a thin line with steps, and no line where the belt was not heard")
    func speedLine() {
        var columns = [500, 500, 800, 800, 500].map { speed in
            var step = RunHistory.Step()
            step.speedCentiKmH = RunHistory.Mean(of: speed)
            return step
        }
        columns.insert(RunHistory.Step(), at: 3)
        var frame = Frame(columns: 12, rows: 3)
        SpeedLine(columns: columns).draw(into: &frame, area: frame.area)
        #expect(frame.text == [" 8.0 │  ┌ ─┐", "km/h │  │  │", " 5.0 │──┘  └"])
    }

    @Test("The span of the chart grows by steps")
    func spans() {
        func span(minutes: Int64) -> Int64 { TimeAxis(elapsedMilliseconds: minutes * 60_000).spanMinutes }
        #expect(
            [0, 4, 5, 29, 30, 100, 1_439, 1_440, 3_000].map { span(minutes: $0) } == [
                5, 5, 10, 30, 45, 120, 1_440, 2_880, 5_760,
            ]
        )
    }

    @Test("Numbers as people read them")
    func numbers() {
        #expect(NumberText.clock(4_271_999) == "1:11:11")
        #expect(NumberText.longClock(730_000) == "00:12:10")
        #expect(NumberText.speed(centiKmH: 785) == "7.9")
        #expect(NumberText.inclination(deciPercent: -5) == "-0.5")
        #expect(NumberText.kilometres(millimetres: 1_629_999) == "1.62")
        #expect(NumberText.speed(centiKmH: nil) == "--")
        #expect(NumberText.pace(centiKmH: 800) == "7:30")
        #expect(NumberText.pace(centiKmH: 50) == "--")
        #expect(NumberText.age(59_999) == "59 s")
        #expect(NumberText.age(61_000) == "1 min")
    }
}
