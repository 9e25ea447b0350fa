import Capture
import EventLoop
import Foundation
import Glibc
import Hardware
import SensorCodec
import TestSupport
import UnixIO

/// What a sink was told of values, in order.
struct Heard: CaptureSink, Equatable {
    struct Value: Equatable {
        var value: AttributeValue
        var bytes: [UInt8]
    }

    var values: [Value] = []
    var devices: [SensorIdentity] = []
    var disconnections: [SensorIdentity] = []

    mutating func found(_ device: CapturedDevice) { devices.append(device.device) }
    mutating func received(_ value: AttributeValue, bytes: Span<UInt8>) {
        values.append(Value(value: value, bytes: bytes.indices.map { bytes[$0] }))
    }
    mutating func disconnected(_ device: SensorIdentity, unixMicroseconds: Int64) { disconnections.append(device) }

    /// The same without the times, for packets that were stamped anew.
    var timeless: Heard {
        var heard = self
        for index in values.indices { heard.values[index].value.unixMicroseconds = 0 }
        return heard
    }

    /// What packets say without a socket between.
    static func directly(_ packets: [MonitorPackets.Packet]) -> Heard {
        var heard = Heard()
        var stream = MonitorStream()
        for packet in packets {
            let record = MonitorRecord(
                opcode: .init(rawValue: packet.opcode),
                adapter: packet.adapter,
                unixMicroseconds: packet.unixMicroseconds
            )
            stream.read(record, packet.octets.span, into: &heard)
        }
        return heard
    }

    static func packets(_ capture: SampleCapture) throws -> [MonitorPackets.Packet] {
        MonitorPackets.all(of: try Places.bytes(Places.captures.appending(path: capture.fileName)))
    }
}

/// The other end of a socket that stands in for the kernel's.
final class FakeKernel {
    let descriptor: CInt
    /// The end that the program under test reads; its own to close.
    let theirs: CInt

    init(_ type: __socket_type = SOCK_DGRAM) {
        var pair: [CInt] = [-1, -1]
        let type = CInt(type.rawValue) | CInt(SOCK_NONBLOCK.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
        _ = unsafe socketpair(AF_UNIX, type, 0, &pair)
        descriptor = pair[0]
        theirs = pair[1]
    }

    deinit { close(descriptor) }

    /// False when there is no room now.
    func send(_ datagram: [UInt8]) -> Bool { unsafe Glibc.send(descriptor, datagram, datagram.count, 0) >= 0 }

    /// Sends all, and lets the loop go on whenever there is no room; true when `isDone` in time.
    func send(_ packets: [MonitorPackets.Packet], running loop: EventLoop, until isDone: () -> Bool) throws -> Bool {
        var rest = packets[...]
        let limit = MonotonicClock.nowMicroseconds + 20_000_000
        return try loop.run(untilMicroseconds: limit) {
            while let packet = rest.first, send(packet.datagram) { rest = rest.dropFirst() }
            // Nothing else would wake the loop between a look here and the next.
            if !rest.isEmpty { loop.schedule(atMicroseconds: 0) {} }
            return rest.isEmpty && isDone()
        }
    }
}
