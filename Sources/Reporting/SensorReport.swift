internal import Practice
public import SensorCodec

/// A device in reach or remembered: the output of `scan` and `devices`.
public struct SensorReport: Equatable, Sendable {
    /// Its address.
    public var address: BluetoothAddress
    /// What it is used for; `nil` for a device that is no sensor of ours.
    public var kind: SensorKind?
    /// What it calls itself, without control characters.
    public var name: String?
    /// How strong it was heard, in dBm.
    public var signalDBm: Int?
    /// The services that it advertises, where that is known.
    public var services: [BluetoothUUID] = []
    /// The profile that it is known by: its name for programs, and for people.
    public var profile: (id: String, name: String)?
    /// What is to be said of it, a sentence each.
    public var remarks: [String] = []

    /// A device of which nothing more is known.
    public init(address: BluetoothAddress, kind: SensorKind?, name: String?) {
        self.address = address
        self.kind = kind
        self.name = name
    }

    public static func == (left: Self, right: Self) -> Bool {
        (left.address, left.kind, left.name, left.signalDBm, left.profile?.id)
            == (right.address, right.kind, right.name, right.signalDBm, right.profile?.id)
            && left.services == right.services && left.remarks == right.remarks
    }

    /// The device in words, in one line or more.
    public var lines: [String] {
        let word =
            switch kind {
            case .heartRate: SensorSaying.strap.text()
            case .treadmill: SensorSaying.treadmill.text()
            case .footPod: SensorSaying.footPod.text()
            case nil: "other"
            }
        let signal = signalDBm.map { "\($0) dBm" } ?? ""
        let title = [padded(word, 9), address.description, padded(signal, 8), name ?? "(tells no name)"]
        let known = profile.map { ["\(padded("", 9))  known as \($0.name)"] } ?? []
        return [title.joined(separator: "  ")] + known + remarks.map { "\(padded("", 9))  \($0)" }
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension JSONWriter {
    /// A device as a line of its own.
    public mutating func line(for sensor: SensorReport) {
        element(sensor)
        endLine()
    }

    /// Remembered sensors as one object.
    public mutating func devices(_ sensors: [SensorReport]) {
        beginObject()
        key("devices")
        beginArray()
        for sensor in sensors { element(sensor) }
        endArray()
        endObject()
        endLine()
    }

    private mutating func element(_ sensor: SensorReport) {
        beginObject()
        word("device", sensor.address.description)
        if let kind = sensor.kind { word("kind", kind.rawValue) }
        if let name = sensor.name {
            key(.name)
            string(name)
        }
        if let signal = sensor.signalDBm { number("rssi_dbm", signal) }
        if !sensor.services.isEmpty {
            key(.services)
            beginArray()
            for service in sensor.services { string(service.description) }
            endArray()
        }
        if let profile = sensor.profile {
            word("profile", profile.id)
            key("profile_name")
            string(profile.name)
        }
        if !sensor.remarks.isEmpty {
            key("remarks")
            beginArray()
            for remark in sensor.remarks { string(remark) }
            endArray()
        }
        endObject()
    }
}
