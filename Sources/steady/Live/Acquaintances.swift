import Capture
import SensorCodec

/// What connected sensors have told of themselves: the beginning of a recording.
struct Acquaintances {
    /// A sensor that is connected.
    struct Sensor {
        var device: RecordedDevice
        var answers: [(value: LiveValue, bytes: [UInt8])] = []

        var identity: SensorIdentity { SensorIdentity(device.address) }
    }

    /// More than a sensor is asked for.
    private static let answerCapacity = 32

    /// In the order of their connection.
    private(set) var sensors: [Sensor] = []

    mutating func connected(_ device: RecordedDevice) {
        disconnected(device.address)
        sensors.append(Sensor(device: device))
    }

    mutating func disconnected(_ address: BluetoothAddress) {
        sensors.removeAll { $0.device.address == address }
    }

    /// A sensor answered; of each question only the last answer is kept.
    mutating func noteAnswer(_ value: LiveValue, _ bytes: Span<UInt8>) {
        guard let index = sensors.firstIndex(where: { $0.identity == value.sensor }) else { return }
        sensors[index].answers.removeAll { $0.value.characteristic == value.characteristic }
        guard sensors[index].answers.count < Self.answerCapacity else { return }
        sensors[index].answers.append((value, bytes.indices.map { bytes[$0] }))
    }
}
