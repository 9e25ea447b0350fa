import Foundation
import TestSupport
import Testing

@Suite("Notices, from the capture to the runner")
struct NoticeTests {
    @Test("a speed in miles per hour is told in JSON, in plain lines, on the picture and by the log")
    func milesPerHour() throws {
        try inTemporaryDirectory { directory in
            let file = try directory.making("miles.btsnoop", Captures.milesPerHour)
            let home = ["STEADY_HOME": directory.appending(path: "home").path]
            let json = """
                {"event":"notice","t_ms":181000,"name":"speed_in_miles_per_hour","sensor":"\(SmallCapture.treadmill)",\
                "speed_distance_m":300,"counter_distance_m":483}
                """
            let sentence = "The treadmill's speed looks like miles per hour: by its own distance it runs 1.6 times"

            let events = try Program.run("replay", file, "--age", "40", "--json", "--speed", "max")
            expectSuccess(events)
            #expect(events.lines.filter { $0.contains("\"notice\"") } == [json])
            let lines = try Program.run("replay", file, "--age", "40", "--speed", "max")
            #expect(lines.lines.count { $0.hasPrefix("00:03:01  \(sentence)") } == 1)
            let picture = directory.appending(path: "miles.svg")
            expectSuccess(try Program.run("replay", file, "--age", "40", "--picture", picture.path))
            #expect(try String(contentsOf: picture, encoding: .utf8).contains(">miles</text>"))

            expectSuccess(try Program.run("import", file, "--age", "40", environment: home))
            #expect(try Program.run("show", "--json", environment: home).text.contains(json))
            let words = try Program.run("show", environment: home).lines
            let place = try #require(words.firstIndex(of: "Noticed"))
            #expect(words[place + 1].hasPrefix("  0:03:01  \(sentence)"))
        }
    }
}
