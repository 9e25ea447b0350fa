public import EventLoop
public import SensorCodec
import SystemBus
import UnixIO

/// The live link to sensors, through bluetoothd.
///
/// It keeps one cache of all that bluetoothd tells (``BlueZObjects``), one supervisor for each chosen sensor, and does
/// what they ask for: one attempt to connect at a time, and no search while one is under way. It opens the bus again when
/// that is lost, and begins anew when bluetoothd does. Nothing here ever gives up.
public final class BlueZLink {
    /// How the link is to be.
    public struct Configuration: Sendable {
        /// The bus to speak on; `nil` is the system's.
        public var busAddress: String?
        /// The adapter to use, by name (`hci0`) or address; `nil` is any.
        public var adapter: String?
        /// The adapter to use where there are several and none is named.
        public var preferredAdapter: BluetoothAddress?
        /// True to take notifications through descriptors of their own, where that is possible.
        public var acquiresNotifications = false
        /// How long supervisors wait for what.
        public var timing = SupervisorTiming()

        /// The system's bus, any adapter.
        public init() {}
    }

    /// What was odd, counted.
    public internal(set) var counts = LinkCounts()
    /// What bluetoothd tells.
    public internal(set) var objects = BlueZObjects()
    /// Whether sensors can be reached at all.
    public internal(set) var host = HostState.starting

    weak var client: (any LinkClient)?
    let loop: EventLoop
    let configuration: Configuration
    var timing: SupervisorTiming { configuration.timing }
    var bus: BusConnection?
    /// True once the cache is whole: signals before that are in it already.
    var isCacheWhole = false
    /// Tells answers for an earlier bluetoothd, or an earlier bus, from those that matter.
    var generation = 0
    var sensors: [BluetoothAddress: LinkedSensor] = [:]
    /// The order in which sensors were chosen: whose turn it is to be connected goes around.
    var order: [BluetoothAddress] = []
    var sources: [String: ValueSource] = [:]
    var discovery = Discovery()
    /// True when the caller wants to know of everything in reach.
    var isScanning = false
    /// Connected devices that were told of in this search: they do not advertise, but they are in reach.
    private var toldConnected: Set<String> = []
    var registeredAdapter: String?
    /// No attempt at the profile before this moment.
    var profileRetryAt: Int64?
    /// The adapter that is used; kept while its radio is on, for links do not move to another.
    private var adapterPath: String?
    /// Writes that wait for their answer.
    var writes: [PendingWrite] = []
    private(set) var isClosing = false
    var power = PowerAttempt()
    var openingFailures = 0
    private var needsLook = true
    private var timer: TimerID?

    /// A link that begins to work when the loop runs.
    public init(_ configuration: Configuration = .init(), on loop: EventLoop, client: any LinkClient) {
        self.configuration = configuration
        self.loop = loop
        self.client = client
        loop.beforeWaiting { [weak self] in self?.lookIfNeeded() }
        // Not before the loop runs: who made this is ready for what it tells only then.
        loop.schedule(atMicroseconds: 0) { [weak self] in self?.openBus() }
    }

    // MARK: - What is wanted

    /// Listens to a sensor from now on, whatever happens.
    public func follow(_ sensor: BluetoothAddress) {
        guard sensors[sensor] == nil else { return }
        sensors[sensor] = LinkedSensor(sensor, timing: configuration.timing)
        order.append(sensor)
        setNeedsLook()
    }

    /// Tells of everything in reach, as long as this is so.
    public func scan(_ isWanted: Bool) {
        isScanning = isWanted
        toldConnected = []
        setNeedsLook()
    }

    /// The phase of a sensor that is followed.
    public func phase(of sensor: BluetoothAddress) -> SensorSupervisor.Phase? { sensors[sensor]?.supervisor.phase }

    /// Lets go of all sensors, so that other programs and phones can have them; calls `done` when it is so, or after
    /// three seconds. Links that were there before are left as they were.
    public func close(_ done: @escaping () -> Void) {
        isClosing = true
        isScanning = false
        guard let bus, isCacheWhole else { return done() }
        // An attempt at a link, too, would go on without us.
        let own = sensors.values.filter { !$0.isOthers }.compactMap { sensor in
            device(sensor.address).flatMap { $0.isConnected || sensor.supervisor.phase == .connecting ? $0 : nil }
        }
        sensors = [:]
        order = []
        sources = [:]
        letGo(of: own, on: bus, done)
    }

    // MARK: - Looking at the whole

    /// The adapter that is used now.
    public var adapter: LocalAdapter? { adapterPath.flatMap { objects.adapters[$0] } }

    private func chooseAdapter() {
        if let adapter, adapter.isPowered, isWanted(adapter) { return }
        let candidates = objects.adapters.values.filter(isWanted).sorted { left, right in
            let isPreferred = { (adapter: LocalAdapter) in
                adapter.address != nil && adapter.address == self.configuration.preferredAdapter
            }
            return isPreferred(left) == isPreferred(right) ? left.path < right.path : isPreferred(left)
        }
        let chosen = (candidates.first { $0.isPowered } ?? candidates.first)?.path
        if chosen == adapterPath { return }
        adapterPath = chosen
        discovery = Discovery()
        power = PowerAttempt()
    }

    private func isWanted(_ adapter: LocalAdapter) -> Bool {
        guard let wanted = configuration.adapter else { return true }
        return adapter.name == wanted || adapter.address?.description == wanted.uppercased()
    }

    func device(_ address: BluetoothAddress) -> RemoteDevice? {
        adapter.flatMap { objects.device(address, on: $0.path) }
    }

    /// Something may have to be done.
    func setNeedsLook() { needsLook = true }

    private func lookIfNeeded() {
        // What is done may change what is to be done; each look does something or is the last.
        for _ in 0..<16 where needsLook {
            needsLook = false
            look(at: MonotonicClock.nowMicroseconds)
        }
        // There is always something to do? Then others get their turn between.
        if needsLook { loop.schedule(atMicroseconds: 0) {} }
    }

    private func look(at now: Int64) {
        if isClosing { return }
        chooseAdapter()
        lookAtHost(at: now)
        for sensor in order { lookAtSensor(sensor, at: now) }
        if isScanning { tellConnected() }
        arrangeTurns(at: now)
        scheduleNextLook(after: now)
    }

    private func tellConnected() {
        for device in objects.devices.values where device.isConnected && !toldConnected.contains(device.path) {
            toldConnected.insert(device.path)
            tell(.found(device))
        }
    }

    private func scheduleNextLook(after now: Int64) {
        if let timer { loop.cancel(timer) }
        let others = [power.nextMoment, profileRetryAt, discovery.nextMoment(after: now)]
        let moments = sensors.values.compactMap { $0.supervisor.nextMoment(after: now) } + others.compactMap(\.self)
        timer = moments.min().map { moment in
            loop.schedule(atMicroseconds: max(moment, now)) { [weak self] in
                self?.timer = nil
                self?.setNeedsLook()
            }
        }
    }

    func tell(_ event: LinkEvent) { client?.happened(event) }

    func remark(_ text: @autoclosure () -> String) { client?.happened(.remark(text())) }
}

/// A sensor that is followed.
final class LinkedSensor {
    let address: BluetoothAddress
    var supervisor: SensorSupervisor
    /// The link was there before it was chosen, and is another program's.
    var isOthers = false
    var isFirstLook = true
    var toldPhase: SensorSupervisor.Phase?
    var toldBattery: Int?
    var toldName: String?
    var isToldConnected = false
    var isToldPairing = false
    var toldSilences = 0
    var reading = ReadingQueue()
    /// By the path of the characteristic.
    var acquired: [String: AcquiredNotifications] = [:]

    init(_ address: BluetoothAddress, timing: SupervisorTiming) {
        self.address = address
        supervisor = SensorSupervisor(timing: timing, seed: address.rawValue)
    }

    func endAcquired() {
        for notifications in acquired.values { notifications.finish() }
        acquired = [:]
    }
}

/// What a path stands for when a value comes from it.
struct ValueSource {
    var sensor: LinkedSensor
    var characteristic: BluetoothUUID
    var handle: UInt16
    var isIndication: Bool
    /// What came last and when: the same again at once is another program's copy.
    var lastBytes: [UInt8] = []
    var lastMicroseconds: Int64 = .min / 2
}
