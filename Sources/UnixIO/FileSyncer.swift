import CUnix
import Glibc
import Synchronization

/// Puts what a file gains on the disk, soon, on a thread of its own: whoever writes never waits for the disk.
///
/// What was written is on the disk within ``longestWaitMicroseconds`` and the time that the disk takes. The thread
/// sleeps while nothing is written, and goes when the syncer does.
public final class FileSyncer: Sendable {
    /// How far two syncs are apart at least, in microseconds: often enough that a power cut takes less than a second,
    /// and seldom enough for the memory card of a small computer.
    public static let longestWaitMicroseconds: Int64 = 700_000

    private let state: State

    /// What the thread shares with whoever writes; it outlives the syncer until the thread has ended.
    private final class State: Sendable {
        let descriptor: CInt
        let folder: CInt
        /// Readable when there is something to do.
        let bell: CInt
        let isDirty = Atomic<Bool>(true)
        let isEnding = Atomic<Bool>(false)
        /// The error number of a sync that failed and was not told yet; 0 is none.
        let failure = Atomic<CInt>(0)

        init(_ descriptor: CInt, _ folder: CInt, _ bell: CInt) {
            self.descriptor = descriptor
            self.folder = folder
            self.bell = bell
        }

        deinit {
            for descriptor in [descriptor, folder, bell] where descriptor >= 0 { close(descriptor) }
        }
    }

    /// Watches over a file that is open by `descriptor`, and at first over its entry in `folder`.
    init(descriptor: CInt, path: String, folder: String) throws(SystemFailure) {
        // The state closes what was opened, also when the next of these fails.
        let copy = try systemCall("open", path) { fcntl(descriptor, F_DUPFD_CLOEXEC, 0) }
        let place = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        let bell = eventfd(1, CInt(EFD_CLOEXEC))
        state = State(copy, place, bell)
        if bell < 0 { throw SystemFailure(action: "open", subject: "an event descriptor", code: errno) }
        try start(path)
    }

    deinit {
        state.isEnding.store(true, ordering: .relaxed)
        ring()
    }

    /// The file has grown.
    public func noteWrite() {
        if !state.isDirty.exchange(true, ordering: .acquiringAndReleasing) { ring() }
    }

    /// Why the disk did not take the file; told once.
    public func takeFailure() -> SystemFailure? {
        let code = state.failure.exchange(0, ordering: .relaxed)
        return code == 0 ? nil : SystemFailure(action: "sync", subject: "the recording", code: code)
    }

    private func ring() {
        var one: UInt64 = 1
        _ = unsafe write(state.bell, &one, MemoryLayout<UInt64>.size)
    }

    /// Starts the thread, which takes no signals: those belong to whoever waits for them.
    private func start(_ path: String) throws(SystemFailure) {
        var (all, before) = (sigset_t(), sigset_t())
        unsafe sigfillset(&all)
        unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        let context = unsafe Unmanaged.passRetained(state).toOpaque()
        var thread = pthread_t()
        let code = unsafe pthread_create(
            &thread,
            nil,
            { context in
                guard let context = unsafe context else { return nil }
                FileSyncer.work(unsafe Unmanaged<State>.fromOpaque(context).takeRetainedValue())
                return nil
            },
            context
        )
        if code != 0 {
            unsafe Unmanaged<State>.fromOpaque(context).release()
            throw SystemFailure(action: "sync", subject: path, code: code)
        }
        pthread_detach(thread)
    }

    /// What the thread does.
    private static func work(_ state: State) {
        if state.folder >= 0 { fsync(state.folder) }
        while true {
            var rings: UInt64 = 0
            _ = unsafe read(state.bell, &rings, MemoryLayout<UInt64>.size)
            if state.isEnding.load(ordering: .relaxed) { return }
            let began = MonotonicClock.nowMicroseconds
            state.isDirty.store(false, ordering: .sequentiallyConsistent)
            if fdatasync(state.descriptor) != 0 { state.failure.store(errno, ordering: .relaxed) }
            MonotonicClock.sleep(untilMicroseconds: began + longestWaitMicroseconds)
        }
    }
}
