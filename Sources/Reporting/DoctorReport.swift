public import Doctor

/// What the doctor found, as words for a person.
public enum DoctorReport {
    /// The adapters, then a paragraph a finding, then the sum of it.
    public static func lines(_ diagnosis: Diagnosis, of facts: HostFacts) -> [String] {
        var lines = facts.adapters.list.map { adapter in
            let path = adapter.path.map { ", at \($0)" } ?? ""
            return "\(adapter.name): \(adapter.product)\(path)"
        }
        if let version = facts.bluetoothd.version { lines.append("BlueZ \(version)") }
        if !lines.isEmpty { lines.append("") }
        for finding in diagnosis.findings {
            lines.append("\(mark(finding.severity))\(finding.what)")
            switch finding.mend {
            case .command(let command): lines.append("\(indent)run: \(command)")
            case .byHand(let sentence): lines.append("\(indent)\(sentence)")
            case nil: break
            }
            lines.append("\(indent)\(finding.why)")
        }
        return lines + ["", sum(diagnosis)]
    }

    private static let indent = String(repeating: " ", count: 13)

    private static func mark(_ severity: Finding.Severity) -> String {
        switch severity {
        case .stops: "stops it     "
        case .mayTrouble: "may trouble  "
        case .fine: "fine         "
        }
    }

    private static func sum(_ diagnosis: Diagnosis) -> String {
        let stopping = diagnosis.findings.count { $0.severity == .stops }
        let troubling = diagnosis.findings.count { $0.severity == .mayTrouble }
        if stopping > 0 {
            let which = stopping == 1 ? "One thing stops" : "\(stopping) things stop"
            return "\(which) Steady here. Begin at the top, then ask again: `steady doctor`."
        }
        if troubling == 0 { return "Nothing stops Steady here." }
        return "Nothing stops Steady here. If links drop or sensors stay away, begin with what may trouble it."
    }
}

extension JSONWriter {
    /// What the doctor found, as one JSON object: the output of `doctor --json`.
    public mutating func doctorReport(_ diagnosis: Diagnosis, of facts: HostFacts) {
        beginObject()
        key("findings")
        beginArray()
        for finding in diagnosis.findings {
            beginObject()
            word("id", finding.cause.rawValue)
            word("severity", finding.severity.name)
            text("what", finding.what)
            if let mend = finding.mend {
                text("mend", mend.text)
                if case .command = mend { flag("is_command", true) } else { flag("is_command", false) }
            }
            text("why", finding.why)
            endObject()
        }
        endArray()
        key("adapters")
        beginArray()
        for adapter in facts.adapters.list { self.adapter(adapter, facts.bluez.adapters[adapter.name]) }
        for (name, state) in facts.bluez.adapters.sorted(by: { $0.key < $1.key }) {
            if !facts.adapters.list.contains(where: { $0.name == name }) { adapter(HostAdapter(name: name), state) }
        }
        endArray()
        if let version = facts.bluetoothd.version { word("bluez_version", version.description) }
        endObject()
        endLine()
    }

    private mutating func adapter(_ adapter: HostAdapter, _ state: BluetoothAdapterFacts?) {
        beginObject()
        text("adapter", adapter.name)
        text("product", adapter.product)
        if case .usb(let device) = adapter.attachment { text("usb", "\(device.vendor):\(device.product)") }
        if let path = adapter.path { text("path", path) }
        word("blocked", adapter.block.rawValue)
        if let maySleep = adapter.maySleep { flag("may_sleep", maySleep) }
        if let state {
            flag("powered", state.isPowered)
            flag("discovering", state.isDiscovering)
            if let address = state.address { text("address", address) }
        }
        endObject()
    }

    /// A text that may need escapes: names come from devices.
    private mutating func text(_ key: Key, _ text: String) {
        self.key(key)
        string(text)
    }
}
