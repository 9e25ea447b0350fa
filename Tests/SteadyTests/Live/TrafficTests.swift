import Foundation
import TestSupport
import Testing

@Suite("What a live screen sends", .enabled(if: Window.launcher != nil, Window.noLauncher))
struct TrafficTests {
    @Test(
        "a run that goes on wipes nothing, writes few cells, and sends less than 2 kB a second",
        arguments: [80, 160]
    )
    func steadyState(_ columns: UInt16) throws {
        try inTemporaryDirectory { home in
            let window = try Window(
                ["live", "--demo", "--age", "40"],
                columns: columns,
                rows: columns / 4,
                environment: ["STEADY_HOME": home.path]
            )
            try window.wait(for: "the run") { $0.shows("0:00:02") }
            let before = window.screen
            try window.wait(for: "eight seconds more") { $0.shows("0:00:10") }
            let after = window.screen
            #expect(after.wipeCount == before.wipeCount)
            #expect(after.octetCount > before.octetCount)
            #expect(after.octetCount - before.octetCount < 8 * 2000)
            // A whole screen each second would be eight times all cells.
            #expect(after.cellCount - before.cellCount < Int(columns * (columns / 4)))
            window.type("q")
            try window.wait(for: "the question") { $0.shows("end") && $0.wipeCount == before.wipeCount }
            window.type("q")
            #expect(try window.waitForEnd() == 0)
        }
    }

    @Test("q asks, and any other key goes on", arguments: ["x", " ", "\u{1B}", "n"])
    func asks(_ key: String) throws {
        try inTemporaryDirectory { home in
            let window = try Window(
                ["live", "--demo", "--age", "40"],
                columns: 80,
                rows: 24,
                environment: ["STEADY_HOME": home.path]
            )
            try window.wait(for: "the run") { $0.lines[0].contains("demo: a virtual runner") }
            let cells = window.screen.cellCount
            window.type("q")
            try window.wait(for: "the question") { $0.cellCount > cells + 50 }
            window.type(key)
            try window.wait(for: "the run that goes on") { $0.shows("0:00:0") && !$0.shows("paused") }
            window.type("qy")
            #expect(try window.waitForEnd() == 0)
        }
    }
}
