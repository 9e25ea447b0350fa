import SensorCodec

/// Packets as they stand in a recording: records of the monitor, events, attribute packets.
extension RecordingWriter {
    /// Which way a packet went, seen from the host.
    enum Direction {
        case sent, received
    }

    // MARK: Attribute packets

    /// Appends an attribute packet in a single fragment: opcode, handle where it has one, value.
    ///
    /// ACL: u16 connection handle and packet boundary (00 from the host, 10 from the controller), u16 length; L2CAP: u16
    /// length, u16 channel. Source: Core Specification, Vol 4, Part E, 5.4.2, and Vol 3, Part A, 3.1.
    @inline(__always)
    func append(
        _ value: Span<UInt8>,
        _ opcode: UInt8,
        _ handle: UInt16?,
        _ link: Link,
        _ direction: Direction,
        at time: Int64,
        into bytes: inout [UInt8]
    ) {
        let kept = value.extracting(first: Self.valueOctets)
        let octets = 1 + (handle == nil ? 0 : 2) + kept.count
        appendAttributeHeader(octets: octets, link, direction, at: time, into: &bytes)
        bytes.append(opcode)
        if let handle { bytes.append(littleEndian: handle) }
        bytes.append(kept)
    }

    /// Appends an attribute packet that was put together before.
    func appendAttribute(
        _ packet: [UInt8],
        _ link: Link,
        _ direction: Direction,
        at time: Int64,
        into bytes: inout [UInt8]
    ) {
        appendAttributeHeader(octets: packet.count, link, direction, at: time, into: &bytes)
        bytes.append(contentsOf: packet)
    }

    @inline(__always)
    private func appendAttributeHeader(
        octets: Int,
        _ link: Link,
        _ direction: Direction,
        at time: Int64,
        into bytes: inout [UInt8]
    ) {
        let opcode: MonitorRecord.Opcode = direction == .sent ? .sentACL : .receivedACL
        appendRecordHeader(octets: 8 + octets, opcode, of: link.adapter, at: time, into: &bytes)
        bytes.append(littleEndian: link.connection | (direction == .sent ? 0 : 0x2000))
        bytes.append(littleEndian: UInt16(4 + octets))
        bytes.append(littleEndian: UInt16(octets))
        bytes.append(littleEndian: Reassembly.attributeChannel)
    }

    // MARK: Records

    /// Appends an HCI event: u8 code, u8 length, parameters.
    func appendEvent(_ code: UInt8, _ parameters: [UInt8], _ link: Link, at time: Int64, into bytes: inout [UInt8]) {
        appendRecordHeader(octets: 2 + parameters.count, .event, of: link.adapter, at: time, into: &bytes)
        bytes.append(code)
        bytes.append(UInt8(parameters.count))
        bytes.append(contentsOf: parameters)
    }

    @inline(__always)
    func appendRecordHeader(
        octets: Int,
        _ opcode: MonitorRecord.Opcode,
        of adapter: UInt16,
        at time: Int64,
        into bytes: inout [UInt8]
    ) {
        BtsnoopWriter.appendRecordHeader(
            octets: octets,
            flags: MonitorRecord(opcode: opcode, adapter: adapter, unixMicroseconds: time).flags,
            unixMicroseconds: min(
                max(time, RecordLimit.unixMicroseconds.lowerBound),
                RecordLimit.unixMicroseconds.upperBound
            ),
            to: &bytes
        )
    }

    /// File header, and who made the file.
    func appendBeginning(at time: Int64, into bytes: inout [UInt8]) {
        BtsnoopWriter.appendHeader(.linuxMonitor, to: &bytes)
        appendSystemNote(
            "Recorded by Steady: values as they came, what leads to them put together from what BlueZ tells",
            at: time,
            into: &bytes
        )
    }

    /// New Index (u8 primary, u8 virtual bus, 6 address, 8 name) and Open Index.
    func appendAdapter(_ address: BluetoothAddress, _ link: Link, at time: Int64, into bytes: inout [UInt8]) {
        appendRecordHeader(octets: 16, .newIndex, of: link.adapter, at: time, into: &bytes)
        bytes.append(contentsOf: [0, 0])
        bytes.append(address)
        let name = Array("hci\(link.adapter)".utf8)
        bytes.append(contentsOf: name + [UInt8](repeating: 0, count: 8 - name.count))
        appendRecordHeader(octets: 0, .openedIndex, of: link.adapter, at: time, into: &bytes)
    }

    /// A note is a system note: Wireshark 4.0 reads the fields of user logging wrongly and calls it malformed.
    func appendNote(_ text: String, at time: Int64, into bytes: inout [UInt8]) {
        appendSystemNote(MonitorNote.prefix + PrintableText.text(Array(text.utf8).span), at: time, into: &bytes)
    }

    /// Text that ends with NUL.
    private func appendSystemNote(_ text: String, at time: Int64, into bytes: inout [UInt8]) {
        let octets = text.utf8.count + 1
        appendRecordHeader(octets: octets, .systemNote, of: MonitorRecord.noAdapter, at: time, into: &bytes)
        bytes.append(contentsOf: text.utf8)
        bytes.append(0)
    }
}
