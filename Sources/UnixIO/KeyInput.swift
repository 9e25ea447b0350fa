import CUnix
import Glibc

/// What is typed or piped in while lines are printed. A terminal gives each key at once, unechoed, and is put back as it
/// was on every way out, those by force and by a crash among them; its signals stay signals.
///
/// One at a time, and none beside a ``Terminal``: both are put back by the same handler.
public struct KeyInput: ~Copyable {
    /// True where somebody types.
    public let isTerminal: Bool
    private let saved: termios

    /// Standard input.
    public init() {
        var state = termios()
        isTerminal = unsafe isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &state) == 0
        saved = state
        guard isTerminal else { return }
        // Nothing stands on the screen that would have to be taken away.
        let nothing: StaticString = ""
        unsafe steady_rescue_arm(&state, nothing.utf8Start, 0)
        state.c_lflag &= ~tcflag_t(ICANON | ECHO)
        _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &state)
    }

    deinit {
        guard isTerminal else { return }
        var state = saved
        _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &state)
        steady_rescue_disarm()
    }

    /// Readable when something was typed.
    public var descriptor: CInt { STDIN_FILENO }

    /// What was typed; empty at the end. Waits where the descriptor is not readable.
    public func read() -> [UInt8] {
        var octets = [UInt8](repeating: 0, count: 256)
        let count =
            (try? systemCall("read", "standard input") {
                unsafe octets.withUnsafeMutableBytes { unsafe Glibc.read(STDIN_FILENO, $0.baseAddress!, $0.count) }
            }) ?? 0
        return Array(octets.prefix(count))
    }
}
