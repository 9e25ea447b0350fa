import Foundation
import GRDB
import RunEngine
import SensorCodec
import SessionStore
import Testing

@Suite("Salvaging from a damaged log")
struct SalvageTests {
    private static let pageOctets = 4096

    /// A run of so many seconds.
    private func run(_ id: String, seconds: Int) -> [RunEvent] {
        let header = Run.header(id)
        var summary = Run.empty(header)
        summary.elapsedMilliseconds = Int64(seconds) * 1000
        let samples = (0..<seconds).map { second in
            RunEvent.sample(
                RunSample(
                    timeMilliseconds: Int64(second) * 1000,
                    heartRateBPM: 100 + second % 60,
                    rrIntervals: RRIntervals([UInt16(300 + second)]),
                    speedCentiKmH: 800 + second
                )
            )
        }
        return [.session(header)] + samples + [.summary(summary)]
    }

    @Test("whichever page is lost: what is salvaged is what was written, and some runs outlive the loss of most pages")
    func everyPage() throws {
        try inTemporaryDirectory { directory in
            let place = directory + "/old"
            let written = [run("a", seconds: 300), run("b", seconds: 300), Run.rich("c")]
            let log = try SessionLog(directory: place)
            for events in written { try log.write(events) }
            try otherProgram(log.path).writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            let whole = try contents(log.path)
            var partial = 0
            var lost = 0
            for page in 0..<whole.count / Self.pageOctets {
                let folder = "\(directory)/\(page)"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
                let file = folder + "/" + SessionLog.fileName
                var octets = whole
                let range = page * Self.pageOctets..<(page + 1) * Self.pageOctets
                octets.replaceSubrange(range, with: Data(repeating: 0xA5, count: Self.pageOctets))
                try octets.write(to: URL(fileURLWithPath: file))

                #expect(SessionLog.isDamaged(directory: folder), "page \(page)")
                let aside = try SessionLog.setAside(directory: folder)
                #expect(try contents(aside) == octets)
                let new = try SessionLog(directory: folder)
                let salvaged = new.salvage(from: aside)
                #expect(try new.ids() == Set(salvaged), "page \(page)")
                for (id, events) in zip(["a", "b", "c"], written) where salvaged.contains(id) {
                    #expect(try new.stream(of: id) == events, "page \(page)")
                }
                if salvaged.isEmpty { lost += 1 } else if salvaged.count < 3 { partial += 1 }
            }
            #expect(partial > 2 && lost < 12, "\(partial) and \(lost) of \(whole.count / Self.pageOctets) pages")
        }
    }

    @Test("what was committed and not yet brought into the file goes with it")
    func writeAheadLog() throws {
        try inTemporaryDirectory { directory in
            let log = try SessionLog(directory: directory)
            try log.write(Run.rich("a"))
            #expect(FileManager.default.fileExists(atPath: log.path + "-wal"))
            let aside = try SessionLog.setAside(directory: directory)
            #expect(!FileManager.default.fileExists(atPath: log.path + "-wal"))
            let new = try SessionLog(directory: directory)
            #expect(new.salvage(from: aside) == ["a"])
            #expect(try new.stream(of: "a") == Run.rich("a"))
        }
    }

    @Test("what the runner noted beside a run comes along")
    func notes() throws {
        try inTemporaryDirectory { directory in
            let log = try SessionLog(directory: directory)
            try log.write(Run.rich("a"))
            let calm = CalmWindow(fromUnixMicroseconds: 5, untilUnixMicroseconds: 6)
            try log.setCalm(calm, of: "a")
            try log.setFeeling(.after, to: 4, of: "a")
            let day = DayNote(day: CivilDate(year: 2026, month: 11, day: 3), sleep: 5)
            try log.note(day)
            let aside = try SessionLog.setAside(directory: directory)
            let new = try SessionLog(directory: directory)
            #expect(new.salvage(from: aside) == ["a"])
            #expect(try new.session("a").feelings == [.after: 4])
            #expect(try new.session("a").calm == calm)
            #expect(try new.days() == [day])
        }
    }

    @Test("a log that is whole is not damaged, and neither is one of another program or of a newer Steady")
    func whole() throws {
        try withNewLog { log in
            let directory = String(log.path.dropLast(SessionLog.fileName.count))
            #expect(!SessionLog.isDamaged(directory: directory))
            try otherProgram(log.path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v99')") }
            #expect(!SessionLog.isDamaged(directory: directory))
        }
    }
}
