extension DeviceProfile {
    /// Treadmills whose speed may be in another unit than it should, or off.
    static let treadmillsByUnit = [
        // One owner saw 1.6 times the console's number, another had his right number shrunk by software that divided it
        // by 1.6: what it sends depends on the console, and nothing in it tells which.
        DeviceProfile(
            "bowflex-t9",
            "Bowflex T9",
            .treadmill,
            clues: [.name("BFX_T9_")],
            quirks: [
                KnownQuirk(
                    .speedFollowsConsoleUnit,
                    seenIn: "cagnulein/qdomyos-zwift#2866, #4210, PR#4212; \(horizonSource)"
                )
            ]
        ),
        DeviceProfile(
            "3g-elite",
            "3G Cardio Elite",
            .treadmill,
            clues: [.name("3G ELITE ")],
            quirks: [
                KnownQuirk(.speedFollowsConsoleUnit, seenIn: horizonSource),
                KnownQuirk(.targetSpeedFollowsConsoleUnit, seenIn: horizonSource),
            ]
        ),
        DeviceProfile(
            "therun-t15",
            "TheRun T15",
            .treadmill,
            // Two spaces.
            clues: [.name("THERUN  T15")],
            quirks: [
                KnownQuirk(.speedFollowsConsoleUnit, seenIn: horizonSource),
                KnownQuirk(.targetSpeedFollowsConsoleUnit, seenIn: horizonSource),
            ]
        ),
        // A walking pad by DBT with this module says 0.6 to 3.8 km/h and means mph; others with it are right.
        DeviceProfile(
            "fitshow-fs-bt-t4",
            "treadmill with a FitShow FS-BT-T4 module (DBT walking pad, Ronning X27)",
            .treadmill,
            clues: [.module(manufacturer: "FITSHOW", model: "FS-BT-T4")],
            quirks: [
                KnownQuirk(
                    .speedFollowsConsoleUnit,
                    seenIn: "justintout/treadmill README.md",
                    payloads: ["3c007c010a00"]
                ),
                KnownQuirk(.secondRadioForAudio, seenIn: "mlervaag docs/TREADMILL_HARDWARE.md"),
            ]
        ),
        DeviceProfile(
            "assault-airrunner",
            "Assault AirRunner",
            .treadmill,
            clues: [.name("ASSAULTRUNNER")],
            quirks: [KnownQuirk(.speedOff(upToCentiKmH: 30), seenIn: "cagnulein/qdomyos-zwift#1446")]
        ),
    ]

    /// The file that most is known from: one class there serves many makes of treadmill.
    static let horizonSource = "cagnulein/qdomyos-zwift src/devices/horizontreadmill/horizontreadmill.cpp"
}
