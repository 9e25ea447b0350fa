import EventLoop
import FakeBlueZ
import SystemBus
import Testing
import UnixIO

@Suite("The message bus", .serialized)
struct SystemBusTests {
    private let pair: BusPair

    init() throws { pair = try BusPair() }

    /// Serves one method with a reply.
    private func serve(_ reply: @escaping (borrowing BusMessage) throws(BusError) -> Void) throws {
        let server = pair.server
        try server.serve("/test") { [weak server] call in (try? server?.reply(to: call, reply)) != nil }
    }

    @Test("values come back as they were sent")
    func roundTrip() throws {
        let values: [BusValue] = [
            .bool(true), .bool(false), .integer(0), .integer(65_535), .integer(-1), .integer(-32_768),
            .integer(.max), .integer(.min), .double(0.5), .string(""), .string("Grüße \u{1B}[31m"), .bytes([]),
            .bytes(Array(0...255)), .strings([]), .strings(["a", "", "ü"]), .array([.integer(1), .string("x")]),
            .array([]), .dictionary([:]), .dictionary(["a": .dictionary(["b": .bytes([1])])]),
        ]
        let properties = Dictionary(uniqueKeysWithValues: values.enumerated().map { ("p\($0.offset)", $0.element) })
        try serve { reply throws(BusError) in try reply.append(properties: properties) }
        let answer = try pair.ask("Values") { message throws(BusError) in try message.readProperties() }
        #expect(try answer.get() == properties)
    }

    @Test("every number type of D-Bus is read")
    func numbers() throws {
        try serve { reply throws(BusError) in
            try reply.append(.array, "{sv}") { () throws(BusError) in
                try Self.append("y", UInt8.max, to: reply)
                try Self.append("n", Int16.min, to: reply)
                try Self.append("q", UInt16.max, to: reply)
                try Self.append("i", Int32.min, to: reply)
                try Self.append("u", UInt32.max, to: reply)
                try Self.append("x", Int64.min, to: reply)
                try Self.append("t", UInt64.max, to: reply)
            }
        }
        let answer = try pair.ask("Numbers") { message throws(BusError) in try message.readProperties() }
        #expect(
            try answer.get() == [
                "y": .integer(255), "n": .integer(-32_768), "q": .integer(65_535),
                "i": .integer(Int64(Int32.min)), "u": .integer(Int64(UInt32.max)), "x": .integer(.min),
                "t": .integer(.max),
            ]
        )
    }

    private static func append(
        _ type: Unicode.Scalar,
        _ number: some FixedWidthInteger,
        to message: borrowing BusMessage
    ) throws(BusError) {
        try message.append(.entry, "sv") { () throws(BusError) in
            try message.append(String(type))
            try message.append(.variant, String(type)) { () throws(BusError) in
                try message.append(number: number, as: type)
            }
        }
    }

    @Test("what no property has is passed over, and what follows is read")
    func oddTypes() throws {
        try serve { reply throws(BusError) in
            try reply.append(.array, "{sv}") { () throws(BusError) in
                try reply.append(.entry, "sv") { () throws(BusError) in
                    try reply.append("structure")
                    try reply.append(.variant, "(sa(qq))") { () throws(BusError) in
                        try reply.append(.structure, "sa(qq)") { () throws(BusError) in
                            try reply.append("x")
                            try reply.append(.array, "(qq)") {}
                        }
                    }
                }
                try reply.append(.entry, "sv") { () throws(BusError) in
                    try reply.append("makers")
                    try reply.append(.variant, "a{qv}") { () throws(BusError) in
                        try reply.append(.array, "{qv}") { () throws(BusError) in
                            try reply.append(.entry, "qv") { () throws(BusError) in
                                try reply.append(UInt16(107))
                                try reply.append(variant: .bytes([1, 2]))
                            }
                        }
                    }
                }
            }
        }
        let answer = try pair.ask("Odd") { message throws(BusError) in try message.readProperties() }
        #expect(try answer.get() == ["structure": .array([]), "makers": .dictionary(["107": .bytes([1, 2])])])
    }

    @Test("a message of other types than expected is an error, whatever is asked of it")
    func unreadable() throws {
        try serve { reply throws(BusError) in try reply.append(UInt16(7)) }
        let readers: [Reader] = [
            Reader { message throws(BusError) in _ = try message.readString() },
            Reader { message throws(BusError) in _ = try message.readBool() },
            Reader { message throws(BusError) in _ = try message.readProperties() },
            Reader { message throws(BusError) in _ = try message.readInterfaces() },
            Reader { message throws(BusError) in _ = try message.readStrings() },
            Reader { message throws(BusError) in _ = try message.readVariant() },
            Reader { message throws(BusError) in _ = try message.readDescriptor() },
            Reader { message throws(BusError) in _ = try message.withBytes { $0.count } },
            Reader { message throws(BusError) in
                _ = try message.readUInt16()
                _ = try message.readString()
            },
        ]
        for reader in readers {
            let answer = try pair.ask("Wrong") { message throws(BusError) in try reader.read(message) }
            #expect(throws: BusError.self) { try answer.get() }
        }
    }

    @Test("an error has its name and text")
    func errors() throws {
        let server = pair.server
        try server.serve("/test") { [weak server] call in
            (try? server?.reply(to: call, BusError(name: "org.bluez.Error.Failed", message: "no ü"))) != nil
        }
        let answer = try pair.ask("Fail") { _ in }
        #expect(answer.failure == BusError(name: "org.bluez.Error.Failed", message: "no ü"))
    }

    @Test("nobody's answer is an error, and so is nobody")
    func unknown() throws {
        #expect(try pair.ask("Nothing") { _ in }.failure?.name == "org.freedesktop.DBus.Error.UnknownObject")
        var error: BusError?
        try pair.client.call("test.nobody", "/", "test.Steady", "Hello") { _, found in error = found }
        #expect(try pair.run { error != nil })
        #expect(error?.name == "org.freedesktop.DBus.Error.ServiceUnknown")
    }

    @Test("each call has a deadline of its own")
    func deadlines() throws {
        try pair.server.serve("/test") { _ in true }
        var order: [Int] = []
        for (number, milliseconds) in [(1, 60), (2, 20), (3, 40)] as [(Int, UInt64)] {
            try pair.client.call(
                "test.steady",
                "/test",
                "test.Steady",
                "Wait",
                deadlineMicroseconds: milliseconds * 1000
            ) { _, error in
                #expect(error?.name == BusError.noReply)
                order.append(number)
            }
        }
        #expect(try pair.run { order.count == 3 })
        #expect(order == [2, 3, 1])
    }

    @Test("an answer may come much later")
    func heldCall() throws {
        var held: Held?
        try pair.server.serve("/test") { call in
            held = Held(call)
            return true
        }
        pair.loop.schedule(atMicroseconds: MonotonicClock.nowMicroseconds + 20_000) { [server = pair.server] in
            guard let held else { return }
            try? server.reply(to: held.message) { reply throws(BusError) in try reply.append("late") }
        }
        let answer = try pair.ask("Later") { message throws(BusError) in try message.readString() }
        #expect(try answer.get() == "late")
    }

    @Test("signals are heard by rule, with their path, and rules the bus refuses hurt nobody")
    func signals() throws {
        var seen: [String] = []
        try pair.client.listen("type='signal',interface='test.Steady',path_namespace='/test'") { message in
            seen.append("\(message.path) \(message.member)")
        }
        try pair.client.listen("type='signal',interface='nonsense'") { _ in }
        _ = try pair.ask("Barrier") { _ in }
        try pair.server.emit("/other", "test.Steady", "Ping") { _ in }
        try pair.server.emit("/test/one", "test.Steady", "Ping") { _ in }
        try pair.server.emit("/test", "test.Other", "Ping") { _ in }
        try pair.server.emit("/test", "test.Steady", "Pong") { _ in }
        #expect(try pair.run { seen.count == 2 })
        #expect(seen == ["/test/one Ping", "/test Pong"])
    }

    @Test("what cannot be said is refused before it is sent")
    func badCalls() throws {
        #expect(throws: BusError.self) {
            try pair.client.call("test.steady", "no path", "test.Steady", "Hello") { _, _ in }
        }
        #expect(throws: BusError.self) {
            try pair.client.call("test.steady", "/test", "test.Steady", "Hello") { message throws(BusError) in
                try message.append(path: "no path")
            } answer: { _, _ in
            }
        }
        #expect(throws: BusError.self) { try BusConnection(address: "unix:path=/nowhere/at/all", on: pair.loop) }
    }

    @Test("descriptors travel, and stay open on the other side")
    func descriptors() throws {
        let server = pair.server
        var near: Descriptors?
        try server.serve("/test") { [weak server] call in
            let end = try? Descriptor { far in
                try? server?.reply(to: call) { reply throws(BusError) in try reply.append(far) }
            }
            if let end { near = Descriptors(end) }
            return true
        }
        let answer = try pair.ask("Open") { message throws(BusError) in Descriptors(try message.readDescriptor()) }
        let far = try answer.get()
        let sender = try #require(near)
        for packet in [[1, 2, 3], [], [4]] as [[UInt8]] {
            let isSent = sender.end.send(packet)
            #expect(isSent)
        }
        #expect(try far.receive() == [1, 2, 3])
        #expect(try far.receive() == [])
        let isClosed = far.end.isClosed()
        #expect(!isClosed)
        #expect(try far.receive() == [4])
        #expect(try far.receive() == nil)
    }

    @Test("when the bus dies, every open call is answered, and that is told once")
    func busDies() throws {
        try pair.server.serve("/test") { _ in true }
        var errors: [String] = []
        var closed = 0
        pair.client.onClosed = { closed += 1 }
        for _ in 0..<3 {
            try pair.client.call("test.steady", "/test", "test.Steady", "Wait") { _, error in
                errors.append(error?.name ?? "none")
            }
        }
        #expect(try !pair.loop.run(untilMicroseconds: MonotonicClock.nowMicroseconds + 30_000, or: { closed > 0 }))
        pair.daemon.kill()
        #expect(try pair.run { closed > 0 })
        #expect(errors.count == 3)
        #expect(!errors.contains("none"))
        #expect(throws: BusError.self) {
            try pair.client.call("test.steady", "/test", "test.Steady", "Hello") { _, _ in }
        }
        #expect(try !pair.loop.run(untilMicroseconds: MonotonicClock.nowMicroseconds + 5_000, or: { closed > 1 }))
    }

    @Test("a connection may be closed by the handler of its own message")
    func closeInside() throws {
        var isHeard = false
        let client = pair.client
        try client.listen("type='signal',interface='test.Steady'") { [weak client] _ in
            isHeard = true
            client?.close()
        }
        _ = try pair.ask("Barrier") { _ in }
        try pair.server.emit("/test", "test.Steady", "Ping") { _ in }
        try pair.server.emit("/test", "test.Steady", "Ping") { _ in }
        #expect(try pair.run { isHeard })
        #expect(try !pair.loop.run(untilMicroseconds: MonotonicClock.nowMicroseconds + 5_000, or: { false }))
    }
}
