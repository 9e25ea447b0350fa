import Foundation
import TestSupport
import Testing

@Suite("steady care")
struct CareTests {
    @Test("it says when to stop, that it replaces no care, and whom to call, as far as that is known")
    func page() throws {
        try inHome { home in
            let first = try Program.run("care", environment: home)
            expectSuccess(first)
            #expect(first.inOneLine.contains("It does not replace it."))
            #expect(first.inOneLine.contains("Stop and get help for chest pain"))
            #expect(first.inOneLine.contains("Steady knows no numbers."))
            #expect(!first.text.contains(/[0-9]{3}/), "no number of a line is built in")
            let second = try Program.run("care", "--crisis-line", "Lifeline 13 11 14", environment: home)
            #expect(second.inOneLine.contains("Your line: Lifeline 13 11 14"))
            let week = try Program.run("care", "--json", environment: home)
            #expect(week.text == "{\"zones\":true,\"crisis_line\":\"Lifeline 13 11 14\"}\n")
            let third = try Program.run("care", "--crisis-line", "none", environment: home)
            #expect(third.inOneLine.contains("Steady knows no numbers."))
        }
    }

    @Test("zones can be off, and then nothing of a run is set against them")
    func zonesOff() throws {
        try inHome { home in
            let care = try Program.run("care", "--zones", "off", environment: home)
            #expect(care.inOneLine.contains("Heart-rate zones are off"))
            let run = try Program.run(
                ["live", "--demo", "--demo-script", "stepped-off", "--demo-speed", "max", "--age", "40"],
                environment: home
            )
            #expect(run.status == 0)
            #expect(!run.text.contains("the band") && !run.text.contains("ease off"), "\(run.text)")
            #expect(run.text.contains("heart rate") || run.text.contains("Heart rate"))
        }
    }

    @Test("a line of the settings that is not understood is told of, and keeps nobody from anything")
    func oddLine() throws {
        try inHome { home in
            let folder = URL(filePath: try #require(home["STEADY_HOME"]))
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            try Data("[practice]\ngoal_runs = 9\n".utf8).write(to: folder.appending(path: "steady.conf"))
            for command in ["care", "week", "plan"] {
                let outcome = try Program.run(command, environment: home)
                #expect(outcome.status == 0 && !outcome.output.isEmpty)
                #expect(
                    outcome.errors.hasSuffix("line 2, is passed over: goal_runs takes a number from 1 to 5, not 9\n")
                )
            }
        }
    }

    @Test("the help names it, with the line about stopping")
    func help() throws {
        let help = try Program.run("--help")
        #expect(help.inOneLine.contains("Stop and get help for chest pain, faintness, or breathlessness"))
        #expect(help.inOneLine.contains("steady care"))
    }
}

@Suite(
    "The questions before the first run",
    .ownThreads,
    .serialized,
    .enabled(if: Window.launcher != nil, Window.noLauncher)
)
struct SafetyTests {
    /// A window in which nobody has answered yet.
    private func open(_ stage: LiveStage, _ settings: String = "") throws -> Window {
        try FileManager.default.createDirectory(at: stage.home, withIntermediateDirectories: true)
        try Data("# mine\n\(settings)".utf8).write(to: stage.settings)
        return try stage.open(["live"] + stage.named, columns: 80, rows: 24)
    }

    private var today: String { Date.now.formatted(.iso8601.year().month().day()) }

    @Test("they come once; a no leads to the run")
    func answeredNo() throws {
        let stage = try LiveStage()
        let window = try open(stage)
        try window.wait(for: "the questions") { $0.printed.contains("y yes, n no, q leaves") }
        #expect(window.screen.printed.contains("Is any of this so for you?") && !window.screen.hasEnteredAlternate)
        #expect(window.screen.printed.contains("It does not replace"))
        window.type("n")
        try window.wait(for: "the run") { $0.shows("bpm") }
        window.type("qq")
        #expect(try window.waitForEnd() == 0)
        #expect(stage.settingsText.contains("safety_read = \(today)") && !stage.settingsText.contains("zones"))
        let again = try stage.open(["live"] + stage.named, columns: 80, rows: 24)
        try again.wait(for: "the run, without a question") { $0.isAlternate }
        #expect(!again.screen.printed.contains("Is any of this so"))
        again.type("\u{3}")
        _ = try again.waitForEnd()
    }

    @Test("a yes names the doctor, and turns the zones off")
    func answeredYes() throws {
        let stage = try LiveStage()
        let window = try open(stage)
        try window.wait(for: "the questions") { $0.printed.contains("y yes, n no, q leaves") }
        window.type("y")
        try window.wait(for: "the reply") { $0.printed.contains("Please talk with a doctor before running.") }
        #expect(stage.settingsText.contains("zones = off"))
        window.type(" ")
        try window.wait(for: "the run") { $0.shows("on your way") }
        #expect(!window.screen.shows("conversational"))
        window.type("qq")
        #expect(try window.waitForEnd() == 0)
    }

    @Test("they come again after a year, and one can leave")
    func again() throws {
        let stage = try LiveStage()
        let window = try open(stage, "[practice]\nsafety_read = 2025-01-02\n")
        try window.wait(for: "the questions") { $0.printed.contains("y yes, n no, q leaves") }
        window.type("q")
        #expect(try window.waitForEnd() == 130)
        #expect(stage.settingsText.contains("safety_read = 2025-01-02") && window.isCooked)
    }
}
