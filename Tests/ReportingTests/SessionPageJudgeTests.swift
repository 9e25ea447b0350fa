import Foundation
import RunEngine
import Testing

@testable import Reporting
@testable import SessionStore

/// Pages for a browser to judge, each with its session as JSON: `Tests/Judges/page.py` opens them.
@Suite("Pages for the judge")
struct SessionPageJudgeTests {
    private static let folder = ProcessInfo.processInfo.environment["STEADY_PAGES"]

    @Test("pages of made-up sessions are written", .enabled(if: folder != nil, "STEADY_PAGES names no folder"))
    func pages() throws {
        let session = SessionPageTests.session()
        try write("laps", SessionPageTests.page(of: session))
        try write("ten-hours", SessionPageTests.page(of: SessionPageTests.session(elapsedMilliseconds: 36_000_000)))
        try write("many-moments", SessionPageTests.page(of: crowded(session)))
        var single = SessionPage(SessionPageTests.session(elapsedMilliseconds: 0), words: { _ in "" })
        single.record(RunSample(timeMilliseconds: 0, heartRateBPM: 127, speedCentiKmH: 0))
        try write("single", single)
        // The most zones, the longest names, and none.
        for model in [ZoneModel.frielRun, .three, .custom] {
            var other = session
            let count = max(2, model.zoneNames.count)
            other.header.zones = ZoneSet(model: model, lowerBoundsBPM: (0..<count).map { 100 + $0 * 12 })
            other.summary.zoneMilliseconds = (0...count).map { Int64($0) * 200_000 }
            try write("zones-\(model.rawValue)", SessionPageTests.page(of: other))
        }
    }

    /// More laps and marks than there is room for.
    private func crowded(_ session: StoredSession) -> StoredSession {
        var session = session
        for minute in 0..<45 as Range<Int64> {
            let lap = RunLap(
                number: Int(minute) + 1,
                beganMilliseconds: minute * 60_000,
                endedMilliseconds: minute * 60_000 + 60_000
            )
            let mark = RunMark(
                timeMilliseconds: minute * 59_900,
                text: "note \(minute): \(String(repeating: "word", count: Int(minute)))"
            )
            session.events += [.lap(lap), .mark(mark)]
        }
        session.events.removeAll { if case .lap(let lap) = $0 { lap.elapsedMilliseconds != 60_000 } else { false } }
        return session
    }

    private func write(_ name: String, _ page: SessionPage) throws {
        let folder = URL(filePath: try #require(Self.folder))
        try Data(page.html.utf8).write(to: folder.appending(path: "\(name).html"))
        let json = written { json in
            json.beginSession(page.session)
            json.endSession()
        }
        try Data(json.utf8).write(to: folder.appending(path: "\(name).json"))
    }
}
