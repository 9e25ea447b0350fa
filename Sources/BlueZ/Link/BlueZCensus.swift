public import EventLoop
public import SystemBus
import UnixIO

/// One look at what bluetoothd knows, that changes nothing.
public enum BlueZCensus {
    /// Asks once, and waits at most five seconds; fails with the error of the bus.
    public static func take(busAddress: String? = nil, on loop: EventLoop) throws(BusError) -> BlueZObjects {
        let bus = try BusConnection(address: busAddress, on: loop)
        defer { bus.close() }
        var result: Result<BlueZObjects, BusError>?
        bus.onClosed = { result = result ?? .failure(BusError(name: BusError.disconnected)) }
        try bus.call(BlueZName.service, "/", BlueZName.objectManager, "GetManagedObjects") { message, error in
            do throws(BusError) {
                if let error { throw error }
                result = .success(try BlueZObjects(reading: message, at: MonotonicClock.nowMicroseconds))
            } catch {
                result = .failure(error)
            }
        }
        _ = try? loop.run(untilMicroseconds: MonotonicClock.nowMicroseconds + 5_000_000) { result != nil }
        return try (result ?? .failure(BusError(name: BusError.noReply))).get()
    }
}

extension BlueZObjects {
    /// Reads the answer to GetManagedObjects. What was advertised before it tells nothing of who is in reach now.
    init(reading message: borrowing BusMessage, at now: Int64) throws(BusError) {
        self.init()
        _ = try message.enter(.array, "{oa{sa{sv}}}")
        while try message.enter(.entry, "oa{sa{sv}}") {
            let path = try message.readString()
            add(path, try message.readInterfaces(), at: now)
            try message.leave()
        }
        try message.leave()
        forgetSightings()
    }
}
