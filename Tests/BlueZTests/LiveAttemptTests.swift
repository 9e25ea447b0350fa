import BlueZ
import FakeBlueZ
import SensorCodec
import Testing
import UnixIO

extension LiveLinkTests {
    @Suite("when attempts to connect fail", .serialized)
    struct Attempts {
        /// The errors and oddities of an attempt that the real one was seen to end with.
        static let outcomes: [FakeSensor.Outcome] = [
            .abort, .dropsInSetup, .successWithoutLink, .unresolved,
            .error("org.bluez.Error.Failed", "Input/output error"),
            .error("org.bluez.Error.Failed", "br-connection-profile-unavailable"),
            .error("org.bluez.Error.Failed", "Operation already in progress"),
            .error("org.bluez.Error.InProgress", "In Progress"),
            .error("org.bluez.Error.NotReady", "Resource Not Ready"),
            .error("org.freedesktop.DBus.Error.UnknownMethod", "doesn't exist"),
            .error("org.example.Nonsense", ""),
        ]

        @Test("an attempt may end in any way twice; then there are values", arguments: outcomes)
        func attempts(outcome: FakeSensor.Outcome) throws {
            let scene = try LiveScene()
            scene.strap.outcomes = [outcome, outcome]
            scene.link.follow(scene.strap.address)
            #expect(try scene.hears(scene.strap))
            scene.checkManners()
        }

        /// Those that an attempt may end with again and again.
        static let lastingOutcomes: [FakeSensor.Outcome] = [
            .abort, .dropsInSetup, .successWithoutLink, .unresolved,
            .error("org.bluez.Error.InProgress", "In Progress"),
            .error("org.example.Nonsense", ""),
        ]

        @Test("one sensor that fails for ever never disturbs the other", arguments: lastingOutcomes)
        func independent(outcome: FakeSensor.Outcome) throws {
            let scene = try LiveScene()
            scene.strap.lastingOutcome = outcome
            scene.link.follow(scene.strap.address)
            scene.link.follow(scene.treadmill.address)
            #expect(try scene.hears(scene.treadmill))
            for _ in 0..<3 {
                try scene.run(seconds: 8)
                #expect(try scene.hears(scene.treadmill))
            }
            #expect(scene.link.counts.drops == 0 || scene.client.count(.disconnected(scene.treadmill.address)) == 0)
            scene.checkManners()
        }

        @Test("a link over which nothing comes is made anew, less and less often")
        func silent() throws {
            let scene = try LiveScene(isImpatient: true)
            try scene.goLive()
            scene.strap.isSending = false
            #expect(try scene.run { scene.link.counts.silences == 1 })
            let first = MonotonicClock.nowMicroseconds
            #expect(try scene.run { scene.link.counts.silences == 2 })
            #expect(MonotonicClock.nowMicroseconds - first >= 400_000)
            scene.strap.isSending = true
            #expect(try scene.hears(scene.strap))
            #expect(scene.bluez.record.count("RemoveDevice") == 0)
            scene.checkManners()
        }
    }
}
