extension DeviceProfile {
    /// Treadmills whose records are put together otherwise: steps at the end, parts, cuts, standing clocks.
    static let treadmillsByRecord = [
        DeviceProfile(
            "urevo",
            "Urevo Spacewalk",
            .treadmill,
            clues: [.name("URTM")],
            quirks: [
                KnownQuirk(
                    .stepCountAppended(octets: 3),
                    seenIn: "blak3r/treadspan protocol-analysis/urevo-E1L; hassio-ftms#3",
                    payloads: ["8425e1000a00000100000000002700080000"]
                )
            ]
        ),
        DeviceProfile(
            "yesoul-w2",
            "Yesoul W2 Pro and T series",
            .treadmill,
            clues: [.name("YS_W2PRO_"), .name("YS_T")],
            quirks: [
                KnownQuirk(
                    .stepCountAppended(octets: 3),
                    seenIn: "korniychuk/treadmill-bluetooth-macos src/ftms.rs",
                    payloads: ["8624fa00d900a605005500ffffff5709f30d00"]
                ),
                KnownQuirk(.beltRunsUnattended, seenIn: "korniychuk/treadmill-bluetooth-macos tasks 010, 020"),
            ]
        ),
        DeviceProfile(
            "citysports",
            "CITYSPORTS walking pad",
            .treadmill,
            clues: [.name("CITYSPORTS-LINKER")],
            quirks: [
                KnownQuirk(
                    .stepCountAppended(octets: 3),
                    seenIn: "hughesjs/FitnessMachine treadmill_data_test.dart",
                    payloads: ["842458024e20001101ffffff5217172700"]
                )
            ]
        ),
        DeviceProfile(
            "kingsmith",
            "KingSmith WalkingPad",
            .treadmill,
            clues: [.name("KS-")],
            quirks: [
                KnownQuirk(.stepCountAppended(octets: 2), seenIn: "walkingpad-controller 0.5.1 ftms.py"),
                KnownQuirk(.beltRunsUnattended, seenIn: "korniychuk/treadmill-bluetooth-macos tasks 010, 020"),
                KnownQuirk(.links(1), seenIn: "ph4-walkingpad README.md"),
            ]
        ),
        // The same is said of a PH4, of which no advertised name is known.
        DeviceProfile(
            "kingsmith-x21",
            "KingSmith WalkingPad X21",
            .treadmill,
            clues: ["KS-X21", "KS-HDSC-X21", "KS-HDSY-X21", "KS-NACH-X21", "KS-NGCH-X21"].map { .name($0) },
            quirks: [
                KnownQuirk(.speedSaidToStandFirst, seenIn: "ph4-walkingpad PR#25"),
                KnownQuirk(.links(1), seenIn: "ph4-walkingpad README.md"),
            ]
        ),
        DeviceProfile(
            "mobvoi-tmp",
            "Mobvoi Home Treadmill Plus",
            .treadmill,
            clues: [.name("MOBVOI TMP")],
            quirks: [
                KnownQuirk(
                    .elapsedTimeStopsUnattended,
                    seenIn: "cagnulein/qdomyos-zwift#2683, #2781; \(horizonSource)"
                )
            ]
        ),
        DeviceProfile(
            "matrix",
            "Matrix treadmill",
            .treadmill,
            clues: [.sharedName("CTM", length: 15...NamePattern.longestName)],
            quirks: [
                KnownQuirk(
                    .cutAtDefaultMTU,
                    seenIn: "TrackMyIndoorWorkout test/matrix_treadmill_test.dart",
                    payloads: [
                        "9e1b000000000000000000ff7f0000ffff000000", "9e1fc6037603b805000000ff7f3c00ffffa9005c",
                    ]
                ),
                KnownQuirk(
                    .recordInParts,
                    seenIn: "TrackMyIndoorWorkout test/matrix_treadmill_test.dart (Touch XL)",
                    payloads: ["9f0061003600000000ff7f0000ffff05006e0002", "001f71000002cc003c06ff7f1a00"]
                ),
            ]
        ),
        DeviceProfile(
            "life-fitness",
            "Life Fitness treadmill",
            .treadmill,
            clues: [.sharedName("LF", length: 15...15), .sharedName("LF", length: 18...18)],
            quirks: [
                KnownQuirk(
                    .negativeElevationGainUnusable,
                    seenIn: "TrackMyIndoorWorkout test/life_fitness_treadmill_test.dart",
                    payloads: [
                        "9e04730233022500003c00ff7f0000ff7f0200ffffff1f00",
                        "9e0492014d027a00008200ff7fab00ff7f1000ffffff4d00",
                        "9e0517059202fb00000000ff7f7c00ff7f1b00ffffff698a00",
                        "9e0c5000bd025301000000ff7f7c00ff7f2300ffffffad003b00",
                    ]
                ),
                KnownQuirk(.readsMayFail, seenIn: "TrackMyIndoorWorkout life_fitness_*, #462"),
                KnownQuirk(.mayNeedPairing, seenIn: "TrackMyIndoorWorkout#462"),
            ]
        ),
        DeviceProfile(
            "domyos-run500",
            "Domyos Run500",
            .treadmill,
            clues: [.information(model: "RUN500"), .information(model: "RUN 500")],
            quirks: [KnownQuirk(.machineHeartRateDoubtful, seenIn: "cagnulein/qdomyos-zwift#4230, #4107")]
        ),
    ]
}
