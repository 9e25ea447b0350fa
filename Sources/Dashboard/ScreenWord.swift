import RunEngine

/// The words that sum up the moment. The first that holds is said: what stops the run, then what is known of the heart
/// rate, then the phase, then the effort.
enum ScreenWord: Equatable, CaseIterable {
    case gettingReady, done, pausedByRunner, pausedByBelt, pausedUnattended
    case noContact, noSignal, waiting, noSensor
    case coolDown, coolDownInside, coolDownAbove, warmUp, warmUpInside, warmUpAbove
    case above, below, inside, listening
    // Without zones.
    case moving, askTalk

    init(of sample: RunSample?, isDone: Bool) {
        guard let sample, !isDone else {
            self = isDone ? .done : .gettingReady
            return
        }
        self =
            switch (sample.session, sample.link) {
            case (.ended, _): .done
            case (.pausedUser, _): .pausedByRunner
            case (.pausedBelt, _): sample.isBeltUnattended ? .pausedUnattended : .pausedByBelt
            case (_, .contactLost): .noContact
            case (_, .lost): .noSignal
            case (_, .stale): .waiting
            case (_, .none): .noSensor
            case (_, .good), (_, .suspect): Self(phase: sample.phase, band: sample.band)
            }
    }

    private init(phase: PhaseState, band: BandState) {
        self =
            switch (phase, band) {
            case (.coolDown, .above): .coolDownAbove
            case (.coolDown, .inside): .coolDownInside
            case (.coolDown, _): .coolDown
            case (.warmUp, .above): .warmUpAbove
            case (.warmUp, .inside): .warmUpInside
            case (.warmUp, _): .warmUp
            case (.main, .above): .above
            case (.main, .below): .below
            case (.main, .inside): .inside
            case (.main, .unknown): .listening
            }
    }

    var text: String {
        switch self {
        case .gettingReady: "getting ready"
        case .done: "done"
        case .pausedByRunner: "paused"
        case .pausedByBelt: "paused: the belt stands still"
        case .pausedUnattended: "paused: nobody on the belt"
        case .noContact: "no skin contact: wet the strap"
        case .noSignal: "no heart-rate signal"
        case .waiting: "waiting for heart rate"
        case .noSensor: "no heart-rate sensor yet"
        case .coolDown, .coolDownInside: "cooling down"
        case .coolDownAbove: "cooling down: ease off a little"
        case .warmUp, .warmUpInside: "warming up"
        case .warmUpAbove: "warming up: ease off a little"
        case .above: "ease off a little"
        case .below: "a little more if you like"
        case .inside: "easy and steady"
        case .listening: "listening to your heart rate"
        case .moving: "on your way"
        case .askTalk: "can you talk? y yes, n no"
        }
    }

    /// The same in at most ten columns.
    var shortText: String {
        switch self {
        case .gettingReady: "get ready"
        case .done: "done"
        case .pausedByRunner, .pausedByBelt, .pausedUnattended: "paused"
        case .noContact: "wet strap"
        case .noSignal: "no signal"
        case .waiting: "waiting"
        case .noSensor: "no sensor"
        case .coolDown, .coolDownInside: "cool down"
        case .warmUp, .warmUpInside: "warm up"
        case .above, .warmUpAbove, .coolDownAbove: "ease off"
        case .below: "a bit more"
        case .inside: "steady"
        case .listening: "listening"
        case .moving: "going"
        case .askTalk: "can talk?"
        }
    }

    /// The longer text if it fits, else the shorter one if that does; never half a word.
    func text(columns: Int) -> String {
        [text, shortText].first { $0.count <= columns } ?? ""
    }
}
