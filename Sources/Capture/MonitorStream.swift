public import SensorCodec

/// A link that another source knows of: the kernel's list of connections.
public struct KnownLink: Equatable, Sendable {
    /// The number of the adapter: 0 for `hci0`.
    public var adapter: UInt16
    /// The connection handle, 12 bits.
    public var handle: UInt16
    /// The device at the other end.
    public var address: BluetoothAddress
    /// A BR/EDR link, which carries no sensor that Steady reads.
    public var isClassic: Bool

    /// A link of these parts.
    public init(adapter: UInt16, handle: UInt16, address: BluetoothAddress, isClassic: Bool) {
        self.adapter = adapter
        self.handle = handle
        self.address = address
        self.isClassic = isClassic
    }
}

/// Follows the Linux monitor packet by packet and tells a ``CaptureSink`` what goes over the links of a machine,
/// whichever program they belong to.
///
/// Pure: the caller brings the packets. Tells what ``CaptureReader`` tells of a file with the same packets, without
/// its header and damages. Any octets may come: what they cannot be is passed over.
///
/// A monitor that begins late has missed which device a link leads to and what its handles stand for; both can be
/// learned from elsewhere. Where they are not, a device is nameless and its characteristics are told by their shape.
public struct MonitorStream {
    private var links = LinkTracker()

    /// Packets that were not followed, because there are more links or devices than are kept.
    public var passedOverCount: Int { links.passedOverCount }
    /// How many attribute protocol packets of each opcode were seen.
    public var opcodeCounts: [Int] { links.opcodeCounts }

    /// A monitor that has heard nothing yet.
    public init() {}

    /// Takes in one packet: `octets` is what stands behind the kernel's header.
    public mutating func read(_ record: MonitorRecord, _ octets: Span<UInt8>, into sink: inout some CaptureSink) {
        links.read(record, octets, into: &sink)
    }

    /// The stream ends: devices that were connected and said nothing are told of.
    public mutating func finish(into sink: inout some CaptureSink) { links.finish(into: &sink) }

    /// Learns which device a link leads to that was there before the first packet. What the packets said stays.
    public mutating func learn(_ link: KnownLink) { links.learn(link) }

    /// Learns what handles of a device stand for, by the handle of the value: bluetoothd's `…/service000a/char000f` is
    /// the declaration at 0x000F, its value is at 0x0010. Discovery that is heard later goes before it.
    public mutating func learn(characteristics: [UInt16: BluetoothUUID], of address: BluetoothAddress) {
        links.learn(characteristics: characteristics, of: address)
    }
}
