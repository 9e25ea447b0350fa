import FakeBlueZ
import Foundation
import TestSupport
import Testing

@Suite("A wall clock that is set in the middle of a run", .ownThreads, .serialized)
struct ClockTests {
    /// The library that lets a program see another time; the package `faketime`.
    static let library: String? = {
        let places = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib")) ?? []
        return places.map { "/usr/lib/\($0)/faketime/libfaketime.so.1" }
            .first { FileManager.default.fileExists(atPath: $0) }
    }()

    @Test(
        "moves the whole run to the time at which it was, and no second of it against another",
        .enabled(if: library != nil, "faketime is missing: .ci/install tests"),
        arguments: [3600, -86_400 * 365]
    )
    func set(by seconds: Int) throws {
        let stage = try LiveStage()
        let wallClock = stage.folder.appending(path: "wall-clock")
        try Data("+0\n".utf8).write(to: wallClock)
        let child = try stage.start(
            ["live", "--json"] + stage.named,
            environment: [
                "LD_PRELOAD": Self.library ?? "", "FAKETIME_TIMESTAMP_FILE": wallClock.path, "FAKETIME_NO_CACHE": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1",
            ]
        )
        try stage.wait(for: child, toSay: "\"event\":\"sample\"", times: 2)
        try Data("\(seconds < 0 ? "" : "+")\(seconds)\n".utf8).write(to: wallClock, options: .atomic)
        try stage.wait(for: child, toSay: "\"event\":\"clock\"")
        try stage.wait(for: child, toSay: "\"event\":\"sample\"", times: 5)
        let outcome = try stage.interrupt(child)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = try outcome.objects()
        let shifts = lines.filter { $0.text("event") == "clock" }.compactMap { $0.whole("shift_ms") }
        #expect(shifts.count == 1)
        let shift = try #require(shifts.first)
        #expect(abs(shift - seconds * 1000) < 1000)
        // Every second is there once.
        let times = lines.filter { $0.text("event") == "sample" }.compactMap { $0.whole("t_ms") }
        #expect(times == Array(0..<times.count).map { $0 * 1000 })

        let told = try #require(lines.first?.text("started_at"))
        let list = try Parsed.object(try stage.run("list", "--json").output).list("sessions")
        let kept = try #require(list.first?.text("started_at"))
        let moved = try date(kept).timeIntervalSince(date(told))
        #expect(abs(moved - Double(shift) / 1000) < 0.002)
        #expect(list.first?.whole("elapsed_ms") == lines.last?.whole("elapsed_ms"))
        try expectSameInReplay(outcome, stage)
    }

    private func date(_ text: String) throws -> Date {
        try Date(text, strategy: .iso8601.year().month().day().time(includingFractionalSeconds: true))
    }
}
