import RunEngine
import SensorCodec

/// What the log keeps as a number.
protocol Coded {
    /// The number, from 0 on.
    var code: Int { get }
    /// What a number stands for; `nil` for one that stands for nothing.
    init?(code: Int)
}

/// A state whose number is its place in a list that only ever grows.
protocol ListedState: Coded, CaseIterable, Equatable {
    /// The states by their codes; the common one comes first.
    static var byCode: [Self] { get }
}

extension ListedState {
    /// Every state has a code: a test holds the lists to be whole.
    var code: Int {
        guard let code = Self.byCode.firstIndex(of: self) else { preconditionFailure("\(self) has no code.") }
        return code
    }

    init?(code: Int) {
        guard Self.byCode.indices.contains(code) else { return nil }
        self = Self.byCode[code]
    }
}

extension SensorKind: ListedState {
    static let byCode: [Self] = [.heartRate, .treadmill, .footPod]
}

extension BandState: ListedState {
    static let byCode: [Self] = [.inside, .below, .above, .unknown]
}

extension PhaseState: ListedState {
    static let byCode: [Self] = [.main, .warmUp, .coolDown]
}

extension LinkState: ListedState {
    static let byCode: [Self] = [.good, .suspect, .stale, .lost, .contactLost, .none]
}

extension SessionState: ListedState {
    static let byCode: [Self] = [.running, .pausedBelt, .pausedUser, .idle, .ended]
}

/// The four states of a sample in one number: band + 4 phase + 12 link + 72 session, each by its code. It is 0 while a
/// run is as it should be.
struct SampleStates: Coded {
    let band: BandState
    let phase: PhaseState
    let link: LinkState
    let session: SessionState

    init(_ sample: RunSample) {
        band = sample.band
        phase = sample.phase
        link = sample.link
        session = sample.session
    }

    init?(code: Int) {
        guard let band = BandState(code: code % 4), let phase = PhaseState(code: code / 4 % 3),
            let link = LinkState(code: code / 12 % 6), let session = SessionState(code: code / 72)
        else { return nil }
        self.band = band
        self.phase = phase
        self.link = link
        self.session = session
    }

    var code: Int { band.code + 4 * (phase.code + 3 * (link.code + 6 * session.code)) }
}
