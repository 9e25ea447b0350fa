import RunEngine
import SensorCodec

/// A state that the log keeps as a number: its place in a list that only ever grows.
protocol CodedState: CaseIterable, Equatable {
    /// The states by their codes. The common ones come first: SQLite stores 0 and 1 in no room.
    static var byCode: [Self] { get }
    /// The name of the state in words, as the view `sample` gives it.
    var rawValue: String { get }
}

extension CodedState {
    /// What is written. Every state has a code: a test holds the lists to be whole.
    var code: Int {
        guard let code = Self.byCode.firstIndex(of: self) else { preconditionFailure("\(rawValue) has no code.") }
        return code
    }
}

extension SensorKind: CodedState {
    static let byCode: [Self] = [.heartRate, .treadmill, .footPod]
}

extension BandState: CodedState {
    static let byCode: [Self] = [.inside, .below, .above, .unknown]
}

extension LinkState: CodedState {
    static let byCode: [Self] = [.good, .suspect, .stale, .lost, .contactLost, .none]
}

extension PhaseState: CodedState {
    static let byCode: [Self] = [.main, .warmUp, .coolDown]
}

extension SessionState: CodedState {
    static let byCode: [Self] = [.running, .pausedBelt, .pausedUser, .idle, .ended]
}
