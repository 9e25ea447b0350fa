import UnixIO
import WorkoutFiles

/// A file to import whose beginning was looked at: what it is shows in its octets, not in its name.
struct OpenedFile: ~Copyable {
    /// What workout files are known by: blanks may stand before the first element of XML.
    private static let beginningOctets = 512

    private let path: String
    private let file: InputFile
    private let beginning: [UInt8]

    /// Opens a file; `-` is standard input.
    init(path: String) throws(CommandFailure) {
        self.path = path
        do {
            let file = try InputFile(path: path)
            var bytes = [UInt8](repeating: 0, count: Self.beginningOctets)
            var filled = 0
            while filled < bytes.count {
                let count = try file.read(into: &bytes, from: filled, limit: bytes.count - filled)
                if count == 0 { break }
                filled += count
            }
            beginning = Array(bytes.prefix(filled))
            self.file = file
        } catch {
            throw CommandFailure(error)
        }
    }

    /// True for a FIT or TCX file; an archive, in which there may be one, is told of.
    var isWorkout: Bool {
        get throws(CommandFailure) {
            do {
                return try WorkoutFormat(beginning: beginning.span) != nil
            } catch {
                throw CommandFailure(error, path: path)
            }
        }
    }

    /// All octets, up to one more than a workout file may have.
    func readAll() throws(CommandFailure) -> [UInt8] {
        do {
            return try file.readAll(behind: beginning, limit: WorkoutLimits.octets)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The file as a capture.
    consuming func capture() -> CaptureFile { CaptureFile(file, beginning: beginning) }
}
