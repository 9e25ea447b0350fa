import EventLoop
import FakeBlueZ
import SystemBus
import Testing
import UnixIO

/// Two ends of a private bus on one loop.
final class BusPair {
    let daemon: PrivateBus
    let loop: EventLoop
    let server: BusConnection
    let client: BusConnection

    init() throws {
        daemon = try PrivateBus()
        loop = try EventLoop()
        server = try BusConnection(address: daemon.address, on: loop)
        client = try BusConnection(address: daemon.address, on: loop)
        try server.takeName("test.steady")
    }

    func run(until condition: () -> Bool) throws -> Bool {
        try loop.run(untilMicroseconds: MonotonicClock.nowMicroseconds + 5_000_000, or: condition)
    }

    /// Calls the server; the answer's error, or what `read` read.
    func ask<Value>(
        _ member: String,
        deadlineMicroseconds: UInt64 = 5_000_000,
        _ read: @escaping (borrowing BusMessage) throws(BusError) -> Value
    ) throws -> Result<Value, BusError> {
        var result: Result<Value, BusError>?
        try client.call(
            "test.steady",
            "/test",
            "test.Steady",
            member,
            deadlineMicroseconds: deadlineMicroseconds,
            arguments: { _ in }
        ) { message, error in
            do throws(BusError) {
                if let error { throw error }
                result = .success(try read(message))
            } catch { result = .failure(error) }
        }
        #expect(try run { result != nil })
        return try #require(result)
    }
}

/// Reads something of a message. A type of its own, for a list of such closures brings the compiler of 6.3 down.
struct Reader {
    let read: (borrowing BusMessage) throws(BusError) -> Void
    init(_ read: @escaping (borrowing BusMessage) throws(BusError) -> Void) { self.read = read }
}

/// A call that is kept.
final class Held {
    let message: BusMessage
    init(_ message: borrowing BusMessage) { self.message = message.retained() }
}

/// A descriptor that is kept.
final class Descriptors {
    let end: Descriptor
    init(_ end: consuming Descriptor) { self.end = end }

    func receive() throws -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 16)
        return try end.receive(into: &buffer).map { Array(buffer.prefix($0)) }
    }
}

extension Result {
    /// The failure, if it is one.
    var failure: Failure? { if case .failure(let failure) = self { failure } else { nil } }
}
