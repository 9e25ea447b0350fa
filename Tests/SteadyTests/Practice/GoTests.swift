import Foundation
import TestSupport
import Testing

@Suite("steady go", .enabled(if: Window.launcher != nil, Window.noLauncher))
struct GoTests {
    @Test("one line, no zone, no question; a key shows the zones after all", arguments: [(80, 24), (40, 12)])
    func screen(_ size: (columns: UInt16, rows: UInt16)) throws {
        try inHome { home in
            let window = try Window(
                ["go", "--demo", "--age", "40", "--demo-speed", "20"],
                columns: size.columns,
                rows: size.rows,
                environment: home
            )
            try window.wait(for: "the beginning") { $0.shows("You have begun. 10 minutes is plenty.") }
            #expect(window.screen.shows("on your way"))
            for word in ["conversational", "band", "of 40"] {
                #expect(!window.screen.shows(word), "\(word)")
            }
            window.type("]]]]]]]]]]]]]]]]]]]]]")
            try window.wait(for: "ten minutes") { $0.shows("Stop or go on, both are good.") }
            window.type("z")
            try window.wait(for: "the planned run") { screen in screen.lines.contains { $0.contains(/[0-9] left/) } }
            window.type("qq")
            #expect(try window.waitForEnd() == 0)
            #expect(window.screen.trouble.isEmpty)
        }
    }

    @Test("it is kept like any run, as one without a plan")
    func kept() throws {
        try inHome { home in
            let outcome = try Program.run(
                ["go", "--demo", "--demo-script", "stepped-off", "--demo-speed", "max", "--keep", "--age", "40"],
                environment: home
            )
            #expect(outcome.status == 0)
            #expect(outcome.lines.first?.hasSuffix("Steady, demo with a virtual runner") == true, "\(outcome.lines)")
            #expect(!outcome.text.contains("the band") && !outcome.text.contains("ease off"))
            let shown = try Program.run("show", "--json", environment: home).objects()
            #expect(shown.first?.text("plan") == "open" && shown.first?["planned_ms"] == nil)
            let names = shown.first?.list("events").filter { $0.text("event") == "milestone" }.map { $0.text("name") }
            #expect(names?.contains("ten_minutes") == true)
        }
    }
}
