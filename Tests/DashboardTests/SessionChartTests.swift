import RunEngine
import Testing

@testable import Dashboard

/// A run that is over, as a chart in text.
@Suite("The chart of a session")
struct SessionChartTests {
    private let band = TargetBand(lowerBPM: 116, upperBPM: 138)

    /// A sample each second: a slow start, an easy run with a hole in it, and a slow end.
    private func chart(seconds: Int, hasHeartRate: Bool = true, hasSpeed: Bool = true) -> SessionChart {
        var chart = SessionChart(band: band, elapsedMilliseconds: Int64(seconds) * 1000)
        for second in 0..<seconds {
            let part = second * 100 / seconds
            let bpm = part < 20 ? 80 + part * 2 : part < 90 ? 120 + part / 4 : 100
            let isHeard = hasHeartRate && !(40..<50).contains(part)
            chart.record(
                RunSample(
                    timeMilliseconds: Int64(second) * 1000,
                    heartRateBPM: isHeard ? bpm : nil,
                    speedCentiKmH: hasSpeed ? (part < 20 ? 550 : part < 90 ? 850 : 0) : nil
                )
            )
        }
        return chart
    }

    @Test("half an hour at 80 columns: the band behind the line, a hole where nothing was heard, the speed under it")
    func easy() {
        var chart = chart(seconds: 1800)
        chart.markMilliseconds = [0, 900_000, 905_000, 1_799_000]
        let text = chart.frame(columns: 80).text
        #expect(
            text == [
                "Heart rate in bpm                                             ░░ band 116 to 138",
                " 150 ┤",
                "     │                                                         ▄▄▄▄▄▄▄▄▄",
                " 138 ┤░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▄▄▄▄▄▄▄▄▀▀▀▀▀▀▀▀▀▀▀▀░░░░░░░░░█░░░░░░░",
                "     │░░░░░░░░░░░░░░░░░░▄▄▄▄▄▄▄▄▄▀▀▀░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░█░░░░░░░",
                "     │░░░░░░░░░░░░░░░█▀▀░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▀▄░░░░░░",
                " 116 ┤░░░░░░░░░░░░░▄▀░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░█░░░░░░",
                "     │           ▄▀                                                      █",
                "     │         ▄▀                                                        █",
                "     │      ▄▀▀                                                          ▀▀▀▀▀▀▀",
                "     │    ▄▀",
                "     │  ▄▀",
                "  78 ┤▄▀",
                "",
                "Speed in km/h",
                " 8.5 │               ┌──────────────────────────────────────────────────┐",
                "km/h │───────────────┘                                                  └┐",
                "     │                                                                   │",
                " 0.0 │                                                                   └──────",
                "      0                      10                       20                  30 min",
                "      ▲1                                   ▲2                                 ▲4",
            ]
        )
    }

    @Test("at 40 columns")
    func narrow() {
        #expect(
            chart(seconds: 1800).frame(columns: 40).text == [
                "Heart rate in bpm     ░░ band 116 to 138",
                " 154 ┤",
                "     │                          ▄▄▄▄",
                " 138 ┤░░░░░░░░░░░░░░░░░▄▄▄▀▀▀▀▀▀░░░░█░░░",
                "     │░░░░░░░▄▄▀▀▀▀▀░░░░░░░░░░░░░░░░█░░░",
                " 116 ┤░░░░░░█░░░░░░░░░░░░░░░░░░░░░░░░█░░",
                "     │    ▄▀                         █",
                "     │   ▄▀                          █▄▄",
                "     │  █",
                "  80 ┤▄▀",
                "",
                "Speed in km/h",
                " 8.5 │       ┌──────────────────────┐",
                "km/h │───────┘                      └┐",
                "     │                               │",
                " 0.0 │                               └──",
                "      0         10         20     30 min",
            ]
        )
    }

    @Test("a run without a treadmill has no speed, one without a strap no heart rate, and one with neither no chart")
    func parts() {
        let heartRate = chart(seconds: 600, hasSpeed: false).frame(columns: 60).text
        #expect(heartRate.count == 11 && heartRate[0].hasPrefix("Heart rate in bpm"))
        #expect(heartRate.last == "      0         2          4          6          8    10 min")
        let speed = chart(seconds: 600, hasHeartRate: false).frame(columns: 60).text
        #expect(speed.count == 6 && speed[0] == "Speed in km/h")
        #expect(chart(seconds: 600, hasHeartRate: false, hasSpeed: false).frame(columns: 60).rows == 0)
        #expect(chart(seconds: 0).frame(columns: 60).rows == 0)
    }

    @Test("a single reading is a dot at the beginning of a minute")
    func single() throws {
        var chart = SessionChart(band: band, elapsedMilliseconds: 0)
        chart.record(RunSample(timeMilliseconds: 0, heartRateBPM: 127))
        let text = chart.frame(columns: 46).text
        let dots = text.flatMap { line in line.enumerated().filter { "▀▄█".contains($0.element) }.map(\.offset) }
        #expect(dots == [6])
        #expect(text.last?.hasSuffix("1 min") == true)
    }

    @Test("ten hours are as wide as ten minutes, at every width from 40 to 200 columns")
    func widths() {
        let charts = [600, 36_000].map { chart(seconds: $0) }
        for columns in 40...200 {
            for chart in charts {
                let frame = chart.frame(columns: columns)
                #expect(frame.columns == columns && frame.rows == (columns < 72 ? 17 : 20))
                let axis = frame.text[frame.rows - 1]
                #expect(axis.hasSuffix(" min") && axis.count == columns)
                // A hole in the middle, a line up to the end.
                let dots = Set(
                    frame.text.flatMap { line in
                        line.enumerated().filter { "▀▄█".contains($0.element) }.map(\.offset)
                    }
                )
                #expect(dots.contains(6) && dots.contains(columns - 1))
                #expect(!dots.contains(6 + (columns - 6) * 45 / 100))
            }
        }
    }

    @Test("on a terminal the same text has colours that end with each line, and nothing moves the cursor")
    func colours() {
        let frame = chart(seconds: 1800).frame(columns: 80)
        let lines = TerminalEncoder().lines(of: frame)
        #expect(lines.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") } == frame.text)
        #expect(lines.contains { $0.contains("\u{1B}[") })
        #expect(
            lines.allSatisfy { line in
                let codes = line.matches(of: /\u{1B}\[[0-9;]*m/)
                return codes.isEmpty || codes.last?.0 == "\u{1B}[m"
            }
        )
        let plain = TerminalEncoder(colours: .none).lines(of: frame)
        #expect(!plain.joined().contains(/\u{1B}\[[0-9;]*3[0-9]/))
    }
}
