import Foundation
import Glibc
import TestSupport
import Testing

/// The terminal is as it was before, whatever befalls the program.
@Suite("The terminal of the program", .serialized, .enabled(if: Window.launcher != nil, Window.noLauncher))
struct TerminalTests {
    private static let demo = ["live", "--demo", "--age", "40"]

    /// Swift would tell of a crash at length, and ask what to do.
    private func environment(_ home: URL) -> [String: String] {
        ["STEADY_HOME": home.path, "SWIFT_BACKTRACE": "enable=no"]
    }

    private func opened(_ home: URL) throws -> Window {
        let window = try Window(Self.demo, columns: 80, rows: 24, environment: environment(home))
        try window.wait(for: "the run") { $0.lines[0].contains("demo: a virtual runner") }
        #expect(window.screen.isAlternate && !window.screen.isCursorShown && !window.isCooked)
        return window
    }

    private func expectRestored(_ window: Window) {
        #expect(!window.screen.isAlternate && window.screen.isCursorShown && window.isCooked)
        #expect(window.screen.trouble.isEmpty, "\(window.screen.trouble)")
    }

    @Test(
        "a signal that ends the program by force, and a trap, leave the terminal as it was",
        arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGQUIT, SIGUSR1, SIGALRM, SIGSYS, SIGXCPU, 40]
    )
    func forced(_ number: Int32) throws {
        try inTemporaryDirectory { home in
            let window = try opened(home)
            window.signal(number)
            #expect(try window.waitForEnd() != 0)
            expectRestored(window)
        }
    }

    @Test("a signal that asks the program to end keeps the run and ends well", arguments: [SIGTERM, SIGHUP, SIGINT])
    func asked(_ number: Int32) throws {
        try inTemporaryDirectory { home in
            let window = try opened(home)
            window.signal(number)
            #expect(try window.waitForEnd() == 0)
            expectRestored(window)
            #expect(window.screen.printed.hasPrefix("Done: "), "\(window.screen.printed)")
        }
    }

    @Test(
        "Ctrl-Z gives the shell its terminal, fg gives it back and the screen is drawn whole",
        arguments: [true, false]
    )
    func suspended(_ isByKey: Bool) throws {
        let shell = try #require(Places.program("bash"), "bash is not installed")
        try inTemporaryDirectory { home in
            let script = #"set -m; "$0" "$@"; echo "stopped $?"; read -r line; fg >/dev/null; echo "ended $?""#
            let window = try Window(
                ["-c", script, Program.file.path] + Self.demo,
                program: shell,
                columns: 80,
                rows: 24,
                environment: environment(home)
            )
            try window.wait(for: "the run") { $0.isAlternate && $0.lines[0].contains("demo: a virtual runner") }
            if isByKey { window.type("\u{1A}") } else { window.signal(SIGTSTP) }
            try window.wait(for: "the shell") { $0.printed.contains("stopped 148") }
            expectRestored(window)
            window.type("\n")
            try window.wait(for: "the run again") { $0.isAlternate && $0.lines[0].contains("demo: a virtual runner") }
            #expect(!window.isCooked && !window.screen.isCursorShown)
            window.type("\u{3}")
            #expect(try window.waitForEnd() == 0)
            #expect(window.screen.printed.contains("ended 0"), "\(window.screen.printed)")
            expectRestored(window)
        }
    }

    @Test("a program that was stopped without being asked draws its screen anew when it goes on")
    func continued() throws {
        try inTemporaryDirectory { home in
            let window = try opened(home)
            window.signal(SIGSTOP)
            window.forget()
            #expect(!window.screen.shows("demo"))
            window.signal(SIGCONT)
            try window.wait(for: "the whole screen") {
                $0.lines[0].contains("demo: a virtual runner") && $0.shows("q end")
            }
            #expect(!window.isCooked)
            window.type("\u{3}")
            #expect(try window.waitForEnd() == 0)
            expectRestored(window)
        }
    }

    @Test(
        "keys that are typed while lines are printed leave the terminal as it was, whatever ends the program",
        arguments: [SIGSEGV, SIGTRAP, SIGABRT, SIGQUIT, SIGUSR1, SIGTERM, SIGINT]
    )
    func lines(_ number: Int32) throws {
        try inTemporaryDirectory { home in
            var environment = environment(home)
            environment["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=\(home.path)/none"
            // The kernel gives a terminal back whose first program is gone: here that is a shell, which lives on.
            let script = #"trap : \#(number); "$0" "$@"; echo "ended $?"; read -r line"#
            let window = try Window(
                ["-c", script, Program.file.path, "talk", "--age", "40"],
                program: URL(filePath: "/bin/sh"),
                columns: 80,
                rows: 24,
                environment: environment
            )
            try window.wait(for: "keys without Enter") { _ in !window.isCooked }
            window.signal(number)
            try window.wait(for: "the shell") { $0.printed.contains("ended ") }
            #expect(window.isCooked && !window.screen.hasEnteredAlternate && window.screen.isCursorShown)
            window.type("\n")
            #expect(try window.waitForEnd() == 0)
            // Nothing is sent to a terminal on which nothing was drawn.
            #expect(!window.screen.printed.contains("\u{1B}"), "\(window.screen.printed)")
            #expect(window.screen.trouble.isEmpty, "\(window.screen.trouble)")
        }
    }
}
