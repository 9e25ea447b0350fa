import Dashboard
import UnixIO

extension TerminalEncoder {
    /// An encoder for the terminal that the program runs on.
    static var fitting: TerminalEncoder { TerminalEncoder(environment: Environment.value(of:)) }
}
