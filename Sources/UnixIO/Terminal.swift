import CUnix
import Glibc

/// The controlling terminal, raw and on its alternate screen; put back as it was on every way out.
///
/// Signals that end the program or resize the window come as events of ``wait(untilMicroseconds:)``, so that the
/// terminal is restored before the program goes. Keys are octets; Ctrl-C is one of them.
public struct Terminal: ~Copyable {
    /// What happened while waiting.
    public enum Event: Equatable, Sendable {
        case key(Key)
        /// The window has another size.
        case resized
        /// The program should end: a signal, or the terminal is gone.
        case terminated
        /// Nothing, until the time was over.
        case timeout
    }

    /// A key that Steady knows.
    public enum Key: Equatable, Sendable {
        case character(UInt8)
        case left, right, up, down
        case interrupt
    }

    private static let signals = [SIGWINCH, SIGTERM, SIGHUP, SIGINT]

    private let saved: termios
    private let signalDescriptor: CInt
    private let previousMask: sigset_t
    /// What was typed and not told of yet: a read may bring several keys.
    private var typed: [UInt8] = []

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
        var mask = sigset_t()
        var previous = sigset_t()
        unsafe sigemptyset(&mask)
        for number in Self.signals { unsafe sigaddset(&mask, number) }
        unsafe sigprocmask(SIG_BLOCK, &mask, &previous)
        previousMask = previous
        signalDescriptor = unsafe signalfd(-1, &mask, CInt(SFD_CLOEXEC | SFD_NONBLOCK))
        unsafe cfmakeraw(&state)
        _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &state)
        Self.put("\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J")
    }

    deinit {
        Self.put("\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l")
        var state = saved
        _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &state)
        var mask = previousMask
        close(signalDescriptor)
        unsafe sigprocmask(SIG_SETMASK, &mask, nil)
    }

    /// Becomes readable when a key is pressed, or a signal comes: for whoever waits for other things as well.
    public var descriptors: [CInt] { [STDIN_FILENO, signalDescriptor] }

    /// What has happened already, without waiting; `nil` when nothing has.
    public mutating func nextEvent() -> Event? {
        while true {
            let hadTyped = !typed.isEmpty
            let event = wait(untilMicroseconds: 0)
            // A key that Steady does not know is no end of what was typed.
            if event != .timeout { return event }
            if !hadTyped && typed.isEmpty { return nil }
        }
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
        if !typed.isEmpty { return nextKey() }
        var descriptors = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signalDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        let wait = max(0, deadline - MonotonicClock.nowMicroseconds)
        // Rounded up: a wait that ends early would be begun again and again.
        let ready = unsafe poll(&descriptors, 2, CInt(clamping: (wait + 999) / 1000))
        if ready <= 0 { return .timeout }
        if descriptors[1].revents != 0 { return nextSignal() }
        var octets = [UInt8](repeating: 0, count: 64)
        let count = unsafe read(STDIN_FILENO, &octets, octets.count)
        if count <= 0 { return .terminated }
        typed = Array(octets[0..<count])
        return nextKey()
    }

    private func nextSignal() -> Event {
        var information = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        guard unsafe read(signalDescriptor, &information, size) == size else { return .timeout }
        return information.ssi_signo == UInt32(SIGWINCH) ? .resized : .terminated
    }

    /// Takes the first key of ``typed``; `.timeout` for one that Steady does not know.
    private mutating func nextKey() -> Event {
        let key = typed.removeFirst()
        let isSequence = key == 0x1B && (typed.first == UInt8(ascii: "[") || typed.first == UInt8(ascii: "O"))
        guard isSequence else { return .key(key == 3 ? .interrupt : .character(key)) }
        // Behind ESC and [ or O come parameters, and one octet that names the key.
        let end = typed.dropFirst().firstIndex { $0 >= 0x40 } ?? typed.endIndex - 1
        let name = typed[end]
        typed.removeFirst(end + 1)
        switch name {
        case UInt8(ascii: "A"): return .key(.up)
        case UInt8(ascii: "B"): return .key(.down)
        case UInt8(ascii: "C"): return .key(.right)
        case UInt8(ascii: "D"): return .key(.left)
        default: return .timeout
        }
    }

    private static func put(_ text: String) {
        let bytes = Array(text.utf8)
        try? write(all: bytes.span, to: STDOUT_FILENO, named: "the terminal")
    }
}
