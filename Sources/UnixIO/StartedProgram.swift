import CUnix
import Glibc

/// A program that was started because of something that happened, and is not waited for. What it prints is thrown away; it
/// has a process group of its own, which ends with the value that stands for it.
public struct StartedProgram: ~Copyable {
    /// What fits into a pipe before anybody reads.
    private static let largestInput = 4096

    private let identifier: pid_t
    /// Becomes readable when the program has ended.
    public let descriptor: CInt

    /// Starts a program found in PATH, or named by its path; `input` is what it reads, 4096 octets at most.
    public init(_ program: String, _ arguments: [String], input: [UInt8]) throws(SystemFailure) {
        var ends: [CInt] = [-1, -1]
        _ = try systemCall("open", "a pipe") { unsafe pipe2(&ends, O_CLOEXEC) }
        _ = unsafe write(ends[1], input, min(input.count, Self.largestInput))
        close(ends[1])
        defer { close(ends[0]) }
        let child = try Self.spawn(program, arguments, standardInput: ends[0])
        let watch = pidfd_open(child, 0)
        if watch < 0 {
            let code = errno
            Self.end(child)
            throw SystemFailure(action: "watch", subject: program, code: code)
        }
        identifier = child
        descriptor = watch
    }

    deinit {
        close(descriptor)
        Self.end(identifier)
    }

    private static func end(_ child: pid_t) {
        var status: CInt = 0
        _ = kill(-child, SIGKILL)
        _ = unsafe waitpid(child, &status, 0)
    }

    private static func spawn(
        _ program: String,
        _ arguments: [String],
        standardInput: CInt
    ) throws(SystemFailure) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, standardInput, STDIN_FILENO)
        for output in [STDOUT_FILENO, STDERR_FILENO] {
            unsafe posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
        }
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // The signals that this program keeps to itself are none of the other's business.
        var mask = sigset_t()
        unsafe sigemptyset(&mask)
        unsafe posix_spawnattr_setsigmask(&attributes, &mask)
        unsafe sigaddset(&mask, SIGPIPE)
        unsafe posix_spawnattr_setsigdefault(&attributes, &mask)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        var child = pid_t()
        let code = unsafe posix_spawnp(&child, program, &actions, &attributes, &words, environ)
        if code != 0 { throw SystemFailure(action: "run", subject: program, code: code) }
        return child
    }
}
