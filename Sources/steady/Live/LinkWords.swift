import BlueZ
import Dashboard
import Practice
import SensorCodec

/// What happens to the link, in words.
enum LinkWords {
    /// A line for standard error; `nil` for what only a curious person wants to know, unless `isVerbose`.
    static func line(for event: LinkEvent, isVerbose: Bool) -> String? {
        switch event {
        case .host(let state): sentence(for: state)
        case .needsPairing(let sensor):
            "\(sensor) wants to be paired, and that needs you: bluetoothctl pair \(sensor)"
        case .connected(let offer) where isVerbose:
            "\(offer.device.address) is connected (\(offer.device.name ?? "no name"))"
        case .disconnected(let sensor) where isVerbose: "\(sensor) is gone"
        case .phase(let phase, let sensor) where isVerbose: "\(sensor): \(phase)"
        case .remark(let text) where isVerbose: text
        case .found, .battery, .name, .connected, .disconnected, .phase, .remark: nil
        }
    }

    /// What the machine lacks; `nil` when it lacks nothing.
    static func sentence(for state: HostState) -> String? {
        switch state {
        case .starting, .ready: nil
        case .noBus: "There is no message bus to reach Bluetooth by. `steady doctor` says more."
        case .noService(.notPermitted): "Bluetooth may not be used by this user. `steady doctor` says what to do."
        case .noService: "Bluetooth's service does not answer: sudo systemctl start bluetooth"
        case .noAdapter: "There is no Bluetooth adapter, or not the chosen one."
        case .adapterOff(let name):
            "The Bluetooth adapter \(name) is off: bluetoothctl power on, or rfkill unblock bluetooth"
        }
    }

    /// What is being done about a sensor, in a word or two.
    static func word(for phase: SensorSupervisor.Phase?) -> String {
        switch phase {
        case nil: ""
        case .blocked: SensorSaying.blocked.text()
        case .searching: SensorSaying.searching.text()
        case .connecting, .resolving, .subscribing, .parting: SensorSaying.connecting.text()
        case .pairing: SensorSaying.pairing.text()
        case .live: SensorSaying.connected.text()
        }
    }
}
