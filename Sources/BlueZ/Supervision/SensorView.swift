/// What bluetoothd tells of one sensor now, as far as its supervisor needs it.
public struct SensorView: Equatable, Sendable {
    /// bluetoothd is there, with an adapter that is on.
    public var isAdapterReady: Bool
    /// bluetoothd knows the sensor.
    public var isKnown: Bool
    /// There is a link.
    public var isConnected: Bool
    /// Its services are known, and what is to be listened to is among them.
    public var isReady: Bool
    /// bluetoothd may connect it by itself.
    public var isTrusted: Bool
    /// Keys were exchanged.
    public var isPaired: Bool
    /// When it was heard advertising last, in microseconds of the monotonic clock.
    public var lastSeen: Int64?

    /// Nothing is there.
    public init(
        isAdapterReady: Bool = false,
        isKnown: Bool = false,
        isConnected: Bool = false,
        isReady: Bool = false,
        isTrusted: Bool = false,
        isPaired: Bool = false,
        lastSeen: Int64? = nil
    ) {
        self.isAdapterReady = isAdapterReady
        self.isKnown = isKnown
        self.isConnected = isConnected
        self.isReady = isReady
        self.isTrusted = isTrusted
        self.isPaired = isPaired
        self.lastSeen = lastSeen
    }
}
