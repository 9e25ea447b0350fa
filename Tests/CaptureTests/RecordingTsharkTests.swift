import Capture
import Foundation
import TestSupport
import Testing

/// A recording is for others to read, too: what tshark makes of one without a hint.
@Suite("Recordings in Wireshark", .enabled(if: Places.program("tshark") != nil, "tshark is not installed"))
struct RecordingTsharkTests {
    private func withFile(_ bytes: [UInt8], _ body: (URL) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "steady-\(UUID().uuidString).btsnoop")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try body(file)
    }

    @Test("heart rates, speeds and notes are decoded, under the addresses and the names of their sensors")
    func decodes() throws {
        try withFile(Recorder.run.bytes) { file in
            let rates = try Tshark.fields(
                [
                    "btatt.heart_rate_measurement.value.8", "bthci_acl.src.bd_addr", "bthci_acl.src.name",
                    "frame.time_epoch",
                ],
                of: file,
                filter: "btatt.heart_rate_measurement.value.8"
            )
            #expect(rates.map { $0[0] } == (120..<126).map { String($0) })
            #expect(rates.allSatisfy { $0[1] == "e1:57:ea:d1:00:01" && $0[2] == "Strap 9" })
            #expect(rates.first?[3] == "1800000002.000008000")
            let speeds = try Tshark.fields(
                ["btatt.service_uuid16", "btatt.uuid16", "btatt.value", "bthci_acl.src.name"],
                of: file,
                filter: "btatt.opcode == 0x1b && bthci_acl.src.bd_addr == 00:aa:01:5e:ad:02"
            )
            #expect(speeds.count == 6)
            // Wireshark 4.0 has no decoder for Treadmill Data, but knows that it is that.
            #expect(speeds.allSatisfy { $0[0] == "0x1826" && $0[1] == "0x2acd" && $0[3] == "Läufer & Co ♥" })
            let notes = try Tshark.fields(
                ["hci_mon.system_note"],
                of: file,
                filter: "hci_mon.system_note contains steady"
            )
            #expect(notes == [["steady searching E1:57:EA:D1:00:01"], ["steady pause"], ["steady resume"]])
        }
    }

    @Test("no packet is malformed or strange to it, however long names, tables and values are")
    func nothingMalformed() throws {
        var device = Recorder.treadmill
        device.name = "\u{1B}[2J" + String(repeating: "n", count: 244)
        device.characteristics += (0..<200 as Range<UInt16>).map {
            RecordedCharacteristic(
                handle: 0x100 + 3 * $0,
                valueHandle: 0x101 + 3 * $0,
                properties: 2,
                uuid: Recorder.vendorValue
            )
        }
        var recorder = Recorder.run
        recorder.connect(device)
        for count in [0, 1, 20, 244, 512] {
            let value = [UInt8](repeating: 5, count: count)
            recorder.tell(.notify, value, handle: 0x32, device.address)
            recorder.tell(.read, value, handle: 0x32, device.address)
            recorder.tell(.write, value, handle: 0x32, device.address)
        }
        try withFile(recorder.bytes) { file in
            let frames = try Tshark.fields(["frame.number"], of: file, filter: "frame")
            #expect(try frames.count == Reading(recorder.bytes).frameCount)
            // What Wireshark has no decoder for it calls undecoded; that is all it may say.
            let remarks = try Tshark.fields(
                ["_ws.expert.message", "frame.number"],
                of: file,
                filter: "_ws.malformed || _ws.expert"
            )
            #expect(remarks.filter { $0[0] != "Undecoded" } == [])
        }
    }
}
