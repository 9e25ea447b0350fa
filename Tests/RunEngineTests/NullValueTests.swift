import RunEngine
import SensorCodec
import TestSupport
import Testing

/// Values in which nothing is: a machine that wakes or goes to sleep, a strap that nobody wears.
struct NullValueTests {
    @Test("a machine that says nothing but noughts does not begin a session, the first number does")
    func waking() throws {
        var run = try Rehearsal()
        try run.hear("0000 0000", at: 0)
        try run.hear("8c04 0000 000000 0000 0000 0000 0000 00 0000", at: 1)
        try run.hear("2009 0000 0000 00 3c00", at: 1.5)
        #expect(!run.session.hasBegun && run.session.currentSample == nil)
        try run.hear("8c04 0000 000000 0000 0000 0000 0000 00 0100", at: 2)
        #expect(run.session.hasBegun)
        run.finish()
        #expect(run.header?.startedAtUnixMicroseconds == Rehearsal.start + 2_000_000)
        // The null values are not dropped in silence.
        #expect(run.summary?.packetCount == 4)
    }

    @Test("a parked deck may be inclined, and a programme that waits has time left")
    func parked() throws {
        var run = try Rehearsal()
        try run.hear("080c 0000 1e00 1100 0000 5802", at: 0)
        #expect(!run.session.hasBegun)
    }

    @Test(
        "any field that tells of somebody begins a session",
        arguments: [
            "0000 0100", "0200 0000 0100", "0400 0000 010000", "8000 0000 0100 ffff ff", "8000 0000 0000 0100 ff",
            "0001 0000 48", "0002 0000 0a", "1000 0000 0100 0000", "0010 0000 0000 0100",
        ]
    )
    func somebody(hex: String) throws {
        var run = try Rehearsal()
        try run.hear(hex, at: 0)
        #expect(run.session.hasBegun)
    }

    @Test("numbers that are not available are none, and a part without a field is null too")
    func notAvailable() throws {
        var run = try Rehearsal()
        try run.hear("8410 0000 000000 ffff ffff ff ff7f ff7f", at: 0)
        try run.hear("0100", at: 1)
        #expect(!run.session.hasBegun)
    }

    @Test("in a session a null value counts as any other: the belt's true stop is seen")
    func stop() throws {
        var run = try Rehearsal()
        run.belt(800, at: 0)
        try run.hear("0000 0000", at: 1)
        run.finish()
        #expect(
            run.transitions(of: "session") == ["0 idle>running", "1000 running>paused_belt", "1000 paused_belt>ended"]
        )
    }

    @Test("a strap without a heart rate and without a beat does not begin a session, either of them does")
    func strap() throws {
        for (hex, begins) in [
            ("0000", false), ("0600", false), ("0800 0100", false), ("0048", true), ("1000 0004", true),
        ] {
            var run = try Rehearsal()
            run.apply(try .heartRateBytes([UInt8](hex: hex), from: Rehearsal.strap), at: 0)
            #expect(run.session.hasBegun == begins, "\(hex)")
        }
    }

    @Test("a strap without a reading keeps the machine's heart rate out from the start, until it is lost")
    func silentStrap() throws {
        for (seconds, expected) in [(14.9, nil), (15, 140), (-3600, nil)] as [(Double, Int?)] {
            var run = try Rehearsal()
            run.heartRate(nil, at: 0)
            run.belt(800, heartRate: 140, at: seconds)
            #expect(run.session.currentSample?.heartRateBPM == expected, "\(seconds)")
        }
        for stamp in [Int64.min, .max - Rehearsal.start] {
            var run = try Rehearsal()
            run.heartRate(nil, at: 0)
            if stamp < 0 { run.session.apply(.belt(800, from: Rehearsal.machine), atUnixMicroseconds: stamp) }
            if stamp > 0 { run.apply(.belt(800, heartRate: 140, from: Rehearsal.machine), atMicroseconds: stamp) }
            #expect(run.session.hasBegun)
        }
    }

    @Test("a session of nothing but null values never was")
    func nothing() throws {
        var run = try Rehearsal()
        for second in 0..<10 { try run.hear("0000 0000", at: Double(second)) }
        run.advance(to: 100)
        run.finish()
        #expect(run.events.isEmpty)
    }
}

extension Rehearsal {
    fileprivate mutating func hear(_ hex: String, at seconds: Double) throws {
        let data = try TreadmillData(decoding: [UInt8](hex: hex).span)
        apply(.value(.treadmillData(data), from: Self.machine), at: seconds)
    }
}
