internal import SensorCodec

extension UnsupportedProtocol {
    /// All that are known: makers' own protocols, then the other machines of the Fitness Machine Service.
    public static let all = vendorProtocols + foreignMachines

    private static let vendorProtocols = [
        UnsupportedProtocol(
            "horizon-fff0",
            "Horizon's own",
            clues: [.attributes(services: [.fff0], characteristics: [.fff3, .fff4])],
            sentence: """
                This treadmill also speaks Horizon's own protocol (in miles per hour), which Steady does not read. If \
                no speed comes, switch it off and on and start Steady before any other app.
                """,
            seenIn: "\(DeviceProfile.horizonSource); csacca/horizon-74-at-ble",
            payloads: ["55aa000001029200a8db0236000d1f0200303030"]
        ),
        UnsupportedProtocol(
            "fitshow-fff0",
            "FitShow's own",
            clues: [.attributes(services: [.fff0], characteristics: [.fff1, .fff2])],
            sentence: """
                This machine also speaks a protocol of its module's maker, which Steady does not read. If no speed \
                comes, it cannot be used.
                """,
            seenIn: "justintout/treadmill README.md; syssi/esphome-treadmill-f15"
        ),
        UnsupportedProtocol(
            "mobvoi-ffb0",
            "Mobvoi's own",
            clues: [.attributes(services: [.ffb0])],
            sentence: """
                This treadmill speaks Mobvoi's own protocol, with its numbers the other way round, which Steady does \
                not read.
                """,
            seenIn: "pymvtreadmill 0.1.0 const.py, client.py"
        ),
        UnsupportedProtocol(
            "domyos-serial",
            "a serial port (Domyos)",
            clues: [
                .attributes(services: [.domyosSerial], characteristics: [.domyosNotify]), .name("DOMYOS-TC"),
            ],
            sentence: """
                This treadmill talks over a serial port of its maker's, as the Domyos TC does though it shows itself as a \
                standard one. Steady does not read that.
                """,
            seenIn: "cagnulein/qdomyos-zwift src/devices/domyostreadmill/domyostreadmill.cpp, btlogs",
            payloads: ["f0bc000000640000003c000000000a0000000000"]
        ),
        UnsupportedProtocol(
            "kingsmith-lock",
            "KingSmith's lock",
            clues: [.attributes(services: [.kingSmithSupplement]), .name("KS-HD-Z1D")],
            sentence: """
                This WalkingPad stays silent until KingSmith's app has unlocked it, which Steady does not do. Start \
                it from the app, close the app, and connect again.
                """,
            seenIn: "slandau3/z1-walkingpad-mcp docs/protocol.md"
        ),
        UnsupportedProtocol(
            "kingsmith-fe00",
            "KingSmith's own",
            clues: [.attributes(services: [.fe00], characteristics: [.fe01, .fe02])],
            sentence: "This WalkingPad speaks KingSmith's older protocol, which Steady does not read.",
            seenIn: "cagnulein/qdomyos-zwift src/devices/kingsmithr1protreadmill/kingsmithr1protreadmill.cpp"
        ),
        UnsupportedProtocol(
            "ifit",
            "iFit (NordicTrack, ProForm)",
            clues: [.attributes(services: [.iFit]), .name("I_TL")],
            sentence: "This treadmill speaks iFit's own protocol (in miles per hour), which Steady does not read.",
            seenIn: "cagnulein/qdomyos-zwift src/devices/proformtreadmill/proformtreadmill.cpp, #2301"
        ),
        UnsupportedProtocol(
            "merach-lock",
            "Merach's lock",
            clues: [.attributes(services: [], characteristics: [.merachUnlock])],
            sentence: "This treadmill may stay silent until Merach's app has unlocked it, which Steady does not do.",
            seenIn: DeviceProfile.horizonSource
        ),
        UnsupportedProtocol(
            "ypoo-vendor",
            "YPOO's own",
            clues: [.attributes(services: [], characteristics: [.ypooVendor])],
            sentence: """
                This treadmill takes commands through a characteristic of its maker's; Steady reads it and leaves the \
                belt alone.
                """,
            seenIn: "\(DeviceProfile.horizonSource); korniychuk/treadmill-bluetooth-macos research/001"
        ),
    ]

    private static let foreignMachines = [
        foreign("cross-trainer", "cross trainer", Characteristic.crossTrainerData, seenIn: "python-pyftms#71"),
        foreign("step-climber", "step climber", Characteristic.stepClimberData),
        foreign("stair-climber", "stair climber", Characteristic.stairClimberData),
        foreign("rower", "rower", Characteristic.rowerData, seenIn: "TrackMyIndoorWorkout#320"),
        foreign("indoor-bike", "bike", Characteristic.indoorBikeData, seenIn: "cagnulein/qdomyos-zwift#1416"),
    ]

    private static func foreign(
        _ id: String,
        _ name: String,
        _ characteristic: BluetoothUUID,
        seenIn source: String = "Fitness Machine Service 1.0.1"
    ) -> UnsupportedProtocol {
        UnsupportedProtocol(
            id,
            name,
            clues: [.attributes(services: [], characteristics: [characteristic])],
            isForeignMachine: true,
            sentence: "This is a \(name): Steady reads treadmills.",
            seenIn: source
        )
    }
}
