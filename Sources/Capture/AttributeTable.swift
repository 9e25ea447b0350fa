import SensorCodec

/// What the handles of one server stand for, as the discovery traffic told.
struct AttributeTable {
    private var types: [UInt16: BluetoothUUID] = [:]
    /// Handles of characteristic values, to list a device's characteristics.
    private var valueHandles: Set<UInt16> = []

    /// True before any discovery.
    var isEmpty: Bool { types.isEmpty }
    /// How many handles are known.
    var count: Int { types.count }

    @inline(__always)
    subscript(handle: UInt16) -> BluetoothUUID? { types[handle] }

    /// The characteristics in the order of their handles.
    var characteristics: [BluetoothUUID] { valueHandles.sorted().compactMap { types[$0] } }

    mutating func setDescriptor(_ uuid: BluetoothUUID, at handle: UInt16) {
        types[handle] = uuid
    }

    mutating func setCharacteristic(_ uuid: BluetoothUUID, at valueHandle: UInt16) {
        types[valueHandle] = uuid
        valueHandles.insert(valueHandle)
    }

    /// Forgets a range of handles, after the server said that its services changed.
    mutating func remove(_ handles: ClosedRange<UInt16>) {
        types = types.filter { !handles.contains($0.key) }
        valueHandles = valueHandles.filter { !handles.contains($0) }
    }
}
