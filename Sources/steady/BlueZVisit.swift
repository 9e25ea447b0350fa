import BlueZ
import Doctor
import EventLoop
import SensorCodec
import Settings
import SystemBus
import UnixIO

/// What the doctor asks of bluetoothd: who is there, and whether the remembered sensors can be met.
struct BlueZVisit {
    /// How long sensors have to be heard, in seconds: most advertise several times in each.
    private static let listeningSeconds = 5

    private var objects: BlueZObjects?

    /// How bluetoothd answers, and what it says of the adapters.
    mutating func facts() -> BluetoothFacts {
        do throws(BusError) {
            let loop: EventLoop
            do throws(SystemFailure) { loop = try EventLoop() } catch { return .unknown }
            let objects = try BlueZCensus.take(on: loop)
            self.objects = objects
            return BluetoothFacts(answer: .answered, adapters: Self.adapters(of: objects))
        } catch {
            return BluetoothFacts(answer: Self.answer(error))
        }
    }

    private static func adapters(of objects: BlueZObjects) -> [String: BluetoothAdapterFacts] {
        var adapters: [String: BluetoothAdapterFacts] = [:]
        for adapter in objects.adapters.values {
            adapters[adapter.name] = BluetoothAdapterFacts(
                isPowered: adapter.isPowered,
                isDiscovering: adapter.isDiscovering,
                address: adapter.address?.description
            )
        }
        return adapters
    }

    private static func answer(_ error: BusError) -> BluetoothFacts.Answer {
        switch LinkTrouble(error) {
        case .notPermitted: .accessDenied
        case .noService: error.name == BusError.disconnected ? .noBus : .noService
        // Without a bus there is an error of the system: its socket is not there.
        default:
            error.name.hasPrefix("System.Error.ENOENT") || error.name.contains("FileNotFound")
                ? .noBus : .failed(error.name)
        }
    }

    /// Whether each remembered sensor can be met; `looking`: listens for those that are not connected.
    func sensors(_ remembered: [RememberedSensor], looking: Bool) -> [SensorFacts] {
        let isAdapterOn = objects?.adapters.values.contains { $0.isPowered } ?? false
        let connected = Set(objects?.devices.values.filter(\.isConnected).map(\.address) ?? [])
        var heard: Set<BluetoothAddress>?
        if looking, isAdapterOn, remembered.contains(where: { !connected.contains($0.address) }) {
            let scan = try? ScanRun(adapter: nil, isVerbose: false)
            try? scan?.listen(seconds: Self.listeningSeconds)
            heard = scan.map { Set($0.devices.keys) }
        }
        return remembered.map { sensor in
            let presence: SensorFacts.Presence =
                if connected.contains(sensor.address) { .connected } else if let heard {
                    heard.contains(sensor.address) ? .advertising : .silent
                } else { .notLooked }
            return SensorFacts(name: sensor.name ?? sensor.address.description, presence: presence)
        }
    }
}
