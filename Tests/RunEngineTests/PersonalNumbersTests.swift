import RunEngine
import Testing

@Suite("The runner's own numbers")
struct PersonalNumbersTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    // MARK: The talk check

    @Test(
        "the talk check sets the upper edge, within 65 to 90 % of the maximum, and the lower one within 12 to 20 bpm of it",
        arguments: [
            // Maximum, resting, talk: lower, upper. By reserve, moderate begins at 108; by maximum, at 116.
            (180, 60, 142, 122, 142), (180, 60, 125, 108, 125), (180, 60, 118, 106, 118), (180, 60, 100, 105, 117),
            (180, 60, 161, 141, 161), (180, 60, 162, 142, 162), (180, 60, 170, 150, 162), (180, 60, 200, 150, 162),
            (180, nil, 142, 122, 142), (180, nil, 130, 116, 130), (180, nil, 128, 116, 128), (180, nil, 127, 115, 127),
            (181, nil, 30, 106, 118), (181, nil, 240, 150, 162),
        ] as [(Int, Int?, Int, Int, Int)]
    )
    func talk(_ maximum: Int, _ resting: Int?, _ talk: Int, _ lower: Int, _ upper: Int) throws {
        let plan = try RunnerProfile(maximumBPM: maximum, restingBPM: resting, talk: TalkReading(bpm: talk)).plan()
        #expect(plan.band == TargetBand(lowerBPM: lower, upperBPM: upper))
        #expect(plan.bandOrigin == .talkCheck)
    }

    @Test("whatever a talk check found, the band has room, and its upper edge is within its limits")
    func everyTalk() throws {
        for maximum in stride(from: 70, through: 240, by: 7) {
            for resting in [nil, 30, maximum - 40] as [Int?] {
                for talk in 30...240 {
                    let profile = RunnerProfile(
                        maximumBPM: maximum,
                        restingBPM: resting,
                        talk: TalkReading(bpm: talk)
                    )
                    let band = try profile.plan().band
                    #expect(band.upperBPM - band.lowerBPM >= 12)
                    #expect(band.upperBPM * 1000 >= 650 * maximum && band.upperBPM * 1000 <= 900 * maximum)
                }
            }
        }
    }

    @Test("a band of the runner's own goes before the talk check, which moves no zone")
    func givenBand() throws {
        var profile = RunnerProfile(maximumBPM: 180, restingBPM: 60, talk: TalkReading(bpm: 142))
        let zones = try profile.plan().zones
        profile.band = TargetBand(lowerBPM: 110, upperBPM: 120)
        let plan = try profile.plan()
        #expect(plan.bandOrigin == .given && plan.band.upperBPM == 120 && plan.zones == zones)
        #expect(plan.talk?.bpm == 142 && plan.basis.talkBPM == nil)
    }

    @Test("a talk check is due again six weeks later, and never where its day is not known")
    func dueAgain() throws {
        let talk = TalkReading(bpm: 142, day: try day("2026-11-03"))
        #expect(!talk.isDueAgain(on: try day("2026-12-14")))
        #expect(talk.isDueAgain(on: try day("2026-12-15")))
        #expect(!TalkReading(bpm: 142).isDueAgain(on: try day("2026-12-15")))
    }

    // MARK: Age

    @Test(
        "the age is that of the day, from the birthday on",
        arguments: [
            ("1986-05-03", "2026-05-02", 39), ("1986-05-03", "2026-05-03", 40), ("1986-05-03", "2026-11-24", 40),
            ("1986", "2026-01-01", 40), ("1986", "2026-12-31", 40), ("2000-02-29", "2026-02-28", 25),
            ("2000-02-29", "2026-03-01", 26), ("1986-05-03", "1970-01-01", -17),
        ]
    )
    func age(_ born: String, _ today: String, _ years: Int) throws {
        let birth = try #require(BirthDate(born))
        #expect(birth.ageYears(on: try day(today)) == years)
        #expect(birth.description == born)
    }

    @Test(
        "what is no year and no day is no birth",
        arguments: ["", "86", "1879", "2201", "1986-5-3", "1986-02-29", "1986-13-01", "1986-05-03 ", "0x7c", "+198"]
    )
    func noBirth(_ text: String) {
        #expect(BirthDate(text) == nil)
    }

    @Test("a birthday moves the estimate of the maximum, and what was measured stays")
    func birthday() throws {
        var profile = RunnerProfile()
        profile.birth = BirthDate("1986-05-03")
        #expect(try profile.plan(on: day("2026-05-02")).maximumOrigin == .estimated(ageYears: 39))
        #expect(try profile.plan(on: day("2026-05-02")).maximumBPM == 181)
        #expect(try profile.plan(on: day("2026-05-03")).maximumBPM == 180)
        #expect(try profile.plan(on: day("2026-05-03")).body.ageYears == 40)
        // Without a day, a birth tells nothing; an age that was told goes before it.
        #expect(try profile.plan().maximumOrigin == .ageAssumed)
        profile.ageYears = 60
        #expect(try profile.plan(on: day("2026-05-03")).maximumOrigin == .estimated(ageYears: 60))
        profile.maximumBPM = 190
        #expect(try profile.plan(on: day("2026-05-03")).maximumBPM == 190)
        profile = RunnerProfile()
        profile.birth = BirthDate("2025")
        #expect(throws: ProfileError.ageOutOfRange(1)) { try profile.plan(on: day("2026-05-03")) }
    }

    @Test("a day is read as it is written, and days that the calendar lacks are none")
    func days() throws {
        for number in stride(from: Int64(-719_162), through: 2_932_896, by: 97) {
            let date = CivilDate(daysSince1970: number)
            #expect(date.daysSince1970 == number)
            #expect(CivilDate(date.description) == date)
        }
        for text in ["2026-02-29", "2026-04-31", "2026-00-10", "2026-11-00", "26-11-24", "2026-11-24T", "0000-01-01"] {
            #expect(CivilDate(text) == nil, "\(text)")
        }
        #expect(CivilDate(unixMicroseconds: -1).description == "1969-12-31")
        #expect(try day("2026-11-03").words == "3 Nov 2026")
    }

    // MARK: Resting and maximum

    @Test(
        "the profile goes by the median of the last seven readings",
        arguments: [
            ([], nil), ([58], 58), ([58, 61], 59), ([58, 70, 60], 60), ([90, 58, 59, 60, 61, 62, 63, 64], 61),
        ] as [([Int], Int?)]
    )
    func readings(_ rates: [Int], _ median: Int?) throws {
        let today = try day("2026-11-24")
        var profile = RunnerProfile(maximumBPM: 180)
        profile.restingReadings = rates.map { RestingReading(day: today, bpm: $0) }
        let plan = try profile.plan()
        #expect(plan.restingBPM == median)
        #expect(plan.restingOrigin == (median == nil ? nil : .measured))
        #expect(plan.zones.model == (median == nil ? .acsmMax : .acsmHRR))
        profile.restingBPM = 50
        #expect(try profile.plan().restingBPM == 50)
        #expect(try profile.plan().restingOrigin == .given)
    }

    @Test("the highest heart rate above the maximum is proposed, the first of its height; none below is")
    func proposal() throws {
        let seen = [
            ObservedMaximum(day: try day("2026-11-20"), bpm: 186),
            ObservedMaximum(day: try day("2026-11-10"), bpm: 186),
            ObservedMaximum(day: try day("2026-11-01"), bpm: 183),
            ObservedMaximum(day: try day("2026-11-02"), bpm: 241),
        ]
        #expect(ObservedMaximum.proposal(of: seen, aboveBPM: 180) == seen[1])
        #expect(ObservedMaximum.proposal(of: seen, aboveBPM: 186) == nil)
        #expect(ObservedMaximum.proposal(of: [], aboveBPM: 100) == nil)
        var profile = RunnerProfile(maximumBPM: 186)
        profile.maximumObservedOn = seen[1].day
        #expect(try profile.plan().maximumOrigin == .observed)
    }

    @Test("a weight and a talk check that no runner has are refused")
    func refusals() {
        var profile = RunnerProfile()
        profile.weightHectograms = 199
        #expect(throws: ProfileError.weightOutOfRange(199)) { try profile.plan() }
        #expect(throws: ProfileError.talkOutOfRange(29)) {
            try RunnerProfile(talk: TalkReading(bpm: 29)).plan()
        }
    }

    // MARK: Names

    @Test("every origin of a maximum has a name that is read back")
    func names() {
        let origins: [ZonePlan.MaximumOrigin] = [.measured, .observed, .estimated(ageYears: 31), .ageAssumed]
        for origin in origins {
            #expect(ZonePlan.MaximumOrigin(name: origin.name, ageYears: origin.ageYears) == origin)
        }
        #expect(ZonePlan.MaximumOrigin(name: "estimated", ageYears: nil) == nil)
        #expect(ZonePlan.MaximumOrigin(name: "guessed", ageYears: 31) == nil)
    }
}
