import Practice
import Reporting
import RunEngine
import Testing

@Suite("Zones, rest and talk in words")
struct ZoneReportTests {
    private let day = CivilDate(year: 2026, month: 11, day: 3)

    @Test("zones, band, and where each number comes from; what a wrong maximum would mean is said")
    func lines() throws {
        #expect(
            try ZoneReport(RunnerProfile(ageYears: 40, restingBPM: 60).plan()).lines == [
                "Zones: ACSM's classes of effort, by heart-rate reserve (acsm_hrr)",
                "  0                 up to 95 bpm",
                "  1  light          96 to 107 bpm",
                "  2  moderate       108 to 131 bpm",
                "  3  vigorous       132 to 167 bpm",
                "  4  near-maximal   168 bpm and up",
                "These are the zones that go with what is known of you.",
                "",
                "Band: 108 to 131 bpm",
                "The band is ACSM's moderate effort: 40 up to 60 % of the heart-rate reserve.",
                "",
                "Maximum 180 bpm: estimated by Tanaka's formula from your age of 40, give or take 10.",
                "Resting 60 bpm: as you gave it.",
                "A maximum that is 10 bpm off moves the band's upper edge by 6: go by how talking feels as well.",
                "",
                "A talk check sets the upper edge by your own voice, if you like: steady talk",
            ]
        )
        let byMaximum = try ZoneReport(RunnerProfile().plan()).lines
        #expect(byMaximum.contains { $0.contains("10 bpm off moves the band's upper edge by 8") })
        #expect(byMaximum.contains { $0.contains("for an assumed age of 40, give or take 10") })
    }

    @Test("a number that was measured is in no doubt, and a zone in which no heart rate lies is left out")
    func measured() throws {
        var profile = RunnerProfile(maximumBPM: 186, thresholdBPM: 164, zoneModel: .frielRun)
        profile.talk = TalkReading(bpm: 142, day: day)
        let lines = try ZoneReport(profile.plan()).lines
        #expect(lines[1] == "  1       up to 139 bpm")
        #expect(lines.contains("You chose these zones."))
        #expect(
            lines.contains("The band goes up to where you talk in comfort, by your talk check of 3 Nov 2026: 142 bpm.")
        )
        #expect(lines.contains("Lactate threshold 164 bpm: as you gave it."))
        #expect(!lines.contains { $0.contains("10 bpm off") || $0.contains("steady talk") })
    }

    @Test("a higher maximum is proposed with the day it was seen, and a talk check of long ago may be done again")
    func suggestions() throws {
        var report = ZoneReport(try RunnerProfile(maximumBPM: 180, talk: TalkReading(bpm: 142, day: day)).plan())
        report.proposal = ObservedMaximum(day: day, bpm: 186)
        report.isTalkDue = true
        let text = report.lines.joined(separator: "\n")
        #expect(text.contains("On 3 Nov 2026 your heart rate held 186 bpm") && text.contains("--accept-max"))
        #expect(text.contains("if you like, do it again. steady talk"))
        let json = written { $0.zones(report) }
        #expect(json.contains(#""talk_bpm":142,"talk_day":"2026-11-03""#))
        #expect(json.contains(#""proposed_maximum_bpm":186,"proposed_maximum_day":"2026-11-03""#))
    }

    @Test("every model has its words")
    func models() throws {
        for model in ZoneModel.allCases {
            let profile = RunnerProfile(
                ageYears: 40,
                restingBPM: 60,
                thresholdBPM: 164,
                zoneModel: model,
                customBoundsBPM: [120, 150]
            )
            let lines = try ZoneReport(profile.plan()).lines
            #expect(lines[0].hasSuffix("(\(model.rawValue))"))
            #expect(lines.allSatisfy { !$0.contains("!") })
        }
    }

    @Test("the text that is read aloud has 30 words at least, as the check asks")
    func text() {
        let words = TalkReport.text.joined(separator: " ").split(separator: " ")
        #expect((35...50).contains(words.count))
        #expect(TalkReport.text.allSatisfy { $0.count <= 90 })
    }

    @Test("every refusal and every outcome says that nothing is changed, without blame")
    func refusals() {
        let refusals: [RestingMeasurement.Refusal] = RestingMeasurement.Refusal.allCases
        for refusal in refusals { #expect(RestReport.sentence(for: refusal).contains("nothing is kept")) }
        for reason in TalkCheck.Reason.allCases {
            let lines = TalkReport.lines(for: .finished(.nothing(reason)), keys: true)
            #expect(lines.joined().lowercased().contains("nothing is changed"))
        }
    }
}
