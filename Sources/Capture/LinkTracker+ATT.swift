import SensorCodec

/// The attribute protocol. Source: Core Specification, Vol 3, Part F, 3.4.
enum ATT {
    static let errorResponse: UInt8 = 0x01
    static let exchangeMTURequest: UInt8 = 0x02
    static let exchangeMTUResponse: UInt8 = 0x03
    static let findInformationResponse: UInt8 = 0x05
    static let readByTypeRequest: UInt8 = 0x08
    static let readByTypeResponse: UInt8 = 0x09
    static let readRequest: UInt8 = 0x0A
    static let readResponse: UInt8 = 0x0B
    static let readBlobRequest: UInt8 = 0x0C
    static let readBlobResponse: UInt8 = 0x0D
    static let readByGroupTypeRequest: UInt8 = 0x10
    static let readByGroupTypeResponse: UInt8 = 0x11
    static let writeRequest: UInt8 = 0x12
    static let writeResponse: UInt8 = 0x13
    static let notification: UInt8 = 0x1B
    static let indication: UInt8 = 0x1D
    static let confirmation: UInt8 = 0x1E
    static let multipleNotification: UInt8 = 0x23
    static let writeCommand: UInt8 = 0x52
    static let signedWriteCommand: UInt8 = 0xD2
    static let signatureOctets = 12
    /// The error that ends a discovery.
    static let attributeNotFound: UInt8 = 0x0A

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
    struct Context {
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
    mutating func emit(
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
    mutating func answeredRequest(_ context: Context) -> ATT.Request? {
        if context.isFromDevice { return links[context.link].requestToDevice.take() }
        return links[context.link].requestFromDevice.take()
    }
}
