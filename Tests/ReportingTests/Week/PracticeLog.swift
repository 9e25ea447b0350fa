import Foundation
import Practice
import Reporting
import RunEngine
import SessionStore

/// A session to be put into a log: what the weeks look at, and nothing else.
struct LoggedRun {
    var id: String
    /// Seconds since 1970-01-01 UTC.
    var startSeconds: Int64
    var utcOffsetSeconds: Int?
    var elapsedMilliseconds: Int64
    var pausedMilliseconds: Int64 = 0
    var insideMilliseconds: Int64 = 0
    var source = SessionHeader.Source.bluez
    var importedFrom: String?
    var metrics: [Metric] = []
    var talk: [TalkAnswer] = []
    var feelings: [FeelingMoment: Int] = [:]

    /// A run of so many minutes that begins at a day's noon, a quarter of it out of the band.
    static func noon(_ day: CivilDate, minutes: Int64, importedFrom file: String? = nil) -> LoggedRun {
        LoggedRun(
            id: "\(day)-\(minutes)",
            startSeconds: day.daysSince1970 * 86_400 + 43_200,
            utcOffsetSeconds: 3600,
            elapsedMilliseconds: minutes * 60_000 + 5000,
            pausedMilliseconds: 5000,
            insideMilliseconds: minutes * 45_000,
            source: file == nil ? .bluez : .replay,
            importedFrom: file
        )
    }

    /// As the weeks know it once it is in a log.
    var practiceRun: PracticeRun {
        PracticeRun(
            id: id,
            startedAtUnixMicroseconds: startSeconds * 1_000_000,
            utcOffsetSeconds: utcOffsetSeconds,
            movingMilliseconds: elapsedMilliseconds - pausedMilliseconds,
            insideMilliseconds: insideMilliseconds
        )
    }

    var events: [RunEvent] {
        var header = Made.header
        header.id = id
        header.startedAtUnixMicroseconds = startSeconds * 1_000_000
        header.source = source
        var summary = RunSummary()
        summary.zoneMilliseconds = Array(repeating: 0, count: header.zones.count)
        summary.elapsedMilliseconds = elapsedMilliseconds
        summary.pausedMilliseconds = pausedMilliseconds
        summary.insideMilliseconds = insideMilliseconds
        summary.metrics = metrics
        let answers = talk.map { answer in
            RunEvent.talk(RunTalk(timeMilliseconds: 0, answer: answer, heartRateBPM: nil, band: header.band))
        }
        return [.session(header)] + answers + [.summary(summary)]
    }
}

/// A log of these sessions, in a directory of its own.
func withPracticeLog<Value>(_ runs: [LoggedRun], _ body: (SessionLog) throws -> Value) throws -> Value {
    let directory = FileManager.default.temporaryDirectory.appending(path: "steady-week-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    let log = try SessionLog(directory: directory.path)
    for run in runs {
        let origin = SessionOrigin(importedFrom: run.importedFrom, utcOffsetSeconds: run.utcOffsetSeconds)
        _ = try log.write(from: origin) { writer in for event in run.events { try writer.apply(event) } }
        for (moment, value) in run.feelings { try log.setFeeling(moment, to: value, of: run.id) }
    }
    return try body(log)
}
