import Foundation
import TestSupport
import Testing

@Suite("An evening run", .ownThreads, .serialized)
struct EveningTests {
    /// A time of day so many minutes from now, where the program is: in UTC.
    private func clock(inMinutes minutes: Double) -> String {
        Date.now.addingTimeInterval(minutes * 60).formatted(
            Date.VerbatimFormatStyle(
                format: "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)",
                timeZone: .gmt,
                calendar: .init(identifier: .iso8601)
            )
        )
    }

    /// What is said on standard error before a run, with a bedtime so many minutes from now.
    private func said(_ arguments: [String], bedtimeInMinutes minutes: Double) throws -> [String] {
        let stage = try LiveStage()
        try FileManager.default.createDirectory(at: stage.home, withIntermediateDirectories: true)
        try Data("[practice]\nbedtime = \(clock(inMinutes: minutes))\n".utf8).write(to: stage.settings)
        let child = try stage.start(["live", "--plan", "none"] + stage.named + arguments, environment: ["TZ": "UTC"])
        try stage.wait(for: child, toSay: " bpm")
        return try stage.interrupt(child).errorLines
    }

    @Test(
        "a hard one that ends within four hours of bedtime gets a line; within the last hour the easy one comes first"
    )
    func hard() throws {
        let line = "A hard run this late can make it harder to fall asleep. An easy one is fine."
        let late = try said(["--band", "150-170"], bedtimeInMinutes: 150)
        #expect(late.contains { $0.hasSuffix(line) } && !late.contains { $0.contains("easy version") })
        let veryLate = try said(["--band", "150-170"], bedtimeInMinutes: 30)
        let easy = try #require(veryLate.firstIndex { $0.hasSuffix("The easy version: steady live --band 116-138") })
        let hard = try #require(veryLate.firstIndex { $0.hasSuffix(line) })
        #expect(easy < hard)
    }

    @Test("an easy one is fine at any hour, and a hard one early enough")
    func fine() throws {
        #expect(try !said([], bedtimeInMinutes: 30).contains { $0.contains("asleep") })
        #expect(try !said(["--band", "150-170"], bedtimeInMinutes: 300).contains { $0.contains("asleep") })
    }
}
