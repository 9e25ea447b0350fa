extension DeviceProfile {
    /// Straps, armbands and watches.
    static let heartRateSensors = [
        DeviceProfile(
            "polar-h10",
            "Polar H10",
            .heartRateSensor,
            clues: [.name("POLAR H10")],
            quirks: [
                KnownQuirk(
                    .contactNotReported,
                    seenIn: "polarofficial/polar-ble-sdk#470, #691",
                    payloads: ["107572032702"]
                ),
                KnownQuirk(
                    .freezesOffBody,
                    seenIn: "korniychuk/treadmill-bluetooth-macos docs/tasks/033",
                    payloads: ["006f", "106ffb17", "106fbe041901"]
                ),
                KnownQuirk(.links(2), seenIn: "FatMaxxer README.md; korniychuk/treadmill-bluetooth-macos research/002"),
                KnownQuirk(.contactLateOnSecondLink, seenIn: "polarofficial/polar-ble-sdk#83"),
            ]
        ),
        DeviceProfile(
            "polar-h7",
            "Polar H7",
            .heartRateSensor,
            clues: [.name("POLAR H7")],
            quirks: [
                KnownQuirk(.leavesWhenParametersAreRefused, seenIn: "bluepy#53; gattlib#144"),
                KnownQuirk(.links(1), seenIn: "GoldenCheetah#2983"),
            ]
        ),
        DeviceProfile(
            "polar-optical",
            "Polar OH1, Verity Sense",
            .heartRateSensor,
            clues: [.name("POLAR OH1"), .name("POLAR SENSE"), .name("POLAR VERITY")],
            quirks: [
                KnownQuirk(.contactNotReported, seenIn: "polarofficial/polar-ble-sdk#131"),
                KnownQuirk(.optical, seenIn: "polarofficial/polar-ble-sdk#131, #386; forum.intervals.icu/t/124461"),
                KnownQuirk(.spellsWithoutReading, seenIn: "polarofficial/polar-ble-sdk#197"),
            ]
        ),
        DeviceProfile(
            "polar-360",
            "Polar 360",
            .heartRateSensor,
            clues: [.name("POLAR 360")],
            quirks: [
                KnownQuirk(.optical, seenIn: "polarofficial/polar-ble-sdk#834; forum.intervals.icu/t/124461"),
                KnownQuirk(.spellsWithoutReading, seenIn: "polarofficial/polar-ble-sdk#834"),
            ]
        ),
        DeviceProfile(
            "elite-hrv-corsense",
            "Elite HRV CorSense",
            .heartRateSensor,
            clues: [.name("CORSENSE")],
            quirks: [KnownQuirk(.rrIntervalIsCode, seenIn: "polarofficial/polar-ble-sdk#9")]
        ),
        DeviceProfile(
            "garmin-watch",
            "Garmin watch",
            .heartRateSensor,
            clues: ["FORERUNNER", "INSTINCT", "FENIX", "VIVOACTIVE", "VENU"].map { .name($0) },
            quirks: [
                KnownQuirk(.broadcastMode, seenIn: "jlennox/HeartRate#46; cagnulein/qdomyos-zwift#4593"),
                KnownQuirk(.mayNeedPairing, seenIn: "BLEHeartRateLogger#11; TrackMyIndoorWorkout#434"),
                KnownQuirk(.randomAddress, seenIn: "jlennox/HeartRate#46"),
                KnownQuirk(.optical, seenIn: "forum.intervals.icu/t/124461"),
            ]
        ),
        DeviceProfile(
            "garmin-hrm-pro",
            "Garmin HRM-Pro",
            .heartRateSensor,
            clues: [.name("HRM-PRO"), .name("HRMPRO")],
            quirks: [KnownQuirk(.forgetsSubscription, seenIn: "uwburn/cardia#55")]
        ),
        DeviceProfile(
            "topeak-panobike",
            "Topeak PanoBike strap",
            .heartRateSensor,
            clues: [.sharedName("PANOBIKE")],
            quirks: [KnownQuirk(.descriptorIsReadFirst, seenIn: "OpenTracks#782")]
        ),
    ]
}
