import Adapters
import Doctor
import EventLoop
import Glibc
import UnixIO

/// The doctor who stays: a report now, and one with each change of the adapters.
struct DoctorWatch {
    let command: DoctorCommand

    /// Runs until Ctrl-C, or until nobody reads any more.
    func run() throws {
        do {
            let loop = try EventLoop()
            let signals = try SignalWatch([SIGINT, SIGTERM], on: loop) { _ in loop.stop() }
            var end: (any Error)?
            func tell(_ adapters: HostAdapters) {
                do {
                    try command.tell(adapters)
                } catch {
                    end = error
                    loop.stop()
                }
            }
            let watch = try AdapterWatch(on: loop) { adapters in
                if !command.json { StandardError.print("") }
                tell(adapters)
            }
            if !watch.isListening { command.common.remark("changes of the adapters cannot be heard here") }
            try command.tell(watch.adapters)
            try withExtendedLifetime((signals, watch)) { try loop.run() }
            if let end { throw end }
        } catch let failure as SystemFailure {
            throw CommandFailure(failure)
        }
    }
}
