import Foundation
import Synchronization

/// A message bus of a test's own: a `dbus-daemon` that nobody else knows of, with a folder that goes with it.
///
/// The daemon ends with this object, and with the process that made it: a shell between waits for the end of its input.
public final class PrivateBus {
    /// Where to connect to.
    public let address: String
    private let folder: URL
    private var process: Process?
    private var lifeline: Pipe?

    /// A bus could not be started.
    public struct NotStarted: Error {}

    /// Starts a bus.
    public init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "steady-\(UInt64.random(in: 0...(.max)))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        address = "unix:path=\(folder.path)/bus"
        let configuration = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>\(address)</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """
        try Data(configuration.utf8).write(to: folder.appending(path: "bus.conf"))
        try start()
    }

    /// Starts the daemon again, at the same address; returns when it can be connected to.
    public func start() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c",
            "dbus-daemon --nofork --nopidfile --config-file=\"$0\" --print-address=1 </dev/null & p=$!; read l; "
                + "kill -9 $p",
            folder.appending(path: "bus.conf").path,
        ]
        let lifeline = Pipe()
        let output = Pipe()
        process.standardInput = lifeline
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        guard !output.fileHandleForReading.availableData.isEmpty else { throw NotStarted() }
        self.process = process
        self.lifeline = lifeline
    }

    /// Kills the daemon. The shell does not wait for it: threads of the tests start with SIGCHLD blocked, and dash
    /// would wait for ever.
    public func kill() {
        try? lifeline?.fileHandleForWriting.close()
        process?.waitUntilExit()
        process = nil
        lifeline = nil
        try? FileManager.default.removeItem(atPath: folder.appending(path: "bus").path)
    }

    deinit {
        kill()
        try? FileManager.default.removeItem(at: folder)
    }
}
