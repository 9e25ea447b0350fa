import CUnix
import Glibc

/// The controlling terminal, raw and on its alternate screen; put back as it was on every way out.
///
/// Signals that end the program, resize the window or stop and continue it come as events of
/// ``wait(untilMicroseconds:)``, so that the terminal is restored before the program goes. Those that end it by force, and
/// traps, restore it in a handler. Keys are octets; Ctrl-C and Ctrl-Z are two of them.
public struct Terminal: ~Copyable {
    /// What happened while waiting.
    public enum Event: Equatable, Sendable {
        case key(TerminalKey)
        /// The window has another size.
        case resized
        /// The program is to stop for a while: ``suspend()`` does so.
        case suspended
        /// The program goes on after it was stopped: the screen may hold anything.
        case continued
        /// The program should end: a signal, or the terminal is gone.
        case terminated
        /// Nothing, until the time was over.
        case timeout
    }

    private static let signals = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT]
    /// A key of several octets comes at once; over a slow line with gaps that nobody can type.
    private static let keyMicroseconds: Int64 = 20_000

    private static let taking: StaticString = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[m\u{1B}[2J"
    private static let restoring: StaticString = "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

    private let saved: termios
    private let signalDescriptor: CInt
    private let previousMask: sigset_t
    private var keys = TerminalKeyDecoder()

    /// True when both standard input and output are a terminal.
    public static var isAvailable: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// True when standard output is a terminal.
    public static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Columns of the window that standard output goes to; `nil` where it is no terminal, or one that does not say.
    public static var outputColumns: Int? {
        var window = winsize()
        guard isOutput, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
            return nil
        }
        return Int(window.ws_col)
    }

    /// Takes the terminal over. `nil` when standard input or output is none.
    public init?() {
        var state = termios()
        guard Self.isAvailable, unsafe tcgetattr(STDIN_FILENO, &state) == 0
        else { return nil }
        saved = state
        var mask = Self.signalMask
        var previous = sigset_t()
        unsafe sigprocmask(SIG_BLOCK, &mask, &previous)
        previousMask = previous
        signalDescriptor = unsafe signalfd(-1, &mask, CInt(SFD_CLOEXEC | SFD_NONBLOCK))
        take()
    }

    deinit {
        giveBack()
        var mask = previousMask
        close(signalDescriptor)
        unsafe sigprocmask(SIG_SETMASK, &mask, nil)
    }

    private static var signalMask: sigset_t {
        var mask = sigset_t()
        unsafe sigemptyset(&mask)
        for number in signals { unsafe sigaddset(&mask, number) }
        return mask
    }

    // MARK: - Taking and giving back

    private borrowing func take() {
        var state = saved
        unsafe steady_rescue_arm(&state, Self.restoring.utf8Start, Self.restoring.utf8CodeUnitCount)
        unsafe cfmakeraw(&state)
        _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &state)
        Self.put(Self.taking)
    }

    private borrowing func giveBack() {
        Self.put(Self.restoring)
        var state = saved
        _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &state)
        steady_rescue_disarm()
    }

    /// Gives the terminal back, stops the program as Ctrl-Z does elsewhere, and takes the terminal again when it goes on.
    /// What stood on the screen is gone then. Where nobody could continue the program, it goes on at once.
    public mutating func suspend() {
        giveBack()
        var stop = sigset_t()
        unsafe sigemptyset(&stop)
        unsafe sigaddset(&stop, SIGTSTP)
        // The whole job stops, as if the terminal had sent it; here it comes when it is let through.
        _ = kill(0, SIGTSTP)
        unsafe sigprocmask(SIG_UNBLOCK, &stop, nil)
        unsafe sigprocmask(SIG_BLOCK, &stop, nil)
        take()
    }

    // MARK: - What happens

    /// Becomes readable when a key is pressed, or a signal comes: for whoever waits for other things as well.
    public var descriptors: [CInt] { [STDIN_FILENO, signalDescriptor] }

    /// What has happened already, without waiting; `nil` when nothing has.
    public mutating func nextEvent() -> Event? {
        let event = wait(untilMicroseconds: 0)
        return event == .timeout ? nil : event
    }

    /// Columns and rows of the window.
    public var size: (columns: Int, rows: Int) {
        var window = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return (80, 24)
        }
        return (Int(window.ws_col), Int(window.ws_row))
    }

    /// Sends octets to the screen.
    public func show(_ bytes: [UInt8]) throws(SystemFailure) {
        try write(all: bytes.span, to: STDOUT_FILENO, named: "the terminal")
    }

    /// Waits for a key or a signal until a moment of ``MonotonicClock``.
    public mutating func wait(untilMicroseconds deadline: Int64) -> Event {
        if let key = nextKey() { return .key(key) }
        let ready = isReady(until: deadline)
        if ready.signal { return nextSignal() }
        if !ready.key { return .timeout }
        if !read() { return .terminated }
        return nextKey().map { .key($0) } ?? .timeout
    }

    /// The next of the keys that were typed. Of the beginning of one the rest is waited for.
    private mutating func nextKey() -> TerminalKey? {
        while keys.isUnfinished {
            let isMore = isReady(until: MonotonicClock.nowMicroseconds + Self.keyMicroseconds).key
            if !isMore || !read() { break }
        }
        return keys.next()
    }

    /// Takes in what was typed; false when the terminal is gone.
    private mutating func read() -> Bool {
        var octets = [UInt8](repeating: 0, count: 64)
        let count = unsafe Glibc.read(STDIN_FILENO, &octets, octets.count)
        if count <= 0 { return false }
        keys.take(octets[0..<count])
        return true
    }

    private borrowing func isReady(until deadline: Int64) -> (key: Bool, signal: Bool) {
        var descriptors = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signalDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        let wait = max(0, deadline - MonotonicClock.nowMicroseconds)
        // Rounded up: a wait that ends early would be begun again and again.
        let ready = unsafe poll(&descriptors, 2, CInt(clamping: (wait + 999) / 1000))
        if ready <= 0 { return (false, false) }
        return (descriptors[0].revents != 0, descriptors[1].revents != 0)
    }

    private mutating func nextSignal() -> Event {
        var information = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        guard unsafe Glibc.read(signalDescriptor, &information, size) == size else { return .timeout }
        switch CInt(information.ssi_signo) {
        case SIGWINCH: return .resized
        case SIGTSTP: return .suspended
        case SIGCONT:
            // A shell that had the terminal meanwhile has given it modes of its own.
            take()
            return .continued
        default: return .terminated
        }
    }

    private static func put(_ text: StaticString) {
        let bytes = unsafe Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        try? write(all: bytes.span, to: STDOUT_FILENO, named: "the terminal")
    }
}
