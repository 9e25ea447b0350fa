import FakeBlueZ
import Foundation
import SensorCodec
import TestSupport
import Testing

@Suite("steady live, when things go wrong", .ownThreads, .serialized)
struct LiveTroubleTests {
    @Test("a run with a link that drops and comes back is the same in replay")
    func drop() throws {
        let stage = try LiveStage()
        let child = try stage.start(["live", "--json"] + stage.named)
        try stage.wait(for: child, toSay: "\"event\":\"sample\"", times: 2)
        stage.bluez.drop(stage.strap)
        try stage.wait(for: child, toSay: "\"state\":\"lost\"")
        try stage.wait(for: child, toSay: "\"state\":\"connecting\"")
        let count = stage.strap.sentCount
        try stage.wait(for: "the strap's return") { stage.strap.sentCount > count + 30 }
        let outcome = try stage.interrupt(child)
        #expect(outcome.status == 0)
        let states = try outcome.objects().filter { $0.text("sensor") == stage.strap.address.description }
            .compactMap { $0.text("state") }
        #expect(states.contains("lost") && states.last == "live", "\(states)")
        try expectSameInReplay(outcome, stage)
    }

    @Test("a bluetoothd that is killed in mid-run ends nothing, and the replay is the same")
    func crash() throws {
        let stage = try LiveStage()
        let child = try stage.start(["live", "--json"] + stage.named)
        try stage.wait(for: child, toSay: "\"event\":\"sample\"", times: 2)
        stage.bluez.crash()
        try stage.wait(for: child, toSay: "Bluetooth's service does not answer")
        try stage.bluez.start()
        let count = stage.treadmill.sentCount
        try stage.wait(for: "the treadmill's return") { stage.treadmill.sentCount > count + 30 }
        let outcome = try stage.interrupt(child)
        #expect(outcome.status == 0)
        #expect(try outcome.objects().last?.text("event") == "summary")
        try expectSameInReplay(outcome, stage)
    }

    @Test("a name made of escape codes and new lines reaches neither terminal, lines nor settings")
    func hostileName() throws {
        let stage = try LiveStage()
        stage.strap.name = "\u{1B}[2J\u{1B}]0;x\u{7}Evil\n[sensor 00:00:00:00:00:01]\r\u{202E}\u{9B}31m"
        let child = try stage.start(["live", "--json", "--verbose", "--age", "40"])
        try stage.wait(for: child, toSay: "\"event\":\"sample\"", times: 2)
        let outcome = try stage.interrupt(child)
        #expect(outcome.status == 0)
        let heard = outcome.text.unicodeScalars + outcome.errors.unicodeScalars + stage.settingsText.unicodeScalars
        let odd = heard.filter { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) }
        #expect(odd.isEmpty, "\(odd)")
        #expect(!stage.settingsText.contains("\n[sensor 00"), "\(stage.settingsText)")
        try expectSameInReplay(outcome, stage)
    }
}
