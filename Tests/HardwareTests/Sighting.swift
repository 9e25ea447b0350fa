@testable import Hardware
import SensorCodec
import Testing

/// A device as it may show itself, and whose profile it is to have.
struct Sighting: Sendable, CustomTestStringConvertible {
    var device: DeviceDescription
    var profile: String?
    var testDescription: String { "\(device.name ?? "no name") \(device.modelNumber ?? "") -> \(profile ?? "none")" }

    /// A device of which only the name was seen.
    init(_ name: String, _ profile: String?) {
        device = DeviceDescription(name: name)
        self.profile = profile
    }

    init(_ device: DeviceDescription, _ profile: String?) {
        self.device = device
        self.profile = profile
    }
}

extension Set<BluetoothUUID> {
    /// What a treadmill, a bike and a strap offer.
    static let fitnessMachine: Set = [BluetoothUUID(0x1826), BluetoothUUID(0x180A)]
    static let cyclingPower: Set = [BluetoothUUID(0x1818), BluetoothUUID(0x180A)]
    static let treadmillData: Set = [BluetoothUUID(0x2ACC), BluetoothUUID(0x2ACD)]
    static let bikeData: Set = [BluetoothUUID(0x2ACC), BluetoothUUID(0x2AD2)]
}

extension Sighting {
    /// Each profile by every name or mark that it is recognised by.
    static let known = [
        Sighting("BFX_T9_12345", "bowflex-t9"),
        Sighting("3G Elite 42", "3g-elite"),
        Sighting("TheRun  T15", "therun-t15"),
        Sighting(DeviceDescription(manufacturerName: "FITSHOW", modelNumber: "FS-BT-T4"), "fitshow-fs-bt-t4"),
        Sighting("AssaultRunner1234", "assault-airrunner"),
        Sighting("TUNTURI T60-0001", "tunturi-t60"),
        Sighting("Tunturi T90-0002", "tunturi-t60"),
        Sighting("T01_1A2B", "i-concept-t01"),
        Sighting(DeviceDescription(name: "DOMYOS-77", modelNumber: "TS100"), "domyos-ts100"),
        Sighting("F85", "sole-f85"),
        Sighting("F80", "sole-f80"),
        Sighting("F89", "sole-f80"),
        Sighting("S77", "sole-f80"),
        Sighting("TT8", "sole-tt8"),
        Sighting("ADIDAS T-800", "adidas-t800"),
        Sighting("SCHWINN 810", "schwinn-810"),
        Sighting("FIT-TM-0815", "fit-tm"),
        Sighting("SW012345678901", "sw-treadmill"),
        Sighting("MOBVOI TM 12", "mobvoi-home-treadmill"),
        Sighting("YESOUL-1", "yesoul-treadmill"),
        Sighting("URTM041", "urevo"),
        Sighting("YS_W2PRO_02395", "yesoul-w2"),
        Sighting("YS_T12", "yesoul-w2"),
        Sighting("CITYSPORTS-Linker", "citysports"),
        Sighting("KS-AP-R3H", "kingsmith"),
        Sighting("KS-X21", "kingsmith-x21"),
        Sighting("KS-NGCH-X21C", "kingsmith-x21"),
        Sighting("Mobvoi TMP 1234", "mobvoi-tmp"),
        Sighting("CTM123456789012", "matrix"),
        Sighting("LF1234567890123", "life-fitness"),
        Sighting("LF1234567890123456", "life-fitness"),
        Sighting(DeviceDescription(name: "DOMYOS-1", modelNumber: "RUN500"), "domyos-run500"),
        Sighting("HORIZON_7.8AT", "horizon"),
        Sighting("HZ_7.0AT-12", "horizon"),
        Sighting("JFTMPARAGON", "horizon"),
        Sighting("JFTMOmega Z", "horizon-omega-z"),
        Sighting(
            DeviceDescription(
                services: [BluetoothUUID(0x1816), BluetoothUUID(0x1826)],
                modelNumber: "OMEGA Z",
                firmwareRevision: "V10.23.17"
            ),
            "horizon-omega-z"
        ),
        Sighting("KS-HD-Z1D", "kingsmith-z1"),
        Sighting(DeviceDescription(services: .fitnessMachine.union([.kingSmithSupplement])), "kingsmith-z1"),
        Sighting("MRK-T25", "merach"),
        Sighting(DeviceDescription(characteristics: .treadmillData.union([.merachUnlock])), "merach"),
        Sighting("Treadmill 7", "technogym"),
        Sighting("MyRun 123", "technogym"),
        Sighting("RUNN 0123", "npe-runn"),
        Sighting("Polar H10 A1B2C3D4", "polar-h10"),
        Sighting("Polar H7 94704C14", "polar-h7"),
        Sighting("Polar OH1 12345678", "polar-optical"),
        Sighting("Polar Sense 12345678", "polar-optical"),
        Sighting("Polar 360 12345678", "polar-360"),
        Sighting("CorSense 12", "elite-hrv-corsense"),
        Sighting("Forerunner 245", "garmin-watch"),
        Sighting("Instinct 2", "garmin-watch"),
        Sighting("HRM-Pro+:123456", "garmin-hrm-pro"),
        Sighting("PanoBike", "topeak-panobike"),
    ]

    /// Devices that nearly look like one of those, and are none.
    static let strangers =
        [
            "BFX_T7_12345", "3G ELITE", "THERUN T15", "ASSAULT BIKE", "TUNTURI T80-0001", "T01", "F8", "TT", "ADI",
            "SCHWINN 510T", "FIT-BK-1", "SW01234567890", "SW0123456789012", "MOBVOI", "URT", "YS_W3", "CITYSPORTS",
            "KSP", "CTM12345678901", "LF123456789012", "LF12345678901234", "DOMYOS-77", "HORIZO", "MRK-B1", "TREAD",
            "RUNN", "Polar H1", "Polar Vantage", "COR", "Forerun", "HRM", "", " ", "Polar\u{0}H10",
        ].map { Sighting($0, nil) } + [
            Sighting(DeviceDescription(), nil),
            Sighting(DeviceDescription(services: .fitnessMachine, characteristics: .treadmillData), nil),
            Sighting(DeviceDescription(services: [BluetoothUUID(0x1816), BluetoothUUID(0x1826)]), nil),
            Sighting(DeviceDescription(manufacturerName: "FITSHOW", modelNumber: "FS-BT-C1"), nil),
            Sighting(DeviceDescription(modelNumber: "FS-BT-T4"), nil),
        ]
}
