import Glibc

/// A program that runs beside this one, and is ended with the value that stands for it.
public struct BackgroundProcess: ~Copyable {
    private let identifier: pid_t

    /// Starts a program found in PATH; what it prints is thrown away.
    public init(_ program: String, _ arguments: [String]) throws(SystemFailure) {
        identifier = try ChildProcess.start(program, arguments)
    }

    deinit {
        var status: CInt = 0
        kill(identifier, SIGTERM)
        _ = unsafe waitpid(identifier, &status, 0)
    }
}
