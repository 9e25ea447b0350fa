extension HostFacts {
    /// What is to be said of the adapters: whether there is one, whether it may send, whether it is on.
    var adapterFindings: [Finding] {
        // Inside a container the kernel shows no adapters; BlueZ, asked over D-Bus, has them all the same.
        if adapters.list.isEmpty && bluez.adapters.isEmpty { return [nothingPluggedIn] }
        var findings = adapters.list.flatMap { finding(of: $0) }
        let seen = adapters.list.map(\.name)
        for (name, state) in bluez.adapters.sorted(by: { $0.key < $1.key }) where !seen.contains(name) {
            findings.append(ready(name, nil, state))
        }
        // One adapter that works is enough: what stops another one only may trouble.
        if findings.contains(where: { $0.cause == .adapterReady }) {
            for index in findings.indices where findings[index].severity == .stops {
                findings[index].severity = .mayTrouble
            }
        }
        return findings + adapters.list.compactMap(sleep(of:)) + sharedRadio
    }

    private var nothingPluggedIn: Finding {
        if let blocking = adapters.switches.first(where: { $0.block == .hard }) {
            return hardBlock("Bluetooth is off by this machine's own switch (\(blocking.name))")
        }
        if let blocking = adapters.switches.first(where: { $0.block == .soft }) {
            return softBlock("Bluetooth is blocked (\(blocking.name)), and its adapter is off the bus with it")
        }
        if let stick = adapters.withoutDriver.first {
            return Finding(
                .adapterWithoutDriver,
                .stops,
                "\(stick) is plugged in, and the kernel made no adapter of it",
                .command(stick.firmwareCommand),
                why: "Its driver or its firmware is missing; the kernel's messages name the file that it looked for."
            )
        }
        return Finding(
            .noAdapter,
            .stops,
            "there is no Bluetooth adapter",
            .byHand(
                isRaspberryPi
                    ? "Take dtoverlay=disable-bt out of config.txt and restart, or plug in a USB Bluetooth stick."
                    : "Plug in a USB Bluetooth stick, 4.0 or later; in a virtual machine, pass one through."
            ),
            why: "Straps and treadmills are heard by Bluetooth Low Energy only."
        )
    }

    private func finding(of adapter: HostAdapter) -> [Finding] {
        switch adapter.block {
        case .hard: return [hardBlock("\(adapter.name), \(adapter.product), is off by a switch of this machine")]
        case .soft: return [softBlock("\(adapter.name), \(adapter.product), is blocked")]
        case .none: break
        }
        guard bluez.answer == .answered else { return [] }
        if let state = bluez.adapters[adapter.name] { return [ready(adapter.name, adapter.product, state)] }
        return [
            Finding(
                .adapterUnknownToBlueZ,
                .stops,
                "BlueZ does not know \(adapter.name), \(adapter.product)",
                .command("sudo systemctl restart bluetooth"),
                why: "The kernel has the adapter, and the Bluetooth service did not take it up."
            )
        ]
    }

    private func ready(_ name: String, _ product: String?, _ state: BluetoothAdapterFacts) -> Finding {
        let adapter = product.map { "\(name), \($0)," } ?? name
        guard state.isPowered else {
            // bluetoothctl turns on its default adapter, so of several each is named by its number.
            let isOnly = max(adapters.list.count, bluez.adapters.count) == 1
            return Finding(
                .poweredOff,
                .stops,
                "\(adapter) is switched off",
                .command(isOnly ? "bluetoothctl power on" : "sudo btmgmt --index \(name.dropFirst(3)) power on"),
                why: "An adapter that is off hears no strap and no treadmill."
            )
        }
        return Finding(
            .adapterReady,
            .fine,
            "\(adapter) is on\(state.isDiscovering ? ", and looking for devices" : "")",
            why: "An adapter that is on hears straps and treadmills."
        )
    }

    private func hardBlock(_ what: String) -> Finding {
        Finding(
            .hardBlocked,
            .stops,
            what,
            .byHand("Turn Bluetooth on by its switch or key, or by flight mode's."),
            why: "While a switch blocks the radio, no program can turn it on."
        )
    }

    private func softBlock(_ what: String) -> Finding {
        Finding(
            .softBlocked,
            .stops,
            what,
            .command("sudo rfkill unblock bluetooth"),
            why: "A program blocked the radio, flight mode for example; BlueZ cannot turn it on until that is lifted."
        )
    }

    private func sleep(of adapter: HostAdapter) -> Finding? {
        guard adapter.maySleep == true, case .usb(let device) = adapter.attachment else { return nil }
        return Finding(
            .adapterSleeps,
            .mayTrouble,
            "the kernel may put \(adapter.name), \(adapter.product), to sleep",
            .command("echo on | sudo tee /sys/bus/usb/devices/\(device.port)/power/control"),
            why: "USB autosuspend costs some sticks their links. Steady's udev rule 70-steady-bluetooth.rules, in "
                + "/etc/udev/rules.d, keeps them awake from the start."
        )
    }

    private var sharedRadio: [Finding] {
        let isOnUSB = adapters.list.contains { !$0.isBuiltIn && $0.block == .none }
        guard isRaspberryPi, usesOwnWiFi, !isOnUSB, adapters.list.contains(where: \.isBuiltIn) else { return [] }
        return [
            Finding(
                .sharedRadio,
                .mayTrouble,
                "Wi-Fi and Bluetooth share the radio of this Raspberry Pi",
                .byHand("If links drop, use a network cable, Wi-Fi at 5 GHz, or a USB Bluetooth stick."),
                why: "Both take turns at one aerial; links that drop under Wi-Fi traffic are known of every model."
            )
        ]
    }
}

extension USBDevice {
    /// What may bring its firmware on Debian, by who made the chip; else what shows the kernel's complaint.
    fileprivate var firmwareCommand: String {
        switch vendor {
        case "8087": "sudo apt install firmware-iwlwifi && sudo reboot"
        case "0bda": "sudo apt install firmware-realtek && sudo reboot"
        case "0cf3": "sudo apt install firmware-atheros && sudo reboot"
        default: "sudo dmesg | grep -i -e bluetooth -e firmware"
        }
    }
}
