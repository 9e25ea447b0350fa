import Foundation
import TestSupport
import Testing

/// The commands that read a capture. They meet bad files alike.
@Suite("Files that are no good capture")
struct BadInputTests {
    /// The commands before the name of a file; each in a home of its own.
    static let commands: [[String]] = [
        ["inspect"], ["inspect", "--json"], ["replay", "--speed", "max"], ["replay", "--speed", "max", "--json"],
        ["replay", "--picture", "picture.svg"], ["import", "--home", "home"],
    ]

    @Test("no such file, and a directory, are no input", arguments: commands)
    func noInput(_ command: [String]) throws {
        try inTemporaryDirectory { directory in
            expectFailure(try Program.run(command + ["missing.btsnoop"]), 66, says: "missing.btsnoop")
            expectFailure(try Program.run(command + ["\(directory.path)/a/b.btsnoop"]), 66)
            expectFailure(try Program.run(command + [directory.path]), 66, says: "is a directory")
            expectFailure(try Program.run(command + [String(repeating: "x", count: 300)]), 66)
        }
    }

    @Test("an empty file, a text and a header without its end are bad data", arguments: commands)
    func badData(_ command: [String]) throws {
        let header = Array(SmallCapture().bytes)
        var newer = header
        newer[11] = 2
        var foreign = header
        foreign[15] = 0xEB
        let files: [(String, [UInt8])] = [
            ("empty", []), ("text", Array("# A page of text that goes on for a while\n".utf8)),
            ("short", Array(header.prefix(10))),
            ("newer", newer), ("foreign", foreign), ("zeros", [UInt8](repeating: 0, count: 5000)),
        ]
        try inTemporaryDirectory { directory in
            for (name, bytes) in files {
                let file = try directory.making(name, bytes)
                expectFailure(try Program.run(command + [file]), 65, says: name)
                expectFailure(try Program.run(command + ["-"], input: URL(filePath: file)), 65)
            }
        }
    }

    @Test(
        "a file that may not be read is not permitted",
        .enabled(if: getuid() != 0, "root may read everything"),
        arguments: commands
    )
    func notPermitted(_ command: [String]) throws {
        try inTemporaryDirectory { directory in
            let file = try directory.making("secret", Captures.twoBeatsAMinuteApart)
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
            expectFailure(try Program.run(command + [file]), 77, says: "secret")
        }
    }

    @Test("a capture without a heart rate and without a treadmill is no run")
    func noRun() throws {
        try inTemporaryDirectory { directory in
            let file = try directory.making("quiet", SmallCapture.twoSensors.bytes)
            for command in Self.commands where command[0] != "inspect" {
                expectFailure(try Program.run(command + [file]), 65, says: "no heart rate")
            }
            expectSuccess(try Program.run("inspect", file))
            let bare = try directory.making("bare", SmallCapture().bytes)
            #expect(
                try Program.run("inspect", "--json", bare).lines == [
                    #"{"record":"capture","format":"btsnoop","datalink":1002}"#,
                    #"{"record":"end","frames":0,"values":0,"damaged":0}"#,
                ]
            )
        }
    }

    @Test("a file cut in the middle gives what is whole, and says where it ends")
    func cut() throws {
        let whole = try Places.bytes(URL(filePath: Captures.path("both")))
        let all = try Program.run("inspect", "--json", Captures.path("both")).lines
        try inTemporaryDirectory { directory in
            let file = try directory.making("cut", Array(whole.prefix(whole.count / 2 + 3)))
            let outcome = try Program.run("inspect", "--json", file)
            #expect(outcome.status == 0)
            #expect(outcome.errorLines.count == 1 && outcome.errors.contains("cut: ends inside a record"))
            #expect(outcome.lines.dropLast() == all.prefix(outcome.lines.count - 1))
            #expect(outcome.lines.count > all.count / 3)
            #expect(try Parsed.lines(outcome.output).last?.whole("damaged") == 1)

            let run = try Program.run("replay", "--json", "--speed", "max", "--age", "40", file)
            #expect(run.status == 0)
            #expect(run.errorLines.count == 1)
            try expectPartitions(of: try #require(try Parsed.lines(run.output).last), "cut")
        }
    }

    @Test("a damaged middle is passed over, and what comes behind it is told")
    func damagedMiddle() throws {
        let whole = try Places.bytes(URL(filePath: Captures.path("both")))
        let all = try Program.run("inspect", "--json", Captures.path("both")).lines
        var random = Randomness(seed: 7)
        var damaged = whole
        let middle = whole.count / 2
        damaged.replaceSubrange(middle..<middle + 200, with: random.bytes(200))
        try inTemporaryDirectory { directory in
            let outcome = try Program.run("inspect", "--json", try directory.making("damaged", damaged))
            #expect(outcome.status == 0)
            #expect(outcome.errors.contains("are damaged; passed over"))
            let values = outcome.lines.filter { $0.hasPrefix(#"{"record":"value""#) }
            let allValues = all.filter { $0.hasPrefix(#"{"record":"value""#) }
            #expect(values.last == allValues.last)
            // Records have some forty octets.
            #expect(values.count >= allValues.count - 10 && values.count < allValues.count)
            #expect((try Parsed.lines(outcome.output).last?.whole("damaged") ?? 0) >= 1)
        }
    }

    @Test("a capture damaged in many places says so in a few lines, and a file's name steers no terminal")
    func manyDamages() throws {
        var capture = SmallCapture.twoSensors
        for _ in 0..<200 { capture.notify([0, 100], on: 1) }
        var bytes = capture.bytes
        for offset in capture.recordOffsets[10...] where offset.isMultiple(of: 3) {
            bytes.replaceSubrange(offset..<offset + 8, with: [UInt8](repeating: 0xFF, count: 8))
        }
        try inTemporaryDirectory { directory in
            let file = try directory.making("evil\u{1B}[2J", bytes)
            for command in Self.commands {
                let outcome = try Program.run(command + [file, "--home", directory.appending(path: "home").path])
                #expect(outcome.status == 0)
                #expect(!outcome.errors.contains("\u{1B}") && outcome.errors.contains("evil?[2J"))
                #expect((6...7).contains(outcome.errorLines.count), "\(command): \(outcome.errorLines)")
                #expect(outcome.errors.contains(" more damaged places were passed over"))
            }
        }
    }

    @Test("a record that claims 4 GB costs that record alone")
    func hugeLength() throws {
        var capture = SmallCapture.twoSensors
        for beat in 0..<20 as Range<UInt8> {
            capture.unixMicroseconds += 1_000_000
            capture.notify([0, 100 + beat], on: 1)
        }
        var bytes = capture.bytes
        let offset = capture.recordOffsets[15]
        bytes.replaceSubrange(offset..<offset + 8, with: [UInt8](repeating: 0xFF, count: 8))
        try inTemporaryDirectory { directory in
            let outcome = try Program.run("inspect", "--json", try directory.making("huge", bytes))
            #expect(outcome.status == 0)
            #expect(
                outcome.errors.contains("huge: 38 octets at \(offset) are damaged; passed over"),
                "\(outcome.errors)"
            )
            let end = try #require(try Parsed.lines(outcome.output).last)
            #expect(end.whole("frames") == 26 && end.whole("values") == 19 && end.whole("damaged") == 1)
        }
    }
}
