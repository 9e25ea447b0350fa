/// A value of D-Bus, of any type that services tell properties with.
public indirect enum BusValue: Equatable, Sendable {
    case bool(Bool)
    /// Any of the whole numbers.
    case integer(Int64)
    case double(Double)
    /// Text, an object path or a signature.
    case string(String)
    case bytes([UInt8])
    case strings([String])
    case array([BusValue])
    /// A dictionary by the text of its keys: whole numbers in decimal.
    case dictionary([String: BusValue])

    /// The truth value, if it is one.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The whole number, if it is one.
    public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    /// The text, if it is text.
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    /// The octets, if they are octets.
    public var bytes: [UInt8]? { if case .bytes(let value) = self { value } else { nil } }
    /// The texts, if they are texts.
    public var strings: [String]? { if case .strings(let value) = self { value } else { nil } }
    /// The dictionary, if it is one.
    public var dictionary: [String: BusValue]? { if case .dictionary(let value) = self { value } else { nil } }
}

/// Properties of an interface by their names.
public typealias BusProperties = [String: BusValue]
