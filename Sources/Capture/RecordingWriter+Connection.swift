import SensorCodec

/// What begins and ends a connection in a recording: who it is with, and what the handles stand for.
extension RecordingWriter {
    /// ATT_MTU of both sides, in octets: a value of the greatest length fits. bluetoothd asks for the same.
    private static let mtu = 517

    /// Appends all that leads to the first value of a connection.
    func appendConnection(
        _ device: RecordedDevice,
        _ link: Link,
        at time: Int64,
        into bytes: inout [UInt8]
    ) {
        let services = device.services.filter { $0.handle > 0 }.sorted { $0.handle < $1.handle }
        let name = device.name.flatMap { $0.isEmpty ? nil : $0 }
        appendAdvertisement(device, name, services.map(\.uuid), link, at: time, into: &bytes)
        // u8 status, u16 handle, u8 role (central), u8 address type, 6 address, u16 interval (30 ms), u16 latency,
        // u16 timeout (5 s), u8 clock accuracy. Source: Core Specification, Vol 4, Part E, 7.7.65.1.
        var parameters: [UInt8] = [LowEnergyEvent.connectionComplete, 0]
        parameters.append(littleEndian: link.connection)
        parameters.append(contentsOf: [0, device.isAddressRandom ? 1 : 0])
        parameters.append(device.address)
        for number: UInt16 in [24, 0, 500] { parameters.append(littleEndian: number) }
        parameters.append(0)
        appendEvent(HCIEvent.lowEnergy, parameters, link, at: time, into: &bytes)

        let mtu = [UInt8(truncatingIfNeeded: Self.mtu), UInt8(Self.mtu >> 8)]
        appendAttribute([ATT.exchangeMTURequest] + mtu, link, .sent, at: time, into: &bytes)
        appendAttribute([ATT.exchangeMTUResponse] + mtu, link, .received, at: time, into: &bytes)
        discover(Self.items(of: services), .services, link, at: time, into: &bytes)
        discover(Self.items(of: device.characteristics), .characteristics, link, at: time, into: &bytes)
    }

    /// u8 status, u16 handle, u8 reason. Source: Core Specification, Vol 4, Part E, 7.7.5.
    func appendDisconnection(_ link: Link, reason: UInt8, at time: Int64, into bytes: inout [UInt8]) {
        var parameters: [UInt8] = [0]
        parameters.append(littleEndian: link.connection)
        parameters.append(reason)
        appendEvent(HCIEvent.disconnectionComplete, parameters, link, at: time, into: &bytes)
    }

    // MARK: Names

    /// Appends the event that tells a whole name: u8 status, 6 address, 248 octets of name, filled up with NUL.
    ///
    /// Source: Core Specification, Vol 4, Part E, 7.7.7. Of all ways to tell a name it is the only one that has room for
    /// the longest, and the only one that makes up no attribute handle: bluetoothd does not tell that of the name.
    func appendName(
        _ name: String,
        of address: BluetoothAddress,
        _ link: Link,
        at time: Int64,
        into bytes: inout [UInt8]
    ) {
        var parameters: [UInt8] = [0]
        parameters.append(address)
        parameters.append(contentsOf: name.utf8(atMost: Self.nameOctets))
        while parameters.count < 7 + Self.nameOctets { parameters.append(0) }
        appendEvent(HCIEvent.remoteNameComplete, parameters, link, at: time, into: &bytes)
    }

    /// Appends a report of an extended advertisement, and the whole name where that had no room in it.
    ///
    /// u8 number of reports, u16 type (connectable), u8 address type, 6 address, u8 primary PHY, u8 secondary PHY, u8
    /// set, s8 power and s8 signal (127: not known), u16 interval, u8 and 6 direct address, u8 length, data.
    /// Source: Core Specification, Vol 4, Part E, 7.7.65.13; the data: Vol 3, Part C, 11.
    private func appendAdvertisement(
        _ device: RecordedDevice,
        _ name: String?,
        _ services: [BluetoothUUID],
        _ link: Link,
        at time: Int64,
        into bytes: inout [UInt8]
    ) {
        // An event has 255 octets, of which 26 stand before the data.
        let dataOctets = 229
        // Flags: found by anyone, no BR/EDR.
        var data: [UInt8] = [2, 0x01, 0x06]
        let nameRoom = dataOctets - data.count - 2
        if let name {
            let isWhole = name.utf8.count <= nameRoom
            let kept = name.utf8(atMost: nameRoom)
            data.append(contentsOf: [UInt8(kept.count + 1), isWhole ? 0x09 : 0x08])
            data.append(contentsOf: kept)
        }
        // Lists of UUIDs that are complete have the odd type.
        for (type, octets) in [(0x02, 2), (0x06, 16)] as [(UInt8, Int)] {
            let all = services.filter { ($0.short == nil) == (octets == 16) }
            let kept = all.prefix(max(0, dataOctets - data.count - 2) / octets)
            if kept.isEmpty { continue }
            data.append(contentsOf: [UInt8(kept.count * octets + 1), kept.count == all.count ? type + 1 : type])
            for uuid in kept { data.append(uuid) }
        }
        var parameters: [UInt8] = [LowEnergyEvent.extendedAdvertisingReport, 1, 0x01, 0x00]
        parameters.append(device.isAddressRandom ? 1 : 0)
        parameters.append(device.address)
        parameters.append(contentsOf: [1, 1, 0, 127, 127, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        parameters.append(UInt8(data.count))
        appendEvent(HCIEvent.lowEnergy, parameters + data, link, at: time, into: &bytes)
        if let name, name.utf8.count > nameRoom { appendName(name, of: device.address, link, at: time, into: &bytes) }
    }

    // MARK: Discovery

    /// A step of discovery: which attributes are asked for, and how.
    /// Source: Core Specification, Vol 3, Part G, 4.4.1 (services) and 4.6.1 (characteristics).
    private struct Step {
        var request: UInt8
        var response: UInt8
        var type: UInt16

        static let services = Step(
            request: ATT.readByGroupTypeRequest,
            response: ATT.readByGroupTypeResponse,
            type: 0x2800
        )
        static let characteristics = Step(
            request: ATT.readByTypeRequest,
            response: ATT.readByTypeResponse,
            type: 0x2803
        )
    }

    /// An attribute as a response lists it.
    private struct Item {
        /// Where the next request begins, less one.
        var lastHandle: UInt16
        var octets: [UInt8]
    }

    /// u16 first handle, u16 last handle, UUID.
    private static func items(of services: [RecordedService]) -> [Item] {
        services.indices.map { index in
            let service = services[index]
            let next = index + 1 < services.count ? services[index + 1].handle : nil
            let last = max(service.handle, service.lastHandle ?? next.map { $0 - 1 } ?? .max)
            var octets: [UInt8] = []
            octets.append(littleEndian: service.handle)
            octets.append(littleEndian: last)
            octets.append(service.uuid)
            return Item(lastHandle: last, octets: octets)
        }
    }

    /// u16 handle, u8 properties, u16 value handle, UUID.
    private static func items(of characteristics: [RecordedCharacteristic]) -> [Item] {
        characteristics.filter { $0.handle > 0 && $0.valueHandle > 0 }.sorted { $0.handle < $1.handle }
            .map { characteristic in
                var octets: [UInt8] = []
                octets.append(littleEndian: characteristic.handle)
                octets.append(characteristic.properties)
                octets.append(littleEndian: characteristic.valueHandle)
                octets.append(characteristic.uuid)
                return Item(lastHandle: characteristic.handle, octets: octets)
            }
    }

    /// Appends requests and responses until all is listed; an error says that there is no more.
    ///
    /// A response lists items of one length only, as many as the MTU has room for.
    private func discover(
        _ items: [Item],
        _ step: Step,
        _ link: Link,
        at time: Int64,
        into bytes: inout [UInt8]
    ) {
        var next: UInt16? = 1
        var listed = 0
        while let start = next {
            var request = [step.request]
            for number in [start, 0xFFFF, step.type] { request.append(littleEndian: number) }
            appendAttribute(request, link, .sent, at: time, into: &bytes)
            guard listed < items.count else {
                var refusal = [ATT.errorResponse, step.request]
                refusal.append(littleEndian: start)
                refusal.append(ATT.attributeNotFound)
                appendAttribute(refusal, link, .received, at: time, into: &bytes)
                return
            }
            let octets = items[listed].octets.count
            var response = [step.response, UInt8(octets)]
            var last = items[listed].lastHandle
            while listed < items.count, items[listed].octets.count == octets, response.count + octets <= Self.mtu {
                response.append(contentsOf: items[listed].octets)
                last = items[listed].lastHandle
                listed += 1
            }
            appendAttribute(response, link, .received, at: time, into: &bytes)
            // What is listed behind the last handle there can be is asked for under it again.
            next = last < .max ? last + 1 : (listed < items.count ? .max : nil)
        }
    }
}

extension String {
    /// The octets of the whole characters that fit.
    fileprivate func utf8(atMost limit: Int) -> [UInt8] {
        var octets: [UInt8] = []
        for scalar in unicodeScalars {
            let width = UTF8.width(scalar)
            if octets.count + width > limit { break }
            octets.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return octets
    }
}
