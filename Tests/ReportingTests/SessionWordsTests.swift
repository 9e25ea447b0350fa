import RunEngine
import Testing

@testable import Reporting
@testable import SessionStore

@Suite("A session in words")
struct SessionWordsTests {
    private func session(
        _ summary: RunSummary = Made.summary,
        zones: ZoneSet = ZoneSet(model: .acsmMax, lowerBoundsBPM: [103, 116, 139, 173]),
        times: [Int64] = [122_000, 144_000, 1_826_000, 498_000, 1_000]
    ) -> StoredSession {
        var header = Made.header
        header.zones = zones
        var summary = summary
        summary.zoneMilliseconds = times
        return StoredSession(header: header, importedFrom: nil, utcOffsetSeconds: nil, summary: summary, events: [])
    }

    private func words(_ session: StoredSession, columns: Int) -> SessionWords {
        SessionWords(session, columns: columns, words: { _ in "" })
    }

    @Test("the time in zones is a bar chart: the longest bar fills its width, and the shortest can be seen")
    func bars() {
        #expect(
            words(session(), columns: 80).details.prefix(7) == [
                "Zones: ACSM's classes of effort, by maximum heart rate (acsm_max)",
                "  0                 up to 102 bpm    0:02:02    5 %  █▊",
                "  1  light          103 to 115 bpm   0:02:24    6 %  ██▏",
                "  2  moderate       116 to 138 bpm   0:30:26   70 %  ███████████████████████████",
                "  3  vigorous       139 to 172 bpm   0:08:18   19 %  ███████▎",
                "  4  near-maximal   173 bpm and up   0:00:01    0 %  ▏",
                "",
            ]
        )
    }

    @Test("where lines are short a zone has two")
    func narrowBars() {
        #expect(
            words(session(), columns: 40).details.prefix(6) == [
                "Zones: ACSM's classes of effort, by",
                "  maximum heart rate (acsm_max)",
                "  0, up to 102 bpm",
                "     0:02:02    5 %  █▎",
                "  1  light, 103 to 115 bpm",
                "     0:02:24    6 %  █▍",
            ]
        )
    }

    @Test("a session of nothing has words", arguments: [40, 80, 200])
    func nothing(columns: Int) {
        let words = words(session(RunSummary(), times: [0, 0, 0, 0, 0]), columns: columns)
        #expect(words.totals.contains("Time                0:00:00"))
        #expect(!words.details.joined().contains("█"))
        #expect(words.details.joined().contains("0:00:00    0 %"))
    }

    @Test("laps are a table, whose columns give way where lines are short; marks have their numbers and times")
    func lapsAndMarks() {
        var session = session()
        let rate = RunSummary.HeartRate(averageBPM: 121, minimumBPM: 98, maximumBPM: 133)
        session.events = [
            .lap(
                RunLap(
                    number: 1,
                    beganMilliseconds: 0,
                    endedMilliseconds: 300_000,
                    insideMilliseconds: 200_000,
                    distanceMillimetres: 801_000,
                    heartRate: rate
                )
            ),
            .mark(RunMark(timeMilliseconds: 400_000)),
            .mark(RunMark(timeMilliseconds: 500_000, text: "the left shoe")),
            .lap(RunLap(number: 2, beganMilliseconds: 300_000, endedMilliseconds: 4_000_000)),
        ]
        let wide = words(session, columns: 80).details
        #expect(
            wide[(wide.firstIndex(of: "Laps") ?? 0)...].prefix(8) == [
                "Laps",
                "  Lap      Time   In the band   Distance   Heart rate",
                "    1   0:05:00       0:03:20    0.80 km      121 bpm   98 to 133",
                "    2   1:01:40       0:00:00",
                "",
                "Marks",
                "  ▲1  0:06:40",
                "  ▲2  0:08:20  the left shoe",
            ]
        )
        let narrow = words(session, columns: 40).details
        #expect(
            narrow[(narrow.firstIndex(of: "Laps") ?? 0)...].prefix(4) == [
                "Laps",
                "  Lap      Time   Distance   Heart rate",
                "    1   0:05:00    0.80 km      121 bpm",
                "    2   1:01:40",
            ]
        )
    }

    @Test("no line is longer than it may be, at every width", arguments: [40, 41, 59, 60, 80, 132, 200])
    func widths(columns: Int) {
        var summary = Made.summary
        summary.metrics = Metric.Name.allCases.map { Metric($0, units: 123_456, sharePerMille: 500) }
        for model in ZoneModel.allCases {
            let bounds = Array([103, 116, 139, 150, 160, 170, 180].prefix(max(2, model.zoneNames.count)))
            let zones = ZoneSet(model: model, lowerBoundsBPM: bounds)
            let session = session(summary, zones: zones, times: (0...bounds.count).map { Int64($0) * 1_000_000 })
            let words = words(session, columns: columns)
            for line in words.totals + words.details { #expect(line.count <= columns, "\(line)") }
        }
    }

    @Test("text is cut at its spaces, and a word that is too long stays whole")
    func wrapping() {
        #expect(PlainText.wrapped("one two three", columns: 7, indent: 2) == ["one two", "  three"])
        #expect(PlainText.wrapped("  one two", columns: 5, indent: 2) == ["  one", "  two"])
        #expect(PlainText.wrapped("incomprehensibly so", columns: 5) == ["incomprehensibly", "so"])
        #expect(PlainText.wrapped("", columns: 5) == [""])
    }

    @Test("a time is that of the clock where the run was, with the day there")
    func localTimes() {
        func words(_ offset: Int?) -> String {
            LocalTime(unixMicroseconds: Made.header.startedAtUnixMicroseconds, utcOffsetSeconds: offset).words
        }
        #expect(words(nil) == "Tuesday 24 November 2026, 10:15 (UTC)")
        #expect(words(3600) == "Tuesday 24 November 2026, 11:15 (UTC+1)")
        #expect(words(-12_600) == "Tuesday 24 November 2026, 06:45 (UTC-3:30)")
        #expect(words(50_400) == "Wednesday 25 November 2026, 00:15 (UTC+14)")
        #expect(words(-43_200) == "Monday 23 November 2026, 22:15 (UTC-12)")
        let eve = LocalTime(unixMicroseconds: -1, utcOffsetSeconds: 0)
        #expect(eve.words == "Wednesday 31 December 1969, 23:59 (UTC)")
        for time in [Int64.min, Int64.max] {
            #expect(!LocalTime(unixMicroseconds: time, utcOffsetSeconds: 1).words.isEmpty)
        }
        let local = LocalTime(unixMicroseconds: Made.header.startedAtUnixMicroseconds, utcOffsetSeconds: -12_600)
        #expect(local.machineText == "2026-11-24T06:45-03:30")
    }
}
