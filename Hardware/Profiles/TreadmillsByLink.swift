extension DeviceProfile {
    /// Treadmills whose link needs care: two protocols, locks, no name, data in another service.
    static let treadmillsByLink = [
        DeviceProfile(
            "horizon",
            "Horizon 7.0, 7.4, 7.8, Paragon X",
            .treadmill,
            clues: ["HORIZON", "HZ_T101-", "HZ_7.0AT-", "JFTM", "PARAGON X"].map { .name($0) },
            quirks: [
                KnownQuirk(
                    .speaksTwoProtocols,
                    seenIn: "\(horizonSource); cagnulein/qdomyos-zwift#175, #841, #3137, #3809",
                    payloads: ["8404000000000000000000000000"]
                )
            ]
        ),
        DeviceProfile(
            "horizon-omega-z",
            "Horizon Omega Z",
            .treadmill,
            clues: [.information(model: "OMEGA Z"), .name("JFTMOMEGA Z")],
            quirks: [
                KnownQuirk(
                    .mayHaveNoName,
                    seenIn: "Belgian-Coder/treadmill-runner docs/project/protocol-evidence/omega-z/"
                        + "2026-08-03-stage2-read-only-ftms.md"
                ),
                KnownQuirk(
                    .speaksTwoProtocols,
                    seenIn: "Belgian-Coder/treadmill-runner docs/project/omega-z-protocol-findings.md"
                ),
            ]
        ),
        DeviceProfile(
            "kingsmith-z1",
            "KingSmith WalkingPad Z1",
            .treadmill,
            clues: [.attributes(services: [.kingSmithSupplement]), .name("KS-HD-Z1D")],
            quirks: [
                KnownQuirk(.silentUntilUnlocked, seenIn: "slandau3/z1-walkingpad-mcp docs/protocol.md"),
                KnownQuirk(
                    .stepCountAppended(octets: 2),
                    seenIn: "slandau3/z1-walkingpad-mcp docs/protocol.md; kkz6/WalkingPadSDK FTMSTests.swift",
                    payloads: ["0424fa0000000002000000", "84242c019600000c000000007800"]
                ),
                KnownQuirk(.links(1), seenIn: "ph4-walkingpad README.md"),
            ]
        ),
        DeviceProfile(
            "merach",
            "Merach treadmill",
            .treadmill,
            clues: [.attributes(services: [], characteristics: [.merachUnlock]), .name("MRK-T")],
            quirks: [
                KnownQuirk(.silentUntilUnlocked, seenIn: horizonSource),
                KnownQuirk(.targetSpeedFollowsConsoleUnit, seenIn: horizonSource),
            ]
        ),
        DeviceProfile(
            "technogym",
            "Technogym MyRun, Run",
            .treadmill,
            clues: [.sharedName("TREADMILL"), .name("MYRUN ")],
            quirks: [
                KnownQuirk(
                    .runningDataElsewhere,
                    seenIn: "TrackMyIndoorWorkout test/technogym_myrun_rsc_test.dart, #346, #461; \(horizonSource)",
                    payloads: ["02b900338a020000"]
                ),
                KnownQuirk(
                    .recordInParts,
                    seenIn: "TrackMyIndoorWorkout test/technogym_myrun_test.dart",
                    payloads: ["1f0084012a00000000000001000000"]
                ),
                KnownQuirk(
                    .cadenceCounts(.oneFoot),
                    seenIn: "TrackMyIndoorWorkout test/technogym_myrun_rsc_test.dart",
                    payloads: ["02b900338a020000"]
                ),
            ]
        ),
    ]
}
