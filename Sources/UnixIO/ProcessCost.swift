import Glibc

/// What this process has cost so far, by the operating system's own count.
public struct ProcessCost: Equatable, Sendable {
    /// Time on processors, user and system.
    public var processorMicroseconds: Int64
    /// The largest resident memory in octets.
    public var peakMemoryOctets: Int

    /// The cost until now.
    public static var now: ProcessCost {
        var usage = rusage()
        _ = unsafe getrusage(CInt(RUSAGE_SELF.rawValue), &usage)
        return ProcessCost(
            processorMicroseconds: ChildProcess.microseconds(usage.ru_utime)
                + ChildProcess.microseconds(usage.ru_stime),
            peakMemoryOctets: usage.ru_maxrss * 1024
        )
    }
}
