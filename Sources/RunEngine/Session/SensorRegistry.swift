import SensorCodec

/// Which sensors were heard of, what is known of each, and how lately each was heard.
///
/// A sensor that sends both heart rates and treadmill data stands here once for each. The air is full of strangers:
/// at most ``capacity`` of either list are kept, and the first that is not in use makes room.
struct SensorRegistry: Sendable {
    static let capacity = 64

    /// What a sensor told of itself, or the link of it.
    private struct Card: Sendable {
        var sensor: SensorIdentity
        var name: String?
        var batteryPercent: Int?
        var inclinationRange: InclinationRange?
    }

    /// A sensor in one of its jobs.
    private struct Role: Sendable {
        var sensor: SensorIdentity
        var kind: SensorKind
        var state: SensorStatus.State
        /// When it last sent something of this kind, in ms.
        var heardAt: Int64
    }

    private let staleAfter: Int64
    private let lostAfter: Int64
    private var cards: [Card] = []
    private var roles: [Role] = []

    /// A registry in which silence makes a sensor stale and then lost, after these times in ms.
    init(staleAfter: Int64, lostAfter: Int64) {
        self.staleAfter = staleAfter
        self.lostAfter = lostAfter
    }

    /// All jobs, for ``status(of:at:)``.
    var indices: Range<Int> { roles.indices }

    /// What is known of a sensor in one job. `time` in ms.
    func status(of index: Int, at time: Int64) -> SensorStatus {
        let role = roles[index]
        let card = cards.first { $0.sensor == role.sensor }
        return SensorStatus(
            timeMilliseconds: time,
            sensor: role.sensor,
            name: card?.name,
            kind: role.kind,
            state: role.state,
            batteryPercent: card?.batteryPercent
        )
    }

    /// True when the job is this sensor's.
    func isRole(_ index: Int, of sensor: SensorIdentity) -> Bool {
        roles[index].sensor == sensor
    }
}

// MARK: - What a sensor told of itself

extension SensorRegistry {
    /// Remembers a name; true when it is news.
    mutating func learn(name: String, of sensor: SensorIdentity) -> Bool {
        guard let index = card(of: sensor), cards[index].name != name else { return false }
        cards[index].name = name
        return true
    }

    /// Remembers a battery level in %; true when it is news.
    mutating func learn(batteryPercent: Int, of sensor: SensorIdentity) -> Bool {
        guard let index = card(of: sensor), cards[index].batteryPercent != batteryPercent else { return false }
        cards[index].batteryPercent = batteryPercent
        return true
    }

    /// Remembers what inclinations a machine says it has.
    mutating func learn(inclinationRange: InclinationRange, of sensor: SensorIdentity) {
        if let index = card(of: sensor) { cards[index].inclinationRange = inclinationRange }
    }

    /// What inclinations a machine says it has; `nil` when it did not say.
    func inclinationRange(of sensor: SensorIdentity) -> InclinationRange? {
        cards.first { $0.sensor == sensor }?.inclinationRange
    }

    /// The card of a sensor, a new one if need be; `nil` when there is no room.
    private mutating func card(of sensor: SensorIdentity) -> Int? {
        if let index = cards.firstIndex(where: { $0.sensor == sensor }) { return index }
        if cards.count == Self.capacity {
            let stranger = cards.firstIndex { card in !roles.contains { $0.sensor == card.sensor } }
            guard let stranger else { return nil }
            cards.remove(at: stranger)
        }
        cards.append(Card(sensor: sensor))
        return cards.count - 1
    }
}

// MARK: - How lately a sensor was heard

extension SensorRegistry {
    /// What came of hearing a sensor.
    enum Hearing {
        /// It is live, as it was.
        case stillLive
        /// It is live only now.
        case live(index: Int)
        /// It cannot be followed: too many sensors are live.
        case noRoom
    }

    /// Notes that a sensor sent something of a kind. `time` in ms.
    mutating func heard(_ sensor: SensorIdentity, _ kind: SensorKind, at time: Int64) -> Hearing {
        if let index = roles.firstIndex(where: { $0.sensor == sensor && $0.kind == kind }) {
            let wasLive = roles[index].state == .live
            roles[index].heardAt = time
            roles[index].state = .live
            return wasLive ? .stillLive : .live(index: index)
        }
        if roles.count == Self.capacity {
            guard let lost = roles.firstIndex(where: { $0.state.isGone }) else { return .noRoom }
            roles.remove(at: lost)
        }
        roles.append(Role(sensor: sensor, kind: kind, state: .live, heardAt: time))
        return .live(index: roles.count - 1)
    }

    /// When silence next changes a state, in ms.
    var nextDeadline: Int64? {
        var next: Int64?
        for role in roles {
            guard let deadline = deadline(of: role) else { continue }
            next = min(next ?? deadline, deadline)
        }
        return next
    }

    /// Changes one state that is due at a time, in ms; gives its index, or `nil` when none is.
    mutating func fadeOne(by time: Int64) -> Int? {
        for index in roles.indices {
            guard let deadline = deadline(of: roles[index]), deadline <= time else { continue }
            roles[index].state = roles[index].state == .live ? .stale : .lost
            return index
        }
        return nil
    }

    /// Calls a job lost; false when it was already.
    mutating func lose(_ index: Int) -> Bool {
        guard roles[index].state != .lost else { return false }
        roles[index].state = .lost
        return true
    }

    /// Calls a lost job looked for; false when it is not lost, or that is known.
    mutating func seek(_ index: Int, _ seeking: RunInput.Seeking) -> Bool {
        let state: SensorStatus.State = seeking == .searching ? .searching : .connecting
        guard roles[index].state.isGone, roles[index].state != state else { return false }
        roles[index].state = state
        return true
    }

    private func deadline(of role: Role) -> Int64? {
        switch role.state {
        case .live: role.heardAt + staleAfter
        case .stale: role.heardAt + lostAfter
        case .lost, .searching, .connecting: nil
        }
    }
}
