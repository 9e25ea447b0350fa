import RunEngine
import WorkoutFiles

/// What must hold of the readers of workout files, whatever the file is. The fuzzer holds them to this, and so do the tests
/// with what it has found.
public enum WorkoutProperties {
    /// What was seen of a file.
    public struct Findings: Equatable, Sendable {
        /// True when a run was read.
        public var isRun: Bool
        /// What is wrong with how it was read, in words; `nil` when nothing is.
        public var violation: String?

        public init(isRun: Bool, violation: String? = nil) {
            self.isRun = isRun
            self.violation = violation
        }
    }

    /// Reads a file, one of FIT as if its checksums were right: no fuzzer guesses those.
    public static func check(_ file: [UInt8]) -> Findings {
        let file = mended(file)
        guard let workout = try? Workout(reading: file.span) else { return Findings(isRun: false) }
        return Findings(isRun: true, violation: violation(of: workout) ?? violationWhenWritten(workout))
    }

    /// A FIT file with the check sums that its octets ask for; another file as it is.
    public static func mended(_ file: [UInt8]) -> [UInt8] {
        guard file.count > 16, file[8..<12].elementsEqual(".FIT".utf8) else { return file }
        var file = Array(file.dropLast(2))
        // 0 is the word for a header without one.
        if file[0] >= 14 { (file[12], file[13]) = (0, 0) }
        let sum = checksum(file)
        return file + [UInt8(sum & 0xFF), UInt8(sum >> 8)]
    }

    /// CRC-16/ARC, bit by bit.
    private static func checksum(_ bytes: [UInt8]) -> UInt16 {
        bytes.reduce(UInt16(0)) { sum, octet in
            (0..<8).reduce(sum ^ UInt16(octet)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xA001 : sum >> 1 }
        }
    }

    private static func violation(of workout: Workout) -> String? {
        let times = workout.records.map(\.timeMilliseconds)
        if times.isEmpty { return "a run without a record" }
        if zip(times, times.dropFirst()).contains(where: { $0 > $1 }) { return "the records are out of order" }
        if times.contains(where: { $0 < 0 || $0 > workout.elapsedMilliseconds }) { return "a record outside the run" }
        if workout.records.contains(where: { $0.heartRateBPM.map { !(1...255).contains($0) } ?? false }) {
            return "a heart rate that is none"
        }
        return nil
    }

    /// What was read can be written, and is read again as a run of the same length; the engine takes it.
    private static func violationWhenWritten(_ workout: Workout) -> String? {
        for bytes in [try? workout.fit(serial: 1, softwareVersion: 1), workout.tcx()].compactMap(\.self) {
            guard let again = try? Workout(reading: bytes.span) else { continue }
            if again.records.count > workout.records.count + workout.laps.count + 2 {
                return "writing it made records"
            }
        }
        guard let plan = try? RunnerProfile(maximumBPM: 180).plan() else { return "no plan" }
        var session = RunSession(plan: plan, source: .replay)
        var (events, last) = (0, Int64.min)
        for timed in WorkoutInputs(workout) {
            if timed.unixMicroseconds < last { return "inputs out of order" }
            last = timed.unixMicroseconds
            session.apply(timed.input, atUnixMicroseconds: timed.unixMicroseconds)
            session.drainEvents { _ in events += 1 }
        }
        session.finish()
        session.drainEvents { _ in events += 1 }
        return session.hasBegun && events < 2 ? "a session without an end" : nil
    }
}
