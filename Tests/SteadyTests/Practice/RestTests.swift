import FakeBlueZ
import Foundation
import SensorCodec
import TestSupport
import Testing

@Suite("steady rest")
struct RestTests {
    private func rest(_ home: URL, _ capture: [UInt8], _ options: String...) throws -> Program.Outcome {
        let file = try home.making("rest.btsnoop", capture)
        return try Program.run(["rest", file] + options, environment: ["STEADY_HOME": home.path])
    }

    private func settings(_ home: URL) -> String {
        (try? String(contentsOf: home.appending(path: "steady.conf"), encoding: .utf8)) ?? ""
    }

    @Test(
        "five minutes seated give a resting heart rate, which is kept, in the settings and the log, where no session comes of it"
    )
    func measured() throws {
        try inTemporaryDirectory { home in
            let capture = Practised.seated(302) { (130..<200).contains($0) ? 56 : 63 }
            let outcome = try rest(home, capture)
            expectSuccess(outcome)
            #expect(outcome.lines.first == "Resting heart rate, seated: 56 bpm. It is kept.")
            #expect(settings(home).hasSuffix("[runner]\nresting_hr_readings = 2026-11-24 56\n"))
            let list = try Program.run("list", "--json", environment: ["STEADY_HOME": home.path])
            #expect(list.text == "{\"sessions\":[]}\n")
            #expect(!FileManager.default.fileExists(atPath: home.appending(path: "recordings").path))
            // The same recording is the same reading.
            expectSuccess(try rest(home, capture))
            let json = try Parsed.object(try rest(home, Practised.seated(302) { _ in 61 }, "--json").output)
            #expect(json.whole("resting_bpm") == 61 && json.whole("profile_resting_bpm") == 58)
            #expect(json.list("resting_readings").compactMap { $0.whole("resting_bpm") } == [56, 61])
            let zones = try Program.run("zones", "--json", "--max-hr", "180", environment: ["STEADY_HOME": home.path])
            #expect(try Parsed.object(zones.output).text("zone_model") == "acsm_hrr")
        }
    }

    @Test("what was measured takes the place of what was given, and only the last seven readings are kept")
    func readings() throws {
        try inTemporaryDirectory { home in
            let old = (1...7).map { "2026-10-0\($0) 7\($0)" }.joined(separator: ", ")
            let text = "[runner]\nresting_hr = 50\nresting_hr_readings = \(old)\n"
            _ = try home.making("steady.conf", Array(text.utf8))
            expectSuccess(try rest(home, Practised.seated(302) { _ in 60 }))
            #expect(!settings(home).contains("resting_hr = "))
            #expect(settings(home).contains("resting_hr_readings = 2026-10-02 72,"))
            #expect(settings(home).contains(", 2026-10-07 77, 2026-11-24 60\n"))
        }
    }

    @Test(
        "what is no rest is refused with a reason, and nothing is kept",
        arguments: [
            (Practised.seated(302, beltSpeed: 400) { _ in 70 }, "the belt moves"),
            (Practised.seated(302) { $0 > 100 && $0 < 200 ? nil : 70 }, "missing for more than a fifth"),
            (Practised.seated(200) { _ in 70 }, "before the five minutes were over"),
            (Practised.seated(302) { _ in 220 }, "no resting heart rate"),
        ] as [([UInt8], String)]
    )
    func refused(_ capture: [UInt8], _ words: String) throws {
        try inTemporaryDirectory { home in
            expectFailure(try rest(home, capture), 65, says: words)
            expectFailure(try rest(home, capture, "--json"), 65, says: words)
            #expect(settings(home).isEmpty)
        }
    }

    @Test("a resting heart rate that does not go with the maximum is not kept")
    func unfitting() throws {
        try inTemporaryDirectory { home in
            _ = try home.making("steady.conf", Array("[runner]\nmax_hr = 120\n".utf8))
            expectFailure(try rest(home, Practised.seated(302) { _ in 90 }), 65, says: "90 bpm is not kept")
            #expect(settings(home) == "[runner]\nmax_hr = 120\n")
        }
    }
}

@Suite("steady rest and steady talk, live", .ownThreads, .serialized)
struct LivePracticeTests {
    @Test("rest says what to do and how it goes; ended early, it keeps nothing and no session is made")
    func rest() throws {
        let stage = try LiveStage()
        stage.treadmill.isOn = false
        let child = try stage.start(["rest", "--strap", stage.strap.address.description])
        try stage.wait(for: child, toSay: "0:10  ")
        let outcome = try stage.interrupt(child)
        #expect(outcome.status == 130, "\(outcome.errors)")
        #expect(outcome.lines.first?.hasPrefix("A resting heart rate, seated: five minutes.") ?? false)
        #expect(outcome.errors.contains("before the five minutes were over: nothing is kept"))
        #expect(!stage.settingsText.contains("resting_hr"))
        #expect(!FileManager.default.fileExists(atPath: stage.recordings.path))
    }

    @Test("a belt that moves ends the rest at once")
    func movingBelt() throws {
        let stage = try LiveStage()
        let child = try stage.start(["rest"] + stage.named.dropLast(2))
        let outcome = try stage.end(of: child)
        #expect(outcome.status == 65 && outcome.errors.contains("the belt moves"), "\(outcome.errors)")
    }

    @Test("talk begins with an easy walk; ended by the runner, it changes nothing and makes no session")
    func talk() throws {
        let stage = try LiveStage()
        let child = try stage.start(["talk"] + stage.named)
        try stage.wait(for: child, toSay: "Stage 1: an easy walk on a flat belt, about 4.0 km/h.")
        let outcome = try stage.interrupt(child)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("Nothing is changed."), "\(outcome.text)")
        #expect(!stage.settingsText.contains("talk_hr"))
        #expect(!FileManager.default.fileExists(atPath: stage.recordings.path))
    }

    @Test(
        "on a terminal keys answer, and it is as before at the end",
        .enabled(if: Window.launcher != nil, Window.noLauncher)
    )
    func keys() throws {
        let stage = try LiveStage()
        let window = try stage.open(["talk"] + stage.named, columns: 100, rows: 24)
        try window.wait(for: "the first stage") { $0.printed.contains("Stage 1: an easy walk") }
        #expect(!window.isCooked)
        window.type("c")
        try window.wait(for: "the answer that comes too early") {
            $0.printed.contains("answer when you have read it")
        }
        window.type("q")
        #expect(try window.waitForEnd() == 0)
        #expect(window.isCooked)
        #expect(!window.screen.hasEnteredAlternate && window.screen.trouble.isEmpty, "\(window.screen.trouble)")
        #expect(window.screen.printed.contains("Nothing is changed."), "\(window.screen.printed)")
    }

    @Test("an x ends the check at once: not comfortable, and nothing changed")
    func noAtOnce() throws {
        guard Window.launcher != nil else { return }
        let stage = try LiveStage()
        let window = try stage.open(["talk"] + stage.named, columns: 100, rows: 24)
        try window.wait(for: "the first stage") { $0.printed.contains("Stage 1: an easy walk") }
        window.type("x")
        #expect(try window.waitForEnd() == 0)
        #expect(window.screen.printed.contains("Talking was not comfortable this time"))
    }
}
