internal import SensorCodec

/// What a device is to a runner.
public enum DeviceKind: Sendable {
    case treadmill
    /// A strap, an armband or a watch.
    case heartRateSensor
    /// Speed and cadence by Running Speed and Cadence, on the shoe or beside the belt.
    case footPod

    /// What the services and characteristics seen say about a device being of this kind; `nil` when nothing.
    func isBorneOut(by device: DeviceDescription) -> Bool? {
        let own: (service: BluetoothUUID, characteristic: BluetoothUUID) =
            switch self {
            case .treadmill: (Service.fitnessMachine, Characteristic.treadmillData)
            case .heartRateSensor: (Service.heartRate, Characteristic.heartRateMeasurement)
            case .footPod: (Service.runningSpeedAndCadence, Characteristic.rscMeasurement)
            }
        if device.offers(own.characteristic) { return true }
        // Bikes and rowers offer the Fitness Machine Service too.
        if self == .treadmill, let seen = device.characteristics, !seen.isDisjoint(with: otherMachines) { return false }
        if device.offers(service: own.service) { return true }
        return device.services == nil && device.characteristics == nil ? nil : false
    }
}

/// The data characteristics of the fitness machines that are no treadmills: 2ACE to 2AD2.
let otherMachines: Set<BluetoothUUID> = [
    Characteristic.crossTrainerData, Characteristic.stepClimberData, Characteristic.stairClimberData,
    Characteristic.rowerData, Characteristic.indoorBikeData,
]
