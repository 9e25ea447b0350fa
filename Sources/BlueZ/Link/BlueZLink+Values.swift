import SensorCodec
import SystemBus
import UnixIO

/// The way of a value: from the bus to whoever listens, with nothing between.
extension BlueZLink {
    /// Two programs that listen get every value twice; the copy comes at once. A sensor cannot be that fast.
    private static let shortestInterval: Int64 = 5_000

    func propertiesChanged(_ message: borrowing BusMessage) {
        reading { link throws(BusError) in
            let interface = try message.readString(likely: BlueZName.characteristic)
            if interface == BlueZName.characteristic {
                try link.readValues(message)
            } else {
                let properties = try message.readProperties()
                link.changed(message.path, interface, properties, lost: try message.readStrings())
            }
        }
    }

    private func readValues(_ message: borrowing BusMessage) throws(BusError) {
        let now = MonotonicClock.nowMicroseconds
        guard try message.enter(.array, known: "{sv}") else { return }
        while try message.enter(.entry, known: "sv") {
            if try message.readString(likely: "Value") == "Value", try message.enter(.variant, known: "ay") {
                // A handful of sources: comparing is faster than making a text to look one up by.
                let index = sources.indices.first { message.isAbout(sources.keys[$0]) }
                try message.withBytes { bytes in
                    if let index { take(bytes, from: index, at: now, mayBeCopy: true) }
                }
                try message.leave()
            } else {
                try message.skip("v")
            }
            try message.leave()
        }
    }

    /// A value came from a path; `now` in microseconds.
    func take(_ bytes: Span<UInt8>, from path: String, at now: Int64, mayBeCopy: Bool = true) {
        if let index = sources.index(forKey: path) { take(bytes, from: index, at: now, mayBeCopy: mayBeCopy) }
    }

    @inline(__always)
    private func take(
        _ bytes: Span<UInt8>,
        from index: Dictionary<String, ValueSource>.Index,
        at now: Int64,
        mayBeCopy: Bool
    ) {
        if mayBeCopy, sources.values[index].isCopy(bytes, at: now, within: Self.shortestInterval) {
            counts.duplicates += 1
            return
        }
        counts.values += 1
        if bytes.isEmpty { counts.emptyValues += 1 }
        let source = sources.values[index]
        // After a drop bluetoothd listens again by itself: values may come before anything was asked for on this link.
        if !source.sensor.isToldConnected { tellConnected(source.sensor) }
        source.sensor.supervisor.heardValue(at: now)
        let origin = ValueOrigin(
            sensor: source.sensor.address,
            characteristic: source.characteristic,
            handle: source.handle,
            kind: source.isIndication ? .indication : .notification,
            microseconds: now
        )
        client?.received(bytes, from: origin)
    }
}

extension ValueSource {
    /// True when the same octets came a moment ago; keeps them in mind otherwise.
    mutating func isCopy(_ bytes: Span<UInt8>, at now: Int64, within interval: Int64) -> Bool {
        if now - lastMicroseconds < interval, isEqual(bytes) { return true }
        lastMicroseconds = now
        lastBytes.removeAll(keepingCapacity: true)
        for index in bytes.indices { lastBytes.append(bytes[index]) }
        return false
    }

    private func isEqual(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count == lastBytes.count else { return false }
        for index in bytes.indices where bytes[index] != lastBytes[index] { return false }
        return true
    }
}
