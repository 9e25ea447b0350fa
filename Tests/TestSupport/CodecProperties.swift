import SensorCodec

/// What must hold of the codec, whatever the octets are. The fuzzers and the exhaustive check hold it to this, and so
/// do the tests with what those have found.
public enum CodecProperties {
    /// The characteristics that Steady reads.
    public static let characteristics = CharacteristicValue.readable.compactMap(\.short)

    /// What is wrong with an input of the fuzzer: an octet that chooses the characteristic, and a value of it.
    public static func violation(ofInput input: [UInt8]) -> String? {
        guard let choice = input.first else { return nil }
        let bytes = Array(input.dropFirst())
        let characteristic = characteristics[Int(choice) % characteristics.count]
        if let issues = decoded(bytes, of: characteristic)?.issues, issues.isEmpty != issues.descriptions.isEmpty {
            return "issues and their words disagree"
        }
        return violation(bytes, of: characteristic)
    }

    /// What is wrong with how these octets are decoded, and encoded again, in words; `nil` when nothing is.
    public static func violation(_ bytes: [UInt8], of characteristic: UInt16, isEncoded: Bool = true) -> String? {
        do throws(DecodingFailure) {
            guard let value = try CharacteristicValue(decoding: bytes.span, of: BluetoothUUID(characteristic)) else {
                return "the characteristic is not read"
            }
            if bytes.isEmpty { return "no octet is decoded as a value" }
            if !isEncoded { return nil }
            var roundTrip = RoundTrip(bytes: bytes)
            return value.apply(&roundTrip)
        } catch {
            switch error {
            case .empty:
                return bytes.isEmpty ? nil : "refused as empty"
            case .truncatedFlags(let needed):
                let isShort = needed <= 3 && (1..<needed).contains(bytes.count)
                return isShort ? nil : "refused as shorter than its flags"
            }
        }
    }
}

extension CodecProperties {
    /// Octets of the flags of a characteristic; 0 for one without.
    public static func flagOctets(of characteristic: UInt16) -> Int {
        var octets = FlagOctets()
        return decoded([0, 0, 0, 0], of: characteristic)?.apply(&octets) ?? 0
    }

    /// Octets of a value that begins so and has every field that is announced.
    public static func fullLength(_ head: [UInt8], of characteristic: UInt16) -> Int {
        var encoded: [UInt8] = []
        decoded(head, of: characteristic)?.encode(into: &encoded)
        return encoded.count
    }

    private static func decoded(_ bytes: [UInt8], of characteristic: UInt16) -> CharacteristicValue? {
        (try? CharacteristicValue(decoding: bytes.span, of: BluetoothUUID(characteristic))) ?? nil
    }

    private struct FlagOctets: LayoutBody {
        func callAsFunction<Layout: FieldLayout>(_ value: Layout) -> Int { Layout.flagsLayout.octets }
    }
}

/// Encodes what was decoded, decodes it again, and compares.
private struct RoundTrip: LayoutBody {
    let bytes: [UInt8]

    func callAsFunction<Layout: FieldLayout>(_ value: Layout) -> String? {
        var encoded: [UInt8] = []
        value.encode(into: &encoded)
        if value.issues.isEmpty, encoded != bytes { return "encoded, a value without an issue differs: \(encoded.hex)" }
        // Text of which nothing is to be shown.
        if encoded.isEmpty { return value.issues.isTextCleaned ? nil : "encoded, the value is empty" }

        guard var again = try? Layout(decoding: encoded.span) else { return "refused when encoded: \(encoded.hex)" }
        if !Self.isWhole(again.issues), encoded != bytes { return "encoded, the value is not whole: \(encoded.hex)" }
        var encodedAgain: [UInt8] = []
        again.encode(into: &encodedAgain)
        if encodedAgain != encoded { return "encoded twice: \(encoded.hex), then \(encodedAgain.hex)" }

        if value.issues.truncatedField == nil, value.issues.reservedValue == nil {
            again.issues = value.issues
            if again == value { return Self.told(value).unprintable }
            return "decoded again, the value differs: \(encoded.hex)"
        }
        // A field that did not fit is sent as 0, where it has no number for "not available".
        let fields = Self.told(value)
        let fieldsAgain = Self.told(again)
        for (at, number) in fields.numbers.enumerated() where number != nil {
            if at >= fieldsAgain.numbers.count || fieldsAgain.numbers[at] != number {
                return "decoded again, number \(at) differs: \(encoded.hex)"
            }
        }
        return fields.unprintable
    }

    private static func isWhole(_ issues: DecodingIssues) -> Bool {
        issues.truncatedField == nil && issues.trailingByteCount == 0 && !issues.hasOddRRByte && !issues.isTextCleaned
    }

    private static func told<Layout: FieldLayout>(_ value: Layout) -> Told {
        var told = Told()
        told.numbers.reserveCapacity(24)
        var value = value
        value.visit(&told)
        return told
    }
}

/// The numbers of a value in the order of its fields, and what is wrong with its text.
private struct Told: FieldVisitor {
    var numbers: [Int64?] = []
    var unprintable: String?

    mutating func number<Value: FixedWidthInteger>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Value?,
        octets: Int,
        isSigned: Bool,
        notAvailable: Value?
    ) {
        numbers.append(value.map { Int64($0) })
    }

    mutating func text(_ presence: Presence, _ field: Field, _ value: inout String?) {
        if let value, !value.unicodeScalars.allSatisfy(Hostility.isPrintable) { unprintable = "control characters" }
    }
}

/// What text that came over the air is not to hold.
enum Hostility {
    /// False for what steers a terminal.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.properties.generalCategory != .format
    }
}
