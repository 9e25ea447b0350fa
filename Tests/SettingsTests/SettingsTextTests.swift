import RunEngine
import SensorCodec
import Settings
import Testing

@Suite("The settings as a text")
struct SettingsTextTests {
    private static let first = BluetoothAddress(rawValue: 0xE157_EAD1_0001)
    private static let second = BluetoothAddress(rawValue: 0xE157_EAD1_0002)
    private static let mine = """
        # my sensors

        [sensor E1:57:EA:D1:00:01]
        # the blue one
        kind = heart_rate
        name = Strap
        colour = blue

        # in the cellar
        [sensor E1:57:EA:D1:00:02]
          kind=treadmill

        """

    private func strap(_ name: String?) -> RememberedSensor {
        RememberedSensor(address: Self.first, kind: .heartRate, name: name)
    }

    @Test("a text is given back as it was, remarks and lines that nobody knows included")
    func roundTrip() {
        let settings = SettingsText(Self.mine)
        #expect(settings.text == Self.mine)
        #expect(
            settings.sensors == [
                strap("Strap"), RememberedSensor(address: Self.second, kind: .treadmill, name: nil),
            ]
        )
        #expect(SettingsText().text.isEmpty && SettingsText("\n\n").text.isEmpty)
    }

    @Test("how the runner is told of a left band: signal, the low side, the least distance of two alerts")
    func alerts() {
        let settings = SettingsText("[alerts]\nsignal = command:/opt/my bell\nlow = on\ngap_s = 90\n")
        #expect(settings.alerts.signal == .command("/opt/my bell"))
        #expect(settings.alerts.includesLow == true && settings.alerts.gapSeconds == 90)
        let silent = SettingsText("[alerts]\nsignal = loud\nlow = yes\ngap_s = 3601\n").alerts
        #expect(silent.signal == nil && silent.includesLow == nil && silent.gapSeconds == nil)
    }

    @Test("lines that mean nothing are told with their numbers, and passed over")
    func oddLines() {
        let settings = SettingsText(
            "name = of nothing\nwords\n[sensor 1]\nkind = treadmill\n[sensor E1:57:EA:D1:00:01]\nkind = bicycle\n=\n"
        )
        #expect(settings.oddLines.map(\.number) == [1, 2, 3, 4, 6, 7])
        #expect(settings.oddLines.map(\.text).last == "=")
        #expect(settings.sensors == [strap(nil)])
    }

    @Test("a sensor is remembered behind what is there, and read back")
    func remember() {
        var settings = SettingsText()
        settings.remember(strap("Strap"))
        #expect(settings.text.hasPrefix("# Steady's settings."))
        settings.remember(RememberedSensor(address: Self.second, kind: .treadmill, name: nil))
        #expect(SettingsText(settings.text).sensors == settings.sensors)
        #expect(settings.sensors.count == 2)
        #expect(settings.oddLines.isEmpty)
    }

    @Test("a sensor that is remembered again is replaced in its place, and nothing else moves")
    func replace() {
        var settings = SettingsText(Self.mine)
        settings.remember(RememberedSensor(address: Self.first, kind: .footPod, name: "Pod = new"))
        settings.remember(RememberedSensor(address: Self.second, kind: .treadmill, name: "Mill"))
        let expected = Self.mine.replacing("kind = heart_rate", with: "kind = foot_pod")
            .replacing("name = Strap", with: "name = Pod = new")
            .replacing("  kind=treadmill", with: "kind = treadmill\nname = Mill")
        #expect(settings.text == expected)
        #expect(settings.sensors.map(\.name) == ["Pod = new", "Mill"])
    }

    @Test("forgetting takes the lines of the sensor, and leaves remarks about others")
    func forget() {
        var settings = SettingsText(Self.mine)
        let isForgotten = settings.forget(Self.first)
        #expect(isForgotten)
        #expect(settings.text == "# my sensors\n\n\n# in the cellar\n[sensor E1:57:EA:D1:00:02]\n  kind=treadmill\n")
        let kept = settings
        let isForgottenAgain = settings.forget(Self.first)
        #expect(!isForgottenAgain)
        #expect(settings == kept)
    }

    @Test("a sensor that stands in the text twice is forgotten altogether")
    func twice() {
        var settings = SettingsText(Self.mine + "[sensor e1:57:ea:d1:00:01]\nkind = heart_rate\n")
        let isForgotten = settings.forget(Self.first)
        #expect(isForgotten)
        #expect(settings.sensors.map(\.address) == [Self.second])
    }

    @Test("remembering and forgetting for ever lets nothing grow")
    func noGrowth() {
        var settings = SettingsText(Self.mine)
        settings.remember(RememberedSensor(address: .init(rawValue: 7), kind: .footPod, name: "Pod"))
        let count = settings.lines.count
        for _ in 0..<10 {
            let isForgotten = settings.forget(.init(rawValue: 7))
            #expect(isForgotten)
            settings = SettingsText(settings.text)
            settings.remember(RememberedSensor(address: .init(rawValue: 7), kind: .footPod, name: "Pod"))
        }
        #expect(settings.lines.count == count)
    }

    @Test("lines that end as on Windows are read alike, and stay so")
    func carriageReturns() {
        let text = Self.mine.replacing("\n", with: "\r\n")
        var settings = SettingsText(text)
        #expect(settings.sensors == SettingsText(Self.mine).sensors)
        #expect(settings.oddLines.map(\.number) == [7])
        #expect(settings.text == text)
        settings.remember(strap("Other"))
        #expect(SettingsText(settings.text).sensors.first?.name == "Other")
        let isForgotten = settings.forget(Self.first)
        #expect(isForgotten)
        #expect(SettingsText(settings.text).sensors.map(\.address) == [Self.second])
    }

    @Test(
        "a name that holds lines, escape codes or nothing but blanks makes no other line",
        arguments: [
            "a\n[sensor 00:00:00:00:00:01]\nkind = treadmill", "a\r\nname = b", "\u{1B}[2J", "\n", " ", "", "# a",
            "[a]",
            "\u{301}accent", "\u{2028}\u{85}\u{B}",
        ]
    )
    func hostileNames(_ name: String) {
        var settings = SettingsText("[sensor \(Self.second)]\nkind = treadmill\n")
        settings.remember(strap(name))
        settings.remember(strap(name + "2"))
        let again = SettingsText(settings.text)
        #expect(again.sensors == settings.sensors)
        #expect(again.sensors.map(\.address) == [Self.second, Self.first])
        #expect(again.oddLines.isEmpty, "\(again.oddLines)")
        #expect(!settings.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x85 })
        #expect(again == settings)
    }

    @Test("any text is read, changed and given back without losing a line")
    func anyText() {
        let hostile = "[sensor\n[sensor ]\n[]\n[\n=\n==\nkind\n\u{0}\n[sensor E1:57:EA:D1:00:01\n\u{1B}[2J\nname=\n"
        var settings = SettingsText(hostile)
        #expect(settings.text == hostile)
        settings.remember(strap("Strap"))
        #expect(settings.text.hasPrefix(hostile))
        let isForgotten = settings.forget(Self.first)
        #expect(isForgotten)
        #expect(SettingsText(settings.text).text == hostile)
    }

    @Test("ten thousand lines are no burden")
    func longText() {
        let lines = (0..<5_000).map { "[sensor \(BluetoothAddress(rawValue: UInt64($0)))]\nkind = treadmill\n" }
        var settings = SettingsText(lines.joined())
        #expect(settings.sensors.count == 5_000)
        settings.remember(RememberedSensor(address: .init(rawValue: 4_999), kind: .heartRate, name: "Last"))
        #expect(settings.sensors.last?.name == "Last")
        let isForgotten = settings.forget(.init(rawValue: 2_500))
        #expect(isForgotten)
        #expect(settings.lines.count == 9_999)
    }

    @Test("the practice: goal, plan, length, view, bedtime, care")
    func practice() {
        let text = """
            [practice]
            goal_runs = 2
            plan = walk_run
            minutes = 35
            walk_run_week = 4
            walk_run_since = 2026-11-20
            view = quiet
            zones = off
            bedtime = 22:30
            feelings = on
            crisis_line = Telefonseelsorge 0800 1110111
            safety_read = 2026-11-19
            """
        let practice = SettingsText(text).practice
        #expect(practice.goalRuns == 2 && practice.plan == .walkRun && practice.minutes == 35)
        #expect(practice.walkRunWeek == 4 && practice.walkRunSince == CivilDate(year: 2026, month: 11, day: 20))
        #expect(practice.view == .quiet && practice.hasZones == false && practice.bedtimeMinute == 22 * 60 + 30)
        #expect(practice.asksFeelings == true && practice.crisisLine == "Telefonseelsorge 0800 1110111")
        #expect(practice.safetyRead == CivilDate(year: 2026, month: 11, day: 19))
        #expect(SettingsText(text).oddLines.isEmpty)
    }

    @Test(
        "a line of the practice that cannot be meant is odd, and what stood before it stays",
        arguments: [
            "goal_runs = 6", "goal_runs = 0", "minutes = 50", "plan = hard", "walk_run_week = 13", "view = loud",
            "zones = yes", "bedtime = 24:00", "bedtime = 7:5", "bedtime = late", "safety_read = today", "unknown = 1",
        ]
    )
    func oddPractice(_ line: String) {
        let settings = SettingsText("[practice]\ngoal_runs = 4\n\(line)\n")
        #expect(settings.practice.goalRuns == 4)
        #expect(settings.oddLines.map(\.number) == [3])
        #expect(settings.practice.faults.map(\.line) == (line.hasPrefix("unknown") ? [] : [3]))
    }

    @Test("a line of the practice is set in its place, and forgotten")
    func setPractice() {
        var settings = SettingsText("[runner]\nborn = 1986\n")
        settings.set(.goalRuns, to: "4")
        settings.set(.bedtime, to: "22:00")
        settings.set(.goalRuns, to: "2")
        #expect(settings.text == "[runner]\nborn = 1986\n\n[practice]\ngoal_runs = 2\nbedtime = 22:00\n")
        let wasThere = settings.forget(PracticeKey.goalRuns)
        #expect(wasThere)
        #expect(settings.practice.goalRuns == nil && settings.practice.bedtimeMinute == 22 * 60)
    }

    @Test("the edge that answers in runs moved is a small number of either sign", arguments: [-20, -1, 0, 2, 20])
    func nudge(_ bpm: Int) {
        var settings = SettingsText()
        settings.set(RunnerKey.talkNudge, to: "\(bpm)")
        #expect(settings.runner.profile.talkNudgeBPM == bpm && settings.runner.faults.isEmpty)
        settings.set(RunnerKey.talkNudge, to: "21")
        #expect(settings.runner.faults.map(\.key) == [.talkNudge])
    }
}
