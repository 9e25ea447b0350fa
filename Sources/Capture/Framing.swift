/// How the file at hand is cut into records.
enum Framing {
    case btsnoop(BtsnoopFraming)
    case pcap(PcapFraming)
    case pcapng(PcapngFraming)

    /// Octets of the longest of the three file headers, which is enough to tell the format.
    static let headerOctets = 28

    /// Reads the file header; `nil` when the bytes end before it does.
    static func open(_ bytes: Span<UInt8>) throws(CaptureFailure) -> (framing: Framing, headerOctets: Int)? {
        switch try format(of: bytes) {
        case .btsnoop:
            guard bytes.count >= BtsnoopFraming.fileHeaderOctets else { return nil }
            return (.btsnoop(try BtsnoopFraming(bytes)), BtsnoopFraming.fileHeaderOctets)
        case .pcap:
            guard bytes.count >= PcapFraming.fileHeaderOctets else { return nil }
            return (.pcap(try PcapFraming(bytes)), PcapFraming.fileHeaderOctets)
        case .pcapng:
            guard bytes.count >= headerOctets else { return nil }
            // Judged by its first octets alone, so that it is the same in pieces of any size.
            let framing = PcapngFraming()
            if case .implausible = framing.check(bytes.extracting(0..<headerOctets), at: 0) { throw .notACapture }
            return (.pcapng(framing), 0)
        }
    }

    /// Tells the format by its magic. A file shorter than that counts as whatever it is the beginning of.
    static func format(of bytes: Span<UInt8>) throws(CaptureFailure) -> CaptureFormat {
        if bytes.isEmpty { throw .empty }
        let magic = BtsnoopFraming.magic
        if (0..<min(bytes.count, magic.count)).allSatisfy({ bytes[$0] == magic[$0] }) { return .btsnoop }
        guard bytes.count >= 4 else { throw .notACapture }
        if PcapFraming.isMagic(bytes.uint32(at: 0)) { return .pcap }
        if bytes.uint32(at: 0) == PcapngFraming.sectionHeaderType { return .pcapng }
        throw .notACapture
    }

    var format: CaptureFormat {
        switch self {
        case .btsnoop: .btsnoop
        case .pcap: .pcap
        case .pcapng: .pcapng
        }
    }

    /// The number of the datalink in the file; `nil` for a pcapng without an interface so far.
    var datalinkNumber: UInt32? {
        switch self {
        case .btsnoop(let framing): framing.datalinkNumber
        case .pcap(let framing): framing.datalinkNumber
        case .pcapng(let framing): framing.firstDatalinkNumber
        }
    }

    /// What the octets at a place look like; `previous` is where the record before it begins, if it is not taken in yet.
    @inline(__always)
    func check(_ bytes: Span<UInt8>, at offset: Int, behind previous: Int? = nil) -> HeaderCheck {
        switch self {
        case .btsnoop(let framing): framing.check(bytes, at: offset)
        case .pcap(let framing): framing.check(bytes, at: offset)
        case .pcapng(let framing): framing.check(bytes, at: offset, behind: previous)
        }
    }

    /// False for a record without an octet at a place where `check` found one; such are rare, and zeros look like them.
    func holdsPacket(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        switch self {
        case .btsnoop(let framing): !framing.record(bytes, at: offset).packet.isEmpty
        case .pcap(let framing): !framing.record(bytes, at: offset).packet.isEmpty
        case .pcapng: true
        }
    }

    /// The time of the record at a place where `check` found one, for the formats that give it in the header.
    func unixMicroseconds(_ bytes: Span<UInt8>, at offset: Int) -> Int64? {
        switch self {
        case .btsnoop(let framing): framing.record(bytes, at: offset).unixMicroseconds
        case .pcap(let framing): framing.record(bytes, at: offset).unixMicroseconds
        case .pcapng: nil
        }
    }

    /// The record of `length` octets at a place where `check` found one.
    @inline(__always)
    mutating func block(_ bytes: Span<UInt8>, at offset: Int, length: Int) -> PcapngFraming.Block {
        switch self {
        case .btsnoop(let framing): return .record(framing.record(bytes, at: offset))
        case .pcap(let framing): return .record(framing.record(bytes, at: offset))
        case .pcapng(var framing):
            // Taken out for the time of the change, so that its list of interfaces is not copied.
            self = .pcapng(PcapngFraming())
            defer { self = .pcapng(framing) }
            return framing.block(bytes, at: offset, length: length)
        }
    }
}
