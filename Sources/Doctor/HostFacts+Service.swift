extension HostFacts {
    /// What is to be said of BlueZ: whether it is there, whether it runs, whether it may be asked, and its age.
    ///
    /// One thing that stops it, at most: who has no BlueZ need not hear that it does not run.
    var serviceFindings: [Finding] {
        if let stopping = unreachable {
            // Debian's unit does not start without an adapter: that it does not run is no fault of its own then.
            let isConsequence = stopping.cause == .bluetoothdStopped && adapters.list.isEmpty
            return (isConsequence ? [] : [stopping]) + versionFindings
        }
        if bluez.answer == .notAsked && bluetoothd.state != .running {
            return versionFindings + [
                Finding(
                    .bluezNotAsked,
                    .fine,
                    "BlueZ was not asked for its adapters",
                    why: "Whether they are on, and which sensors they see, only BlueZ knows."
                )
            ]
        }
        return versionFindings
    }

    private var unreachable: Finding? {
        switch bluez.answer {
        case .answered: nil
        case .accessDenied: accessDenied
        case .noBus: noBus
        case .failed(let name):
            Finding(
                .busError,
                .stops,
                "BlueZ answers with an error: \(name)",
                .command("sudo systemctl restart bluetooth"),
                why: "Steady reaches every sensor through BlueZ."
            )
        case .noService, .notAsked: absent ?? (bluez.answer == .noService ? stopped : nil)
        }
    }

    /// What the machine itself says against a running service.
    private var absent: Finding? {
        if bluetoothd.isInstalled == false {
            return Finding(
                .bluezMissing,
                .stops,
                "BlueZ, Linux's Bluetooth service, is not installed",
                .command("sudo apt install bluez"),
                why: "Steady reaches every sensor through BlueZ."
            )
        }
        switch bluetoothd.state {
        case .unknown, .running: return nil
        case .stopped: return stopped
        case .masked:
            return Finding(
                .bluetoothdMasked,
                .stops,
                "the Bluetooth service is forbidden to start (masked)",
                .command("sudo systemctl unmask bluetooth && sudo systemctl enable --now bluetooth"),
                why: "Somebody masked it on this machine; Steady reaches every sensor through it."
            )
        case .failed:
            return Finding(
                .bluetoothdFailed,
                .stops,
                "the Bluetooth service ended with an error",
                .command("sudo systemctl restart bluetooth && journalctl --unit bluetooth --lines 20"),
                why: "Debian does not start it again by itself; its journal says what it died of."
            )
        }
    }

    private var stopped: Finding {
        Finding(
            .bluetoothdStopped,
            .stops,
            "the Bluetooth service does not run",
            .command("sudo systemctl enable --now bluetooth"),
            why: "Steady reaches every sensor through it. It starts only where the kernel has Bluetooth at all."
        )
    }

    private var noBus: Finding {
        Finding(
            .noSystemBus,
            .stops,
            "there is no D-Bus system bus",
            .command("sudo apt install dbus && sudo systemctl start dbus"),
            why: "BlueZ is asked over D-Bus. In a container, give it the host's /run/dbus/system_bus_socket."
        )
    }

    private var accessDenied: Finding {
        let isMember = groups.contains("bluetooth")
        return Finding(
            .accessDenied,
            .stops,
            "this user may not speak to BlueZ",
            isMember
                ? .command("grep -n -B1 -A3 org.bluez /etc/dbus-1/system.d/bluetooth.conf")
                : .command("sudo adduser \"$USER\" bluetooth"),
            why: isMember
                ? "The policy of the system bus forbids it, to the group bluetooth as well: that file says to whom it is given."
                : "The policy of the system bus asks for the group bluetooth; log out and in again for it to count."
        )
    }

    private var versionFindings: [Finding] {
        guard let version = bluetoothd.version, let trouble = version.trouble else { return [] }
        return [
            Finding(
                .bluezVersion,
                .mayTrouble,
                "BlueZ \(version) \(trouble)",
                .command("sudo apt update && sudo apt install --only-upgrade bluez"),
                why: "Another release does better; where Debian has none newer yet, backports may."
            )
        ]
    }
}
