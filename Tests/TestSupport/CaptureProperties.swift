import Capture
import SensorCodec

/// What must hold of the capture reader, whatever the file is. The fuzzers hold it to this, and so do the tests with
/// what those have found.
public enum CaptureProperties {
    /// What was seen of a file.
    public struct Findings: Equatable, Sendable {
        /// The name of the format that the file was read as; `nil` when it was refused.
        public var format: String?
        /// What is wrong with how it was read, in words; `nil` when nothing is.
        public var violation: String?

        public init(format: String?, violation: String? = nil) {
            self.format = format
            self.violation = violation
        }
    }

    /// Reads a file at once and in pieces of chance sizes, and compares.
    public static func check(_ file: [UInt8]) -> Findings {
        let whole = Reading(file, pieces: [file.count], isEndKnown: true)
        var findings = Findings(format: whole.sink.format?.rawValue, violation: whole.violation)
        var random = Randomness(seed: digest(file))
        let pieces = pieces(of: file.count, using: &random)
        if findings.violation == nil, Reading(file, pieces: pieces, isEndKnown: random.chance(50)) != whole {
            findings.violation = "the same file tells something else in \(pieces.count) pieces"
        }
        return findings
    }

    /// One piece to some twenty; of every eighth file pieces of a few octets.
    private static func pieces(of count: Int, using random: inout Randomness) -> [Int] {
        let largest = random.chance(12.5) ? 4 : 2 * count / Int.random(in: 1...20, using: &random) + 1
        var pieces: [Int] = []
        var octets = 0
        while octets < count {
            let piece = min(Int.random(in: 1...largest, using: &random), count - octets)
            pieces.append(piece)
            octets += piece
        }
        return pieces
    }

    private static func digest(_ bytes: [UInt8]) -> UInt64 {
        var digest = Digest()
        for byte in bytes { digest.add(UInt64(byte)) }
        return digest.value
    }
}

/// One reading of a file.
private struct Reading: Equatable {
    private(set) var sink: Transcript
    private(set) var failure: CaptureFailure?
    private(set) var frameCount = 0
    private(set) var damageCount = 0
    private(set) var passedOverCount = 0
    private(set) var opcodeCounts: [Int] = []
    private(set) var violation: String?

    /// Hands over the file piece by piece. `isEndKnown` says whether the last piece is known to be the last.
    init(_ file: [UInt8], pieces: [Int], isEndKnown: Bool) {
        sink = Transcript(fileOctets: file.count)
        var reader = CaptureReader()
        do throws(CaptureFailure) {
            var start = 0
            var end = 0
            for piece in pieces {
                end += piece
                let isLast = isEndKnown && end == file.count
                start += try reader.read(file.span.extracting(start..<end), isLast: isLast, into: &sink)
                if start > end { violation = "more octets are used than there are" }
            }
            if !isEndKnown || pieces.isEmpty {
                start += try reader.read(file.span.extracting(start..<end), isLast: true, into: &sink)
            }
            if start != end { violation = "at the end of the file \(end - start) octets are not used" }
        } catch {
            failure = error
        }
        frameCount = reader.frameCount
        damageCount = reader.damageCount
        passedOverCount = reader.passedOverCount
        opcodeCounts = reader.opcodeCounts
        violation = violation ?? sink.violation ?? excess(file)
    }

    /// Work is in proportion to the size of the file.
    private func excess(_ file: [UInt8]) -> String? {
        // The shortest record is a pcapng block of 12 octets, the shortest value two octets of an answer.
        if frameCount * 12 > file.count { return "\(frameCount) records in \(file.count) octets" }
        if sink.callCount > file.count + 1 { return "\(sink.callCount) calls for \(file.count) octets" }
        if failure != nil, sink.callCount > 0 { return "a file that is refused tells something" }
        if failure == nil, sink.format == nil { return "a file that is read is not announced" }
        return nil
    }
}

/// Takes what a reader tells, as a digest, and sees to it that it comes in the order that ``CaptureSink`` promises.
private struct Transcript: CaptureSink, Equatable {
    private(set) var format: CaptureFormat?
    private(set) var callCount = 0
    private(set) var violation: String?
    private var digest = Digest()
    private var found: Set<SensorIdentity> = []
    private var damageEnd: Int64 = 0
    private let fileOctets: Int64

    init(fileOctets: Int) { self.fileOctets = Int64(fileOctets) }

    mutating func opened(_ header: CaptureHeader) {
        if callCount > 0 { violation = "opened late or twice" }
        format = header.format
        note(1)
        digest.add(header.datalink.map { UInt64($0) })
        digest.add(header.beganUnixMicroseconds.map { UInt64(bitPattern: $0) })
    }

    mutating func found(_ device: CapturedDevice) {
        if !found.insert(device.device).inserted { violation = "a device is found twice" }
        note(2)
        digest.add(device.device.rawValue)
        if let name = device.name { add(name) }
        for uuid in device.characteristics { digest.add(uuid.high ^ uuid.low) }
    }

    mutating func named(_ device: SensorIdentity, _ name: String) {
        expect(device)
        note(3)
        digest.add(device.rawValue)
        add(name)
    }

    mutating func received(_ value: AttributeValue, bytes: Span<UInt8>) {
        expect(value.device)
        note(4)
        digest.add(UInt64(bitPattern: value.unixMicroseconds))
        digest.add(value.device.rawValue)
        digest.add(value.handle.map { UInt64($0) })
        digest.add(value.characteristic.map { $0.high ^ $0.low })
        digest.add(value.direction == .fromDevice ? 1 : 0)
        digest.add((value.isGuessed ? 1 : 0) << 32 | UInt64(value.offset))
        switch value.operation {
        case .notify: digest.add(0)
        case .indicate: digest.add(1)
        case .read: digest.add(2)
        case .write: digest.add(3)
        }
        for at in bytes.indices { digest.add(UInt64(bytes[at])) }
    }

    mutating func disconnected(_ device: SensorIdentity, unixMicroseconds: Int64) {
        expect(device)
        note(5)
        digest.add(device.rawValue)
        digest.add(UInt64(bitPattern: unixMicroseconds))
    }

    mutating func noted(_ text: String, unixMicroseconds: Int64) {
        note(7)
        add(text)
        digest.add(UInt64(bitPattern: unixMicroseconds))
        if text.isEmpty || text.utf8.count > 256 { violation = "a note of \(text.utf8.count) octets" }
    }

    mutating func damaged(_ damage: Damage) {
        note(6)
        digest.add(UInt64(bitPattern: damage.offset))
        digest.add(UInt64(bitPattern: damage.octets))
        digest.add(damage.isCutTail ? 1 : 0)
        if damage.offset < damageEnd { violation = "damages overlap" }
        damageEnd = damage.offset + damage.octets
        if damage.octets < 0 || damageEnd > fileOctets { violation = "damage lies outside of the file" }
    }

    private mutating func note(_ kind: UInt64) {
        if kind != 1, format == nil { violation = "something is told before the file is opened" }
        callCount += 1
        digest.add(kind)
    }

    private mutating func expect(_ device: SensorIdentity) {
        if !found.contains(device) { violation = "a device is heard of before it is found" }
    }

    private mutating func add(_ text: String) {
        for scalar in text.unicodeScalars {
            digest.add(UInt64(scalar.value))
            if !Hostility.isPrintable(scalar) { violation = "control characters in a name or a note" }
        }
        digest.add(nil)
    }
}

/// A number that stands for a sequence of numbers.
private struct Digest: Equatable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ number: UInt64) {
        value = (value ^ number) &* 0x0000_0100_0000_01B3
        value ^= value >> 32
    }

    mutating func add(_ number: UInt64?) {
        add(number == nil ? UInt64.max : 0)
        if let number { add(number) }
    }
}
