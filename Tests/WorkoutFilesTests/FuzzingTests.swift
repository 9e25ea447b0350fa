import Foundation
import TestSupport
import Testing

@Suite("What the fuzzer of the workout files found, and where it begins")
struct FuzzingTests {
    @Test("every find is read in keeping with what must hold")
    func finds() throws {
        for find in try Places.finds("workout") {
            #expect(WorkoutProperties.check(try Places.bytes(find)).violation == nil, "\(find.lastPathComponent)")
        }
    }

    @Test("every seed is a run, and read in keeping with what must hold")
    func seeds() throws {
        let seeds = try #require(try FuzzSeeds.all()["workout"])
        #expect(seeds.count > 3)
        for (place, seed) in seeds.enumerated() {
            #expect(WorkoutProperties.check(seed) == WorkoutProperties.Findings(isRun: true), "seed \(place)")
        }
    }
}
