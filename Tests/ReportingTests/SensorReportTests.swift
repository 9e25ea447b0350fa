import Reporting
import SensorCodec
import TestSupport
import Testing

@Suite("Sensors in reach, in words and in JSON")
struct SensorReportTests {
    private let address = BluetoothAddress(rawValue: 0xE157_EAD1_0001)

    private var full: SensorReport {
        var report = SensorReport(address: address, kind: .treadmill, name: "Mill \"1\"")
        report.signalDBm = -61
        report.services = [BluetoothUUID(0x1826), BluetoothUUID(0x180D)]
        report.profile = ("maker.mill", "Maker Mill")
        report.remarks = ["It speaks no more."]
        return report
    }

    @Test("all that is known of a sensor is a line of JSON")
    func json() throws {
        let text = written { $0.line(for: full) }
        #expect(
            text == """
                {"device":"E1:57:EA:D1:00:01","kind":"treadmill","name":"Mill \\"1\\"","rssi_dbm":-61,\
                "services":["1826","180d"],"profile":"maker.mill","profile_name":"Maker Mill",\
                "remarks":["It speaks no more."]}

                """
        )
        _ = try Parsed.object(text.utf8)
    }

    @Test("what is not known is not there")
    func least() {
        let report = SensorReport(address: address, kind: nil, name: nil)
        #expect(written { $0.line(for: report) } == "{\"device\":\"E1:57:EA:D1:00:01\"}\n")
    }

    @Test("remembered sensors are one object, none of them an empty list")
    func devices() throws {
        #expect(written { $0.devices([]) } == "{\"devices\":[]}\n")
        let two = written { $0.devices([full, SensorReport(address: address, kind: .heartRate, name: "Strap")]) }
        let list = try #require(try Parsed.object(two.utf8)["devices"] as? [[String: Any]])
        #expect(list.map { $0["kind"] as? String } == ["treadmill", "heart_rate"])
        #expect(two.filter(\.isNewline).count == 1)
    }

    @Test("in words, a sensor has a line, and one more for its profile and each remark")
    func words() {
        #expect(
            full.lines == [
                "treadmill  E1:57:EA:D1:00:01  -61 dBm   Mill \"1\"", "           known as Maker Mill",
                "           It speaks no more.",
            ]
        )
        let least = SensorReport(address: address, kind: nil, name: nil)
        #expect(least.lines == ["other      E1:57:EA:D1:00:01            (tells no name)"])
        #expect(
            SensorReport(address: address, kind: .heartRate, name: "S").lines[0].hasPrefix("strap      E1:")
                && SensorReport(address: address, kind: .footPod, name: "S").lines[0].hasPrefix("foot pod   E1:")
        )
    }

    @Test("reports are equal when all of them is")
    func equality() {
        var other = full
        #expect(other == full)
        other.remarks = []
        #expect(other != full)
        other = full
        other.profile?.id = "maker.other"
        #expect(other != full)
    }
}
