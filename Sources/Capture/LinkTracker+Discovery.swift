import SensorCodec

/// What the discovery traffic tells of a device: its services, and what each handle stands for.
extension LinkTracker {
    /// u8 length of an item, (u16 handle, value)*; a characteristic declaration's value is u8 properties,
    /// u16 value handle, UUID.
    mutating func readByTypeResponse(
        _ packet: Span<UInt8>,
        _ context: Context,
        _ sink: inout some CaptureSink
    ) {
        guard packet.count >= 2 else { return }
        let itemOctets = Int(packet[1])
        guard itemOctets >= 2 else { return }
        let request = answeredRequest(context)
        var at = 2
        while at + itemOctets <= packet.count {
            let item = packet.extracting(at..<at + itemOctets)
            at += itemOctets
            switch request {
            case .readByType(ATT.characteristicDeclaration): declare(item, context)
            case .readByType(let type):
                learn(type, at: item.uint16(at: 0), isCharacteristic: false, context)
                emit(item.dropping(2), of: item.uint16(at: 0), .read, context, &sink)
            case .read, nil:
                // The request was not captured: the shape of a declaration is distinctive enough.
                if itemOctets == 7 || itemOctets == 21, item.uint16(at: 3) > item.uint16(at: 0) {
                    declare(item, context)
                }
            }
        }
    }

    private mutating func declare(_ item: Span<UInt8>, _ context: Context) {
        guard item.count == 7 || item.count == 21, let uuid = BluetoothUUID(littleEndian: item.dropping(5)) else {
            return
        }
        learn(uuid, at: item.uint16(at: 3), isCharacteristic: true, context)
    }

    /// u8 length of an item, (u16 first handle, u16 last handle, UUID)*: primary services, the only groups asked for.
    mutating func readByGroupTypeResponse(_ packet: Span<UInt8>, _ context: Context) {
        guard context.isFromDevice, packet.count >= 2, packet[1] == 6 || packet[1] == 20 else { return }
        let itemOctets = Int(packet[1])
        var at = 2
        while at + itemOctets <= packet.count {
            if let uuid = BluetoothUUID(littleEndian: packet.extracting(at + 4..<at + itemOctets)),
                devices[context.device].services.count < Limit.services,
                !devices[context.device].services.contains(uuid)
            {
                devices[context.device].services.append(uuid)
            }
            at += itemOctets
        }
    }

    /// u8 format: 1 = (u16 handle, 2-octet UUID)*, 2 = (u16 handle, 16-octet UUID)*.
    mutating func readFindInformationResponse(_ packet: Span<UInt8>, _ context: Context) {
        guard packet.count >= 2, packet[1] == 1 || packet[1] == 2 else { return }
        let itemOctets = packet[1] == 1 ? 4 : 18
        var at = 2
        while at + itemOctets <= packet.count {
            if let uuid = BluetoothUUID(littleEndian: packet.extracting(at + 2..<at + itemOctets)) {
                learn(uuid, at: packet.uint16(at: at), isCharacteristic: false, context)
            }
            at += itemOctets
        }
    }

    private mutating func learn(_ uuid: BluetoothUUID, at handle: UInt16, isCharacteristic: Bool, _ context: Context) {
        guard attributeCount < Limit.attributes else { return }
        var table = AttributeTable()
        if context.isFromDevice {
            swap(&table, &devices[context.device].attributes)
        } else {
            swap(&table, &links[context.link].hostAttributes)
        }
        let before = table.count
        if isCharacteristic { table.setCharacteristic(uuid, at: handle) } else { table.setDescriptor(uuid, at: handle) }
        attributeCount += table.count - before
        if context.isFromDevice {
            swap(&table, &devices[context.device].attributes)
        } else {
            swap(&table, &links[context.link].hostAttributes)
        }
    }

    /// Service Changed: u16 first and u16 last handle of what is no longer as it was.
    mutating func noteServiceChanged(_ packet: Span<UInt8>, _ context: Context) {
        guard context.isFromDevice, packet.count >= 7,
            devices[context.device].attributes[packet.uint16(at: 1)] == ATT.serviceChanged
        else { return }
        let first = packet.uint16(at: 3)
        let last = packet.uint16(at: 5)
        guard first <= last else { return }
        let kept = packet.uint16(at: 1)
        let before = devices[context.device].attributes.count
        devices[context.device].attributes.remove(first...last)
        devices[context.device].attributes.setCharacteristic(ATT.serviceChanged, at: kept)
        attributeCount -= before - devices[context.device].attributes.count
    }
}
