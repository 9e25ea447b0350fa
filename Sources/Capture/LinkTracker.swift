import SensorCodec

/// Follows every link of a capture: who is at its other end, what its handles stand for, which values go over it.
///
/// A handle means something only on its link, and connection handles are given out again after a disconnection: all
/// is kept by (adapter, connection handle) from a connection event to a disconnection. What a device's handles stand
/// for is kept by its address, because stacks do not discover a device again that they know.
struct LinkTracker {
    /// Bounds for hostile captures; what lies over them is passed over.
    enum Limit {
        static let devices = 1024
        static let links = 1024
        static let names = 4096
        static let attributes = 65_536
        /// Services of one device.
        static let services = 64
        /// Handles of one device whose meaning is guessed at.
        static let guesses = 64
    }

    /// What tells one link from another.
    struct Key: Hashable {
        /// Adapter and connection handle, or a radio link's access address.
        var number: UInt64

        init(adapter: UInt16, handle: UInt16) { number = UInt64(adapter) << 16 | UInt64(handle) }
        init(accessAddress: UInt32) { number = 1 << 63 | UInt64(accessAddress) }
    }

    struct Link {
        var key: Key
        var device: Int
        /// A BR/EDR link: channel 4 is not the attribute protocol there.
        var isClassic = false
        var fromDevice = Reassembly()
        var toDevice = Reassembly()
        /// The request of this side that waits for its answer.
        var requestToDevice: ATT.Request?
        var requestFromDevice: ATT.Request?
        /// The handles of the host's own server.
        var hostAttributes = AttributeTable()
    }

    struct Device {
        var identity: SensorIdentity
        var name: String?
        var attributes = AttributeTable()
        /// The primary services in the order of their discovery.
        var services: [BluetoothUUID] = []
        var guesses: [UInt16: ShapeGuess] = [:]
        var guessed: [UInt16: BluetoothUUID] = [:]
        var isAnnounced = false
        /// The device is or was at the end of a link; others were only learned of.
        var isLinked = false
    }

    var links: [Link] = []
    var devices: [Device] = []
    var attributeCount = 0
    /// Fragments of links and devices beyond the bounds.
    var passedOverCount = 0
    /// How many attribute protocol packets of each opcode were seen.
    var opcodeCounts = [Int](repeating: 0, count: 256)
    private var linkIndices: [Key: Int] = [:]
    private var deviceIndices: [SensorIdentity: Int] = [:]
    private var names: [BluetoothAddress: String] = [:]
    private var namelessCount = 0
    /// Where to look first for a device to forget.
    private var nextToForget = 0

    // MARK: Links

    /// The link of a key. A run has two or three links: looking at each is faster than hashing.
    @inline(__always)
    func index(of key: Key) -> Int? {
        if links.count > 4 { return linkIndices[key] }
        for index in links.indices where links[index].key == key { return index }
        return nil
    }

    /// The link of a key, made with a nameless device when the capture began after its connection.
    @inline(__always)
    mutating func linkOrNameless(_ key: Key) -> Int? {
        if let index = index(of: key) { return index }
        return openNameless(key)
    }

    private mutating func openNameless(_ key: Key) -> Int? {
        guard let link = open(key, with: SensorIdentity(nameless: namelessCount + 1)) else {
            passedOverCount += 1
            return nil
        }
        namelessCount += 1
        return link
    }

    /// A connection begins; one that is still open under the same key has ended unseen.
    @discardableResult
    mutating func open(_ key: Key, with identity: SensorIdentity, isClassic: Bool = false) -> Int? {
        remove(key)
        guard links.count < Limit.links, let device = device(identity) else { return nil }
        devices[device].isLinked = true
        linkIndices[key] = links.count
        links.append(Link(key: key, device: device, isClassic: isClassic))
        return links.count - 1
    }

    /// A connection ends.
    mutating func close(_ key: Key, at time: Int64, into sink: inout some CaptureSink) {
        guard let index = linkIndices[key] else { return }
        let device = links[index].device
        remove(key)
        if devices[device].isAnnounced { sink.disconnected(devices[device].identity, unixMicroseconds: time) }
    }

    /// An adapter went away or was reset, and all its links with it.
    mutating func closeAll(of adapter: UInt16, at time: Int64, into sink: inout some CaptureSink) {
        let keys = links.map(\.key).filter { $0.number >> 16 == UInt64(adapter) }
        for key in keys { close(key, at: time, into: &sink) }
    }

    private mutating func remove(_ key: Key) {
        guard let index = linkIndices.removeValue(forKey: key) else { return }
        attributeCount -= links[index].hostAttributes.count
        links.swapAt(index, links.count - 1)
        links.removeLast()
        if index < links.count { linkIndices[links[index].key] = index }
    }

    // MARK: Devices

    mutating func device(_ identity: SensorIdentity) -> Int? {
        if let index = deviceIndices[identity] { return index }
        let device = Device(identity: identity, name: identity.address.flatMap { names[$0] })
        guard let index = devices.count < Limit.devices ? devices.count : forgetDevice() else { return nil }
        deviceIndices[identity] = index
        if index == devices.count { devices.append(device) } else { devices[index] = device }
        return index
    }

    /// Makes room: forgets a device that has no link any more, those known for longest first.
    private mutating func forgetDevice() -> Int? {
        let linked = Set(links.map(\.device))
        for _ in devices.indices {
            let index = nextToForget
            nextToForget = (nextToForget + 1) % devices.count
            if linked.contains(index) { continue }
            attributeCount -= devices[index].attributes.count
            deviceIndices[devices[index].identity] = nil
            return index
        }
        return nil
    }

    /// A device told its name. Answers the device that has another name now.
    @discardableResult
    mutating func learn(name bytes: Span<UInt8>, of address: BluetoothAddress) -> Int? {
        guard let name = DeviceName.text(bytes), names.count < Limit.names || names[address] != nil else { return nil }
        if names[address] == name { return nil }
        names[address] = name
        guard let index = deviceIndices[SensorIdentity(address)], devices[index].name != name else { return nil }
        devices[index].name = name
        return index
    }

    /// Tells the sink of a device that it has not heard of.
    @inline(__always)
    mutating func announce(_ device: Int, to sink: inout some CaptureSink) {
        if devices[device].isAnnounced { return }
        devices[device].isAnnounced = true
        sink.found(
            CapturedDevice(
                device: devices[device].identity,
                name: devices[device].name,
                services: devices[device].services,
                characteristics: devices[device].attributes.characteristics
            )
        )
    }

    /// The capture ends: devices that were connected and said nothing are told of.
    mutating func finish(into sink: inout some CaptureSink) {
        for index in devices.indices where devices[index].isLinked { announce(index, to: &sink) }
    }

    // MARK: Fragments

    /// Takes in a fragment of an L2CAP frame.
    @inline(__always)
    mutating func readFragment(
        _ fragment: Span<UInt8>,
        of link: Int,
        isFirst: Bool,
        isFromDevice: Bool,
        at time: Int64,
        into sink: inout some CaptureSink
    ) {
        if links[link].isClassic { return }
        if isFirst, let packet = Reassembly.wholeAttributePacket(in: fragment) {
            links[link].drop(isFromDevice: isFromDevice)
            readATT(fragment.extracting(packet), of: link, isFromDevice: isFromDevice, at: time, into: &sink)
            return
        }
        guard links[link].add(fragment, isFirst: isFirst, isFromDevice: isFromDevice) else { return }
        let buffer = links[link].takeBuffer(isFromDevice: isFromDevice)
        if let packet = Reassembly.wholeAttributePacket(in: buffer.span) {
            readATT(buffer.span.extracting(packet), of: link, isFromDevice: isFromDevice, at: time, into: &sink)
        }
        links[link].giveBack(buffer, isFromDevice: isFromDevice)
    }
}

extension LinkTracker.Link {
    mutating func drop(isFromDevice: Bool) {
        if isFromDevice { fromDevice.drop() } else { toDevice.drop() }
    }

    /// True when a whole frame is there.
    mutating func add(_ fragment: Span<UInt8>, isFirst: Bool, isFromDevice: Bool) -> Bool {
        if isFromDevice { return fromDevice.add(fragment, isFirst: isFirst) }
        return toDevice.add(fragment, isFirst: isFirst)
    }

    mutating func takeBuffer(isFromDevice: Bool) -> [UInt8] {
        isFromDevice ? fromDevice.takeBuffer() : toDevice.takeBuffer()
    }

    mutating func giveBack(_ buffer: consuming [UInt8], isFromDevice: Bool) {
        if isFromDevice { fromDevice.giveBack(buffer) } else { toDevice.giveBack(buffer) }
    }
}

extension Reassembly {
    fileprivate mutating func add(_ fragment: Span<UInt8>, isFirst: Bool) -> Bool {
        if isFirst { begin(fragment) } else { append(fragment) }
        return isComplete
    }
}
