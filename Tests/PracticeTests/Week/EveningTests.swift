import Practice
import Testing

@Suite("A run in the evening")
struct EveningTests {
    private func rule(_ end: Int, _ bedtime: Int?, isHard: Bool = true) -> Evening {
        Evening(planEndsAtMinute: end, bedtimeMinute: bedtime, isHard: isHard)
    }

    @Test(
        "a hard one is spoken of from four hours before bed on, and the easy one is offered in the last hour",
        arguments: [
            // Bed at 22:30.
            (1350, 1110, Evening.nothing), (1350, 1111, .line), (1350, 1290, .line), (1350, 1291, .easyFirst),
            (1350, 1350, .easyFirst), (1350, 1440, .easyFirst), (1350, 1590, .easyFirst), (1350, 1591, .nothing),
            // The next morning.
            (1350, 420, .nothing), (1350, 720, .nothing),
            // Bed at half past midnight.
            (30, 1230, .nothing), (30, 1231, .line), (30, 1410, .line), (30, 1411, .easyFirst), (30, 15, .easyFirst),
            (30, 600, .nothing),
        ]
    )
    func edges(bedtime: Int, end: Int, expected: Evening) {
        #expect(rule(end, bedtime) == expected)
        #expect(rule(end, bedtime).text == (expected == .nothing ? nil : EveningSaying.hardAndLate.rawValue))
    }

    @Test("an easy one is fine at any hour, and so is any where no bedtime is known")
    func fine() {
        for end in 0..<2880 {
            #expect(rule(end, 1350, isHard: false) == .nothing)
            #expect(rule(end, nil) == .nothing)
        }
    }

    @Test("of a day's minutes, those within four hours before and after bed are spoken of, wherever bedtime lies")
    func everyBedtime() {
        for bedtime in 0..<1440 {
            let spoken = (0..<1440).map { rule($0, bedtime) }
            #expect(spoken.count { $0 == .line } == 180)
            #expect(spoken.count { $0 == .easyFirst } == 300)
        }
    }
}
