import SensorCodec
import Testing

@testable import RunEngine

/// What whoever feeds a session noticed goes where the sensors' own findings go.
struct FindingTests {
    private let correction = RunNotice.Finding.correction(
        .init(profile: "tunturi-t60", name: "Tunturi T60", change: "Its inclination means nothing.")
    )

    @Test("what was noticed before a sensor is heard is told when it is, once")
    func before() throws {
        var run = try Rehearsal()
        run.apply(.finding(correction, about: Rehearsal.machine), at: 0)
        run.apply(.finding(correction, about: Rehearsal.machine), at: 1)
        run.heartRate(100, at: 2)
        #expect(run.notices.isEmpty)
        run.belt(500, at: 5)
        run.belt(500, at: 6)
        run.finish()
        #expect(run.notices == ["3 01 correction tunturi-t60"])
    }

    @Test("what is noticed of a sensor that was heard is told at once")
    func during() throws {
        var run = try Rehearsal()
        run.belt(500, at: 0)
        run.apply(.finding(correction, about: Rehearsal.machine), at: 4)
        run.finish()
        #expect(run.notices == ["4 01 correction tunturi-t60"])
    }

    @Test("of sensors that are never heard, what is kept is bounded")
    func bounded() throws {
        var run = try Rehearsal()
        run.belt(500, at: 0)
        for number in 1...100 {
            run.apply(.finding(correction, about: SensorIdentity(nameless: number)), at: 1)
        }
        run.belt(500, from: SensorIdentity(nameless: 64), at: 2)
        run.belt(500, from: SensorIdentity(nameless: 65), at: 2)
        run.finish()
        #expect(run.notices.count == 1)
    }

    @Test("a range of inclinations the wrong way round, or half of one, is none")
    func badRange() throws {
        var run = try Rehearsal()
        var range = SupportedInclinationRange()
        range.minimumDeciPercent = 100
        run.apply(.value(.supportedInclinationRange(range), from: Rehearsal.machine), at: 0)
        range.maximumDeciPercent = -100
        run.apply(.value(.supportedInclinationRange(range), from: Rehearsal.machine), at: 0)
        for second in 0..<5 {
            var value = TreadmillData()
            value.instantaneousSpeedCentiKmH = 500
            value.inclinationDeciPercent = 50
            run.apply(.value(.treadmillData(value), from: Rehearsal.machine), at: Double(second))
        }
        run.finish()
        #expect(run.notices.isEmpty)
    }
}
