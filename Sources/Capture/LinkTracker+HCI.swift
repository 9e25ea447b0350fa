import SensorCodec

extension LinkTracker {
    /// Reads an HCI packet behind its H4 type.
    @inline(__always)
    mutating func read(_ packet: HCIPacket, _ bytes: Span<UInt8>, at time: Int64, into sink: inout some CaptureSink) {
        switch packet.kind {
        case H4.acl: readACL(packet, bytes, at: time, into: &sink)
        case H4.event: readEvent(packet, bytes, at: time, into: &sink)
        case H4.command:
            // HCI_Reset.
            if bytes.count >= 2, bytes.uint16(at: 0) == 0x0C03 { closeAll(of: packet.adapter, at: time, into: &sink) }
        default: break
        }
    }

    /// u16: bits 0-11 connection handle, 12-13 packet boundary; u16 length.
    /// Source: Core Specification, Vol 4, Part E, 5.4.2.
    @inline(__always)
    private mutating func readACL(
        _ packet: HCIPacket,
        _ bytes: Span<UInt8>,
        at time: Int64,
        into sink: inout some CaptureSink
    ) {
        guard bytes.count >= 4 else { return }
        let header = bytes.uint16(at: 0)
        let boundary = header >> 12 & 3
        let length = min(Int(bytes.uint16(at: 2)), bytes.count - 4)
        guard let link = linkOrNameless(Key(adapter: packet.adapter, handle: header & 0x0FFF)) else { return }
        // Without a direction: the controller marks a first fragment 10, the host 00. A continuation goes where a
        // frame is open.
        let isFromDevice =
            packet.isReceived ?? (boundary == 1 ? links[link].fromDevice.isUnfinished : boundary == 2)
        readFragment(
            bytes.extracting(4..<4 + length),
            of: link,
            isFirst: boundary != 1,
            isFromDevice: isFromDevice,
            at: time,
            into: &sink
        )
    }

    private mutating func readEvent(
        _ packet: HCIPacket,
        _ bytes: Span<UInt8>,
        at time: Int64,
        into sink: inout some CaptureSink
    ) {
        guard bytes.count >= 2 else { return }
        let parameters = bytes.dropping(2)
        switch bytes[0] {
        case HCIEvent.disconnectionComplete:
            disconnectionComplete(parameters, of: packet.adapter, at: time, into: &sink)
        case HCIEvent.classicConnectionComplete: classicConnectionComplete(parameters, of: packet.adapter)
        case HCIEvent.remoteNameComplete: remoteNameComplete(parameters, into: &sink)
        case HCIEvent.lowEnergy where parameters.count >= 1:
            let rest = parameters.dropping(1)
            switch parameters[0] {
            case LowEnergyEvent.connectionComplete, LowEnergyEvent.enhancedConnectionComplete,
                LowEnergyEvent.enhancedConnectionComplete2:
                connectionComplete(rest, of: packet.adapter)
            case LowEnergyEvent.advertisingReport: advertisingReports(rest, .legacy)
            case LowEnergyEvent.extendedAdvertisingReport: advertisingReports(rest, .extended)
            default: break
            }
        default: break
        }
    }

    /// u8 status, u16 handle, u8 role, u8 address type, 6 address …: the same beginning in all three versions.
    /// Source: Core Specification, Vol 4, Part E, 7.7.65.1, .10.
    private mutating func connectionComplete(_ parameters: Span<UInt8>, of adapter: UInt16) {
        guard parameters.count >= 11, parameters[0] == 0,
            let address = BluetoothAddress(littleEndian: parameters.extracting(5..<11))
        else { return }
        open(Key(adapter: adapter, handle: parameters.uint16(at: 1) & 0x0FFF), with: SensorIdentity(address))
    }

    /// u8 status, u16 handle, 6 address. Source: Core Specification, Vol 4, Part E, 7.7.3.
    private mutating func classicConnectionComplete(_ parameters: Span<UInt8>, of adapter: UInt16) {
        guard parameters.count >= 9, parameters[0] == 0,
            let address = BluetoothAddress(littleEndian: parameters.extracting(3..<9))
        else { return }
        open(
            Key(adapter: adapter, handle: parameters.uint16(at: 1) & 0x0FFF),
            with: SensorIdentity(address),
            isClassic: true
        )
    }

    /// u8 status, u16 handle, u8 reason. Source: Core Specification, Vol 4, Part E, 7.7.5.
    private mutating func disconnectionComplete(
        _ parameters: Span<UInt8>,
        of adapter: UInt16,
        at time: Int64,
        into sink: inout some CaptureSink
    ) {
        guard parameters.count >= 4, parameters[0] == 0 else { return }
        close(Key(adapter: adapter, handle: parameters.uint16(at: 1) & 0x0FFF), at: time, into: &sink)
    }

    /// u8 status, 6 address, 248 octets of name that end with NUL. Source: Core Specification, Vol 4, Part E, 7.7.7.
    private mutating func remoteNameComplete(_ parameters: Span<UInt8>, into sink: inout some CaptureSink) {
        guard parameters.count >= 7, parameters[0] == 0,
            let address = BluetoothAddress(littleEndian: parameters.extracting(1..<7)),
            let device = learn(name: parameters.dropping(7).beforeNUL, of: address),
            devices[device].isAnnounced, let name = devices[device].name
        else { return }
        sink.named(devices[device].identity, name)
    }

    /// Where things stand in one report of an advertising event.
    private struct ReportLayout {
        /// Octets before the data; the last of them is the length of the data.
        var headOctets: Int
        var addressOffset: Int
        /// Octets behind the data.
        var tailOctets: Int

        /// u8 type, u8 address type, 6 address, u8 length, data, s8 signal.
        /// Source: Core Specification, Vol 4, Part E, 7.7.65.2.
        static let legacy = ReportLayout(headOctets: 9, addressOffset: 2, tailOctets: 1)
        /// u16 type, u8 address type, 6 address, 14 octets of radio, u8 length, data.
        /// Source: Core Specification, Vol 4, Part E, 7.7.65.13.
        static let extended = ReportLayout(headOctets: 24, addressOffset: 3, tailOctets: 0)
    }

    /// u8 number of reports, and the reports one behind the other.
    private mutating func advertisingReports(_ parameters: Span<UInt8>, _ layout: ReportLayout) {
        guard parameters.count >= 1 else { return }
        var at = 1
        for _ in 0..<parameters[0] {
            let data = at + layout.headOctets
            guard data <= parameters.count else { return }
            let end = data + Int(parameters[data - 1])
            guard end <= parameters.count else { return }
            let address = at + layout.addressOffset
            learnName(
                advertisedIn: parameters.extracting(data..<end),
                by: parameters.extracting(address..<address + 6)
            )
            at = end + layout.tailOctets
        }
    }

    /// Learns a device's name from its advertising data.
    mutating func learnName(advertisedIn data: Span<UInt8>, by addressBytes: Span<UInt8>) {
        guard let name = AdvertisingData.name(in: data), let address = BluetoothAddress(littleEndian: addressBytes)
        else { return }
        learn(name: data.extracting(name), of: address)
    }
}
