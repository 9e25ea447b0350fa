import CSystemd
import Glibc

/// A message of D-Bus, read and written in order. Owns a reference to sd-bus's message.
///
/// Reading: sd-bus has checked that the message is well formed; what is asked for in the wrong type is an error.
@safe
public struct BusMessage: ~Copyable {
    let handle: OpaquePointer

    init(adopting handle: OpaquePointer) { unsafe self.handle = handle }

    /// A message that sd-bus goes on owning.
    init(retaining handle: OpaquePointer) { unsafe self.handle = sd_bus_message_ref(handle) }

    deinit { unsafe _ = sd_bus_message_unref(handle) }

    /// The object that a call is made to, or that a signal comes from.
    public var path: String { unsafe Self.text(sd_bus_message_get_path(handle)) }
    /// The interface of the call or signal.
    public var interface: String { unsafe Self.text(sd_bus_message_get_interface(handle)) }
    /// The name of the method or signal.
    public var member: String { unsafe Self.text(sd_bus_message_get_member(handle)) }
    /// The sender's name on the bus.
    public var sender: String { unsafe Self.text(sd_bus_message_get_sender(handle)) }

    /// The same message once more, to be answered later.
    public borrowing func retained() -> BusMessage { unsafe BusMessage(retaining: handle) }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        unsafe pointer.map { unsafe String(cString: $0) } ?? ""
    }

    /// The error that the message is, if it is one.
    var error: BusError? {
        guard let error = unsafe sd_bus_message_get_error(handle) else { return nil }
        return unsafe BusError(copying: error.pointee)
    }

    // MARK: - Reading

    /// Reads text, an object path or a signature.
    public borrowing func readString() throws(BusError) -> String {
        let type = try typeAhead()
        // Of another type, sd-bus would write that where the pointer belongs.
        guard [SD_BUS_TYPE_STRING, SD_BUS_TYPE_OBJECT_PATH, SD_BUS_TYPE_SIGNATURE].contains(Int(type)) else {
            throw BusError(code: -ENXIO)
        }
        var text: UnsafePointer<CChar>?
        try check(unsafe sd_bus_message_read_basic(handle, type, &text))
        return unsafe Self.text(text)
    }

    /// Reads text that is most likely `known`, which is answered then: no other is made.
    public borrowing func readString(likely known: String) throws(BusError) -> String {
        var text: UnsafePointer<CChar>?
        try check(unsafe sd_bus_message_read_basic(handle, CChar(SD_BUS_TYPE_STRING), &text))
        guard let text = unsafe text else { return "" }
        return unsafe Self.isEqual(text, known) ? known : String(cString: text)
    }

    /// True when the message is about this object: compared where the path lies.
    public func isAbout(_ path: String) -> Bool {
        guard let own = unsafe sd_bus_message_get_path(handle) else { return false }
        return unsafe Self.isEqual(own, path)
    }

    private static func isEqual(_ text: UnsafePointer<CChar>, _ known: String) -> Bool {
        let octets = known.utf8.span
        return unsafe strlen(text) == octets.count
            && octets.withUnsafeBufferPointer { unsafe memcmp(text, $0.baseAddress!, $0.count) == 0 }
    }

    /// Reads a truth value.
    public borrowing func readBool() throws(BusError) -> Bool {
        var value: CInt = 0
        try check(unsafe sd_bus_message_read_basic(handle, CChar(SD_BUS_TYPE_BOOLEAN), &value))
        return value != 0
    }

    /// Reads a whole number of 16 bits.
    public borrowing func readUInt16() throws(BusError) -> UInt16 {
        var value: UInt16 = 0
        try check(unsafe sd_bus_message_read_basic(handle, CChar(SD_BUS_TYPE_UINT16), &value))
        return value
    }

    /// Reads a descriptor; the caller owns the duplicate that this is.
    public borrowing func readDescriptor() throws(BusError) -> Descriptor {
        var borrowed: CInt = -1
        try check(unsafe sd_bus_message_read_basic(handle, CChar(SD_BUS_TYPE_UNIX_FD), &borrowed))
        return try Descriptor(duplicating: borrowed)
    }

    /// Reads octets where they lie.
    @inline(__always)
    public borrowing func withBytes<Result>(_ body: (Span<UInt8>) -> Result) throws(BusError) -> Result {
        var start: UnsafeRawPointer?
        var count = 0
        try check(unsafe sd_bus_message_read_array(handle, CChar(SD_BUS_TYPE_BYTE), &start, &count))
        let bytes = unsafe UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
        return unsafe body(bytes.span)
    }

    /// Goes into a container; false when there is no more of an array.
    public borrowing func enter(_ container: Container, _ contents: String) throws(BusError) -> Bool {
        try check(unsafe sd_bus_message_enter_container(handle, container.code, contents)) > 0
    }

    /// Goes into a container of known contents, see ``enter(_:_:)``: no text is made for sd-bus.
    public borrowing func enter(_ container: Container, known contents: StaticString) throws(BusError) -> Bool {
        let result = unsafe contents.utf8Start.withMemoryRebound(
            to: CChar.self,
            capacity: contents.utf8CodeUnitCount + 1
        ) {
            unsafe sd_bus_message_enter_container(handle, container.code, $0)
        }
        return try check(result) > 0
    }

    /// Leaves the container, all of it having been read.
    public borrowing func leave() throws(BusError) { try check(unsafe sd_bus_message_exit_container(handle)) }

    /// Passes over what comes next.
    public borrowing func skip(_ types: String) throws(BusError) {
        try check(unsafe sd_bus_message_skip(handle, types))
    }

    /// True at the end of the message, or of the container.
    public var isAtEnd: Bool { unsafe sd_bus_message_at_end(handle, 0) > 0 }

    /// The type of what comes next, and of what a container holds.
    borrowing func typeAhead() throws(BusError) -> CChar {
        var type: CChar = 0
        try check(unsafe sd_bus_message_peek_type(handle, &type, nil))
        return type
    }

    borrowing func contentsAhead() throws(BusError) -> String {
        var type: CChar = 0
        var contents: UnsafePointer<CChar>?
        try check(unsafe sd_bus_message_peek_type(handle, &type, &contents))
        return unsafe Self.text(contents)
    }

    borrowing func readNumber<Number: FixedWidthInteger>(_ type: Int, _ zero: Number) throws(BusError) -> Int64 {
        var value = zero
        try check(unsafe sd_bus_message_read_basic(handle, CChar(type), &value))
        return Int64(clamping: value)
    }

    borrowing func readDouble() throws(BusError) -> Double {
        var value = 0.0
        try check(unsafe sd_bus_message_read_basic(handle, CChar(SD_BUS_TYPE_DOUBLE), &value))
        return value
    }

    // MARK: - Writing

    /// Adds text.
    public borrowing func append(_ text: String) throws(BusError) { try append(text, as: SD_BUS_TYPE_STRING) }

    /// Adds an object path.
    public borrowing func append(path: String) throws(BusError) { try append(path, as: SD_BUS_TYPE_OBJECT_PATH) }

    private borrowing func append(_ text: String, as type: Int) throws(BusError) {
        try check(unsafe text.withCString { unsafe sd_bus_message_append_basic(handle, CChar(type), $0) })
    }

    /// Adds a truth value.
    public borrowing func append(_ value: Bool) throws(BusError) {
        var value: CInt = value ? 1 : 0
        try check(unsafe sd_bus_message_append_basic(handle, CChar(SD_BUS_TYPE_BOOLEAN), &value))
    }

    /// Adds a whole number of 8 bits.
    public borrowing func append(_ value: UInt8) throws(BusError) {
        var value = value
        try check(unsafe sd_bus_message_append_basic(handle, CChar(SD_BUS_TYPE_BYTE), &value))
    }

    /// Adds a whole number of 16 bits.
    public borrowing func append(_ value: UInt16) throws(BusError) {
        var value = value
        try check(unsafe sd_bus_message_append_basic(handle, CChar(SD_BUS_TYPE_UINT16), &value))
    }

    /// Adds a whole number of 16 bits with a sign.
    public borrowing func append(_ value: Int16) throws(BusError) {
        var value = value
        try check(unsafe sd_bus_message_append_basic(handle, CChar(SD_BUS_TYPE_INT16), &value))
    }

    /// Adds a whole number of the type that D-Bus names with a letter; `number` has to have its size.
    package borrowing func append(number: some FixedWidthInteger, as type: Unicode.Scalar) throws(BusError) {
        var number = number
        try check(unsafe sd_bus_message_append_basic(handle, CChar(UInt8(ascii: type)), &number))
    }

    /// Adds a number with a fraction.
    public borrowing func append(_ value: Double) throws(BusError) {
        var value = value
        try check(unsafe sd_bus_message_append_basic(handle, CChar(SD_BUS_TYPE_DOUBLE), &value))
    }

    /// Adds octets.
    public borrowing func append(bytes: Span<UInt8>) throws(BusError) {
        let result = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe sd_bus_message_append_array(handle, CChar(SD_BUS_TYPE_BYTE), buffer.baseAddress, buffer.count)
        }
        try check(result)
    }

    /// Adds a descriptor, of which the message keeps a duplicate.
    public borrowing func append(_ descriptor: borrowing Descriptor) throws(BusError) {
        var number = descriptor.number
        try check(unsafe sd_bus_message_append_basic(handle, CChar(SD_BUS_TYPE_UNIX_FD), &number))
    }

    /// Adds a container with what `body` adds.
    public borrowing func append(
        _ container: Container,
        _ contents: String,
        _ body: () throws(BusError) -> Void
    ) throws(BusError) {
        try check(unsafe sd_bus_message_open_container(handle, container.code, contents))
        try body()
        try check(unsafe sd_bus_message_close_container(handle))
    }

    /// What holds values of D-Bus.
    public enum Container: Sendable {
        case array, variant, entry, structure

        var code: CChar {
            switch self {
            case .array: CChar(SD_BUS_TYPE_ARRAY)
            case .variant: CChar(SD_BUS_TYPE_VARIANT)
            case .entry: CChar(SD_BUS_TYPE_DICT_ENTRY)
            case .structure: CChar(SD_BUS_TYPE_STRUCT)
            }
        }
    }
}
