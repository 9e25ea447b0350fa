import CUnix
import Glibc
public import UnixIO

/// The one thread of a live run: descriptors, timers and signals, each answered by a closure, one after the other.
///
/// A loop is not `Sendable`, and neither is what its closures hold: the compiler sees to it that all of it stays on the
/// thread that made the loop. What comes from elsewhere comes through ``mailbox``. There are no locks, no queues and no
/// hops on the way of a packet.
@safe
public final class EventLoop {
    /// What a descriptor is watched for, or found to be.
    public struct Readiness: OptionSet, Sendable {
        /// The bits of epoll.
        public let rawValue: UInt32

        /// Bits of epoll.
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// Something can be read.
        public static let readable = Self(rawValue: EPOLLIN.rawValue)
        /// Something can be written.
        public static let writable = Self(rawValue: EPOLLOUT.rawValue)
        /// The other end is gone, or the descriptor failed; always told of.
        public static let closed = Self(rawValue: EPOLLHUP.rawValue | EPOLLERR.rawValue | EPOLLRDHUP.rawValue)
    }

    /// A place for other threads to leave work for this one.
    public let mailbox: LoopMailbox

    /// When the loop was woken last, in microseconds of ``MonotonicClock``: before that nothing of this turn was known.
    public private(set) var wokeAtMicroseconds: Int64 = 0

    private let epoll: CInt
    private var watches: [CInt: Watch] = [:]
    private var watchCount: UInt32 = 0
    private var preparations: [(id: PreparationID, prepare: () -> Void)] = []
    private var preparationCount: UInt64 = 0
    private var timers = TimerQueue()
    private var isStopping = false

    private static let eventsAtOnce = 16
    /// The number that the mailbox is watched under.
    private static let mailboxNumber: UInt32 = 0

    /// What is called for a descriptor. Its number tells it from an earlier watch of the same descriptor, whose events
    /// may still be under way.
    private struct Watch {
        var number: UInt32
        var handler: (Readiness) -> Void
    }

    /// Which preparation of a loop.
    public struct PreparationID: Hashable, Sendable {
        fileprivate let number: UInt64
    }

    /// A loop that watches nothing yet.
    public init() throws(SystemFailure) {
        epoll = try systemCall("open", "epoll") { epoll_create1(CInt(EPOLL_CLOEXEC)) }
        do throws(SystemFailure) {
            mailbox = try LoopMailbox()
        } catch {
            close(epoll)
            throw error
        }
        try control(EPOLL_CTL_ADD, mailbox.descriptor, .readable, Self.mailboxNumber)
    }

    deinit { close(epoll) }

    /// Calls `handler` whenever a descriptor is ready, until ``unwatch(_:)``. The descriptor stays the caller's.
    public func watch(
        _ descriptor: CInt,
        for readiness: Readiness = .readable,
        _ handler: @escaping (Readiness) -> Void
    ) throws(SystemFailure) {
        watchCount = watchCount == .max ? 1 : watchCount + 1
        try control(EPOLL_CTL_ADD, descriptor, readiness, watchCount)
        watches[descriptor] = Watch(number: watchCount, handler: handler)
    }

    /// Watches a descriptor for something else from now on.
    public func change(_ descriptor: CInt, to readiness: Readiness) throws(SystemFailure) {
        try control(EPOLL_CTL_MOD, descriptor, readiness, watches[descriptor]?.number ?? 0)
    }

    /// Forgets a descriptor; to be called before it is closed.
    public func unwatch(_ descriptor: CInt) {
        guard watches.removeValue(forKey: descriptor) != nil else { return }
        try? control(EPOLL_CTL_DEL, descriptor, [], 0)
    }

    /// Calls `handler` once at a moment of ``MonotonicClock``, in microseconds.
    @discardableResult
    public func schedule(atMicroseconds moment: Int64, _ handler: @escaping () -> Void) -> TimerID {
        timers.add(moment, handler)
    }

    /// Takes a timer back; one that has been called already is none any more.
    public func cancel(_ timer: TimerID) { timers.remove(timer) }

    /// Calls `preparation` each time before the loop waits: for libraries that say only then what they wait for.
    @discardableResult
    public func beforeWaiting(_ preparation: @escaping () -> Void) -> PreparationID {
        preparationCount += 1
        let id = PreparationID(number: preparationCount)
        preparations.append((id, preparation))
        return id
    }

    /// Takes a preparation back.
    public func forget(_ preparation: PreparationID) { preparations.removeAll { $0.id == preparation } }

    /// Runs until ``stop()``.
    public func run() throws(SystemFailure) {
        isStopping = false
        while !isStopping { try turn(untilMicroseconds: .max) }
    }

    /// Runs until ``stop()``, until a condition is met, or until a moment of ``MonotonicClock``; answers the condition.
    public func run(untilMicroseconds moment: Int64, or condition: () -> Bool) throws(SystemFailure) -> Bool {
        isStopping = false
        while !condition() {
            if isStopping || MonotonicClock.nowMicroseconds >= moment { return false }
            try turn(untilMicroseconds: moment)
        }
        return true
    }

    /// Ends ``run()`` after the closure that is running now.
    public func stop() { isStopping = true }

    // MARK: - One turn

    /// Waits for something to happen, at most until a moment, and answers it.
    private func turn(untilMicroseconds latest: Int64) throws(SystemFailure) {
        for preparation in preparations { preparation.prepare() }
        var events = unsafe InlineArray<16, epoll_event>(repeating: epoll_event())
        var span = unsafe events.mutableSpan
        let wait = waitMilliseconds(until: min(latest, timers.nextMoment ?? .max))
        let count = unsafe span.withUnsafeMutableBufferPointer { buffer in
            unsafe epoll_wait(epoll, buffer.baseAddress, CInt(Self.eventsAtOnce), wait)
        }
        if count < 0, errno != EINTR { throw SystemFailure(action: "wait for", subject: "events", code: errno) }
        wokeAtMicroseconds = MonotonicClock.nowMicroseconds
        for index in 0..<Int(max(count, 0)) {
            answer(unsafe events[index].data.u64, Readiness(rawValue: unsafe events[index].events))
            if isStopping { return }
        }
        // Those that are set meanwhile have to wait for the next turn: descriptors, too, get theirs.
        let latest = timers.latest
        while !isStopping, let handler = timers.takeDue(atMicroseconds: MonotonicClock.nowMicroseconds, upTo: latest) {
            handler()
        }
    }

    private func answer(_ key: UInt64, _ readiness: Readiness) {
        let number = UInt32(truncatingIfNeeded: key >> 32)
        if number == Self.mailboxNumber { return mailbox.empty() }
        guard let watch = watches[CInt(truncatingIfNeeded: key)], watch.number == number else { return }
        watch.handler(readiness)
    }

    /// Rounded up: a wait that ends early would be begun again and again.
    private func waitMilliseconds(until moment: Int64) -> CInt {
        if moment == .max { return -1 }
        let now = MonotonicClock.nowMicroseconds
        if moment <= now { return 0 }
        return CInt(clamping: (moment - now + 999) / 1000)
    }

    private func control(
        _ operation: CInt,
        _ descriptor: CInt,
        _ readiness: Readiness,
        _ number: UInt32
    ) throws(SystemFailure) {
        let key = UInt64(number) << 32 | UInt64(UInt32(bitPattern: descriptor))
        var event = unsafe epoll_event(events: readiness.rawValue, data: .init(u64: key))
        _ = try systemCall("watch", "descriptor \(descriptor)") {
            unsafe epoll_ctl(epoll, operation, descriptor, &event)
        }
    }
}
