import RunEngine
import Settings
import Testing

@Suite("The runner's own numbers in the settings")
struct RunnerSettingsTests {
    private static let full = """
        [runner]
        born = 1986-05-03
        max_hr = 186
        max_hr_observed = 2026-11-20
        resting_hr = 60
        resting_hr_readings = 2026-11-20 58, 2026-11-21 57
        lthr = 164
        zone_model = five_hrr
        bounds = 114, 133, 152
        band = 118-142
        talk_hr = 141
        talk_day = 2026-11-03
        talk_speed_km_h = 6.5
        talk_sensor = Polar H10
        talk_nudge_bpm = -2
        sex = female
        weight_kg = 61.5
        energy = on
        hrv = off

        """

    @Test("every line is understood, wherever the section stands, and means what it says")
    func everyLine() throws {
        let sensor = "[sensor E1:57:EA:D1:00:01]\nkind = heart_rate\n"
        for text in [Self.full, sensor + Self.full, Self.full + sensor] {
            let settings = SettingsText(text)
            let runner = settings.runner
            #expect(runner.faults.isEmpty && settings.oddLines.isEmpty)
            #expect(runner.lines.count == RunnerKey.allCases.count)
            #expect(settings.sensors.count == (text == Self.full ? 0 : 1))
            var expected = RunnerProfile(
                maximumBPM: 186,
                restingBPM: 60,
                thresholdBPM: 164,
                zoneModel: .fiveHRR,
                customBoundsBPM: [114, 133, 152],
                band: TargetBand(lowerBPM: 118, upperBPM: 142),
                talk: TalkReading(
                    bpm: 141,
                    day: CivilDate("2026-11-03"),
                    speedCentiKmH: 650,
                    sensor: "Polar H10"
                )
            )
            expected.birth = BirthDate("1986-05-03")
            expected.maximumObservedOn = CivilDate("2026-11-20")
            expected.restingReadings = try #require(RunnerText.readings("2026-11-20 58, 2026-11-21 57"))
            expected.talkNudgeBPM = -2
            expected.sex = .female
            expected.weightHectograms = 615
            expected.optionalFigures = .energy
            #expect(runner.profile == expected)
        }
    }

    @Test("a value that is not understood is told with its line, and says nothing", arguments: RunnerKey.allCases)
    func faults(_ key: RunnerKey) {
        let value = key == .talkSensor ? "" : "x1"
        let settings = SettingsText("# mine\n\n[runner]\n\(key.rawValue) = \(value)\n")
        let fault = settings.runner.faults.first
        #expect(settings.runner.faults.count == 1 && fault?.line == 4 && fault?.key == key && fault?.value == value)
        #expect(settings.runner.profile == RunnerProfile())
        #expect(settings.oddLines.isEmpty)
        #expect(!key.expectation.isEmpty)
    }

    @Test("of two lines the later counts, also when the earlier one is not understood")
    func twice() {
        let settings = SettingsText("[runner]\nmax_hr = x\nmax_hr = 186\n")
        #expect(settings.runner.profile.maximumBPM == 186 && settings.runner.faults.isEmpty)
        #expect(settings.runner.lines[.maximum] == 3)
    }

    @Test("unknown lines of the section are told as odd, and kept; its lines mean nothing elsewhere")
    func oddLines() {
        let text = "max_hr = 186\n[runner]\ncolour = red\nwords\n[other]\nmax_hr = 187\n"
        let settings = SettingsText(text)
        #expect(settings.oddLines.map(\.number) == [1, 3, 4, 5, 6])
        #expect(settings.runner.profile == RunnerProfile())
        #expect(settings.text == text)
    }

    @Test("a number is set in its place, or at the end of the section, and nothing else moves")
    func setting() {
        let mine = """
            # mine
            [runner]
            # from the lab
            max_hr = 180
            colour = red

            # the cellar
            [sensor E1:57:EA:D1:00:01]
            kind = heart_rate

            """
        var settings = SettingsText(mine)
        settings.set(.maximum, to: "186")
        #expect(settings.text == mine.replacing("max_hr = 180", with: "max_hr = 186"))
        settings.set(.sex, to: "male")
        #expect(
            settings.text
                == mine.replacing("max_hr = 180", with: "max_hr = 186")
                .replacing("colour = red\n", with: "colour = red\nsex = male\n")
        )
        let isForgotten = settings.forget(.sex)
        let isForgottenAgain = settings.forget(.sex)
        #expect(isForgotten && !isForgottenAgain)
        settings.forget(.maximum)
        #expect(settings.text == mine.replacing("max_hr = 180\n", with: ""))
        #expect(settings.sensors.count == 1)
    }

    @Test("the first number makes the section, behind what is there")
    func first() {
        var settings = SettingsText()
        settings.set(.born, to: "1986")
        #expect(settings.text.hasPrefix("# Steady's settings."))
        #expect(settings.text.hasSuffix("\n[runner]\nborn = 1986\n"))
        var others = SettingsText("[sensor E1:57:EA:D1:00:01]\nkind = heart_rate\n")
        others.set(.born, to: "1986")
        #expect(others.text == "[sensor E1:57:EA:D1:00:01]\nkind = heart_rate\n\n[runner]\nborn = 1986\n")
    }

    @Test(
        "a name from the air makes no other line",
        arguments: ["a\nmax_hr = 240", "\u{1B}[2J", "[runner]", "# x", "= 1"]
    )
    func hostileNames(_ name: String) {
        var settings = SettingsText("[runner]\ntalk_hr = 141\n")
        settings.set(.talkSensor, to: name)
        let again = SettingsText(settings.text)
        #expect(again.runner == settings.runner && again.runner.profile.maximumBPM == nil)
        #expect(again.runner.profile.talk?.sensor?.isEmpty == false)
        #expect(again.oddLines.isEmpty && again.runner.faults.isEmpty)
    }

    @Test("numbers are written as they are read")
    func numbers() {
        for number in 0..<3000 {
            #expect(RunnerText.decimal(RunnerText.text(number, places: 1), places: 1) == number)
            #expect(RunnerText.decimal(RunnerText.text(number, places: 2), places: 2) == number)
        }
        for text in ["", ".", "1.", ".5", "1.25", "-1", "+1", "1e3", "12345", "1.5.2", " 1"] {
            #expect(RunnerText.decimal(text, places: 1) == nil, "\(text)")
        }
        for text in ["", ",", "1,", "a", "-1"] { #expect(RunnerText.bounds(text) == nil, "\(text)") }
        for text in ["", "118", "118-", "-142", "118-142-150", "a-b"] {
            #expect(RunnerText.band(text) == nil, "\(text)")
        }
        for text in ["", "58", "2026-11-20", "2026-11-20 58,", "2026-11-31 58", "2026-11-20 58 59"] {
            #expect(RunnerText.readings(text) == nil, "\(text)")
        }
    }

    @Test("of readings the last seven are kept")
    func sevenReadings() {
        let day = CivilDate(year: 2026, month: 11, day: 24)
        let readings = (50..<60).map { RestingReading(day: day, bpm: $0) }
        #expect(RunnerText.readings(RunnerText.text(readings)) == readings.suffix(7))
    }
}
