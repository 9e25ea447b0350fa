import CSystemd
public import EventLoop
import Glibc
import UnixIO

/// A connection to a message bus, on the thread of an ``EventLoop``.
///
/// Nothing here waits: calls are answered by closures, each call with its own deadline. sd-bus is bound to one thread,
/// and so is this class, which is not `Sendable`.
@safe
public final class BusConnection {
    private let loop: EventLoop
    private let bus: OpaquePointer
    private let descriptor: CInt
    private var readiness: EventLoop.Readiness = .readable
    private var timer: TimerID?
    private var timerMoment = UInt64.max
    private var slots: [BusSlot] = []
    private var preparation: EventLoop.PreparationID?
    /// What was asked and is not answered yet, by number.
    private var pending: [UInt64: PendingAnswer] = [:]
    private var callCount: UInt64 = 0
    private(set) var isOpen = true
    /// Called once when the bus is gone; what was asked has been answered with an error by then.
    public var onClosed: (() -> Void)?

    /// Connects to the system bus, or to the bus of an address. Nothing has been said on it yet when this returns.
    public init(address: String? = nil, on loop: EventLoop) throws(BusError) {
        self.loop = loop
        unsafe bus = try Self.opened(address)
        descriptor = unsafe sd_bus_get_fd(bus)
        do {
            try loop.watch(descriptor) { [weak self] _ in self?.process() }
        } catch {
            unsafe _ = sd_bus_unref(bus)
            throw BusError(code: -error.code)
        }
        preparation = loop.beforeWaiting { [weak self] in self?.prepareToWait() }
    }

    private static func opened(_ address: String?) throws(BusError) -> OpaquePointer {
        var bus: OpaquePointer?
        guard let address else {
            try check(unsafe sd_bus_open_system(&bus))
            return unsafe bus!
        }
        try check(unsafe sd_bus_new(&bus))
        do throws(BusError) {
            try check(unsafe sd_bus_set_address(bus, address))
            try check(unsafe sd_bus_set_bus_client(bus, 1))
            try check(unsafe sd_bus_negotiate_fds(bus, 1))
            try check(unsafe sd_bus_start(bus))
        } catch {
            unsafe _ = sd_bus_unref(bus)
            throw error
        }
        return unsafe bus!
    }

    deinit {
        close()
        unsafe _ = sd_bus_unref(bus)
    }

    /// Says what is still to be said, and leaves the bus.
    /// What was asked and is not answered yet, never will be.
    public func close() {
        guard isOpen else { return }
        // Before the bus has let us in there is nothing to say, and saying it would wait for that.
        if unsafe sd_bus_is_ready(bus) > 0 { unsafe _ = sd_bus_flush(bus) }
        shut()
        pending = [:]
        slots = []
    }

    private func shut() {
        isOpen = false
        if let timer { loop.cancel(timer) }
        if let preparation { loop.forget(preparation) }
        loop.unwatch(descriptor)
        unsafe sd_bus_close(bus)
    }

    /// A message of nothing: what there is to read where no message came.
    public func emptyMessage() throws(BusError) -> BusMessage {
        var handle: OpaquePointer?
        try check(unsafe sd_bus_message_new(bus, &handle, UInt8(SD_BUS_MESSAGE_METHOD_ERROR)))
        return unsafe BusMessage(adopting: handle!)
    }

    // MARK: - Asking and listening

    /// Calls a method; `answer` is called once with the reply or with why there is none. Deadline in microseconds.
    public func call(
        _ destination: String,
        _ path: String,
        _ interface: String,
        _ member: String,
        deadlineMicroseconds: UInt64 = 10_000_000,
        arguments: (borrowing BusMessage) throws(BusError) -> Void = { _ in },
        answer: @escaping (borrowing BusMessage, BusError?) -> Void
    ) throws(BusError) {
        var handle: OpaquePointer?
        try check(unsafe sd_bus_message_new_method_call(bus, &handle, destination, path, interface, member))
        let message = unsafe BusMessage(adopting: handle!)
        try arguments(message)
        callCount += 1
        let pendingAnswer = PendingAnswer(callCount, of: self, answer)
        let sent = unsafe sd_bus_call_async(
            bus,
            &pendingAnswer.slot,
            message.handle,
            PendingAnswer.callback,
            unsafe Unmanaged.passUnretained(pendingAnswer).toOpaque(),
            deadlineMicroseconds
        )
        try check(sent)
        pending[callCount] = pendingAnswer
    }

    fileprivate func answered(_ number: UInt64) { pending[number] = nil }

    /// Calls `handler` for every signal that fits a rule of D-Bus, for as long as the connection lives.
    public func listen(_ rule: String, _ handler: @escaping (borrowing BusMessage) -> Void) throws(BusError) {
        let slot = BusSlot { message in
            handler(message)
            return false
        }
        // Without a callback of its own, sd-bus would close the connection when the bus refuses a rule.
        let added = unsafe sd_bus_add_match_async(
            bus,
            &slot.handle,
            rule,
            BusSlot.callback,
            { _, _, _ in 1 },
            unsafe Unmanaged.passUnretained(slot).toOpaque()
        )
        try check(added)
        slots.append(slot)
    }

    /// Answers calls to a path and all below it: `handler` says whether it took the call.
    public func serve(_ path: String, _ handler: @escaping (borrowing BusMessage) -> Bool) throws(BusError) {
        let slot = BusSlot(handler)
        let context = unsafe Unmanaged.passUnretained(slot).toOpaque()
        try check(unsafe sd_bus_add_fallback(bus, &slot.handle, path, BusSlot.callback, context))
        slots.append(slot)
    }

    // MARK: - Answering and telling

    /// Answers a call.
    public func reply(
        to call: borrowing BusMessage,
        _ contents: (borrowing BusMessage) throws(BusError) -> Void = { _ in }
    ) throws(BusError) {
        var handle: OpaquePointer?
        try check(unsafe sd_bus_message_new_method_return(call.handle, &handle))
        let message = unsafe BusMessage(adopting: handle!)
        try contents(message)
        try check(unsafe sd_bus_send(bus, message.handle, nil))
    }

    /// Answers a call with an error.
    public func reply(to call: borrowing BusMessage, _ error: BusError) throws(BusError) {
        var copy = unsafe sd_bus_error()
        defer { unsafe sd_bus_error_free(&copy) }
        unsafe _ = sd_bus_error_set(&copy, error.name, error.message)
        try check(unsafe sd_bus_reply_method_error(call.handle, &copy))
    }

    /// Tells everybody who listens.
    public func emit(
        _ path: String,
        _ interface: String,
        _ member: String,
        _ contents: (borrowing BusMessage) throws(BusError) -> Void
    ) throws(BusError) {
        var handle: OpaquePointer?
        try check(unsafe sd_bus_message_new_signal(bus, &handle, path, interface, member))
        let message = unsafe BusMessage(adopting: handle!)
        try contents(message)
        try check(unsafe sd_bus_send(bus, message.handle, nil))
    }

    /// Takes a name on the bus; waits for the bus to answer, and so is for the start of a service.
    public func takeName(_ name: String) throws(BusError) { try check(unsafe sd_bus_request_name(bus, name, 0)) }

    /// Gives a name back.
    public func dropName(_ name: String) throws(BusError) { try check(unsafe sd_bus_release_name(bus, name)) }

    // MARK: - The loop

    /// Handles what came; at most so many messages in a row that others get their turn.
    private func process() {
        for _ in 0..<256 {
            guard isOpen else { return }
            let result = unsafe sd_bus_process(bus, nil)
            if result < 0 { return lose() }
            if result == 0 { return }
        }
    }

    private func lose() {
        guard isOpen else { return }
        shut()
        // sd-bus answers what is open when the other end hangs up, but not when what comes from there is nonsense.
        let unanswered = pending.sorted { $0.key < $1.key }
        pending = [:]
        let error = BusError(name: BusError.disconnected, message: "the connection to the bus is gone")
        for (_, answer) in unanswered {
            guard let message = try? emptyMessage() else { continue }
            answer.answer(message, error)
        }
        onClosed?()
    }

    /// Says to the loop what sd-bus waits for: only now does it know itself.
    private func prepareToWait() {
        guard isOpen else { return }
        let events = unsafe sd_bus_get_events(bus)
        if events < 0 {
            // Not now: whoever is told of it may want to do something before the loop waits.
            if let timer { loop.cancel(timer) }
            timerMoment = 0
            timer = loop.schedule(atMicroseconds: 0) { [weak self] in
                self?.timer = nil
                self?.lose()
            }
            return
        }
        let wanted: EventLoop.Readiness = events & CInt(POLLOUT) != 0 ? [.readable, .writable] : .readable
        if wanted != readiness {
            readiness = wanted
            try? loop.change(descriptor, to: wanted)
        }
        var moment = UInt64.max
        unsafe _ = sd_bus_get_timeout(bus, &moment)
        if moment == timerMoment, timer != nil || moment == .max { return }
        if let timer { loop.cancel(timer) }
        timerMoment = moment
        timer = nil
        if moment == .max { return }
        timer = loop.schedule(atMicroseconds: Int64(clamping: moment)) { [weak self] in
            self?.timer = nil
            self?.process()
        }
    }
}

/// Waits for the answer to one call.
@safe
private final class PendingAnswer {
    var slot: OpaquePointer?
    let answer: (borrowing BusMessage, BusError?) -> Void
    private let number: UInt64
    private weak var connection: BusConnection?

    init(_ number: UInt64, of connection: BusConnection, _ answer: @escaping (borrowing BusMessage, BusError?) -> Void)
    {
        self.number = number
        self.connection = connection
        self.answer = answer
    }

    deinit { unsafe _ = sd_bus_slot_unref(slot) }

    static let callback: sd_bus_message_handler_t = { reply, context, _ in
        let pending = unsafe Unmanaged<PendingAnswer>.fromOpaque(context!).takeUnretainedValue()
        pending.connection?.answered(pending.number)
        let message = unsafe BusMessage(retaining: reply!)
        pending.answer(message, message.error)
        return 1
    }
}

/// A closure that sd-bus calls, and sd-bus's own handle of it, which this owns.
@safe
private final class BusSlot {
    var handle: OpaquePointer?
    let handler: (borrowing BusMessage) -> Bool

    init(_ handler: @escaping (borrowing BusMessage) -> Bool) { self.handler = handler }

    deinit { unsafe _ = sd_bus_slot_unref(handle) }

    static let callback: sd_bus_message_handler_t = { message, context, _ in
        let slot = unsafe Unmanaged<BusSlot>.fromOpaque(context!).takeUnretainedValue()
        return slot.handler(unsafe BusMessage(retaining: message!)) ? 1 : 0
    }
}
