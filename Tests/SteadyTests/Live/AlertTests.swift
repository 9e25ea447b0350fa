import FakeBlueZ
import Foundation
import TestSupport
import Testing

@Suite("Alerts of a live run", .serialized, .enabled(if: Window.launcher != nil, Window.noLauncher))
struct AlertTests {
    /// The band of this runner lies below what the virtual one can do: the effort is above it from the first minute on.
    private static let high = ["--demo", "--max-hr", "200", "--band", "40-50"]

    private func open(_ arguments: [String], _ home: URL) throws -> Window {
        try Window(
            ["live"] + Self.high + arguments,
            columns: 80,
            rows: 24,
            environment: ["STEADY_HOME": home.path]
        )
    }

    private func making(_ script: String, in folder: URL) throws -> String {
        let path = try folder.making("hook", Array(("#!/bin/sh\n" + script).utf8))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return path
    }

    @Test(
        "the bell rings once for an effort that stays above the band, and not at all where it is off",
        arguments: [true, false]
    )
    func bell(_ isOn: Bool) throws {
        try inTemporaryDirectory { home in
            let window = try open(isOn ? ["--alert", "bell"] : [], home)
            try window.wait(for: "the word") { $0.shows("ase off") }
            try window.wait(for: "three seconds more") { $0.shows("0:00:1") }
            window.type("\u{3}")
            #expect(try window.waitForEnd() == 0)
            #expect(window.screen.bellCount == (isOn ? 1 : 0))
            #expect(window.screen.trouble.isEmpty)
        }
    }

    @Test("a program gets the alert and the event, its output does not reach the screen, and it may hang or fail")
    func program() throws {
        for end in ["exit 3", "sleep 1000"] {
            try inTemporaryDirectory { home in
                let heard = home.appending(path: "heard")
                let hook = try making(
                    "echo noise; echo noise >&2; echo $1 >\(heard.path).new; cat >>\(heard.path).new; mv \(heard.path).new \(heard.path); \(end)",
                    in: home
                )
                let window = try open(["--alert", "command:\(hook)"], home)
                try window.wait(for: "the alert") { _ in FileManager.default.fileExists(atPath: heard.path) }
                let lines = try String(contentsOf: heard, encoding: .utf8).split(separator: "\n")
                #expect(lines.first == "high" && lines.count == 2)
                let event = try Parsed.object([UInt8](lines[1].utf8))
                #expect(event.text("event") == "cue" && event.text("cue") == "ease_off")
                #expect(!window.screen.shows("noise") && window.screen.bellCount == 0)
                window.type("\u{3}")
                #expect(try window.waitForEnd() == 0)
                #expect(!window.screen.printed.contains("noise"))
            }
        }
    }

    @Test("a program that is not there harms nothing, and the settings are followed where the call says nothing")
    func settings() throws {
        try inTemporaryDirectory { home in
            _ = try home.making("steady.conf", Array("[alerts]\nsignal = command:/nowhere/at/all\nlow = on\n".utf8))
            let window = try open([], home)
            try window.wait(for: "the word") { $0.shows("ase off") }
            try window.wait(for: "three seconds more") { $0.shows("0:00:1") }
            window.type("\u{3}")
            #expect(try window.waitForEnd() == 0)
            #expect(window.screen.bellCount == 0)
        }
    }

    @Test("nothing sounds in a demo in which time passes faster")
    func fast() throws {
        try inTemporaryDirectory { home in
            let window = try open(["--demo-speed", "60"], home)
            try window.wait(for: "two minutes") { $0.shows("0:02:") || $0.shows("0:03:") || $0.shows("0:04:") }
            window.type("\u{3}")
            #expect(try window.waitForEnd() == 0)
            #expect(window.screen.bellCount == 0)
        }
    }

    @Test("nothing sounds in a jump, nor while keys let time pass faster")
    func keys() throws {
        try inTemporaryDirectory { home in
            let window = try open(["--alert", "bell"], home)
            try window.wait(for: "the run") { $0.shows("bpm") }
            window.type(">")
            try window.wait(for: "the faster time") { $0.lines[0].contains("2x") }
            window.type("\u{1B}[6~")
            try window.wait(for: "five minutes") { $0.lines[0].contains("0:05:") && $0.shows("ase off") }
            window.type("\u{3}")
            #expect(try window.waitForEnd() == 0)
            #expect(window.screen.bellCount == 0)
        }
    }

    @Test("what is no signal is refused")
    func refused() throws {
        for text in ["ring", "command:", ""] { expectFailure(try Program.run("live", "--demo", "--alert", text), 64) }
    }
}
