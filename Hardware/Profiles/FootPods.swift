extension DeviceProfile {
    /// Speed and cadence beside the belt or on the shoe.
    static let footPods = [
        DeviceProfile(
            "npe-runn",
            "NPE Runn",
            .footPod,
            clues: [.name("RUNN ")],
            quirks: [
                KnownQuirk(
                    .runningDataElsewhere,
                    seenIn: "TrackMyIndoorWorkout#153, #325, test/runn_rsc_test.dart",
                    payloads: ["009101bb"]
                ),
                KnownQuirk(
                    .cadenceCounts(.bothFeet),
                    seenIn: "TrackMyIndoorWorkout test/runn_rsc_test.dart",
                    payloads: ["009101bb"]
                ),
            ]
        )
    ]
}
