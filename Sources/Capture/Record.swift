/// One record of a capture file: where its packet lies in the bytes at hand, and what the file says of it.
struct Record {
    /// The packet, as a place in the bytes that were being scanned.
    var packet: Range<Int>
    /// Microseconds since 1970-01-01 UTC; `nil` where the format gives none.
    var unixMicroseconds: Int64?
    /// The flags of a btsnoop record; 0 elsewhere.
    var flags: UInt32 = 0
    /// What kind of packet it is.
    var datalink: Datalink
}

/// What the octets at a place look like, taken as the header of a record.
enum HeaderCheck {
    /// No record begins here.
    case implausible
    /// More octets are needed to tell.
    case unfinished
    /// A record of this many octets, header included.
    case record(octets: Int)
}

/// Limits that keep a hostile file from being believed.
enum RecordLimit {
    /// The largest ACL packet (65 535 + 4) and the headers that capture formats put before it.
    static let packetOctets = 65_792
    /// Times from 1970 to 2200; a clock outside is taken for damage.
    static let unixMicroseconds: ClosedRange<Int64> = 0...7_258_118_400_000_000
    /// The earliest time that the first record behind damage may have: 2000-01-01.
    static let earliestResumeMicroseconds: Int64 = 946_684_800_000_000
    /// How far apart the clocks of two records behind damage may be: a day in microseconds.
    static let pairMicroseconds: Int64 = 86_400 * 1_000_000
    /// How far the clock of a single last record may have moved over a damaged stretch: 400 days in microseconds.
    static let resumeMicroseconds: Int64 = 400 * 86_400 * 1_000_000
}
