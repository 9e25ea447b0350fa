import Practice
import RunEngine
import Testing

/// What is said of the zones and the band.
@Suite("Zones in words")
struct ZoneWordsTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test("a label says where the band comes from, and names the maximum only where it matters")
    func labels() throws {
        var profile = RunnerProfile(ageYears: 40)
        #expect(
            try profile.plan().basis.labels(for: .acsmMax) == [
                "band: 64 to 77 % of the maximum; maximum 180 estimated, give or take 10",
                "band: 64 to 77 % of the maximum",
            ]
        )
        profile.talk = TalkReading(bpm: 142, day: try day("2026-11-03"))
        profile.maximumBPM = 186
        #expect(
            try profile.plan().basis.labels(for: .acsmMax).first
                == "band: talk check of 3 Nov 2026; maximum 186 measured"
        )
        profile.band = TargetBand(lowerBPM: 110, upperBPM: 120)
        #expect(try profile.plan().basis.labels(for: .custom) == ["band: your own"])
        #expect(
            try RunnerProfile().plan().basis.maximumWords
                == "maximum 180 for an assumed age of 40, give or take 10"
        )
    }
}
