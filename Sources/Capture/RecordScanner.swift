/// Cuts the bytes of a capture file into records as they come, and finds its way again after damage.
///
/// A record is believed only when another one (or the end of the file) follows where it ends. Where that fails, the
/// scanner looks for the next place at which two records follow each other, and tells what it passed over.
struct RecordScanner {
    /// What the bytes at hand hold next.
    enum Step {
        case record(Record)
        case damage(Damage)
        /// The bytes at hand are used up.
        case needsMore
        /// The file is used up.
        case end
    }

    private(set) var framing: Framing
    /// Where the next record begins in the bytes at hand.
    private(set) var position: Int
    /// Where the bytes at hand begin in the file.
    private var base: Int64 = 0
    /// Octets of a block that is passed over and was not at hand whole.
    private var octetsToSkip = 0
    /// The length of the record at ``position`` where it was looked at already.
    private var knownLength: Int?
    /// Where the damage that is being passed over begins in the file.
    private var damageStart: Int64?
    private var lastUnixMicroseconds: Int64?
    /// A record that is whole is believed although nothing follows it yet.
    private let isLive: Bool

    init(_ framing: Framing, headerOctets: Int, isLive: Bool) {
        self.framing = framing
        self.isLive = isLive
        position = headerOctets
    }

    /// To be called when the octets before ``position`` were taken out of the bytes at hand.
    mutating func rebase() {
        base += Int64(position)
        position = 0
    }

    /// The next step over the bytes at hand; `isLast` when the file holds no more.
    mutating func next(in bytes: Span<UInt8>, isLast: Bool) -> Step {
        while true {
            if octetsToSkip > 0 {
                let skipped = min(octetsToSkip, bytes.count - position)
                position += skipped
                octetsToSkip -= skipped
                if octetsToSkip > 0 { return isLast ? cutTail(at: base + Int64(position)) : .needsMore }
            }
            if damageStart != nil, let step = resume(in: bytes, isLast: isLast) { return step }
            if position == bytes.count { return isLast ? .end : .needsMore }

            switch length(in: bytes, isLast: isLast) {
            case .unfinished:
                if !isLast { return .needsMore }
                let start = base + Int64(position)
                position = bytes.count
                return cutTail(at: start)
            case .implausible:
                beginDamage()
            case .record(let length):
                if let step = take(length, in: bytes) { return step }
            }
        }
    }

    /// The length of the record at ``position``, believed because of what follows it.
    private mutating func length(in bytes: Span<UInt8>, isLast: Bool) -> HeaderCheck {
        let check = knownLength.map { .record(octets: $0) } ?? framing.check(bytes, at: position)
        knownLength = nil
        guard case .record(let length) = check else { return check }
        if length > PcapngFraming.largestWholeBlock { return .record(octets: length) }
        let following = position + length
        if following > bytes.count {
            // A cut tail, unless the length is wrong and whole records lie in what it claims.
            return isLast ? doubt(.unfinished, in: bytes, before: bytes.count, isLast: isLast) : .unfinished
        }
        switch framing.check(bytes, at: following, behind: position) {
        case .record(let next):
            knownLength = next
            return .record(octets: length)
        case .unfinished where isLive || isLast && following == bytes.count:
            return .record(octets: length)
        case .unfinished where !isLast:
            return .unfinished
        case .implausible, .unfinished:
            // Either the damage begins behind this record, or this one's own length is wrong.
            return doubt(.record(octets: length), in: bytes, before: following, isLast: isLast)
        }
    }

    /// What was thought of the record at ``position``, unless a believable one begins inside it.
    private func doubt(_ check: HeaderCheck, in bytes: Span<UInt8>, before end: Int, isLast: Bool) -> HeaderCheck {
        guard let found = firstChain(in: bytes, from: position + 1, before: end, isLast: isLast) else { return check }
        return found.isCertain ? .implausible : .unfinished
    }

    private mutating func take(_ length: Int, in bytes: Span<UInt8>) -> Step? {
        if length > bytes.count - position {
            octetsToSkip = length
            return nil
        }
        let start = position
        position += length
        switch framing.block(bytes, at: start, length: length) {
        case .record(let record):
            lastUnixMicroseconds = record.unixMicroseconds ?? lastUnixMicroseconds
            return .record(record)
        case .other:
            return nil
        case .malformed:
            return .damage(Damage(offset: base + Int64(start), octets: Int64(length), isCutTail: false))
        }
    }

    private mutating func beginDamage() {
        damageStart = base + Int64(position)
        position += 1
    }

    /// Looks for the next believable record after damage; `nil` when the scan can go on there.
    private mutating func resume(in bytes: Span<UInt8>, isLast: Bool) -> Step? {
        guard let start = damageStart else { return nil }
        if let found = firstChain(in: bytes, from: position, before: bytes.count, isLast: isLast) {
            position = found.position
            if !found.isCertain { return .needsMore }
        } else {
            if !isLast { return .needsMore }
            position = bytes.count
        }
        damageStart = nil
        return .damage(Damage(offset: start, octets: base + Int64(position) - start, isCutTail: false))
    }

    /// The first place where a record begins that is followed by another or by the end of the file.
    ///
    /// Not certain: the bytes at hand end before it can be told.
    private func firstChain(in bytes: Span<UInt8>, from start: Int, before end: Int, isLast: Bool)
        -> (position: Int, isCertain: Bool)?
    {
        for place in start..<max(start, end) {
            switch framing.check(bytes, at: place) {
            case .implausible:
                continue
            case .unfinished:
                if isLast { continue }
                return (place, false)
            case .record(let length):
                // A block too long to be looked at whole proves nothing, and would be waited for in vain.
                guard length <= PcapngFraming.largestWholeBlock, framing.holdsPacket(bytes, at: place) else { continue }
                let following = place + length
                if following == bytes.count, isLast, isNearLastTime(bytes, at: place) { return (place, true) }
                if following >= bytes.count {
                    if isLast { continue }
                    return (place, false)
                }
                switch framing.check(bytes, at: following, behind: place) {
                case .record: if isPair(bytes, place, following) { return (place, true) }
                case .unfinished: if !isLast { return (place, false) }
                case .implausible: continue
                }
            }
        }
        return nil
    }

    /// Two records in the middle of nowhere must say more for themselves than those that follow others: both hold a
    /// packet, and their clocks are close. The clock before the damage does not count: it may have been damaged too.
    private func isPair(_ bytes: Span<UInt8>, _ first: Int, _ second: Int) -> Bool {
        guard framing.holdsPacket(bytes, at: second) else { return false }
        guard let time = framing.unixMicroseconds(bytes, at: first),
            let next = framing.unixMicroseconds(bytes, at: second)
        else { return true }
        return time >= RecordLimit.earliestResumeMicroseconds
            && abs(next - time) <= RecordLimit.pairMicroseconds
    }

    private func isNearLastTime(_ bytes: Span<UInt8>, at place: Int) -> Bool {
        guard let time = framing.unixMicroseconds(bytes, at: place) else { return true }
        guard let lastUnixMicroseconds else { return time >= RecordLimit.earliestResumeMicroseconds }
        return abs(time - lastUnixMicroseconds) <= RecordLimit.resumeMicroseconds
    }

    private mutating func cutTail(at start: Int64) -> Step {
        octetsToSkip = 0
        return .damage(
            Damage(offset: start, octets: max(0, base + Int64(position) - start), isCutTail: true)
        )
    }
}
