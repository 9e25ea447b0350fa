import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The program in tmux", .serialized, .enabled(if: Tmux.file != nil, "tmux is not installed"))
struct TmuxTests {
    private static let deadlineSeconds = 60.0

    private func process(_ socket: String, _ arguments: [String]) throws -> Process {
        let process = Process()
        let file: URL = try #require(Tmux.file)
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["--default-signal", file.path, "-S", socket, "-f", "/dev/null"] + arguments
        process.environment = Program.environment.merging(["TERM": "xterm", "LC_ALL": "C.UTF-8"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    /// Runs a command of a tmux server of the test's own; answers what it prints.
    @discardableResult
    private func tmux(_ socket: String, _ arguments: String...) throws -> String {
        let process = try process(socket, arguments)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    private func wait(_ socket: String, for what: String, _ isThere: (String) -> Bool) throws {
        let end = Date.now.addingTimeInterval(Self.deadlineSeconds)
        var text = ""
        repeat {
            text = try tmux(socket, "capture-pane", "-p")
            if isThere(text) { return }
            usleep(50_000)
        } while Date.now < end
        Issue.record("\(what) never came; the pane is:\n\(text)")
    }

    @Test("keys, another size, Ctrl-Z and the end: the pane is drawn whole each time, and is the shell's again at last")
    func pane() throws {
        try inTemporaryDirectory { folder in
            let socket = folder.appending(path: "tmux").path
            // Not a daemon: that would hold what a child of a test is watched by.
            let server = try process(socket, ["-D"])
            try server.run()
            defer { server.terminate() }
            let end = Date.now.addingTimeInterval(Self.deadlineSeconds)
            while !FileManager.default.fileExists(atPath: socket), Date.now < end { usleep(10_000) }
            let program = "set -m; STEADY_HOME=\(folder.path)/home \(Program.file.path) live --demo --age 40"
            let script = "\(program); echo stopped; read -r line; fg >/dev/null; echo over; read -r line"
            try tmux(socket, "new-session", "-d", "-x", "100", "-y", "30", "bash", "-c", script)
            try wait(socket, for: "the run") { $0.contains("demo: a virtual runner") && $0.contains("bpm") }
            try tmux(socket, "send-keys", "?")
            try wait(socket, for: "the help") { $0.contains("incline") && $0.contains("theme") }
            try tmux(socket, "send-keys", "Escape")
            try tmux(socket, "send-keys", "Space")
            try wait(socket, for: "the pause") { $0.contains("paused") }
            try tmux(socket, "resize-window", "-x", "60", "-y", "20")
            try wait(socket, for: "the smaller screen") {
                $0.contains("demo: a virtual runner") && $0.split(separator: "\n").allSatisfy { $0.count <= 60 }
            }
            try tmux(socket, "send-keys", "C-z")
            try wait(socket, for: "the shell") { $0.contains("stopped") && !$0.contains("bpm") }
            try tmux(socket, "send-keys", "Enter")
            try wait(socket, for: "the run again") { $0.contains("demo: a virtual runner") && $0.contains("space") }
            try tmux(socket, "send-keys", "q")
            try tmux(socket, "send-keys", "q")
            try wait(socket, for: "the end") { $0.contains("Done: ") && $0.contains("over") }
        }
    }
}

/// A terminal in a terminal.
enum Tmux {
    static let file = Places.program("tmux")
}
