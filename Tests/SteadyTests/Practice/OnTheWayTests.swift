import FakeBlueZ
import Foundation
import SensorCodec
import TestSupport
import Testing

@Suite(
    "What a runner says on the way",
    .ownThreads,
    .serialized,
    .enabled(if: Window.launcher != nil, Window.noLauncher)
)
struct OnTheWayTests {
    @Test("talking is said with a key, is in the log, and moves the band of the next run by a little")
    func talk() throws {
        let stage = try LiveStage()
        let window = try stage.open(["live"] + stage.named, columns: 80, rows: 24)
        try window.wait(for: "the run") { $0.shows("bpm") && $0.shows("live") }
        try window.wait(for: "a heart rate") { _ in stage.strap.sentCount > 20 }
        window.type("n")
        try window.wait(for: "the reply") { $0.shows("You can't talk. Ease off a little. Your upper edge is 137 bpm") }
        window.type("qq")
        #expect(try window.waitForEnd() == 0)
        #expect(stage.settingsText.contains("talk_nudge_bpm = -1"))
        let show = try #require(try stage.run("show", "--json").objects().first)
        let talk = try #require(show.list("events").first { $0.text("event") == "talk" })
        #expect(talk.text("answer") == "cannot_talk")
        #expect((talk["band"] as? [String: Any])?.whole("upper_bpm") == 137)
        let zones = try #require(try stage.run("zones", "--age", "40", "--json").objects().first)
        #expect((zones["band"] as? [String: Any])?.whole("upper_bpm") == 137)
    }

    @Test("how one feels is asked only where that was wished for, before and after, and is kept with the run")
    func feelings() throws {
        let stage = try LiveStage()
        let window = try stage.open(["live"] + stage.named, columns: 80, rows: 24, practice: ["feelings = on"])
        try window.wait(for: "the question") { $0.shows("How do you feel, if you like?") }
        window.type("2")
        try window.wait(for: "no question") { !$0.shows("How do you feel") && $0.shows("bpm") }
        window.type("qq")
        try window.wait(for: "the question after") { $0.shows("How do you feel now?") }
        window.type("4")
        #expect(try window.waitForEnd() == 0)
        let show = try #require(try stage.run("show", "--json").objects().first)
        #expect(show.whole("feeling_before") == 2 && show.whole("feeling_after") == 4)
    }

    @Test("who wants to sits down after a run; the run itself is kept at once, and no other begins")
    func sitting() throws {
        let stage = try LiveStage()
        let window = try stage.open(["live"] + stage.named, columns: 80, rows: 24)
        try window.wait(for: "the run") { $0.shows("bpm") }
        window.type("q")
        try window.wait(for: "the question") { $0.shows("End this run?") && $0.shows("s ends it") }
        window.type("s")
        try window.wait(for: "the chair") { $0.shows("Sit, and let it settle.") && $0.shows(" bpm") }
        #expect(try stage.run("list", "--json").objects().first?.list("sessions").count == 1)
        let count = stage.strap.sentCount
        try window.wait(for: "more heart beats") { _ in stage.strap.sentCount > count + 30 }
        window.type("q")
        #expect(try window.waitForEnd() == 0)
        #expect(try stage.run("list", "--json").objects().first?.list("sessions").count == 1)
    }

    @Test("the quiet view and a screen without zones can be the way it begins")
    func looks() throws {
        let quiet = try LiveStage()
        let window = try quiet.open(["live"] + quiet.named, columns: 80, rows: 24, practice: ["view = quiet"])
        try window.wait(for: "the run") { $0.shows("minutes") }
        #expect(!window.screen.shows("bpm"))
        window.type("v")
        try window.wait(for: "the numbers") { $0.shows("bpm") }
        window.type("qq")
        #expect(try window.waitForEnd() == 0)
    }

    @Test("a demo's quiet hour is marked once it was long enough, and shown with the run")
    func calm() throws {
        try inHome { home in
            let window = try Window(
                ["--demo", "--age", "40", "--keep", "--demo-speed", "20"],
                columns: 80,
                rows: 24,
                environment: home
            )
            try window.wait(for: "a walk") { $0.shows("5.0 km/h") }
            window.type("\u{1B}[6~\u{1B}[6~")
            try window.wait(for: "ten minutes") { $0.shows("0:10:") || $0.shows("0:11:") }
            window.type("]q")
            try window.wait(for: "the question") { $0.shows("End this run?") }
            window.type("s")
            try window.wait(for: "the chair") { $0.shows("Sit, and let it settle.") }
            window.type("\u{1B}[6~")
            try window.wait(for: "the quiet hour") { $0.shows("Calm window until ") }
            window.type("q")
            #expect(try window.waitForEnd() == 0)
            #expect(window.screen.printed.contains(/Calm window until [0-9]{2}:[0-9]{2}\./))
            let show = try #require(try Program.run("show", "--json", environment: home).objects().first)
            #expect(show.text("calm_until") != nil && (show.whole("settled_bpm") ?? 0) > 40)
            let words = try Program.run("show", environment: home)
            #expect(words.text.contains("Calm window until "))
        }
    }

    @Test("a run that has ended stays as it was: a demo's time goes no way back into it")
    func ended() throws {
        try inHome { home in
            let window = try Window(
                ["--demo", "--age", "40", "--demo-speed", "20"],
                columns: 80,
                rows: 24,
                environment: home
            )
            try window.wait(for: "a walk") { $0.shows("5.0 km/h") }
            window.type("\u{1B}[6~\u{1B}[6~")
            try window.wait(for: "ten minutes") { $0.shows("0:10:") || $0.shows("0:11:") }
            window.type("q")
            try window.wait(for: "the question") { $0.shows("End this run?") }
            window.type("s")
            try window.wait(for: "the chair") { $0.shows("Sit, and let it settle.") }
            // Five minutes and half a one back, which in the run itself are ways back.
            window.type("\u{1B}[5~[qq")
            #expect(try window.waitForEnd() == 0)
            #expect(window.screen.printed.contains(/^1[0-9] of 40 minutes/), "\(window.screen.printed)")
        }
    }
}
