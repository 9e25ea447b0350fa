extension DeviceProfile {
    /// Treadmills whose inclination is not what it seems.
    static let treadmillsByInclination = [
        DeviceProfile(
            "tunturi-t60",
            "Tunturi T60, T90",
            .treadmill,
            clues: [.name("TUNTURI T60-"), .name("TUNTURI T90-")],
            quirks: [KnownQuirk(.inclinationMeaningless, seenIn: horizonSource)]
        ),
        DeviceProfile(
            "i-concept-t01",
            "I-Concept T01",
            .treadmill,
            clues: [.name("T01_")],
            quirks: [
                KnownQuirk(
                    .inclinationIsCode(.iConcept),
                    seenIn: horizonSource,
                    payloads: ["3c00", "8200", "0401", "e803"]
                )
            ]
        ),
        // No advertised name of its own is known ("DOMYOS" begins many): by its model number, or by the runner's word.
        DeviceProfile(
            "domyos-ts100",
            "Domyos TS100",
            .treadmill,
            clues: [.information(model: "TS100")],
            quirks: [
                KnownQuirk(
                    .inclinationFixed(.fifteenDegrees),
                    seenIn: "cagnulein/qdomyos-zwift PR#4234; \(horizonSource)"
                )
            ]
        ),
        DeviceProfile(
            "sole-f85",
            "Sole F85",
            .treadmill,
            clues: [.sharedName("F85")],
            quirks: [
                KnownQuirk(.declines(toDeciPercent: -50), seenIn: horizonSource),
                KnownQuirk(.inclinationStep(deciPercent: 10), seenIn: "cagnulein/qdomyos-zwift#2172; \(horizonSource)"),
            ]
        ),
        DeviceProfile(
            "sole-f80",
            "Sole F80, F89, S77",
            .treadmill,
            clues: [.sharedName("F80"), .sharedName("F89"), .sharedName("S77")],
            quirks: [
                KnownQuirk(.declines(toDeciPercent: -50), seenIn: "cagnulein/qdomyos-zwift#2172; \(horizonSource)")
            ]
        ),
        DeviceProfile(
            "sole-tt8",
            "Sole TT8",
            .treadmill,
            clues: [.sharedName("TT8")],
            quirks: [KnownQuirk(.declines(toDeciPercent: -60), seenIn: horizonSource)]
        ),
        DeviceProfile(
            "adidas-t800",
            "adidas T-800",
            .treadmill,
            clues: [.sharedName("ADIDAS")],
            quirks: [
                KnownQuirk(.inclinationWithin(-60...400), seenIn: "cagnulein/qdomyos-zwift#5113; \(horizonSource)")
            ]
        ),
        DeviceProfile(
            "schwinn-810",
            "Schwinn 810",
            .treadmill,
            clues: [.name("SCHWINN 810")],
            quirks: [KnownQuirk(.inclinationNeverSent, seenIn: horizonSource)]
        ),
        DeviceProfile(
            "fit-tm",
            "FIT-TM treadmill",
            .treadmill,
            clues: [.name("FIT-TM-")],
            quirks: [KnownQuirk(.inclinationNeverSent, seenIn: horizonSource)]
        ),
        DeviceProfile(
            "sw-treadmill",
            "SW treadmill",
            .treadmill,
            clues: [.sharedName("SW", length: 14...14)],
            quirks: [KnownQuirk(.inclinationNeverSent, seenIn: horizonSource)]
        ),
        DeviceProfile(
            "mobvoi-home-treadmill",
            "Mobvoi Home Treadmill",
            .treadmill,
            clues: [.name("MOBVOI TM")],
            quirks: [KnownQuirk(.inclinationNeverSent, seenIn: horizonSource)]
        ),
        DeviceProfile(
            "yesoul-treadmill",
            "Yesoul treadmill",
            .treadmill,
            // Yesoul's bikes have such names too.
            clues: [.sharedName("YESOUL")],
            quirks: [KnownQuirk(.inclinationNeverSent, seenIn: horizonSource)]
        ),
    ]
}
