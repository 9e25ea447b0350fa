import BlueZ
import Capture
import RunEngine
import SensorCodec

extension RecordedDevice {
    /// The device as whoever reads the recording will see it.
    var seen: CapturedDevice {
        CapturedDevice(
            device: SensorIdentity(address),
            name: name,
            services: services.sorted { $0.handle < $1.handle }.map(\.uuid),
            characteristics: characteristics.sorted { $0.handle < $1.handle }.map(\.uuid)
        )
    }
}

/// Where a value of a live run comes from.
struct LiveValue {
    var sensor: SensorIdentity
    var characteristic: BluetoothUUID
    var handle: UInt16
    var kind: ValueOrigin.Kind

    /// True for what a sensor says when asked.
    var isAnswer: Bool { kind == .read }
}

extension RunInput {
    /// The heart rate that a strap told, in bpm.
    var heartRateBPM: Int? {
        guard case .value(.heartRateMeasurement(let measurement), _) = self,
            let rate = measurement.heartRateBPM, rate > 0
        else { return nil }
        return Int(rate)
    }

    /// True for a sign that somebody is running: a heart that beats, or a belt that moves.
    var showsRunner: Bool {
        guard case .value(let value, _) = self else { return false }
        return switch value {
        case .heartRateMeasurement(let measurement): measurement.heartRateBPM ?? 0 > 0
        case .treadmillData(let data): data.instantaneousSpeedCentiKmH ?? 0 > 0
        case .rscMeasurement(let measurement): measurement.instantaneousSpeedRaw ?? 0 > 0
        default: false
        }
    }
}
