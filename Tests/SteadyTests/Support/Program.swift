import Foundation
import Synchronization
import TestSupport
import Testing

/// The program, run as a user runs it.
enum Program {
    /// How a run ended and what it said.
    struct Outcome {
        var status: Int32
        /// A signal ended it: a trap, or the deadline of the test.
        var wasKilled: Bool
        var output: [UInt8]
        var errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
        var lines: [String] {
            text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        }
        /// What it said, with one space wherever there were spaces and ends of lines: long lines are folded.
        var inOneLine: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    }

    /// Where standard output goes.
    enum Output {
        case pipe
        case file(String)
        /// A pipe whose reader goes away after so many octets.
        case closedAfter(Int)
    }

    /// The program, built beside the tests.
    static let file: URL = {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "steady")
        let built = Places.root.appending(path: ".build/debug/steady")
        return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : built
    }()

    /// Nothing of the tester's own, so that the tests see what the program does by itself.
    static let environment = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent",
    ]

    /// A run that takes longer hangs.
    static let deadlineSeconds = 120

    /// Runs a command to its end.
    static func run(
        _ arguments: String...,
        input: URL? = nil,
        output: Output = .pipe,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        try run(arguments, input: input, output: output, environment: environment)
    }

    /// Runs a command to its end.
    static func run(
        _ arguments: [String],
        input: URL? = nil,
        output: Output = .pipe,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        try inTemporaryDirectory { directory in
            let errors = directory.appending(path: "errors")
            try Data().write(to: errors)
            let process = Process()
            process.executableURL = file
            process.arguments = arguments
            process.environment = Self.environment.merging(environment) { $1 }
            process.currentDirectoryURL = directory
            process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: errors)
            let heard = try start(process, output)
            process.waitUntilExit()
            return Outcome(
                status: process.terminationStatus,
                wasKilled: process.terminationReason == .uncaughtSignal,
                output: heard,
                errors: try String(contentsOf: errors, encoding: .utf8)
            )
        }
    }

    /// Starts a process and hears what it says, to the end or as far as it is listened to.
    private static func start(_ process: Process, _ output: Output) throws -> [UInt8] {
        let pipe = Pipe()
        if case .file(let path) = output {
            process.standardOutput = try FileHandle(forWritingTo: URL(filePath: path))
        } else {
            process.standardOutput = pipe
        }
        try process.run()
        let watch = Watch(process)
        defer { watch.rest() }
        switch output {
        case .pipe:
            return [UInt8](try pipe.fileHandleForReading.readToEnd() ?? Data())
        case .file:
            process.waitUntilExit()
            return []
        case .closedAfter(let count):
            let heard = count == 0 ? nil : try pipe.fileHandleForReading.read(upToCount: count)
            try pipe.fileHandleForReading.close()
            process.waitUntilExit()
            return [UInt8](heard ?? Data())
        }
    }
}

/// Kills a process that hangs.
final class Watch: Sendable {
    private let isResting = Mutex(false)

    init(_ process: Process) {
        let number = process.processIdentifier
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Program.deadlineSeconds)) { [self] in
            if !isResting.withLock({ $0 }) { kill(number, SIGKILL) }
        }
    }

    /// The process has ended.
    func rest() { isResting.withLock { $0 = true } }
}

/// Runs `body` with a new directory that is removed afterwards.
func inTemporaryDirectory<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let directory = FileManager.default.temporaryDirectory.appending(path: "steady-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: directory) }
    return try body(directory)
}

/// A home that is not there yet, as the environment names it.
func inHome(_ body: ([String: String]) throws -> Void) throws {
    try inTemporaryDirectory { try body(["STEADY_HOME": $0.appending(path: "home").path]) }
}
