public import Foundation

/// Where tests find their files.
public enum Places {
    /// The root of the repository.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The captures that ship with Steady.
    public static let captures = root.appending(path: "Hardware/captures")

    /// What a fuzzer found; what was found in the field or by hand may lie there too.
    public static func finds(_ fuzzer: String) throws -> [URL] {
        let folder = root.appending(path: "Tests/Fuzzing/Finds").appending(path: fuzzer)
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    }

    /// Recordings of other people, which are not Steady's to give away; `nil` where they are not beside the repository.
    public static let recordings: URL? = {
        let place = root.deletingLastPathComponent().appending(path: "shared/vectors")
        return FileManager.default.fileExists(atPath: place.path) ? place : nil
    }()

    /// The intervals of a recorded run, likewise.
    public static let recordedIntervals: URL? = {
        let place = root.deletingLastPathComponent().appending(path: "shared/science/vectors/real/hrv_recorded.json")
        return FileManager.default.fileExists(atPath: place.path) ? place : nil
    }()

    /// Why a test of those recordings is skipped.
    public static let noRecordings: String = "the recordings of other people are not beside this checkout"

    /// The octets of a file.
    public static func bytes(_ file: URL) throws -> [UInt8] { try [UInt8](Data(contentsOf: file)) }

    /// A program on this machine, or `nil`.
    public static func program(_ name: String) -> URL? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
            .map { URL(filePath: String($0)).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}

extension [UInt8] {
    /// The octets of hex digits, spaces allowed.
    public init(hex: String) {
        let digits = hex.compactMap(\.hexDigitValue)
        self = stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// Lower-case hex digits.
    public var hex: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
