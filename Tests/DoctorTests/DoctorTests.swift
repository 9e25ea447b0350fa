import Doctor
import Testing

@Suite("The doctor's findings")
struct DoctorTests {
    private func mend(_ facts: HostFacts, _ cause: Finding.Cause) -> String? {
        Diagnosis(facts).findings.first { $0.cause == cause }?.mend?.text
    }

    @Test("of a machine that is well, all is fine, and nothing stops a run")
    func well() {
        let diagnosis = Diagnosis(Machine.well)
        #expect(diagnosis.findings.map(\.cause) == [.adapterReady, .limitsUsual, .monitor])
        #expect(diagnosis.findings.allSatisfy { $0.severity == .fine })
        #expect(diagnosis.outcome == .clear)
    }

    @Test("facts that nobody gathered accuse nobody, but for the adapter that is not there")
    func nothingKnown() {
        let findings = Diagnosis(HostFacts()).findings
        #expect(findings.map(\.cause) == [.noAdapter, .bluezNotAsked, .limitsUsual])
    }

    @Test(
        "each cause is found, first of all and at its severity, and nothing else stops",
        arguments: Machine.ill.indices
    )
    func causes(_ index: Int) throws {
        let (cause, severity, facts) = Machine.ill[index]
        let findings = Diagnosis(facts).findings
        let finding = try #require(findings.first { $0.cause == cause })
        #expect(finding.severity == severity)
        if severity != .fine {
            #expect(findings.first == finding)
            #expect(finding.mend != nil)
        }
        #expect(findings.count { $0.severity == .stops } == (severity == .stops ? 1 : 0), "\(findings.map(\.cause))")
    }

    @Test("there is a machine for every cause")
    func allCauses() {
        let known = Machine.ill.map(\.cause) + Diagnosis(Machine.well).findings.map(\.cause)
        #expect(Set(known) == Set(Finding.Cause.allCases))
        #expect(known.count == Finding.Cause.allCases.count)
    }

    @Test("what is said is one line, plain, and does not shout")
    func words() {
        for (_, _, facts) in Machine.ill {
            for finding in Diagnosis(facts).findings {
                for text in [finding.what, finding.why, finding.mend?.text ?? "-"] {
                    #expect(!text.isEmpty && !text.contains("!") && !text.contains("\n"), "\(text)")
                }
                #expect(!finding.what.hasSuffix(".") && finding.why.hasSuffix("."), "\(finding.what)")
            }
        }
    }

    @Test("what is missing ends with 69, what is forbidden with 77, and missing counts first")
    func outcomes() {
        #expect(Diagnosis(Machine.with { $0.isHomeWritable = false }).outcome == .notPermitted)
        #expect(Diagnosis(Machine.with { $0.bluez = BluetoothFacts(answer: .accessDenied) }).outcome == .notPermitted)
        #expect(Diagnosis(Machine.with { $0.bluez = BluetoothFacts(answer: .noBus) }).outcome == .unavailable)
        let both = Machine.with {
            $0.isHomeWritable = false
            $0.bluez = BluetoothFacts(answer: .noBus)
        }
        #expect(Diagnosis(both).outcome == .unavailable)
        #expect(Diagnosis(Machine.with { $0.adapters.list[0].maySleep = true }).outcome == .clear)
    }

    @Test("one adapter that works is enough: what is wrong with another stops nothing")
    func twoAdapters() {
        var second = Machine.board
        second.name = "hci1"
        second.block = .soft
        let diagnosis = Diagnosis(Machine.with { $0.adapters.list.append(second) })
        #expect(diagnosis.findings.first?.cause == .softBlocked)
        #expect(diagnosis.findings.first?.severity == .mayTrouble)
        #expect(diagnosis.outcome == .clear)
    }

    @Test("of two adapters that are off, each is turned on by its number; one alone by the command that all know")
    func twoOff() {
        let off = BluetoothAdapterFacts(isPowered: false)
        let facts = Machine.with {
            var second = Machine.stick
            second.name = "hci1"
            $0.adapters.list.append(second)
            $0.bluez.adapters = ["hci0": off, "hci1": off]
        }
        let mends = Diagnosis(facts).findings.filter { $0.cause == .poweredOff }.map { $0.mend?.text }
        #expect(mends == ["sudo btmgmt --index 0 power on", "sudo btmgmt --index 1 power on"])
        #expect(mend(Machine.with { $0.bluez.adapters["hci0"] = off }, .poweredOff) == "bluetoothctl power on")
    }

    @Test("in a container, adapters that only BlueZ tells of count")
    func container() {
        let diagnosis = Diagnosis(Machine.with { $0.adapters = HostAdapters() })
        #expect(diagnosis.outcome == .clear)
        #expect(diagnosis.findings.first?.what == "hci0 is on")
    }

    @Test("a laptop's switch that took the adapter off its bus is named", arguments: [RadioBlock.soft, .hard])
    func laptopSwitch(_ block: RadioBlock) {
        let facts = Machine.with {
            $0.adapters = HostAdapters(switches: [RadioSwitch(name: "tpacpi_bluetooth_sw", block: block)])
            $0.bluez.adapters = [:]
        }
        let finding = Diagnosis(facts).findings.first
        #expect(finding?.cause == (block == .hard ? .hardBlocked : .softBlocked))
        #expect(finding?.what.contains("tpacpi_bluetooth_sw") == true)
    }

    @Test("that the service does not run is no news where there is no adapter: Debian does not start it then")
    func consequence() {
        let facts = Machine.with {
            $0.adapters = HostAdapters()
            $0.bluez = BluetoothFacts(answer: .noService)
            $0.bluetoothd.state = .stopped
        }
        #expect(Diagnosis(facts).findings.filter { $0.severity == .stops }.map(\.cause) == [.noAdapter])
    }

    @Test("an answer over D-Bus counts more than what systemd says")
    func answerCounts() {
        let facts = Machine.with {
            $0.bluetoothd.state = .stopped
            $0.bluetoothd.isInstalled = false
        }
        #expect(Diagnosis(facts).outcome == .clear)
    }

    @Test("who is in the group already is shown the policy instead")
    func group() {
        let denied = BluetoothFacts(answer: .accessDenied)
        #expect(mend(Machine.with { $0.bluez = denied }, .accessDenied) == "sudo adduser \"$USER\" bluetooth")
        let member = Machine.with {
            $0.bluez = denied
            $0.groups = ["ada", "bluetooth"]
        }
        #expect(mend(member, .accessDenied)?.contains("bluetooth.conf") == true)
    }

    @Test("a Raspberry Pi with a stick, or without Wi-Fi, shares no radio")
    func ownRadio() {
        var second = Machine.stick
        second.name = "hci1"
        let stick = Machine.with {
            $0.adapters.list = [Machine.board, second]
            $0.isRaspberryPi = true
            $0.usesOwnWiFi = true
        }
        #expect(mend(stick, .sharedRadio) == nil)
        #expect(
            mend(
                Machine.with {
                    $0.adapters.list = [Machine.board]; $0.isRaspberryPi = true
                },
                .sharedRadio
            ) == nil
        )
    }

    @Test("limits that are wide already are not asked for again")
    func wideAlready() {
        let facts = Machine.with {
            $0.limits = ConnectionLimits(maximumInterval: 400, supervisionTimeout: 600)
            $0.sensors = [
                SensorFacts(name: "H7", presence: .connected, disconnectReason: 0x3B),
                SensorFacts(name: "H10", presence: .connected, disconnectReason: 0x08),
            ]
        }
        #expect(Diagnosis(facts).findings.allSatisfy { $0.severity == .fine })
    }

    @Test("a name of a directory is quoted for the shell")
    func quotes() {
        let facts = Machine.with {
            $0.isHomeWritable = false
            $0.home = "/srv/ada's runs"
        }
        #expect(mend(facts, .homeNotWritable) == #"sudo chown -R "$USER" '/srv/ada'\''s runs'"#)
    }
}
