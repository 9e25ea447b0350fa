/// Who sent a value: the address of a sensor, or the how-manieth nameless one when the capture began after connecting.
public struct SensorIdentity: Hashable, Sendable {
    /// A number that tells sensors apart.
    public let rawValue: UInt64
    private static let namelessMark: UInt64 = 1 << 63

    /// The sensor of this address.
    public init(_ address: BluetoothAddress) {
        rawValue = address.rawValue
    }

    /// The `number`th sensor whose address the capture does not tell, counted from 1.
    public init(nameless number: Int) {
        rawValue = Self.namelessMark | UInt64(number)
    }

    /// The address, or `nil` when it is not known.
    public var address: BluetoothAddress? {
        rawValue & Self.namelessMark == 0 ? BluetoothAddress(rawValue: rawValue) : nil
    }
}

extension SensorIdentity: CustomStringConvertible {
    /// `AA:BB:CC:DD:EE:FF`, or `unknown-1`.
    public var description: String {
        address?.description ?? "unknown-\(rawValue & ~Self.namelessMark)"
    }
}
