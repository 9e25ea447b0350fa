import Practice
import RunEngine

/// The words that sum up the moment. The first that holds is said: what stops the run, then what is known of the heart
/// rate, then the phase, then the effort.
enum ScreenWord: Equatable, CaseIterable {
    case gettingReady, done, pausedByRunner, pausedByBelt, pausedUnattended
    case noContact, noSignal, waiting, noSensor
    case coolDown, coolDownInside, coolDownAbove, warmUp, warmUpInside, warmUpAbove
    case above, below, inside, listening
    /// A plan says so, and the heart rate has nothing to add.
    case walk, run
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

    var text: String { saying.text() }

    private var saying: ScreenSaying {
        switch self {
        case .gettingReady: .gettingReady
        case .done: .done
        case .pausedByRunner: .pausedByRunner
        case .pausedByBelt: .pausedByBelt
        case .pausedUnattended: .pausedUnattended
        case .noContact: .noContact
        case .noSignal: .noSignal
        case .waiting: .waiting
        case .noSensor: .noSensor
        case .coolDown, .coolDownInside: .coolDown
        case .coolDownAbove: .coolDownAbove
        case .warmUp, .warmUpInside: .warmUp
        case .warmUpAbove: .warmUpAbove
        case .above: .above
        case .below: .below
        case .inside: .inside
        case .listening: .listening
        case .walk: .walk
        case .run: .run
        case .moving: .moving
        case .askTalk: .askTalk
        }
    }

    /// The same in at most ten columns.
    var shortText: String { shortSaying.text() }

    private var shortSaying: ShortScreenSaying {
        switch self {
        case .gettingReady: .gettingReady
        case .done: .done
        case .pausedByRunner, .pausedByBelt, .pausedUnattended: .paused
        case .noContact: .noContact
        case .noSignal: .noSignal
        case .waiting: .waiting
        case .noSensor: .noSensor
        case .coolDown, .coolDownInside: .coolDown
        case .warmUp, .warmUpInside: .warmUp
        case .above, .warmUpAbove, .coolDownAbove: .above
        case .below: .below
        case .inside: .inside
        case .listening: .listening
        case .walk: .walk
        case .run: .run
        case .moving: .moving
        case .askTalk: .askTalk
        }
    }

    /// The longer text if it fits, else the shorter one if that does; never half a word.
    func text(columns: Int) -> String {
        [text, shortText].first { $0.count <= columns } ?? ""
    }
}
