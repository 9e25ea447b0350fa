import SensorCodec

/// What the handles of one server stand for, as the discovery traffic told; kept in the order of the handles.
struct AttributeTable {
    private struct Attribute {
        var handle: UInt16
        var type: BluetoothUUID
        /// The handle is that of a characteristic's value, not of a descriptor.
        var isValue: Bool
    }

    private var attributes: [Attribute] = []

    /// How many characteristics are known.
    private var valueCount = 0

    /// More handles than any real server has; a table that is full learns no more.
    static let capacity = 4096

    /// True when no characteristic was declared: the capture holds no discovery.
    var isUndiscovered: Bool { valueCount == 0 }
    /// How many handles are known.
    var count: Int { attributes.count }
    /// The characteristics in the order of their handles.
    var characteristics: [BluetoothUUID] { attributes.filter(\.isValue).map(\.type) }

    /// What a handle stands for.
    @inline(__always)
    subscript(handle: UInt16) -> BluetoothUUID? {
        let at = place(of: handle)
        return at < attributes.count && attributes[at].handle == handle ? attributes[at].type : nil
    }

    mutating func setDescriptor(_ uuid: BluetoothUUID, at handle: UInt16) {
        set(Attribute(handle: handle, type: uuid, isValue: false))
    }

    mutating func setCharacteristic(_ uuid: BluetoothUUID, at valueHandle: UInt16) {
        set(Attribute(handle: valueHandle, type: uuid, isValue: true))
    }

    /// Forgets a range of handles, after the server said that its services changed.
    mutating func remove(_ handles: ClosedRange<UInt16>) {
        attributes.removeAll { handles.contains($0.handle) }
        valueCount = attributes.count(where: \.isValue)
    }

    private mutating func set(_ attribute: Attribute) {
        let at = place(of: attribute.handle)
        if at < attributes.count, attributes[at].handle == attribute.handle {
            // A descriptor listing also names the values: what was declared as one stays one.
            let wasValue = attributes[at].isValue
            let isValue = attribute.isValue || wasValue && attributes[at].type == attribute.type
            attributes[at] = Attribute(handle: attribute.handle, type: attribute.type, isValue: isValue)
            valueCount += (isValue ? 1 : 0) - (wasValue ? 1 : 0)
        } else if attributes.count < Self.capacity {
            attributes.insert(attribute, at: at)
            valueCount += attribute.isValue ? 1 : 0
        }
    }

    /// Where a handle is or belongs, by halving.
    @inline(__always)
    private func place(of handle: UInt16) -> Int {
        var low = 0
        var high = attributes.count
        while low < high {
            let middle = (low + high) / 2
            if attributes[middle].handle < handle { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
