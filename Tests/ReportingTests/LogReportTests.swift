import Foundation
import Reporting
import RunEngine
import SensorCodec
import SessionStore
import Testing

@Suite("The session log in text")
struct LogReportTests {
    static let events: [RunEvent] = [
        .session(Made.header),
        .sensor(
            SensorStatus(
                timeMilliseconds: 0,
                sensor: Made.strap,
                name: nil,
                kind: .heartRate,
                state: .live,
                batteryPercent: nil
            )
        ),
        .cue(.easeOff, atMilliseconds: 9000),
        .notice(RunNotice(timeMilliseconds: 61_500, sensor: Made.strap, finding: .frozenField(.elapsedTime))),
        .summary(Made.summary),
    ]

    static let headerText = """
        "schema":1,"id":"20261124-101502-3f9a","started_at":"2026-11-24T10:15:02.5Z","source":"replay",\
        "zone_model":"custom","band":{"lower_bpm":118,"upper_bpm":142},"imported_from":"run \\"1\\".btsnoop"
        """
    static let eventsText = """
        "laps":[],"events":[\
        {"event":"sensor","t_ms":0,"sensor":"A0:B1:C2:D3:E4:F5","kind":"heart_rate","state":"live"},\
        {"event":"cue","t_ms":9000,"cue":"ease_off"},\
        {"event":"notice","t_ms":61500,"name":"frozen_field","sensor":"A0:B1:C2:D3:E4:F5","field":"elapsed_time"}]
        """

    @Test("a session is its header, its totals, its laps and its events in one object")
    func session() throws {
        let text = try withStored { stored in
            written { json in
                json.beginSession(stored)
                json.endSession()
            }
        }
        #expect(text == "{\(Self.headerText),\(Made.summaryText),\(Self.eventsText)}\n")
    }

    @Test("the samples come behind, each as in the stream")
    func samples() throws {
        let text = try withStored { stored in
            written { json in
                json.beginSession(stored)
                json.beginSamples()
                for time in [0, 1000] as [Int64] { json.sample(RunSample(timeMilliseconds: time)) }
                json.endSamples()
                json.endSession()
            }
        }
        let states = #""band":"unknown","link":"none","phase":"warm_up","session":"idle""#
        let samples = [0, 1000].map { #"{"event":"sample","t_ms":\#($0),\#(states)}"# }.joined(separator: ",")
        #expect(text == "{\(Self.headerText),\(Made.summaryText),\(Self.eventsText),\"samples\":[\(samples)]}\n")
    }

    @Test("the list has a row for each session, without what is not known")
    func list() throws {
        #expect(written { $0.list([]) } == "{\"sessions\":[]}\n")
        var bare = Made.summary
        bare.distanceMillimetres = nil
        bare.heartRate = nil
        var earlier = Made.header
        earlier.id = "20261123-101502-0001"
        earlier.startedAtUnixMicroseconds -= 86_400_000_000
        let text = try withLog([[.session(earlier), .summary(bare)], Self.events]) { log in
            let entries = try log.sessions()
            return written { $0.list(entries) }
        }
        #expect(
            text == """
                {"sessions":[\
                {"id":"20261124-101502-3f9a","started_at":"2026-11-24T10:15:02.5Z","elapsed_ms":3600001,\
                "distance_m":9123.45,"average_bpm":131,"in_band_ms":3000007,"source":"replay"},\
                {"id":"20261123-101502-0001","started_at":"2026-11-23T10:15:02.5Z","elapsed_ms":3600001,\
                "in_band_ms":3000007,"source":"replay"}]}\n
                """
        )
    }

    @Test("an import tells the session it made, that it was there, or why there is none")
    func imports() {
        #expect(written { $0.imported("a\\b", id: "x-1", isNew: true) } == #"{"file":"a\\b","id":"x-1"}"# + "\n")
        #expect(
            written { $0.imported("a", id: "x-1", isNew: false) } == #"{"file":"a","id":"x-1","already_there":true}"#
                + "\n"
        )
        #expect(
            written { $0.notImported("a", because: "it is\nempty") } == #"{"file":"a","error":"it is\u000aempty"}"#
                + "\n"
        )
    }

    @Test("a person reads the time first")
    func words() throws {
        let lines = try withStored { stored in
            let words = SessionWords(stored, columns: 80, words: { "of \($0.sensor)" })
            return words.totals + [""] + words.details
        }
        #expect(
            lines == [
                "Session 20261124-101502-3f9a, from run \"1\".btsnoop",
                "Began Tuesday 24 November 2026, 10:15 (UTC)",
                "",
                "Time                1:00:00",
                "Paused              0:01:00",
                "In the band         0:50:00  (118 to 142 bpm)",
                "Below, above        0:00:00, 0:08:59",
                "Not known           0:00:00",
                "Distance            9.12 km",
                "Heart rate          131 bpm on average, 62 to 171",
                "",
                "Zones: your own (custom)",
                "  0   up to 113 bpm    0:06:40   11 %  ████████▏",
                "  1   114 to 132 bpm   0:33:20   56 %  █████████████████████████████████████████",
                "  2   133 bpm and up   0:18:59   32 %  ███████████████████████▎",
                "",
                "Noticed",
                "  0:01:01  of A0:B1:C2:D3:E4:F5",
                "",
                "Odd in 10801 packets: odd_rr_byte 1, trailing_bytes 3601",
            ]
        )
        #expect(LogWords.list([]).count == 1)
    }

    /// A session that went through a log.
    private func withStored<Value>(_ body: (StoredSession) -> Value) throws -> Value {
        try withLog([Self.events]) { body(try $0.session("last")) }
    }

    /// A log in a directory of its own, with sessions of these events.
    private func withLog<Value>(_ sessions: [[RunEvent]], _ body: (SessionLog) throws -> Value) throws -> Value {
        let directory = FileManager.default.temporaryDirectory.appending(path: "steady-report-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        let log = try SessionLog(directory: directory.path)
        for events in sessions {
            _ = try log.write(from: SessionOrigin(importedFrom: "run \"1\".btsnoop")) { writer in
                for event in events { try writer.apply(event) }
            }
        }
        return try body(log)
    }
}
