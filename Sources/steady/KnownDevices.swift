import Capture
import Hardware
import Practice
import RunEngine
import SensorCodec

/// What is known of the devices of a source, bit by bit, and what their profiles do to their values.
///
/// No value is changed in silence: each change gives a finding, which goes where the values go.
struct KnownDevices {
    /// More devices than a run has; those beyond are taken as they are.
    private static let capacity = 64

    private struct Device {
        var description = DeviceDescription()
        var profile: DeviceProfile?
        /// What is to be told with the next value.
        var news: [RunNotice.Finding.Correction] = []
        /// Everything that was ever in ``news``.
        var told: Set<String> = []

        /// Something is changed from now on.
        mutating func note(_ correction: RunNotice.Finding.Correction) {
            if told.insert(correction.change).inserted { news.append(correction) }
        }
    }

    /// The unit of the treadmill's speed, by the runner's word.
    private let speedUnit: ConsoleUnit?
    private var devices: [SensorIdentity: Device] = [:]
    /// True while no value of any device needs a look: the usual case, which is to cost nothing.
    private var isIdle: Bool

    /// Nothing is known yet.
    init(speedUnit: ConsoleUnit?) {
        self.speedUnit = speedUnit
        isIdle = speedUnit == nil
    }

    /// A device was seen with what it offers.
    mutating func found(_ device: CapturedDevice) {
        learn(of: device.device) { description in
            if let name = device.name { description.name = name }
            if !device.services.isEmpty { description.services = Set(device.services) }
            if !device.characteristics.isEmpty { description.characteristics = Set(device.characteristics) }
        }
    }

    /// A device told its name.
    mutating func named(_ sensor: SensorIdentity, _ name: String) {
        learn(of: sensor) { $0.name = name }
    }

    /// A device told something of itself.
    mutating func read(_ value: DeviceInformationString, _ characteristic: BluetoothUUID, of sensor: SensorIdentity) {
        guard let text = value.text, !text.isEmpty else { return }
        learn(of: sensor) { description in
            switch characteristic {
            case Characteristic.manufacturerName: description.manufacturerName = text
            case Characteristic.modelNumber: description.modelNumber = text
            case Characteristic.firmwareRevision: description.firmwareRevision = text
            case Characteristic.deviceName: description.name = text
            default: break
            }
        }
    }

    /// The profile of a device, or `nil` for an unknown one.
    func profile(of sensor: SensorIdentity) -> DeviceProfile? { devices[sensor]?.profile }

    /// What to say of devices that speak what Steady does not read, each sentence once.
    var unsupportedSentences: [String] {
        let sentences = devices.values.flatMap { UnsupportedProtocol.seen(on: $0.description).prefix(1) }.map(
            \.sentence
        )
        return Set(sentences).sorted()
    }

    private mutating func learn(of sensor: SensorIdentity, _ change: (inout DeviceDescription) -> Void) {
        guard devices[sensor] != nil || devices.count < Self.capacity else { return }
        var device = devices[sensor] ?? Device()
        change(&device.description)
        device.profile = DeviceProfile.matching(device.description)
        for known in device.profile?.changes() ?? [] {
            let profile = device.profile
            device.note(.init(profile: profile?.id ?? "", name: profile?.name ?? "", change: known.quirk.sentence))
        }
        if !device.news.isEmpty { isIdle = false }
        devices[sensor] = device
    }
}

// MARK: - Values put right

extension KnownDevices {
    /// Puts a value right where it is known what it means; answers what is to be told of it.
    mutating func correct(_ value: inout CharacteristicValue, from sensor: SensorIdentity) -> [RunNotice.Finding] {
        if isIdle { return [] }
        let profile = devices[sensor]?.profile
        switch value {
        case .treadmillData(var data):
            if profile == nil, speedUnit == nil { return [] }
            if let profile { data = profile.corrected(data) }
            if speedUnit == .milesPerHour { convert(&data, from: sensor) }
            value = .treadmillData(data)
        case .heartRateMeasurement(let measurement):
            guard let profile else { return [] }
            value = .heartRateMeasurement(profile.corrected(measurement))
        default: return []
        }
        guard let news = devices[sensor]?.news, !news.isEmpty else { return [] }
        devices[sensor]?.news = []
        return news.map { .correction($0) }
    }

    /// The runner's word holds for any treadmill, but for one that is converted anyway.
    private mutating func convert(_ data: inout TreadmillData, from sensor: SensorIdentity) {
        var device = devices[sensor] ?? Device()
        if device.profile?.quirks.contains(where: { $0.quirk == .speedInMilesPerHour }) == true { return }
        data = data.convertedFromMilesPerHour
        let change = NoticeSaying.convertedFromMiles.text()
        if device.told.contains(change) { return }
        device.note(.init(profile: "runner", name: NoticeSaying.runnersWord.text(), change: change))
        devices[sensor] = device
    }
}

// MARK: - From octets to inputs

extension KnownDevices {
    /// What a value means to a run, and what is to be told of it before; `nil` when it means nothing.
    @inline(__always)
    mutating func input(
        _ bytes: Span<UInt8>,
        of characteristic: BluetoothUUID,
        from sensor: SensorIdentity
    ) -> (input: RunInput, findings: [RunNotice.Finding])? {
        do throws(DecodingFailure) {
            guard var value = try CharacteristicValue(decoding: bytes, of: characteristic) else { return nil }
            if case .deviceInformation(let text) = value {
                read(text, characteristic, of: sensor)
                return nil
            }
            let findings = correct(&value, from: sensor)
            return (.value(value, from: sensor), findings)
        } catch {
            // A string may well be empty; only what a run is made of is missed.
            return Self.followed.contains(characteristic) ? (.undecodable(error, from: sensor), []) : nil
        }
    }

    private static let followed = [
        Characteristic.heartRateMeasurement, Characteristic.treadmillData, Characteristic.batteryLevel,
        Characteristic.rscMeasurement,
    ]
}
