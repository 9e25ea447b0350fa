/// PnP ID (0x2A50): vendor and product as numbers.
///
/// | order | field | type |
/// |---|---|---|
/// | 1 | Vendor ID Source | u8 code |
/// | 2 | Vendor ID | u16 |
/// | 3 | Product ID | u16 |
/// | 4 | Product Version | u16, 0xJJMN for JJ.M.N |
///
/// Source: Device Information Service 1.1, 3.9.
public struct PnPID: FieldLayout {
    /// Who gave the vendor its number.
    public var vendorIDSource: VendorIDSource?
    public var vendorID: UInt16?
    public var productID: UInt16?
    /// Major version in the upper octet, minor and sub-minor in the lower two half octets.
    public var productVersion: UInt16?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.code(.always, .vendorIDSource, &vendorIDSource)
        fields.u16(.always, .vendorID, &vendorID)
        fields.u16(.always, .productID, &productID)
        fields.u16(.always, .productVersion, &productVersion)
    }

    /// Who gives vendors their numbers.
    public struct VendorIDSource: WireCode {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let names: CodeNames = [1: "bluetooth_sig", 2: "usb_implementers_forum"]
    }
}
