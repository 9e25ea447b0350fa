/// A string that a device tells of itself: Device Name (0x2A00), Model Number (0x2A24), Serial Number (0x2A25),
/// Firmware, Hardware and Software Revision (0x2A26, 0x2A27, 0x2A28) and Manufacturer Name (0x2A29).
///
/// | order | field | type |
/// |---|---|---|
/// | 1 | the string | UTF-8, to the end, without a terminator |
///
/// Source: Device Information Service 1.1, 3.1 to 3.6 and 3.8; Core Specification, Vol 3, Part C, 12.1.
public struct DeviceInformationString: FieldLayout {
    /// The string without control characters and padding; `nil` only before decoding.
    public var text: String?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.text(.always, .text, &text)
    }
}
