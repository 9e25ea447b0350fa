import CUnix
import Glibc

extension ChildProcess {
    /// What a program printed before it ended.
    public struct Output: Equatable, Sendable {
        /// The exit status; `nil` when a signal ended it.
        public var exitStatus: Int?
        /// What it wrote to standard output; what is no UTF-8 is replaced.
        public var text: String
    }

    /// Octets of output that are kept; the rest is read and thrown away.
    private static let outputLimit = 65_536

    /// Runs a program to its end and keeps what it prints, up to 64 KiB; its errors are thrown away, and its input is
    /// empty. It is found in PATH, or named by its path. Throws when there is none.
    public static func output(of program: String, _ arguments: [String]) throws(SystemFailure) -> Output {
        var ends: [CInt] = [-1, -1]
        _ = try systemCall("open", "a pipe") { unsafe pipe2(&ends, O_CLOEXEC) }
        let (reading, writing) = (ends[0], ends[1])
        defer { close(reading) }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, writing, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        var child = pid_t()
        let code = unsafe posix_spawnp(&child, program, &actions, nil, &words, environ)
        // The child's copy is the only one left: its end is the end of the output.
        close(writing)
        if code != 0 { throw SystemFailure(action: "run", subject: program, code: code) }
        let kept = Result { () throws(SystemFailure) in try readAll(reading, of: program) }
        var status: CInt = 0
        _ = try systemCall("wait for", program) { unsafe waitpid(child, &status, 0) }
        return Output(
            exitStatus: status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : nil,
            text: String(decoding: try kept.get(), as: UTF8.self)
        )
    }

    private static func readAll(_ descriptor: CInt, of program: String) throws(SystemFailure) -> [UInt8] {
        var kept: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = try systemCall("read from", program) { unsafe read(descriptor, &buffer, buffer.count) }
            if count == 0 { return kept }
            kept += buffer.prefix(min(count, outputLimit - kept.count))
        }
    }
}
