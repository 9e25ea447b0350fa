import Testing

@testable import steady

@Suite("Checkpoints")
struct CheckpointsTests {
    /// Times that grow by random steps, zero among them.
    private func times(_ count: Int, longestStep: Int64) -> [Int64] {
        var time: Int64 = .random(in: -1_000_000...1_000_000)
        return (0..<count).map { _ in
            time += .random(in: 0...longestStep)
            return time
        }
    }

    @Test(
        "their number is bounded, the first is kept, and the latest before a time is found",
        arguments: [2, 3, 8, 64]
    )
    func bounded(_ capacity: Int) throws {
        for count in [1, 2, 10, 1000] {
            let times = times(count, longestStep: 100)
            var checkpoints = Checkpoints<Int64>(capacity: capacity, spacing: 10)
            for time in times { checkpoints.keep(time, at: time) }
            let kept = checkpoints.kept.map(\.time)
            #expect((1...capacity).contains(kept.count) && kept.first == times.first)
            #expect(checkpoints.kept.allSatisfy { $0.time == $0.state })
            for _ in 0..<100 {
                let time = Int64.random(in: times[0] - 100...times[count - 1] + 100)
                #expect(checkpoints.latest(notAfter: time)?.time == kept.last { $0 <= time }, "\(kept), \(time)")
            }
        }
    }

    @Test("however long it goes on, none is far from the next")
    func near() {
        var checkpoints = Checkpoints<Int>(capacity: 16, spacing: 10)
        for time in 0...100_000 {
            checkpoints.keep(time, at: Int64(time))
            let farthest = max(10, Int64(time) * 2 / 7)
            #expect(Int64(time) - (checkpoints.kept.last?.time ?? 0) <= farthest)
        }
        let kept = checkpoints.kept.map(\.time)
        for (one, next) in zip(kept, kept.dropFirst()) { #expect(next - one <= 100_000 / 7, "\(kept)") }
    }
}
