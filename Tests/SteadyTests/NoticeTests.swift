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
            let words = try Program.run("show", environment: home).inOneLine
            #expect(words.contains("Noticed 0:03:01 \(sentence)"))
        }
    }

    @Test("by the runner's word a speed is converted, which is told, and nothing is odd then")
    func word() throws {
        try inTemporaryDirectory { directory in
            let file = try directory.making("miles.btsnoop", Captures.milesPerHour)
            let plain = try Program.run("replay", file, "--age", "40", "--json", "--speed", "max")
            let run = try Program.run("replay", file, "--age", "40", "--json", "--speed", "max", "--speed-unit", "mph")
            expectSuccess(run)
            #expect(
                run.lines.filter { $0.contains("\"notice\"") } == [
                    """
                    {"event":"notice","t_ms":0,"name":"correction","sensor":"\(SmallCapture.treadmill)",\
                    "profile":"runner","profile_name":"Your word",\
                    "change":"The treadmill's speed is taken as miles per hour and converted."}
                    """
                ]
            )
            let speeds = try [plain, run].map { try Self.speed($0, at: 10_000) }
            #expect(abs(speeds[1] - speeds[0] * 1.609344) < 0.006)
        }
    }

    @Test("a profile puts right what it knows, and says so in every sink")
    func profile() throws {
        try inTemporaryDirectory { directory in
            var capture = SmallCapture()
            capture.advertise(SmallCapture.treadmill, name: Array("TUNTURI T60-0815".utf8))
            capture.connect(1, to: SmallCapture.treadmill)
            capture.discover([0x2ACD], on: 1)
            for _ in 0..<20 {
                capture.notify([0x08, 0, 0x20, 3, 0x96, 0, 0xFF, 0x7F], on: 1)
                capture.unixMicroseconds += 1_000_000
            }
            let file = try directory.making("tunturi.btsnoop", capture.bytes)
            let home = ["STEADY_HOME": directory.appending(path: "home").path]
            let run = try Program.run("replay", file, "--age", "40", "--json", "--speed", "max")
            let notice = """
                {"event":"notice","t_ms":0,"name":"correction","sensor":"\(SmallCapture.treadmill)",\
                "profile":"tunturi-t60","profile_name":"Tunturi T60, T90",\
                "change":"The inclination it sends means nothing; Steady shows none."}
                """
            #expect(run.lines.filter { $0.contains("\"notice\"") } == [notice])
            #expect(run.text.contains("\"speed_km_h\":8"))
            #expect(!run.text.contains("inclination_percent"))
            expectSuccess(try Program.run("import", file, "--age", "40", environment: home))
            #expect(try Program.run("show", "--json", environment: home).text.contains(notice))
            #expect(
                try Program.run("show", environment: home).inOneLine.contains(
                    "Tunturi T60, T90: The inclination it sends means nothing; Steady shows none."
                )
            )
            // What is in the capture is shown as it is.
            let inspected = try Program.run("inspect", file, "--json")
            #expect(inspected.text.contains("\"inclination_percent\":15"))
            #expect(inspected.text.contains("\"profile\":\"tunturi-t60\""))
        }
    }

    @Test("a treadmill that speaks its maker's protocol only is named, with what to do")
    func unsupported() throws {
        try inTemporaryDirectory { directory in
            var capture = SmallCapture()
            capture.advertise(SmallCapture.treadmill, name: Array("I_TL".utf8))
            capture.connect(1, to: SmallCapture.treadmill)
            capture.discover([0x1535], on: 1)
            capture.notify([1, 2, 3], on: 1)
            let file = try directory.making("ifit.btsnoop", capture.bytes)
            expectFailure(try Program.run("replay", file, "--speed", "max"), 65, says: "iFit's own protocol")
        }
    }

    /// The speed of the sample at a time in ms.
    private static func speed(_ outcome: Program.Outcome, at time: Int) throws -> Double {
        let samples = try Parsed.lines(outcome.output).filter { $0["event"] as? String == "sample" }
        return try #require(samples.first { $0["t_ms"] as? Int == time }?["speed_km_h"] as? Double)
    }
}
