import Foundation
import TestSupport
import Testing

@Suite("steady inspect")
struct InspectTests {
    @Test("a shipped capture is told in JSON lines, the same as ever")
    func golden() throws {
        let outcome = try Program.run("inspect", Captures.path("hr"), "--json")
        expectSuccess(outcome)
        let first = """
            {"record":"capture","format":"btsnoop","datalink":2001}
            {"record":"device","device":"E1:57:EA:D1:00:01","name":"Bench Strap","characteristics":["2a00","2a01","2a05",\
            "2b29","2b2a","2a37","2a38","2a39","2a19","2a29","2a24","2a25","2a26"],\
            "services":["1800","1801","180d","180f","180a"]}
            {"record":"value","t_us":10030929,"time":"2026-11-23T06:01:41.601745Z","device":"E1:57:EA:D1:00:01",\
            "handle":13,"characteristic":"2b2a","direction":"from_device","operation":"read",\
            "hex":"c36799b604c18dd3f95cce110e97633b","issues":[]}
            {"record":"value","t_us":10069462,"time":"2026-11-23T06:01:41.640278Z","device":"E1:57:EA:D1:00:01",\
            "handle":11,"characteristic":"2b29","direction":"to_device","operation":"write","hex":"05","issues":[]}\n
            """
        let last = """
            {"record":"value","t_us":92191024,"time":"2026-11-23T06:03:03.76184Z","device":"E1:57:EA:D1:00:01",\
            "handle":16,"characteristic":"2a37","direction":"from_device","operation":"notify",\
            "hex":"1986002300bf01b601","value":{"heart_rate_bpm":134,"sensor_contact":"unsupported",\
            "energy_expended_kj":35,"rr_intervals_ms":[436.5234375,427.734375]},"issues":[]}
            {"record":"end","frames":233,"values":91,"damaged":0}\n
            """
        #expect(outcome.text.hasPrefix(first))
        #expect(outcome.text.hasSuffix("\n" + last))
    }

    @Test(
        "every shipped capture is whole, in JSON and in words, and read alike from standard input",
        arguments: Captures.names
    )
    func shipped(_ name: String) throws {
        let path = Captures.path(name)
        let json = try Program.run("inspect", path, "--json")
        expectSuccess(json)
        let lines = try Parsed.lines(json.output)
        #expect(lines.first?.text("record") == "capture")
        #expect(lines.last?.text("record") == "end")
        #expect(lines.last?.whole("damaged") == 0)
        #expect(lines.last?.whole("values") == lines.count { $0.text("record") == "value" })

        let words = try Program.run("inspect", path)
        expectSuccess(words)
        #expect(words.lines.count == lines.count)
        #expect(words.lines.first?.hasPrefix("\(path): btsnoop, link type 2001, from 2026-11-23T") == true)
        #expect(
            words.lines.last
                == "\(lines.last?.whole("frames") ?? -1) packets, \(lines.last?.whole("values") ?? -1) values"
        )

        let piped = try Program.run("inspect", "-", "--json", input: URL(filePath: path))
        expectSuccess(piped)
        #expect(piped.output == json.output)
    }

    @Test("a capture comes through a pipe in pieces as it comes from a file")
    func pieces() throws {
        let shell = try #require(Places.program("sh"))
        let process = Process()
        process.executableURL = shell
        process.arguments = [
            "-c", #"{ head -c 1000; head -c 7; cat; } < "$1" | cat | "$0" inspect --json -"#, Program.file.path,
            Captures.path("odd"),
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let watch = Watch(process)
        let output = [UInt8](try pipe.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        watch.rest()
        #expect(output == (try Program.run("inspect", "--json", Captures.path("odd")).output))
    }

    @Test("the escape codes of a hostile device name reach nobody")
    func hostileName() throws {
        try inTemporaryDirectory { directory in
            var capture = SmallCapture()
            capture.advertise(SmallCapture.strap, name: Array("\u{1B}[31mRed\u{1B}]0;x\u{7}\r\n\u{202E}".utf8))
            capture.connect(1, to: SmallCapture.strap)
            capture.discover([0x2A37], on: 1)
            capture.notify([0, 72], on: 1)
            let file = try directory.making("hostile.btsnoop", capture.bytes)
            for arguments in [
                ["inspect", file], ["inspect", file, "--json"], ["replay", file, "--age", "40", "--speed", "max"],
            ] {
                let outcome = try Program.run(arguments)
                expectSuccess(outcome)
                #expect(outcome.text.contains("[31mRed]0;x"))
                #expect(outcome.output.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
                #expect(!outcome.text.unicodeScalars.contains("\u{202E}"))
            }
        }
    }
}
