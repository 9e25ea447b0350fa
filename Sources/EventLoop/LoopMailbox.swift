import CUnix
import Glibc
import Synchronization
import UnixIO

/// Where other threads leave work for the loop's thread.
public final class LoopMailbox: Sendable {
    /// Readable while there is work.
    let descriptor: CInt
    private let letters = Mutex<[@Sendable () -> Void]>([])

    init() throws(SystemFailure) {
        descriptor = try systemCall("open", "an event descriptor") { eventfd(0, CInt(EFD_CLOEXEC | EFD_NONBLOCK)) }
    }

    deinit { close(descriptor) }

    /// Has `letter` called on the loop's thread, soon, in the order of posting. From any thread.
    public func post(_ letter: @escaping @Sendable () -> Void) {
        letters.withLock { $0.append(letter) }
        var one: UInt64 = 1
        _ = unsafe write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Calls what was left here; on the loop's thread.
    func empty() {
        var count: UInt64 = 0
        _ = unsafe read(descriptor, &count, MemoryLayout<UInt64>.size)
        let taken = letters.withLock { letters in
            defer { letters = [] }
            return letters
        }
        for letter in taken { letter() }
    }
}
