/// A file format for packet captures, told apart by its first octets.
public enum CaptureFormat: String, Sendable {
    /// Of BlueZ's tools and of Android's HCI snoop log.
    case btsnoop
    /// Of libpcap, in either byte order, with microseconds or nanoseconds.
    case pcap
    /// The newer format of Wireshark, in blocks.
    case pcapng
}

/// Why a file cannot be read as a capture.
public enum CaptureFailure: Error, Equatable, Sendable {
    /// The file has no octet.
    case empty
    /// The first octets are those of no capture format.
    case notACapture
    /// The file ends inside its own header.
    case truncatedHeader(CaptureFormat)
    /// A version of the format that is not known.
    case unsupportedVersion(CaptureFormat, Int)
    /// The packets are of a kind that holds no Bluetooth traffic, or none that can be followed.
    case unsupportedDatalink(CaptureFormat, Int)
}

/// A stretch of a file that could not be read.
public struct Damage: Equatable, Sendable {
    /// Where it begins, in octets from the start of the file.
    public let offset: Int64
    /// How many octets were passed over.
    public let octets: Int64
    /// True when the file ends inside a record, as after a killed logger.
    public let isCutTail: Bool
}
