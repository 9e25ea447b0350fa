/// What a sensor measures, by the name that programs see.
public enum SensorKind: String, CaseIterable, Sendable {
    case heartRate = "heart_rate"
    case treadmill
    case footPod = "foot_pod"

    /// The service that such a sensor has.
    public var service: BluetoothUUID {
        switch self {
        case .heartRate: Service.heartRate
        case .treadmill: Service.fitnessMachine
        case .footPod: Service.runningSpeedAndCadence
        }
    }
}
