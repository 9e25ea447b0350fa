import Capture
import UnixIO

/// Reads a capture file from disk through a ``CaptureReader``.
struct CaptureFile: ~Copyable {
    /// What is read at a time: what comes of it still fits into a processor's cache.
    private static let pieceOctets = 65_536

    private let file: InputFile
    private(set) var reader = CaptureReader()
    private var buffer: [UInt8]
    private var filled = 0
    private var isAtEnd = false
    /// The octet of the file that is read next.
    private var offset: Int64 = 0

    /// Where the reading of a file stands: all that is needed to go on from there.
    struct Mark {
        fileprivate var reader: CaptureReader
        /// What was read and is not used up.
        fileprivate var rest: [UInt8]
        fileprivate var offset: Int64
        fileprivate var isAtEnd: Bool
    }

    /// Opens a file; `-` is standard input.
    init(path: String) throws(CommandFailure) {
        do {
            self.init(try InputFile(path: path))
        } catch {
            throw CommandFailure(error)
        }
    }

    /// A file that was opened before, and the octets that were read of it.
    init(_ file: consuming InputFile, beginning: [UInt8] = []) {
        self.file = file
        buffer = beginning + [UInt8](repeating: 0, count: CaptureReader.bufferOctets - beginning.count)
        filled = beginning.count
        offset = Int64(beginning.count)
    }

    /// Where the reading stands.
    var mark: Mark { Mark(reader: reader, rest: Array(buffer[..<filled]), offset: offset, isAtEnd: isAtEnd) }

    /// Goes on from where the reading stood before.
    mutating func go(to mark: Mark) throws(CommandFailure) {
        do {
            try file.seek(to: mark.offset)
        } catch {
            throw CommandFailure(error)
        }
        reader = mark.reader
        buffer.replaceSubrange(..<mark.rest.count, with: mark.rest)
        filled = mark.rest.count
        offset = mark.offset
        isAtEnd = mark.isAtEnd
    }

    /// Reads on by one piece of the file; false when there was no more.
    mutating func readPiece(into sink: inout some CaptureSink) throws(CommandFailure) -> Bool {
        if isAtEnd { return false }
        do {
            let count = try file.read(into: &buffer, from: filled, limit: Self.pieceOctets)
            isAtEnd = count == 0
            filled += count
            offset += Int64(count)
        } catch {
            throw CommandFailure(error)
        }
        // Taken out while the reader, which changes, looks at it.
        var bytes: [UInt8] = []
        swap(&bytes, &buffer)
        defer { swap(&bytes, &buffer) }
        let used: Int
        do {
            used = try reader.read(bytes.span.extracting(first: filled), isLast: isAtEnd, into: &sink)
        } catch {
            throw CommandFailure(error, path: file.path)
        }
        if used == 0, filled == bytes.count {
            throw CommandFailure(
                status: .internalError,
                message: "\(file.path): stuck at a record that fits no buffer; please report this file"
            )
        }
        for at in used..<filled { bytes[at - used] = bytes[at] }
        filled -= used
        return true
    }
}
