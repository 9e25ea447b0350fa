import Glibc

/// Runs another program to its end and tells what it cost.
public enum ChildProcess {
    /// What a program that ended cost, by the operating system's own count.
    public struct Usage: Equatable, Sendable {
        /// The exit status; `nil` when a signal ended it.
        public var exitStatus: Int?
        /// From its start to its end.
        public var wallMicroseconds: Int64
        /// Time on processors, user and system.
        public var processorMicroseconds: Int64
        /// The largest resident memory in octets.
        public var peakMemoryOctets: Int
    }

    /// Starts a program found in PATH, with what it prints thrown away.
    static func start(_ program: String, _ arguments: [String]) throws(SystemFailure) -> pid_t {
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var child = pid_t()
        let code = unsafe posix_spawnp(&child, program, &actions, nil, &words, environ)
        if code != 0 { throw SystemFailure(action: "run", subject: program, code: code) }
        return child
    }

    /// Runs a program found in PATH, with what it prints thrown away.
    public static func run(_ program: String, _ arguments: [String]) throws(SystemFailure) -> Usage {
        let began = MonotonicClock.nowMicroseconds
        let child = try start(program, arguments)
        var status: CInt = 0
        var usage = rusage()
        _ = try systemCall("wait for", program) { unsafe wait4(child, &status, 0, &usage) }
        return Usage(
            exitStatus: status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : nil,
            wallMicroseconds: MonotonicClock.nowMicroseconds - began,
            processorMicroseconds: microseconds(usage.ru_utime) + microseconds(usage.ru_stime),
            peakMemoryOctets: usage.ru_maxrss * 1024
        )
    }

    static func microseconds(_ time: timeval) -> Int64 {
        Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_usec)
    }
}
