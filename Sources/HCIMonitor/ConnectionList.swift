import CBluetooth
public import Capture
import Glibc
public import SensorCodec
import UnixIO

/// A connection that the kernel holds, for whichever program.
public struct HCIConnection: Equatable, Sendable {
    /// The number of the adapter: 0 for `hci0`.
    public var adapter: UInt16
    /// The connection handle, as ACL packets carry it.
    public var handle: UInt16
    /// The device at the other end.
    public var address: BluetoothAddress
    /// What kind of link it is.
    public var type: LinkType

    /// The kernel's number for a kind of link. Source: BlueZ, lib/hci.h.
    public struct LinkType: RawRepresentable, Hashable, Sendable {
        /// The number.
        public var rawValue: UInt8
        /// The kind of this number.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Bluetooth Low Energy, which sensors speak.
        public static let lowEnergy = Self(rawValue: 0x80)
    }

    /// Bluetooth Low Energy.
    public var isLE: Bool { type == .lowEnergy }
    /// As the followers of packets want it.
    public var link: KnownLink { KnownLink(adapter: adapter, handle: handle, address: address, isClassic: !isLE) }
}

/// What the kernel knows of connections: a monitor that begins late has not heard them begin.
public enum ConnectionList {
    /// All connections of all adapters, at most 64 of each. Anybody may ask.
    public static func read() throws(MonitorFailure) -> [HCIConnection] {
        do throws(SystemFailure) {
            let descriptor = try openBluetooth()
            defer { close(descriptor) }
            var adapters = InlineArray<16, UInt16>(repeating: 0)
            let count = try systemCall("list", "the Bluetooth adapters") {
                var span = adapters.mutableSpan
                return unsafe span.withUnsafeMutableBufferPointer { buffer in
                    unsafe Int(steady_adapters(descriptor, buffer.baseAddress))
                }
            }
            return (0..<count).flatMap { connections(of: adapters[$0], descriptor) }
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Empty for an adapter that went away meanwhile.
    private static func connections(of adapter: UInt16, _ descriptor: CInt) -> [HCIConnection] {
        var list = [hci_conn_info](repeating: hci_conn_info(), count: STEADY_MOST_CONNECTIONS)
        let count = unsafe list.withUnsafeMutableBufferPointer { buffer in
            unsafe steady_connections(descriptor, adapter, buffer.baseAddress)
        }
        return list.prefix(Int(max(0, count))).compactMap { entry in
            // One that is only being made has no handle yet.
            guard entry.state == BT_CONNECTED || entry.state == BT_CONFIG, entry.handle <= 0x0EFF
            else {
                return nil
            }
            var octets = entry.bdaddr.b
            let number = unsafe withUnsafeBytes(of: &octets) { bytes in
                unsafe bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            }
            return HCIConnection(
                adapter: adapter,
                handle: entry.handle,
                address: BluetoothAddress(rawValue: number),
                type: HCIConnection.LinkType(rawValue: entry.type)
            )
        }
    }
}
