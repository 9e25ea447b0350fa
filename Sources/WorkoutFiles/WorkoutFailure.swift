/// Why a file is no run that Steady can take, or why a run fits into no file.
public enum WorkoutFailure: Error, Equatable, Sendable {
    /// There is no octet in the file.
    case empty
    /// The file is neither FIT nor TCX.
    case notAWorkout
    /// A zip archive, in which a workout file may be.
    case zipArchive
    /// A gzip file, in which a workout file may be.
    case gzipped
    /// The file ends before its end.
    case truncated(WorkoutFormat)
    /// Octets were changed: the check sum is wrong, or what stands at an offset can be nothing.
    case damaged(WorkoutFormat, offset: Int)
    /// A FIT file that is no activity; its type, by the number in the file and for people.
    case notAnActivity(type: Int, name: String)
    /// An XML file with another root element.
    case otherXML(root: String)
    /// An XML file with a document type, which no TCX file has: what it declares is not followed.
    case documentType
    /// An XML file in another encoding than UTF-8.
    case otherEncoding
    /// An activity that is neither running nor walking, and what it is.
    case otherSport(String)
    /// Several activities in one file.
    case severalActivities(Int)
    /// There is no moment of a run in it.
    case noRecords
    /// Its times count from when the device was switched on: the device did not know the date.
    case undated
    /// It holds more than ``WorkoutLimits`` allow.
    case tooLong
    /// A time that the format cannot express.
    case timeOutOfRange
}

/// The formats of workout files that Steady reads.
public enum WorkoutFormat: String, Sendable {
    case fit = "FIT"
    case tcx = "TCX"
}

/// What is more than a run can be: beyond it a file is refused, so that none can fill the memory.
public enum WorkoutLimits {
    /// Octets of a file: 64 MiB.
    public static let octets = 64 << 20
    /// Records of a run: three days of one a second.
    static let records = 1 << 18
    /// A week, in ms, from the first record to the last.
    static let milliseconds: Int64 = 7 * 86_400_000
    /// Intervals between beats that are kept with one record: in a pause of hours there may be no other.
    static let intervalsOfRecord = 1 << 14
    /// Laps, pauses, marks or sensors of a run.
    static let items = 4096
    /// Records further apart than this, in ms, have nothing between them: watches that record only what changes leave
    /// some 30 s at most.
    public static let longestHold: Int64 = 30_000
}

extension WorkoutFormat {
    /// The format of a file by its first octets; `nil` for what is neither.
    ///
    /// - Throws: ``WorkoutFailure/zipArchive`` or ``WorkoutFailure/gzipped`` for what has to be unpacked first.
    public init?(beginning bytes: Span<UInt8>) throws(WorkoutFailure) {
        func begins(_ octets: [UInt8], at offset: Int = 0) -> Bool {
            bytes.count >= offset + octets.count && octets.indices.allSatisfy { bytes[offset + $0] == octets[$0] }
        }
        if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) { throw .zipArchive }
        if begins([0x1F, 0x8B]) { throw .gzipped }
        if begins(Array(".FIT".utf8), at: 8), bytes[0] >= 12 {
            self = .fit
            return
        }
        // Text of UTF-16 is XML too, and then refused for what it is.
        if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) || begins([0x3C, 0x00]) || begins([0x00, 0x3C]) {
            self = .tcx
            return
        }
        var place = begins([0xEF, 0xBB, 0xBF]) ? 3 : 0
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
        guard place < bytes.count, bytes[place] == UInt8(ascii: "<") else { return nil }
        self = .tcx
    }
}

extension Workout {
    /// Reads a FIT or TCX file.
    ///
    /// - Parameter bytes: The whole file, ``WorkoutLimits/octets`` at most.
    /// - Throws: ``WorkoutFailure``: why it is no run.
    public init(reading bytes: Span<UInt8>) throws(WorkoutFailure) {
        if bytes.count > WorkoutLimits.octets { throw .tooLong }
        if bytes.isEmpty { throw .empty }
        switch try WorkoutFormat(beginning: bytes) {
        case .fit: self = try Workout(readingFIT: bytes)
        case .tcx: self = try Workout(readingTCX: bytes)
        case nil: throw .notAWorkout
        }
    }
}
