import SensorCodec

/// The Linux monitor: all adapters of a machine in one stream.
extension LinkTracker {
    /// Reads one packet of the monitor.
    mutating func read(_ record: MonitorRecord, _ octets: Span<UInt8>, into sink: inout some CaptureSink) {
        let time = record.unixMicroseconds
        let adapter = record.adapter
        switch record.opcode {
        case .deletedIndex, .closedIndex: closeAll(of: adapter, at: time, into: &sink)
        case .command:
            read(HCIPacket(kind: H4.command, adapter: adapter, isReceived: false), octets, at: time, into: &sink)
        case .event: read(HCIPacket(kind: H4.event, adapter: adapter, isReceived: true), octets, at: time, into: &sink)
        case .sentACL: read(HCIPacket(kind: H4.acl, adapter: adapter, isReceived: false), octets, at: time, into: &sink)
        case .receivedACL:
            read(HCIPacket(kind: H4.acl, adapter: adapter, isReceived: true), octets, at: time, into: &sink)
        case .systemNote:
            if let text = MonitorNote.ofSystem(octets) { sink.noted(text, unixMicroseconds: time) }
        case .userLogging:
            if let text = MonitorNote.ofUser(octets) { sink.noted(text, unixMicroseconds: time) }
        default: break
        }
    }
}

/// What those know who came too late to hear it.
extension LinkTracker {
    /// A link that was there before the first packet leads to this device.
    ///
    /// What the packets told themselves is newer, and stays. A link that was nameless so far gets the device, and the
    /// device what was found out about its handles.
    mutating func learn(_ known: KnownLink) {
        let key = Key(adapter: known.adapter, handle: known.handle & 0x0FFF)
        let identity = SensorIdentity(known.address)
        guard let link = index(of: key) else {
            open(key, with: identity, isClassic: known.isClassic)
            return
        }
        let nameless = links[link].device
        guard devices[nameless].identity.address == nil, let device = device(identity) else { return }
        links[link].device = device
        links[link].isClassic = known.isClassic
        devices[device].isLinked = true
        if devices[device].attributes.isUndiscovered {
            (devices[device].attributes, devices[nameless].attributes) =
                (devices[nameless].attributes, devices[device].attributes)
            devices[device].services = devices[nameless].services
            devices[device].guesses = devices[nameless].guesses
            devices[device].guessed = devices[nameless].guessed
        }
    }

    /// What handles of a device stand for. Discovery that is heard later is newer, and goes before it.
    mutating func learn(characteristics: [UInt16: BluetoothUUID], of address: BluetoothAddress) {
        guard let device = device(SensorIdentity(address)) else { return }
        for (handle, uuid) in characteristics where attributeCount < Limit.attributes {
            let before = devices[device].attributes.count
            devices[device].attributes.setCharacteristic(uuid, at: handle)
            attributeCount += devices[device].attributes.count - before
        }
    }
}
