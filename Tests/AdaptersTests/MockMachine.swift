import Foundation
import TestSupport
import Testing

/// The program, asked about made-up machines. umockdev puts them before libudev's eyes: the code under test is the real
/// one, down to the C library.
enum MockMachine {
    /// Why tests of made-up machines are skipped, where they are.
    static let missing: Comment = "umockdev is not installed here: `.ci/install tests` brings it"
    static let isThere = Places.program("umockdev-run") != nil && Places.program("umockdev-wrapper") != nil

    static let folder = Places.root.appending(path: "Tests/AdaptersTests/Machines")

    /// The program, built beside the tests.
    static let steady: URL = {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "steady")
        let built = Places.root.appending(path: ".build/debug/steady")
        return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : built
    }()

    /// What a doctor's object says that the tests ask for.
    struct Report {
        var causes: [String]
        var adapters: [[String: Any]]

        init(_ line: some StringProtocol) throws {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let findings = try #require(object["findings"] as? [[String: Any]])
            causes = findings.compactMap { $0["id"] as? String }
            adapters = try #require(object["adapters"] as? [[String: Any]])
        }
    }

    /// Runs a program to its end, and answers its status and what it printed. After half a minute it is ended, and
    /// what it started with it.
    static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "30", program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
