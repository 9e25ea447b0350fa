import Doctor
import Foundation
import Reporting
import Testing

extension DoctorTests {
    @Suite("The doctor's report")
    struct Report {
        @Test("in words: what is so, the command, why, and the sum")
        func words() {
            let facts = Machine.with { $0.bluez.adapters["hci0"]?.isPowered = false }
            let lines = DoctorReport.lines(Diagnosis(facts), of: facts)
            #expect(
                lines.prefix(6) == [
                    "hci0: Cambridge Silicon Radio, Ltd (0a12:0001), at 1-3",
                    "BlueZ 5.66",
                    "",
                    "stops it     hci0, Cambridge Silicon Radio, Ltd (0a12:0001), is switched off",
                    "             run: bluetoothctl power on",
                    "             An adapter that is off hears no strap and no treadmill.",
                ]
            )
            #expect(lines.last == "One thing stops Steady here. Begin at the top, then ask again: `steady doctor`.")
            #expect(
                DoctorReport.lines(Diagnosis(Machine.well), of: Machine.well).last == "Nothing stops Steady here."
            )
        }

        @Test("in JSON: one object with the keys of the contract, whatever names devices bear")
        func json() throws {
            for (cause, severity, facts) in Machine.ill {
                var facts = facts
                if facts.adapters.list.first?.isBuiltIn == false {
                    let odd = USBDevice(vendor: "0a12", product: "0001", name: "\"odd\"\u{1B}\n", port: "1-3")
                    facts.adapters.list[0].attachment = .usb(odd)
                }
                let object = try object(facts)
                let findings = try #require(object["findings"] as? [[String: Any]])
                let finding = try #require(findings.first { $0["id"] as? String == cause.rawValue })
                #expect(finding["severity"] as? String == severity.name)
                for key in ["what", "why"] { #expect(finding[key] is String) }
                #expect(object["adapters"] is [Any])
            }
        }

        @Test("in JSON: what is known of an adapter")
        func adapters() throws {
            let facts = Machine.with {
                $0.bluez.adapters["hci0"] = BluetoothAdapterFacts(isPowered: true, address: "00:1A:7D:DA:71:13")
            }
            let adapter = try #require((object(facts)["adapters"] as? [[String: Any]])?.first)
            #expect(adapter["adapter"] as? String == "hci0")
            #expect(adapter["usb"] as? String == "0a12:0001")
            #expect(adapter["path"] as? String == "1-3")
            #expect(adapter["blocked"] as? String == "none")
            #expect(adapter["may_sleep"] as? Bool == false)
            #expect(adapter["powered"] as? Bool == true)
            #expect(adapter["address"] as? String == "00:1A:7D:DA:71:13")
            #expect(try object(facts)["bluez_version"] as? String == "5.66")
        }

        private func object(_ facts: HostFacts) throws -> [String: Any] {
            var json = JSONWriter()
            json.doctorReport(Diagnosis(facts), of: facts)
            let written = json.text
            let text = Data(written.indices.map { written[$0] })
            #expect(text.count { $0 == UInt8(ascii: "\n") } == 1)
            return try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
        }
    }
}
