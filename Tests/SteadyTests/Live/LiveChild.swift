import EventLoop
import Foundation
import Glibc
import TestSupport
import Testing
import UnixIO

/// The program as a child whose words are heard on a loop, while they are said.
final class LiveChild {
    private let loop: EventLoop
    private let process = Process()
    private let watch: Watch
    private var pipes: [CInt: Pipe] = [:]
    private let outputEnd: CInt
    private(set) var output: [UInt8] = []
    private var errorOctets: [UInt8] = []

    init(_ arguments: [String], _ environment: [String: String], on loop: EventLoop, in directory: URL) throws {
        self.loop = loop
        let output = Pipe()
        let errors = Pipe()
        outputEnd = output.fileHandleForReading.fileDescriptor
        // Whoever meets the limit of a file's size is told by an error, as on a full disk, and not by a signal.
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", Program.file.path] + arguments
        process.environment = Program.environment.merging(environment) { $1 }
        process.currentDirectoryURL = directory
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        watch = Watch(process)
        for pipe in [output, errors] {
            let descriptor = pipe.fileHandleForReading.fileDescriptor
            pipes[descriptor] = pipe
            try loop.watch(descriptor) { [weak self] _ in self?.read(descriptor) }
        }
    }

    deinit {
        if process.isRunning { signal(SIGKILL) }
        for descriptor in pipes.keys { loop.unwatch(descriptor) }
        watch.rest()
    }

    var text: String { String(decoding: output, as: UTF8.self) }
    var errors: String { String(decoding: errorOctets, as: UTF8.self) }

    /// How often words were said, on standard output and on standard error.
    func count(of words: String) -> Int {
        (text + errors).components(separatedBy: words).count - 1
    }

    /// It has ended, and all that it said was heard.
    var hasEnded: Bool { pipes.isEmpty && !process.isRunning }

    /// How it ended and what it said.
    var outcome: Program.Outcome {
        Program.Outcome(
            status: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal,
            output: output,
            errors: errors
        )
    }

    /// Lets no file of its grow over so many octets: a disk that is full. `nil`: it has room again.
    func limitFiles(toOctets limit: Int?) throws {
        let tool = Process()
        tool.executableURL = URL(filePath: "/usr/bin/prlimit")
        let soft = limit.map(String.init) ?? "unlimited"
        tool.arguments = ["--pid", "\(process.processIdentifier)", "--fsize=\(soft):unlimited"]
        try tool.run()
        tool.waitUntilExit()
        #expect(tool.terminationStatus == 0)
    }

    func signal(_ number: CInt) { kill(process.processIdentifier, number) }

    /// Reads its standard output no more, as `head` does when it has enough.
    func stopReading() { forget(outputEnd) }

    private func forget(_ descriptor: CInt) {
        loop.unwatch(descriptor)
        try? pipes.removeValue(forKey: descriptor)?.fileHandleForReading.close()
    }

    private func read(_ descriptor: CInt) {
        var octets = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe Glibc.read(descriptor, &octets, octets.count)
        guard count > 0 else { return forget(descriptor) }
        if descriptor == outputEnd { output += octets[0..<count] } else { errorOctets += octets[0..<count] }
    }
}
