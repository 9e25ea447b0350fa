import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Runs that were not ended properly", .ownThreads)
struct RecoveryTests {
    /// A home with these recordings in it.
    private func withHome(_ recordings: [String: [UInt8]], _ body: (URL) throws -> Void) throws {
        try inTemporaryDirectory { home in
            let folder = home.appending(path: "recordings")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            for (name, bytes) in recordings { _ = try folder.making("\(name).btsnoop", bytes) }
            try body(home)
        }
    }

    private func list(_ home: URL) throws -> (sessions: [[String: Any]], told: [String]) {
        let outcome = try Program.run("list", "--json", "--home", home.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (try Parsed.object(outcome.output).list("sessions"), outcome.errorLines)
    }

    @Test("what was recorded comes into the log at the next start, with one line, and once")
    func nextStart() throws {
        let id = "20261124-101502-1e82"
        try withHome([id: Captures.run(seconds: 90)]) { home in
            let first = try list(home)
            #expect(first.told == ["steady: recovered the run \(id), which had not been ended properly"])
            #expect(first.sessions.map { $0.text("id") } == [id])
            #expect(first.sessions.first?.whole("elapsed_ms") == 90_000)
            let second = try list(home)
            #expect(second.told.isEmpty)
            #expect(second.sessions.count == 1)
        }
    }

    @Test("several are told in one line; a file with no run in it is left as it is, and nothing is said of it")
    func several() throws {
        let runs = (0..<3).map { shifted(Captures.run(seconds: 20 + $0), bySeconds: Int64($0) * 1000) }
        let names = ["a", "b", "c", "empty", "torn", "odd"]
        let files = runs + [[], Array(runs[0].prefix(20)), Array("no capture".utf8)]
        try withHome(Dictionary(uniqueKeysWithValues: zip(names, files))) { home in
            let found = try list(home)
            #expect(found.sessions.map { $0.whole("elapsed_ms") } == [22_000, 21_000, 20_000])
            #expect(found.told.count == 1)
            #expect(found.told.first?.hasPrefix("steady: recovered 3 runs that had not been ended properly: ") ?? false)
            for (name, bytes) in zip(names, files) {
                let left = try Places.bytes(home.appending(path: "recordings/\(name).btsnoop"))
                #expect(left == bytes)
            }
        }
    }

    @Test("a recording that was cut off anywhere is a run as far as it goes")
    func everyCut() throws {
        var capture = SmallCapture.twoSensors
        for second in 0..<12 {
            capture.notify([0x10, UInt8(110 + second), 0x00, 0x02], on: 1)
            capture.notify([0x00, 0x00, UInt8(100 + second), 0x02], on: 2)
            capture.unixMicroseconds += 1_000_000
        }
        let whole = capture.bytes
        let ends = capture.recordOffsets.dropFirst() + [whole.count]
        // All cuts of one recording would be one session: each is moved to a time of its own, and so has its own ID.
        let cuts = Array(1..<whole.count)
        let files = cuts.map { ("\($0)", shifted(Array(whole.prefix($0)), bySeconds: Int64($0) * 100)) }
        try withHome(Dictionary(uniqueKeysWithValues: files)) { home in
            let found = try list(home)
            let elapsed = try elapsedByStart(home)
            // The last 24 records are values, of which two each second; the first of them begins a session.
            let values = ends.suffix(24)
            var sessions = 0
            for cut in cuts {
                let whole = values.count { $0 <= cut }
                let start = SmallCapture.start + Int64(cut) * 100_000_000
                sessions += whole == 0 ? 0 : 1
                #expect(elapsed[start] == (whole == 0 ? nil : (whole - 1) / 2 * 1000), "cut at \(cut)")
            }
            #expect(found.sessions.count == sessions)
            #expect(sessions > 500)
            #expect(found.told.count == 1, "\(found.told)")
        }
    }

    @Test("a recording that a program is writing is no business of another's")
    func beingWritten() throws {
        let id = "20261124-101502-1e82"
        try withHome([id: Captures.run(seconds: 90)]) { home in
            let file = home.appending(path: "recordings/\(id).btsnoop").path
            let descriptor = unsafe open(file, O_RDWR)
            #expect(flock(descriptor, LOCK_EX) == 0)
            let (during, _) = try list(home)
            close(descriptor)
            let (after, _) = try list(home)
            #expect(during.isEmpty && after.count == 1)
        }
    }

    /// A capture as it would be if all had happened later.
    private func shifted(_ capture: [UInt8], bySeconds seconds: Int64) -> [UInt8] {
        var bytes = capture
        var place = 16
        while place + 24 <= bytes.count {
            let time = bytes[place + 16..<place + 24].reduce(0) { $0 << 8 | UInt64($1) } + UInt64(seconds) * 1_000_000
            for octet in 0..<8 { bytes[place + 16 + octet] = UInt8(time >> (56 - 8 * UInt64(octet)) & 0xFF) }
            place += 24 + bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        return bytes
    }

    /// How long the sessions of a home are in ms, by when they began in microseconds.
    private func elapsedByStart(_ home: URL) throws -> [Int64: Int] {
        let log = try DatabaseQueue(path: home.appending(path: "steady.sqlite").path)
        let rows = try log.read { try Row.fetchAll($0, sql: "SELECT started_at_us, elapsed_ms FROM session") }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
}
