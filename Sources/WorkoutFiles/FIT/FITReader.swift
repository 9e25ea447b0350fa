/// Takes the messages of a FIT file.
protocol FITMessageSink {
    /// A file begins: the first, or one that is chained behind another.
    mutating func beginFile()
    /// A data message of a kind that Steady reads.
    mutating func take(_ fields: borrowing FITFields) throws(WorkoutFailure)
}

/// Steps through a FIT file, message by message.
///
/// Nothing in a file is believed before it is looked at: every length is held to what is there, and the check sum comes
/// first. It keeps the definitions of sixteen local types and the last time stamp, however long the file is.
struct FITReader {
    private static let shortHeader = 12
    private static let headerWithChecksum = 14
    private static let checksumOctets = 2
    /// In the header of a definition: fields of developers follow.
    private static let developerFlag: UInt8 = 0x20

    private var definitions: [FITDefinition?] = []
    /// The last time stamp, in s of FIT: short ones count on from it.
    private var lastTimeStamp: Int64 = 0

    /// Hands over all messages of a file, and of those chained behind it.
    mutating func read(_ bytes: Span<UInt8>, into sink: inout some FITMessageSink) throws(WorkoutFailure) {
        var offset = 0
        repeat {
            let (records, end) = try Self.bounds(of: bytes, at: offset)
            guard FITChecksum.of(bytes.extracting(offset..<end)) == 0 else { throw .damaged(.fit, offset: offset) }
            definitions = Array(repeating: nil, count: 16)
            lastTimeStamp = 0
            sink.beginFile()
            try read(bytes, records, into: &sink)
            offset = end
        } while offset < bytes.count
    }

    /// Where the records of a file are that begins at an offset, and where it ends, check sum included.
    private static func bounds(
        of bytes: Span<UInt8>,
        at start: Int
    ) throws(WorkoutFailure) -> (records: Range<Int>, end: Int) {
        let left = bytes.count - start
        guard left >= shortHeader else { throw .truncated(.fit) }
        let header = Int(bytes[start])
        let mark = Array(".FIT".utf8)
        for at in 0..<4 where bytes[start + 8 + at] != mark[at] { throw .damaged(.fit, offset: start) }
        guard header >= shortHeader else { throw .damaged(.fit, offset: start) }
        guard left >= header else { throw .truncated(.fit) }
        var size = 0
        for at in 0..<4 { size |= Int(bytes[start + 4 + at]) << (8 * at) }
        // A check sum of 0 was not made.
        if header >= headerWithChecksum, bytes[start + 12] != 0 || bytes[start + 13] != 0,
            FITChecksum.of(bytes.extracting(start..<start + headerWithChecksum)) != 0
        {
            throw .damaged(.fit, offset: start)
        }
        guard left >= header + size + checksumOctets else { throw .truncated(.fit) }
        return (start + header..<start + header + size, start + header + size + checksumOctets)
    }

    private mutating func read(
        _ bytes: Span<UInt8>,
        _ records: Range<Int>,
        into sink: inout some FITMessageSink
    ) throws(WorkoutFailure) {
        var cursor = FITCursor(bytes, records)
        while let header = cursor.next() {
            if header & 0x80 != 0 {
                let time = (lastTimeStamp & ~0x1F) + Int64(header & 0x1F)
                lastTimeStamp = time < lastTimeStamp ? time + 0x20 : time
                try readData(Int(header >> 5 & 0x3), headerTime: lastTimeStamp, &cursor, into: &sink)
            } else if header & 0x40 != 0 {
                definitions[Int(header & 0xF)] = try Self.definition(header, &cursor)
            } else {
                try readData(Int(header & 0xF), headerTime: nil, &cursor, into: &sink)
            }
        }
    }

    private mutating func readData(
        _ local: Int,
        headerTime: Int64?,
        _ cursor: inout FITCursor,
        into sink: inout some FITMessageSink
    ) throws(WorkoutFailure) {
        let place = cursor.offset
        guard let definition = definitions[local], cursor.skip(definition.octets) else {
            throw .damaged(.fit, offset: place)
        }
        guard let message = definition.message else { return }
        let fields = FITFields(
            message,
            definition,
            cursor.bytes.extracting(place..<place + definition.octets),
            headerTime: headerTime
        )
        if let time = fields.timeStamp { lastTimeStamp = time }
        try sink.take(fields)
    }

    private static func definition(_ header: UInt8, _ cursor: inout FITCursor) throws(WorkoutFailure) -> FITDefinition {
        let place = cursor.offset
        guard cursor.skip(1), let architecture = cursor.next(), let first = cursor.next(), let second = cursor.next(),
            let count = cursor.next(), architecture <= 1
        else { throw .damaged(.fit, offset: place) }
        let number = architecture == 1 ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
        var definition = FITDefinition(message: FITMessageNumber(rawValue: number), isBigEndian: architecture == 1)
        for _ in 0..<count {
            guard let field = cursor.next(), let octets = cursor.next(), let code = cursor.next() else {
                throw .damaged(.fit, offset: place)
            }
            // A type of a later protocol is stepped over.
            if definition.message != nil, let type = FITBaseType(rawValue: code) {
                definition.places.append(
                    .init(number: field, type: type, offset: definition.octets, octets: Int(octets))
                )
            }
            definition.octets += Int(octets)
        }
        if header & developerFlag == 0 { return definition }
        guard let developerCount = cursor.next() else { throw .damaged(.fit, offset: place) }
        for _ in 0..<developerCount {
            guard cursor.skip(1), let octets = cursor.next(), cursor.skip(1) else {
                throw .damaged(.fit, offset: place)
            }
            definition.octets += Int(octets)
        }
        return definition
    }
}

/// A place in the records of a file, which never leaves them.
struct FITCursor: ~Escapable {
    let bytes: Span<UInt8>
    private(set) var offset: Int
    private let end: Int

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        offset = range.lowerBound
        end = range.upperBound
    }

    /// The next octet; `nil` at the end.
    mutating func next() -> UInt8? {
        if offset >= end { return nil }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Steps over octets; false where there are not so many.
    mutating func skip(_ count: Int) -> Bool {
        if count > end - offset { return false }
        offset += count
        return true
    }
}
