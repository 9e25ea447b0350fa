import EventLoop
import UnixIO

/// Has a monitor socket read whenever something is there, in turns that end: what else waits on the loop gets its turn
/// too, and the loop comes back for the rest at once.
final class MonitorDrain {
    /// How many datagrams one turn reads.
    static let datagramsAtOnce = 256

    let socket: MonitorSocket
    private let loop: EventLoop

    /// `read` is to read ``datagramsAtOnce`` and to answer as ``MonitorSocket/read(atMost:_:)`` does. `end` is called
    /// once, when it fails or the other end is gone; nothing is read after that.
    init(
        _ socket: MonitorSocket,
        on loop: EventLoop,
        read: @escaping (MonitorSocket) throws(SystemFailure) -> Bool,
        end: @escaping (SystemFailure?) -> Void
    ) throws(SystemFailure) {
        self.socket = socket
        self.loop = loop
        try loop.watch(socket.descriptor) { readiness in
            do throws(SystemFailure) {
                if try read(socket) || readiness.isDisjoint(with: .closed) { return }
                loop.unwatch(socket.descriptor)
                end(nil)
            } catch {
                loop.unwatch(socket.descriptor)
                end(error)
            }
        }
    }

    deinit { loop.unwatch(socket.descriptor) }
}
