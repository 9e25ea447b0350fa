import CUnix
import Glibc
public import UnixIO

/// Signals that come as events of a loop instead of interrupting the program.
///
/// They are blocked for the thread that makes this, and for threads that it starts later: to be made before any. What
/// they did before is put back when this goes.
@safe
public final class SignalWatch {
    private let descriptor: CInt
    private let previousMask: sigset_t
    private let loop: EventLoop

    /// Calls `handler` with the number of each of these signals that comes.
    public init(_ numbers: [CInt], on loop: EventLoop, _ handler: @escaping (CInt) -> Void) throws(SystemFailure) {
        var mask = sigset_t()
        var previous = sigset_t()
        unsafe sigemptyset(&mask)
        for number in numbers { unsafe sigaddset(&mask, number) }
        unsafe pthread_sigmask(SIG_BLOCK, &mask, &previous)
        previousMask = previous
        self.loop = loop
        let descriptor: CInt
        do throws(SystemFailure) {
            descriptor = try systemCall("watch for", "signals") {
                unsafe signalfd(-1, &mask, CInt(SFD_CLOEXEC | SFD_NONBLOCK))
            }
        } catch {
            unsafe pthread_sigmask(SIG_SETMASK, &previous, nil)
            throw error
        }
        self.descriptor = descriptor
        try loop.watch(descriptor) { _ in
            var information = signalfd_siginfo()
            let size = MemoryLayout<signalfd_siginfo>.size
            while unsafe read(descriptor, &information, size) == size { handler(CInt(information.ssi_signo)) }
        }
    }

    deinit {
        loop.unwatch(descriptor)
        close(descriptor)
        var mask = previousMask
        unsafe pthread_sigmask(SIG_SETMASK, &mask, nil)
    }
}
