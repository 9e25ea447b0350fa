import EventLoop
import FakeBlueZ
import Foundation
import SensorCodec
import TestSupport
import Testing
import UnixIO

/// A bluetoothd of the tests' own with sensors around it, a home, and the program that is to find its way among them.
final class LiveStage {
    /// What did not happen in time.
    struct NeverCame: Error, CustomStringConvertible {
        let description: String
    }

    /// The waits of bluetoothd are a fifth of the real ones; those of the program are real.
    private static let scale: Int64 = 5
    private static let patience: Int64 = 30_000_000

    let daemon: PrivateBus
    let loop: EventLoop
    let bluez: FakeBlueZ
    let strap = FakeSensor.strap(BluetoothAddress(rawValue: 0xC0FF_EE00_0001))
    let treadmill = FakeSensor.treadmill(BluetoothAddress(rawValue: 0xC0FF_EE00_0002))
    let folder: URL

    /// A strap and a treadmill are in reach, and these besides.
    init(others: [FakeSensor] = []) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "steady-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        daemon = try PrivateBus()
        loop = try EventLoop()
        bluez = try FakeBlueZ(on: loop, bus: daemon.address, scale: Self.scale, [strap, treadmill] + others)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The home: made by the program.
    var home: URL { folder.appending(path: "home") }
    var recordings: URL { home.appending(path: "recordings") }
    var settings: URL { home.appending(path: "steady.conf") }
    var settingsText: String { (try? String(contentsOf: settings, encoding: .utf8)) ?? "" }

    var environment: [String: String] {
        ["DBUS_SYSTEM_BUS_ADDRESS": daemon.address, "STEADY_HOME": home.path]
    }

    /// Options that name the sensors, so that no time is spent on finding them.
    var named: [String] {
        ["--strap", strap.address.description, "--treadmill", treadmill.address.description, "--age", "40"]
    }

    /// Starts a command.
    func start(_ arguments: [String], environment: [String: String] = [:]) throws -> LiveChild {
        try LiveChild(arguments, self.environment.merging(environment) { $1 }, on: loop, in: folder)
    }

    /// Runs a command to its end.
    func run(_ arguments: String...) throws -> Program.Outcome { try end(of: start(arguments)) }

    /// Opens a window in which a command runs. `practice`: lines of the settings; the questions about safety were answered.
    func open(
        _ arguments: [String],
        columns: UInt16,
        rows: UInt16,
        practice: [String] = []
    ) throws -> Window {
        let today = Date.now.formatted(.iso8601.year().month().day())
        let lines = ["[practice]", "safety_read = \(today)"] + practice
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        if !FileManager.default.fileExists(atPath: settings.path) {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: settings)
        }
        let window = try Window(arguments, columns: columns, rows: rows, environment: environment)
        window.meanwhile = { [loop] in
            _ = try loop.run(untilMicroseconds: MonotonicClock.nowMicroseconds + 10_000) { false }
        }
        return window
    }

    /// Lets everything go on until a condition is met.
    func wait(for what: String, _ condition: () -> Bool) throws {
        let end = MonotonicClock.nowMicroseconds + Self.patience
        guard try loop.run(untilMicroseconds: end, or: condition) else { throw NeverCame(description: what) }
    }

    /// Lets everything go on until a child has said so many lines that hold some words.
    func wait(for child: LiveChild, toSay words: String, times: Int = 1) throws {
        do {
            try wait(for: words) { child.count(of: words) >= times || child.hasEnded }
        } catch {
            throw NeverCame(description: "\(words) never came, but:\n\(child.text)\n\(child.errors)")
        }
        #expect(child.count(of: words) >= times, "\(child.text)\n\(child.errors)")
    }

    /// Lets everything go on until a child has ended.
    func end(of child: LiveChild) throws -> Program.Outcome {
        try wait(for: "the end") { child.hasEnded }
        return child.outcome
    }

    /// Ends a child as a runner does with Control-C.
    func interrupt(_ child: LiveChild) throws -> Program.Outcome {
        child.signal(SIGINT)
        return try end(of: child)
    }

    /// A run that is followed by name until so many samples were told, and ended.
    func runFor(samples: Int, _ arguments: [String] = ["live", "--json"]) throws -> Program.Outcome {
        let child = try start(arguments + named)
        try wait(for: child, toSay: "\"event\":\"sample\"", times: samples)
        return try interrupt(child)
    }
}

extension Program.Outcome {
    /// Its lines as JSON objects.
    func objects() throws -> [[String: Any]] { try Parsed.lines(output) }

    /// The ID of the session that it tells of in its first line.
    func sessionID() throws -> String { try #require(try objects().first?.text("id")) }
}
