public import SensorCodec

/// Something that a link to the gym's sensors brings.
public struct GymEvent: Equatable, Sendable {
    /// When, in ms since the gym opened.
    public var timeMilliseconds: Int64
    /// What.
    public var kind: Kind

    /// What a link brings.
    public enum Kind: Equatable, Sendable {
        /// A sensor is connected, and offers this.
        case connected(GymSensor)
        /// A value came.
        case packet(GymPacket)
        /// The link to a sensor is gone.
        case disconnected(BluetoothAddress)
        /// A sensor whose link is gone is being looked for.
        case searching(BluetoothAddress)
        /// A sensor was found again and is being connected.
        case connecting(BluetoothAddress)
        /// The script is at its end: nothing comes any more.
        case over
    }
}

/// The value of a characteristic as it comes over the air.
public struct GymPacket: Equatable, Sendable {
    /// Whose it is.
    public var sensor: BluetoothAddress
    /// What it is.
    public var characteristic: BluetoothUUID
    /// The handle of the value.
    public var handle: UInt16
    /// True for what the sensor says when asked, false for a notification.
    public var isAnswer: Bool
    /// As the codec encodes it.
    public var octets: [UInt8]

    /// A value of a sensor; it must have the characteristic.
    init(_ value: CharacteristicValue, of characteristic: BluetoothUUID, from sensor: GymSensor, isAnswer: Bool) {
        self.sensor = sensor.address
        self.characteristic = characteristic
        self.isAnswer = isAnswer
        handle = sensor.handle(of: characteristic) ?? 0
        octets = []
        value.encode(into: &octets)
    }
}
