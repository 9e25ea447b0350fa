/// Puts the fragments of one direction of a link together to L2CAP frames.
///
/// Only frames of the attribute protocol are kept; of others just the length is followed.
/// Source: Core Specification, Vol 3, Part A, 3.1 (basic frame) and 7.2.1 (fragments).
struct Reassembly {
    /// The channel of the attribute protocol on LE links.
    static let attributeChannel: UInt16 = 4
    /// Far over the largest attribute packet that stacks agree on (517 octets).
    private static let largestFrame = 4096
    private static let headerOctets = 4

    private(set) var buffer: [UInt8] = []
    private var isOpen = false
    private var isIgnored = false
    private var missing = 0

    /// True between the first fragment of a frame and its last.
    var isUnfinished: Bool { isOpen }
    /// True when a whole attribute frame lies in ``buffer``, behind its header.
    private(set) var isComplete = false

    /// The octets of the attribute packet in a first fragment that holds its whole frame.
    @inline(__always)
    static func wholeAttributePacket(in fragment: Span<UInt8>) -> Range<Int>? {
        guard fragment.count >= headerOctets, fragment.uint16(at: 2) == attributeChannel else { return nil }
        let length = Int(fragment.uint16(at: 0))
        return fragment.count >= headerOctets + length ? headerOctets..<headerOctets + length : nil
    }

    /// Begins a frame; an unfinished one is dropped.
    mutating func begin(_ fragment: Span<UInt8>) {
        drop()
        isOpen = true
        append(fragment)
    }

    /// Goes on with a frame; a fragment that continues nothing is dropped.
    mutating func append(_ fragment: Span<UInt8>) {
        guard isOpen else { return }
        if isIgnored {
            missing -= fragment.count
        } else {
            let count = buffer.count + fragment.count
            // No more than the largest frame is kept: each of a thousand links could hold 64 kB otherwise.
            let room = Self.headerOctets + Self.largestFrame - buffer.count
            for at in 0..<min(fragment.count, room) { buffer.append(fragment[at]) }
            guard count >= Self.headerOctets else { return }
            let length = Int(buffer.span.uint16(at: 0))
            missing = Self.headerOctets + length - count
            if buffer.span.uint16(at: 2) != Self.attributeChannel || length > Self.largestFrame {
                isIgnored = true
                buffer.removeAll(keepingCapacity: true)
            } else {
                isComplete = missing <= 0
            }
        }
        if missing <= 0 { isOpen = false }
    }

    /// Gives the buffer away while its packet is read.
    mutating func takeBuffer() -> [UInt8] {
        isComplete = false
        defer { buffer = [] }
        return buffer
    }

    /// Takes the buffer back, to use its storage again.
    mutating func giveBack(_ used: consuming [UInt8]) {
        used.removeAll(keepingCapacity: true)
        buffer = used
    }

    /// Forgets an unfinished frame.
    mutating func drop() {
        buffer.removeAll(keepingCapacity: true)
        isOpen = false
        isIgnored = false
        isComplete = false
        missing = 0
    }
}
