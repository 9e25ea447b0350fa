import Foundation
import Reporting
import SensorCodec
import TestSupport
import Testing

@Suite("Values of characteristics")
struct CharacteristicReportTests {
    static let heartRates: [(hex: String, value: String, issues: String)] = [
        (
            "1e 48 e803 5003",
            #"{"heart_rate_bpm":72,"sensor_contact":"detected","energy_expended_kj":1000,"rr_intervals_ms":[828.125]}"#,
            ""
        ),
        ("16 48 e803", #"{"heart_rate_bpm":72,"sensor_contact":"detected","rr_intervals_ms":[976.5625]}"#, ""),
        ("04 48", #"{"heart_rate_bpm":72,"sensor_contact":"not_detected"}"#, ""),
        ("00 48", #"{"heart_rate_bpm":72,"sensor_contact":"unsupported"}"#, ""),
        ("02 48", #"{"heart_rate_bpm":72,"sensor_contact":"unsupported"}"#, ""),
        ("01 2c01", #"{"heart_rate_bpm":300,"sensor_contact":"unsupported"}"#, ""),
        ("06 00", #"{"sensor_contact":"detected"}"#, ""),
        ("08 48 ffff", #"{"heart_rate_bpm":72,"sensor_contact":"unsupported","energy_expended_kj":65535}"#, ""),
        (
            "10 48 0004 0100 ffff",
            #"{"heart_rate_bpm":72,"sensor_contact":"unsupported","rr_intervals_ms":[1000,0.9765625,63999.0234375]}"#,
            ""
        ),
        ("00 48 07", #"{"heart_rate_bpm":72,"sensor_contact":"unsupported"}"#, #""trailing_bytes:1""#),
        (
            "10 48 0004 07", #"{"heart_rate_bpm":72,"sensor_contact":"unsupported","rr_intervals_ms":[1000]}"#,
            #""odd_rr_byte""#
        ),
        ("40 48", #"{"heart_rate_bpm":72,"sensor_contact":"unsupported"}"#, #""reserved_bits:0x40""#),
        ("08 48 01", #"{"heart_rate_bpm":72,"sensor_contact":"unsupported"}"#, #""truncated:energy_expended""#),
        ("00", #"{"sensor_contact":"unsupported"}"#, #""truncated:heart_rate""#),
    ]

    static let treadmills: [(hex: String, value: String, issues: String)] = [
        (
            // Every field of the specification, paces in two octets.
            """
            fe1f 1f04 b603 020001 f1ff 1900 7b00 0700 aa00 bd00 4101 5802 0a 83 62 0807 5802 fdff fa00
            """,
            """
            {"speed_km_h":10.55,"average_speed_km_h":9.5,"total_distance_m":65538,"inclination_percent":-1.5,\
            "ramp_angle_deg":2.5,"positive_elevation_gain_m":12.3,"negative_elevation_gain_m":0.7,\
            "instantaneous_pace_raw":170,"average_pace_raw":189,"pace_octets":2,"total_energy_kcal":321,\
            "energy_per_hour_kcal":600,"energy_per_minute_kcal":10,"heart_rate_bpm":131,"metabolic_equivalent_raw":98,\
            "elapsed_time_s":1800,"remaining_time_s":600,"force_on_belt_n":-3,"power_output_w":250}
            """,
            ""
        ),
        ("0000 2003", #"{"speed_km_h":8}"#, ""),
        ("0000 0000", #"{"speed_km_h":0}"#, ""),
        ("0000 0100", #"{"speed_km_h":0.01}"#, ""),
        ("0100", #"{"more_data":true}"#, ""),
        ("0104 0807", #"{"more_data":true,"elapsed_time_s":1800}"#, ""),
        (
            "6000 2003 3c 3b",
            #"{"speed_km_h":8,"instantaneous_pace_raw":60,"average_pace_raw":59,"pace_octets":1}"#, ""
        ),
        // What is not available is not there.
        ("9801 2003 ff7f ff7f ffff ffff ffff ffff ff 00", #"{"speed_km_h":8}"#, ""),
        ("0020 2003 e80301", #"{"speed_km_h":8,"step_count":66536}"#, #""reserved_bits:0x2000""#),
        ("0020 2003 e803", #"{"speed_km_h":8,"step_count":1000}"#, #""reserved_bits:0x2000""#),
        ("0400 2003 0100", #"{"speed_km_h":8}"#, #""truncated:total_distance""#),
        ("0000 2003 aabbcc", #"{"speed_km_h":8}"#, #""trailing_bytes:3""#),
        ("0080 2003 aa", #"{"speed_km_h":8}"#, #""reserved_bits:0x8000","trailing_bytes:1""#),
    ]

    @Test("a heart rate is told under the keys of the contract", arguments: heartRates)
    func heartRate(_ hex: String, _ value: String, _ issues: String) throws {
        try expect(hex, 0x2A37, value, issues)
    }

    @Test("treadmill data are told under the keys of the contract", arguments: treadmills)
    func treadmill(_ hex: String, _ value: String, _ issues: String) throws {
        try expect(hex, 0x2ACD, value, issues)
    }

    static let others: [(characteristic: UInt16, hex: String, value: String, issues: String)] = [
        (
            0x1826, "010100", #"{"availability":"available","machine_types":["treadmill"]}"#, ""
        ),
        // Swapped octets, and a lone one.
        (
            0x1826, "000001", #"{"availability":"not_available","machine_types":["treadmill"]}"#,
            #""reserved_bits:0x10000""#
        ),
        (
            0x1826, "0120", #"{"availability":"available","machine_types":["indoor_bike"]}"#,
            #""truncated:machine_types""#
        ),
        (0x2A00, "20532d310a", #"{"text":"S-1"}"#, #""text_cleaned""#),
        (0x2A29, "506f6c617220456c656374726f204f79", #"{"text":"Polar Electro Oy"}"#, ""),
        (0x2A38, "01", #"{"body_sensor_location":"chest","body_sensor_location_code":1}"#, ""),
        (
            0x2A38, "07", #"{"body_sensor_location":"reserved","body_sensor_location_code":7}"#,
            #""reserved_value:body_sensor_location""#
        ),
        (0x2A39, "01", #"{"heart_rate_control":"reset_energy_expended","heart_rate_control_code":1}"#, ""),
        (
            0x2A50, "016b000a000201",
            """
            {"vendor_id_source":"bluetooth_sig","vendor_id_source_code":1,"vendor_id":107,"product_id":10,\
            "product_version":258}
            """, ""
        ),
        (0x2A53, "00660156", #"{"speed_km_h":5.034375,"cadence_per_minute":86,"gait":"walking"}"#, ""),
        (
            0x2A53, "07660156780010270000",
            """
            {"speed_km_h":5.034375,"cadence_per_minute":86,"stride_length_m":1.2,"total_distance_m":1000,"gait":"running"}
            """, ""
        ),
        (0x2A54, "0600", #"{"features":["total_distance","walking_or_running"]}"#, ""),
        (0x2A5D, "02", #"{"sensor_location":"in_shoe","sensor_location_code":2}"#, ""),
        (
            0x2ACC, "0c54000003000200",
            """
            {"features":["total_distance","inclination","heart_rate","elapsed_time","power_measurement"],\
            "target_settings":["speed","inclination"]}
            """, #""reserved_bits:0x2000000000000""#
        ),
        (
            0x2ACE, "0c8000 6400 010000 5800 ffff",
            """
            {"speed_km_h":1,"total_distance_m":1,"step_rate_per_minute":88,"movement_direction":"backward"}
            """, ""
        ),
        (
            0x2AD3, "010d52756e",
            #"{"training_status":"manual","training_status_code":13,"training_status_text":"Run"}"#, ""
        ),
        // A UREVO that pauses.
        (
            0x2AD3, "0011", #"{"training_status":"reserved","training_status_code":17}"#,
            #""reserved_value:training_status""#
        ),
        (
            0x2AD5, "d8ff9600 0500",
            """
            {"minimum_inclination_percent":-4,"maximum_inclination_percent":15,"inclination_increment_percent":0.5}
            """, ""
        ),
        // The resistance levels of the two editions, which count in other steps.
        (
            0x2AD6, "00ff01",
            #"{"minimum_resistance_level":0,"maximum_resistance_level":255,"resistance_level_increment":1}"#, ""
        ),
        (
            0x2AD6, "0000ff000100",
            #"{"minimum_resistance_level":0,"maximum_resistance_level":25.5,"resistance_level_increment":0.1}"#, ""
        ),
        (0x2AD9, "02e803", #"{"operation":"set_target_speed","operation_code":2,"target_speed_km_h":10}"#, ""),
        (
            0x2AD9, "801301 e803d007",
            """
            {"operation":"response","operation_code":128,"request_operation":"spin_down_control",\
            "request_operation_code":19,"result":"success","result_code":1,"spin_down_speed_low_km_h":10,\
            "spin_down_speed_high_km_h":20}
            """, ""
        ),
        (
            0x2AD9, "0801",
            #"{"operation":"stop_or_pause","operation_code":8,"stop_or_pause":"stop","stop_or_pause_code":1}"#, ""
        ),
        // A machine that left the parameter out, and one that added to it.
        (0x2ADA, "08", #"{"operation":"target_power_changed","operation_code":8}"#, #""truncated:target_power""#),
        (
            0x2ADA, "020200",
            """
            {"operation":"stopped_or_paused_by_user","operation_code":2,"stop_or_pause":"pause",\
            "stop_or_pause_code":2}
            """, #""trailing_bytes:1""#
        ),
        (
            0x2ADA, "1101000200030004000500",
            """
            {"operation":"targeted_time_in_five_heart_rate_zones_changed","operation_code":17,\
            "very_light_zone_time_s":1,"light_zone_time_s":2,"moderate_zone_time_s":3,"hard_zone_time_s":4,\
            "maximum_zone_time_s":5}
            """, ""
        ),
        (0x2ADA, "ff", #"{"operation":"control_permission_lost","operation_code":255}"#, ""),
    ]

    @Test("every other kind is told under keys that end in their unit, codes in a word and a number", arguments: others)
    func everyOtherKind(_ characteristic: UInt16, _ hex: String, _ value: String, _ issues: String) throws {
        try expect(hex, characteristic, value, issues)
    }

    @Test("a battery level is told in percent, and not at all where it is reserved")
    func battery() throws {
        try expect("57", 0x2A19, #"{"battery_level_percent":87}"#, "")
        try expect("65", 0x2A19, "{}", #""reserved_value:battery_level""#)
    }

    @Test("every interval between beats is exactly raw / 1024 s")
    func exactIntervals() throws {
        // One writer for all: making one takes longer than writing.
        var json = JSONWriter()
        for raw in UInt16.min...UInt16.max {
            let bytes: [UInt8] = [0x10, 72, UInt8(raw & 0xFF), UInt8(raw >> 8)]
            let value = CharacteristicValue.heartRateMeasurement(try HeartRateMeasurement(decoding: bytes.span))
            json.removeAll()
            value.write(to: &json)
            json.endLine()
            let text = String(decoding: json.octets, as: UTF8.self)
            // raw * 1000 / 1024 to ten decimals by whole numbers: 10^10 is a multiple of 1024.
            let scaled = UInt64(raw) * 1000 * (10_000_000_000 / 1024)
            var digits = String(10_000_000_000 + scaled % 10_000_000_000).dropFirst()
            while digits.last == "0" { digits.removeLast() }
            let exact = "\(scaled / 10_000_000_000)\(digits.isEmpty ? "" : ".")\(digits)"
            if text != #"{"heart_rate_bpm":72,"sensor_contact":"unsupported","rr_intervals_ms":[\#(exact)]}\#n"# {
                Issue.record("raw \(raw): \(text), should be \(exact)")
                return
            }
        }
    }

    @Test("a person reads names in words and numbers with their units, in the same order")
    func words() throws {
        let bytes = [UInt8](hex: "1e48e8035003")
        let value = try #require(try CharacteristicValue(decoding: bytes.span, of: BluetoothUUID(0x2A37)))
        #expect(
            value.lines.map { "\($0.name)=\($0.value)" } == [
                "heart rate=72 bpm", "sensor contact=detected", "energy expended=1000 kJ", "rr intervals=828.125 ms",
            ]
        )
        let record = [UInt8](hex: "0910 2003 f1ff 1900 fdff fa00")
        let treadmill = try #require(try CharacteristicValue(decoding: record.span, of: BluetoothUUID(0x2ACD)))
        #expect(
            treadmill.lines.map { "\($0.name)=\($0.value)" } == [
                "more data=yes", "inclination=80 %", "ramp angle=-1.5 °", "force on belt=25 N", "power output=-3 W",
            ]
        )
    }

    private func expect(_ hex: String, _ characteristic: UInt16, _ value: String, _ issues: String) throws {
        let bytes = [UInt8](hex: hex)
        let decoded = try #require(try CharacteristicValue(decoding: bytes.span, of: BluetoothUUID(characteristic)))
        #expect(written { decoded.write(to: &$0) } == value)
        #expect(written { $0.issues(decoded.issues) } == "\"issues\":[\(issues)]")
    }
}
