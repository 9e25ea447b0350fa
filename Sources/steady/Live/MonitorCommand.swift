import ArgumentParser
import EventLoop
import Glibc
import HCIMonitor
import Reporting
import UnixIO

/// Writes all Bluetooth traffic of the machine as a btsnoop stream.
struct MonitorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "monitor",
        abstract:
            "Write all Bluetooth traffic of this machine, as btsnoop: for `live --from`, or for help with a sensor.",
        discussion: """
            Takes the capability CAP_NET_RAW, which is kept to this small process:
              sudo steady monitor | steady live --transport monitor --from -
            It hears every device of the machine, keyboards too: look at what you pass on.
            """
    )

    @Option(
        name: .shortAndLong,
        help: "Write to a new file instead of standard output; in a folder, to one that is named by the time.",
        completion: .file()
    )
    var output: String?

    func run() throws {
        if output == nil, Terminal.isOutput {
            throw CommandFailure(
                status: .usage,
                message:
                    "the stream is for a program or a file; add -o FILE, or | steady live --transport monitor --from -"
            )
        }
        let socket: MonitorSocket
        do throws(MonitorFailure) {
            socket = try MonitorSocket()
        } catch {
            throw CommandFailure(error)
        }
        var failure: SystemFailure?
        do throws(SystemFailure) {
            let loop = try EventLoop()
            let signals = try SignalWatch([SIGINT, SIGTERM, SIGHUP], on: loop) { _ in loop.stop() }
            let target = try Target(output)
            let recorder = try MonitorRecorder(socket, on: loop, write: target.write) { ended in
                failure = ended
                loop.stop()
            }
            try loop.run()
            withExtendedLifetime((signals, recorder)) {}
            if recorder.droppedCount > 0 {
                StandardError.print("steady: \(recorder.droppedCount) packets were dropped")
            }
        } catch {
            failure = error
        }
        if let failure, !failure.isClosedPipe { throw CommandFailure(failure) }
    }

    /// Where the stream goes.
    private final class Target {
        private var file: AppendFile?
        private var output = StandardOutput()

        init(_ path: String?) throws(SystemFailure) {
            guard let path else { return }
            file = try AppendFile(path: path.hasSuffix("/") ? path + Self.name : path)
        }

        /// `monitor-20261124-101502.btsnoop`
        private static var name: String {
            let time = WallTime.text(unixMicroseconds: WallClock.nowUnixMicroseconds)
            return
                "monitor-\(time.prefix(19).replacing("-", with: "").replacing(":", with: "").replacing("T", with: "-")).btsnoop"
        }

        func write(_ bytes: borrowing Span<UInt8>) throws(SystemFailure) {
            if file != nil { try file?.append(bytes) } else { try output.write(bytes) }
        }
    }
}
