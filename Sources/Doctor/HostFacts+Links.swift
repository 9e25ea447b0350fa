extension HostFacts {
    /// What is to be said of links: the limits that they are made with, why the last ones ended, and who took them.
    var linkFindings: [Finding] { limitFindings + sensors.compactMap(finding(of:)) }

    private var limitFindings: [Finding] {
        if limits.refusesEverything {
            return [
                Finding(
                    .limitsRefuse,
                    .stops,
                    "the limits for connections contradict each other: \(limits.words)",
                    .command(
                        "sudo sed -i -E '/^(Min|Max)ConnectionInterval=|^ConnectionLatency=|"
                            + "^ConnectionSupervisionTimeout=/d' /etc/bluetooth/main.conf && " + restart
                    ),
                    why: "A link must last for more than two of its intervals; adapters refuse to connect with these. "
                        + "The command goes back to the kernel's own limits."
                )
            ]
        }
        return [
            Finding(
                .limitsUsual,
                .fine,
                "links meet \(limits.words)",
                why: "Radio that is shadowed for longer ends a link; Steady then connects again by itself."
            )
        ]
    }

    private func finding(of sensor: SensorFacts) -> Finding? {
        if sensor.presence == .silent {
            return Finding(
                .sensorTaken,
                .mayTrouble,
                "\(sensor.name) does not advertise itself",
                .byHand("Wake it; then turn off Bluetooth on phones and watches that know it, or close their apps."),
                why: "A sensor that a phone, a watch or the treadmill itself is connected to is not to be seen; most "
                    + "take one link."
            )
        }
        switch sensor.disconnectReason {
        // Unacceptable Connection Parameters; sent by straps whose wish for a slow interval was refused.
        case 0x3B where limits.maximumIntervalMicroseconds < 500_000:
            return Finding(
                .slowSensor,
                .mayTrouble,
                "\(sensor.name) went away because its wish for a slower link was refused (reason 0x3b)",
                .command(raised("MaxConnectionInterval=400", "ConnectionSupervisionTimeout=600")),
                why:
                    "Linux allows intervals up to \(limits.maximumIntervalMicroseconds / 1000) ms, and some straps stop "
                    + "after half a minute without 500. The time-out of 6 s belongs to it."
            )
        // Connection Timeout.
        case 0x08 where limits.supervisionMilliseconds < 2000:
            return Finding(
                .shortTimeout,
                .mayTrouble,
                "\(sensor.name) was out of hearing for \(limits.supervisionMilliseconds) ms, and its link was given up",
                .command(raised("ConnectionSupervisionTimeout=300")),
                why:
                    "A body or a metal frame shadows the radio for longer than that at times; 3 s of patience keep the link."
            )
        default: return nil
        }
    }

    /// The command that sets lines of section [LE], in place of what was set.
    private func raised(_ lines: String...) -> String {
        let keys = lines.compactMap { $0.split(separator: "=").first.map { "^\($0)=" } }.joined(separator: "|")
        let file = "/etc/bluetooth/main.conf"
        return
            "sudo sed -i -E -e '/\(keys)/d' -e '/^\\[LE\\]/a \(lines.joined(separator: "\\n"))' \(file) && \(restart)"
    }

    private var restart: String { "sudo systemctl restart bluetooth" }

    /// What is to be said of the log's place, and of what needs rights of its own.
    var placeFindings: [Finding] {
        var findings: [Finding] = []
        if isHomeWritable == false, let home {
            findings.append(
                Finding(
                    .homeNotWritable,
                    .stops,
                    "the log's directory, \(home), cannot be written",
                    .command("sudo chown -R \"$USER\" '\(home.replacing("'", with: "'\\''"))'"),
                    why: "A run that cannot be kept is lost when it ends. --home or STEADY_HOME name another place."
                )
            )
        }
        if let mayMonitor {
            findings.append(
                Finding(
                    .monitor,
                    .fine,
                    mayMonitor
                        ? "this process may record the radio's own traffic (CAP_NET_RAW)"
                        : "recording the radio's own traffic needs a right that this process has not (CAP_NET_RAW)",
                    mayMonitor ? nil : .command("sudo systemctl start steady-monitor"),
                    why: "A run does not need it; captures for help with an odd sensor do."
                )
            )
        }
        return findings
    }
}

extension ConnectionLimits {
    /// The limits for a person: `every 30 to 50 ms, given up after 420 ms of silence`.
    fileprivate var words: String {
        let shortest = Self.milliseconds(minimumInterval ?? 0x18)
        let longest = Self.milliseconds(maximumInterval ?? 0x28)
        let skipped = latency ?? 0
        return "every \(shortest) to \(longest) ms, \(skipped > 0 ? "up to \(skipped) left out, " : "")"
            + "given up after \(supervisionMilliseconds) ms of silence"
    }

    /// Steps of 1.25 ms as a decimal number of milliseconds.
    private static func milliseconds(_ interval: Int) -> String {
        let fraction = ["", ".25", ".5", ".75"][interval % 4]
        return "\(interval * 5 / 4)\(fraction)"
    }
}
