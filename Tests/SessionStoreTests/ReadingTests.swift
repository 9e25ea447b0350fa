import GRDB
import RunEngine
import SensorCodec
import SessionStore
import Testing

@Suite("Reading the session log")
struct ReadingTests {
    private struct Enough: Error {}

    @Test("What was written is read back exactly: header, summary, samples, events and their order")
    func roundTrip() throws {
        let run = Run.rich("2025-11-24T16-00-00-a0b1")
        try inTemporaryDirectory { directory in
            try SessionLog(directory: directory).write(run, importedFrom: "läufe/run 1.btsnoop")
            let log = try SessionLog(directory: directory)
            let session = try log.session("2025-11-24T16-00-00-a0b1")
            #expect(session.header == Run.header("2025-11-24T16-00-00-a0b1"))
            #expect(session.summary == Run.full)
            #expect(session.importedFrom == "läufe/run 1.btsnoop")
            #expect(session.events == run.filter(isRow))
            #expect(try log.samples(of: session.header.id).map { .sample($0) } == run.filter(isSample))
            #expect(try log.stream(of: session.header.id) == run)
        }
    }

    @Test("A clock that was set in a run moves its beginning, and nothing else")
    func clockSet() throws {
        try withNewLog { log in
            let shifts: [Int64] = [86_400_000_001, -1]
            var run = Run.rich("a")
            run.insert(.clock(ClockChange(timeMilliseconds: 1500, shiftMicroseconds: shifts[0])), at: 3)
            run.insert(.clock(ClockChange(timeMilliseconds: 4000, shiftMicroseconds: shifts[1])), at: run.count - 1)
            try log.write(run)
            var header = Run.header("a")
            header.startedAtUnixMicroseconds += shifts[0] + shifts[1]
            #expect(try log.session("a").header == header)
            #expect(try log.sessions().map(\.startedAtUnixMicroseconds) == [header.startedAtUnixMicroseconds])
            #expect(try log.stream(of: "a") == run)
        }
    }

    @Test("Each state of a run is kept by a code, which the view of the samples turns into its word")
    func stateWords() throws {
        func hold<State: RawRepresentable<String> & CaseIterable>(
            _ states: State.Type,
            _ column: String,
            _ sample: (State) -> RunSample
        ) throws {
            try withNewLog { log in
                var run = Run.short("a")
                let samples = State.allCases.enumerated().map { place, state in
                    var sample = sample(state)
                    sample.timeMilliseconds = Int64(place) * 1000
                    return sample
                }
                run.replaceSubrange(1...1, with: samples.map { .sample($0) })
                try log.write(run)
                #expect(try log.samples(of: "a") == samples)
                let words = try otherProgram(log.path).read {
                    try String.fetchAll($0, sql: "SELECT \(column) FROM sample ORDER BY t_ms")
                }
                #expect(words == State.allCases.map(\.rawValue))
            }
        }
        try hold(SensorKind.self, "heart_rate_source") { RunSample(timeMilliseconds: 0, heartRateSource: $0) }
        try hold(BandState.self, "band") { RunSample(timeMilliseconds: 0, band: $0) }
        try hold(LinkState.self, "link") { RunSample(timeMilliseconds: 0, link: $0) }
        try hold(PhaseState.self, "phase") { RunSample(timeMilliseconds: 0, phase: $0) }
        try hold(SessionState.self, "session_state") { RunSample(timeMilliseconds: 0, session: $0) }
    }

    @Test("A run without a treadmill, a reading or a zone is read back as such")
    func roundTripOfNothing() throws {
        var header = Run.header("a", source: .monitor)
        header.zones = ZoneSet(model: .three, lowerBoundsBPM: [])
        let run: [RunEvent] = [.session(header), .summary(Run.empty(header))]
        try withNewLog { log in
            try log.write(run)
            #expect(try log.stream(of: "a") == run)
            #expect(try log.session("a").importedFrom == nil)
            #expect(try log.samples(of: "a").isEmpty)
        }
    }

    @Test("Each source and zone model keeps its name")
    func names() throws {
        try withNewLog { log in
            for source in [SessionHeader.Source.bluez, .monitor, .replay, .demo] {
                for model in ZoneModel.allCases {
                    var header = Run.header("\(source)-\(model)", source: source)
                    header.zones.model = model
                    try log.write([.session(header), .summary(Run.empty(header))])
                    #expect(try log.session(header.id).header == header)
                }
            }
        }
    }

    @Test("The list has the newest session first, by its start and not by when it was written")
    func listOrder() throws {
        try withNewLog { log in
            #expect(try log.sessions().isEmpty)
            try log.write(Run.short("middle", startedAt: 2000))
            try log.write(Run.short("newest", startedAt: 3000), importedFrom: "x.pcap")
            try log.write(Run.short("oldest", startedAt: -1000))
            let sessions = try log.sessions()
            #expect(sessions.map(\.id) == ["newest", "middle", "oldest"])
            #expect(sessions.map(\.startedAtUnixMicroseconds) == [3000, 2000, -1000])
            #expect(sessions.map(\.importedFrom) == ["x.pcap", nil, nil])
        }
    }

    @Test("A line of the list carries the totals")
    func listEntry() throws {
        try withNewLog { log in
            try log.write(Run.rich("a"))
            let entry = try #require(try log.sessions().first)
            #expect(entry.source == .bluez)
            #expect(entry.elapsedMilliseconds == 3_600_001)
            #expect(entry.pausedMilliseconds == 60_002)
            #expect(entry.insideMilliseconds == 3_000_007)
            #expect(entry.distanceMillimetres == 9_123_456_789)
            #expect(entry.averageBPM == 131)
        }
    }

    @Test("A session is found by its ID, by the beginning of it, and as the last")
    func lookUp() throws {
        try withNewLog { log in
            try log.write(Run.short("2025-11-24", startedAt: 3000))
            try log.write(Run.short("2025-11-24-b", startedAt: 2000))
            try log.write(Run.short("2026_1%", startedAt: 1000))
            #expect(try log.session("2025-11-24").header.id == "2025-11-24")
            #expect(try log.session("2025-11-24-").header.id == "2025-11-24-b")
            #expect(try log.session("2026").header.id == "2026_1%")
            #expect(try log.session("last").header.id == "2025-11-24")
            #expect(try log.samples(of: "last").count == 1)
            #expect(try log.delete("last") == "2025-11-24")
            #expect(try log.session("last").header.id == "2025-11-24-b")
        }
    }

    @Test("A beginning that several sessions share is refused with their IDs, the newest first")
    func ambiguous() throws {
        try withNewLog { log in
            try log.write(Run.short("2025-a", startedAt: 1000))
            try log.write(Run.short("2025-b", startedAt: 2000))
            let refusal = SessionLogError.ambiguousID(id: "2025", matches: ["2025-b", "2025-a"])
            #expect(throws: refusal) { try log.session("2025") }
            #expect(throws: refusal) { try log.delete("2025") }
            #expect(try log.sessions().count == 2)
        }
    }

    @Test("An ID that no session has is an error", arguments: ["b", "aa", "A", "%", "_", "", "x' OR 1 --"])
    func missing(id: String) throws {
        try withNewLog { log in
            try log.write(Run.short("a"))
            let error = SessionLogError.noSuchSession(id: id)
            #expect(throws: error) { try log.session(id) }
            #expect(throws: error) { try log.samples(of: id) }
            #expect(throws: error) { try log.stream(of: id) }
        }
    }

    @Test("An empty log has no last session")
    func lastOfNone() throws {
        try withNewLog { log in
            #expect(throws: SessionLogError.noSuchSession(id: "last")) { try log.session("last") }
        }
    }

    @Test("Reading samples ends when the reader has enough")
    func stopReading() throws {
        try withNewLog { log in
            try log.write(Run.rich("a"))
            var count = 0
            #expect(throws: Enough.self) {
                try log.forEachSample(of: "a") { _ in
                    count += 1
                    if count == 2 { throw Enough() }
                }
            }
            #expect(count == 2)
            #expect(try log.samples(of: "a").count == 7)
        }
    }

    @Test(
        "A value that Steady never writes is an error that says so, not a crash",
        arguments: [
            "UPDATE session SET source = 'mars'", "UPDATE session SET zone_model = ''",
            "UPDATE event SET kind = 'miracle'", "UPDATE event SET region = 'mars' WHERE kind = 'transition'",
            "UPDATE event SET to_state = NULL", "UPDATE event SET name = 'sprint' WHERE kind = 'cue'",
            "UPDATE event SET sensor = 'unknown--1' WHERE kind = 'sensor'", "UPDATE second SET state_code = 360",
            "UPDATE session SET elapsed_ms = -1", "UPDATE session SET paused_ms = 9223372036854775807",
            "UPDATE session SET distance_mm = -9223372036854775807", "UPDATE zone_time SET time_ms = -1",
            "UPDATE second SET t_ms = -t_ms - 1", "UPDATE issue SET name = name || '\"'",
            "UPDATE second SET heart_rate_source_code = -1", "UPDATE second SET rr_intervals_1024 = '366, 7'",
            "UPDATE second SET rr_intervals_1024 = '65536'", "UPDATE lap SET in_ms = -1",
            "UPDATE event SET seq = -1 - seq", "UPDATE event SET name = 'odd' WHERE kind = 'notice'",
            "UPDATE event SET field = 'speed' WHERE kind = 'notice'",
            "UPDATE event SET speed_distance_m = -1 WHERE kind = 'notice'",
            "UPDATE event SET counter_distance_m = NULL WHERE kind = 'notice'",
            "UPDATE event SET lower_deci_percent = NULL WHERE kind = 'notice'",
            "UPDATE event SET upper_deci_percent = 9223372036854775807 WHERE kind = 'notice'",
        ]
    )
    func strangeValue(change: String) throws {
        try withNewLog { log in
            try log.write(Run.rich("a"))
            try otherProgram(log.path).write { try $0.execute(sql: change) }
            let error = #expect(throws: SessionLogError.self) { try log.stream(of: "a") }
            guard case .unreadable = error else {
                Issue.record("not unreadable, but \(String(describing: error))")
                return
            }
        }
    }

    private func isSample(_ event: RunEvent) -> Bool {
        if case .sample = event { true } else { false }
    }

    private func isRow(_ event: RunEvent) -> Bool {
        switch event {
        case .session, .sample, .summary: false
        case .sensor, .transition, .cue, .source, .notice, .lap, .mark, .clock, .aim, .talk, .milestone: true
        }
    }
}
