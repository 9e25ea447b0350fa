import SensorCodec

/// The attribute protocol. Source: Core Specification, Vol 3, Part F, 3.4.
enum ATT {
    static let errorResponse: UInt8 = 0x01
    static let findInformationResponse: UInt8 = 0x05
    static let readByTypeRequest: UInt8 = 0x08
    static let readByTypeResponse: UInt8 = 0x09
    static let readRequest: UInt8 = 0x0A
    static let readResponse: UInt8 = 0x0B
    static let readBlobRequest: UInt8 = 0x0C
    static let readBlobResponse: UInt8 = 0x0D
    static let readByGroupTypeResponse: UInt8 = 0x11
    static let writeRequest: UInt8 = 0x12
    static let notification: UInt8 = 0x1B
    static let indication: UInt8 = 0x1D
    static let multipleNotification: UInt8 = 0x23
    static let writeCommand: UInt8 = 0x52
    static let signedWriteCommand: UInt8 = 0xD2
    static let signatureOctets = 12

    /// What is remembered of a request until its answer comes, which says neither handle nor type.
    enum Request {
        case read(handle: UInt16, offset: UInt16)
        case readByType(BluetoothUUID)
    }

    static let characteristicDeclaration = BluetoothUUID(0x2803)
    static let serviceChanged = BluetoothUUID(0x2A05)
}

extension LinkTracker {
    /// What the values of one packet have in common.
    private struct Context {
        var link: Int
        var device: Int
        /// The packet was sent by the device.
        var isFromDevice: Bool
        var time: Int64
    }

    /// Reads a whole attribute packet.
    @inline(__always)
    mutating func readATT(
        _ packet: Span<UInt8>,
        of link: Int,
        isFromDevice: Bool,
        at time: Int64,
        into sink: inout some CaptureSink
    ) {
        guard packet.count >= 1 else { return }
        let opcode = packet[0]
        opcodeCounts[Int(opcode)] += 1
        let context = Context(link: link, device: links[link].device, isFromDevice: isFromDevice, time: time)
        if opcode == ATT.notification {
            readHandleValue(packet, .notify, context, &sink)
            return
        }
        readOther(opcode, packet, context, &sink)
    }

    private mutating func readOther(
        _ opcode: UInt8,
        _ packet: Span<UInt8>,
        _ context: Context,
        _ sink: inout some CaptureSink
    ) {
        switch opcode {
        case ATT.indication:
            readHandleValue(packet, .indicate, context, &sink)
            noteServiceChanged(packet, context)
        case ATT.multipleNotification: readMultipleNotification(packet, context, &sink)
        case ATT.writeRequest, ATT.writeCommand: readHandleValue(packet, .write, context, &sink)
        case ATT.signedWriteCommand:
            guard packet.count >= 3 + ATT.signatureOctets else { return }
            readHandleValue(
                packet.extracting(0..<packet.count - ATT.signatureOctets),
                .write,
                context,
                &sink
            )
        case ATT.readRequest:
            remember(packet.count >= 3 ? .read(handle: packet.uint16(at: 1), offset: 0) : nil, context)
        case ATT.readBlobRequest:
            remember(
                packet.count >= 5 ? .read(handle: packet.uint16(at: 1), offset: packet.uint16(at: 3)) : nil,
                context
            )
        case ATT.readByTypeRequest:
            remember(
                packet.count >= 7 ? BluetoothUUID(littleEndian: packet.dropping(5)).map { .readByType($0) } : nil,
                context
            )
        case ATT.readResponse, ATT.readBlobResponse: readReadResponse(opcode, packet, context, &sink)
        case ATT.readByTypeResponse: readByTypeResponse(packet, context, &sink)
        case ATT.readByGroupTypeResponse: readByGroupTypeResponse(packet, context)
        case ATT.findInformationResponse: readFindInformationResponse(packet, context)
        case ATT.errorResponse: _ = answeredRequest(context)
        default: break
        }
    }

    // MARK: Values

    /// u8 opcode, u16 handle, value.
    @inline(__always)
    private mutating func readHandleValue(
        _ packet: Span<UInt8>,
        _ operation: AttributeValue.Operation,
        _ context: Context,
        _ sink: inout some CaptureSink
    ) {
        guard packet.count >= 3 else { return }
        emit(packet.dropping(3), of: packet.uint16(at: 1), operation, context, &sink)
    }

    /// (u16 handle, u16 length, value)*
    private mutating func readMultipleNotification(
        _ packet: Span<UInt8>,
        _ context: Context,
        _ sink: inout some CaptureSink
    ) {
        var at = 1
        while at + 4 <= packet.count {
            let end = min(at + 4 + Int(packet.uint16(at: at + 2)), packet.count)
            emit(packet.extracting(at + 4..<end), of: packet.uint16(at: at), .notify, context, &sink)
            at = end
        }
    }

    private mutating func readReadResponse(
        _ opcode: UInt8,
        _ packet: Span<UInt8>,
        _ context: Context,
        _ sink: inout some CaptureSink
    ) {
        var handle: UInt16?
        var offset: UInt16 = 0
        if case .read(let asked, let start) = answeredRequest(context) { (handle, offset) = (asked, start) }
        if opcode == ATT.readResponse, context.isFromDevice, let handle,
            server(context, of: handle) == Characteristic.deviceName
        {
            takeName(packet.dropping(1), of: context.device, &sink)
        }
        emit(packet.dropping(1), of: handle, .read, from: offset, context, &sink)
    }

    /// A device told its name itself; a sink that knows the device already is told too.
    private mutating func takeName(_ bytes: Span<UInt8>, of device: Int, _ sink: inout some CaptureSink) {
        guard let name = DeviceName.text(bytes), devices[device].name != name else { return }
        devices[device].name = name
        if devices[device].isAnnounced { sink.named(devices[device].identity, name) }
    }

    /// Tells the sink of a value.
    @inline(__always)
    private mutating func emit(
        _ bytes: Span<UInt8>,
        of handle: UInt16?,
        _ operation: AttributeValue.Operation,
        from offset: UInt16 = 0,
        _ context: Context,
        _ sink: inout some CaptureSink
    ) {
        announce(context.device, to: &sink)
        var characteristic = handle.flatMap { server(context, of: $0, isWritten: operation == .write) }
        var isGuessed = false
        if characteristic == nil, let handle, context.isFromDevice, operation == .notify || operation == .indicate {
            characteristic = guess(bytes, of: handle, context.device)
            isGuessed = characteristic != nil
        }
        sink.received(
            AttributeValue(
                unixMicroseconds: context.time,
                device: devices[context.device].identity,
                handle: handle,
                characteristic: characteristic,
                isGuessed: isGuessed,
                direction: context.isFromDevice ? .fromDevice : .toDevice,
                operation: operation,
                offset: offset
            ),
            bytes: bytes
        )
    }

    /// What a handle stands for: in the table of the sender, or of the receiver when it is written.
    @inline(__always)
    private func server(_ context: Context, of handle: UInt16, isWritten: Bool = false) -> BluetoothUUID? {
        context.isFromDevice != isWritten
            ? devices[context.device].attributes[handle] : links[context.link].hostAttributes[handle]
    }

    private mutating func guess(_ bytes: Span<UInt8>, of handle: UInt16, _ device: Int) -> BluetoothUUID? {
        if let guessed = devices[device].guessed[handle] { return guessed }
        guard devices[device].attributes.isUndiscovered else { return nil }
        guard devices[device].guesses[handle] != nil || devices[device].guesses.count < Limit.guesses else {
            return nil
        }
        guard let uuid = devices[device].guesses[handle, default: ShapeGuess()].take(bytes) else { return nil }
        devices[device].guessed[handle] = uuid
        return uuid
    }

    // MARK: Requests

    private mutating func remember(_ request: ATT.Request?, _ context: Context) {
        if context.isFromDevice {
            links[context.link].requestFromDevice = request
        } else {
            links[context.link].requestToDevice = request
        }
    }

    /// The request of the other side that this packet answers.
    private mutating func answeredRequest(_ context: Context) -> ATT.Request? {
        if context.isFromDevice { return links[context.link].requestToDevice.take() }
        return links[context.link].requestFromDevice.take()
    }

    // MARK: Discovery

    /// u8 length of an item, (u16 handle, value)*; a characteristic declaration's value is u8 properties,
    /// u16 value handle, UUID.
    private mutating func readByTypeResponse(
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
    private mutating func readByGroupTypeResponse(_ packet: Span<UInt8>, _ context: Context) {
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
    private mutating func readFindInformationResponse(_ packet: Span<UInt8>, _ context: Context) {
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
    private mutating func noteServiceChanged(_ packet: Span<UInt8>, _ context: Context) {
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
