import Dashboard
import RunEngine
import Practice
import UnixIO

/// A demo on the terminal: time is its own, and keys change how it passes.
extension LiveScreen: DemoViewer {
    /// The keys for the time of a demo; the arrows are those of its treadmill.
    static let timeKeys = [
        KeyHint("< >", "slower, faster"), KeyHint("[ ]", "30 s"), KeyHint("page up down", "5 min"),
        KeyHint("p", "hold time"),
    ]
    private static let stepMicroseconds: Int64 = 30_000_000
    private static let pageMicroseconds: Int64 = 300_000_000
    private static let cannotGoBack = DemoSaying.cannotGoBack.text()

    var runSoFar: RunSoFar {
        get { screen.run }
        set { screen.run = newValue }
    }

    /// Obeys a key for the time of a demo; false when it means something else, or this is none.
    func pressTimeKey(_ key: TerminalKey) -> Bool {
        guard let demo = program.demo else { return false }
        if screen.notice == Self.cannotGoBack { screen.notice = nil }
        switch key {
        case .character(UInt8(ascii: ">")), .character(UInt8(ascii: ".")): demo.setRate(ReplayClock.faster)
        case .character(UInt8(ascii: "<")), .character(UInt8(ascii: ",")): demo.setRate(ReplayClock.slower)
        case .character(UInt8(ascii: "]")): demo.go(by: Self.stepMicroseconds)
        case .pageDown: demo.go(by: Self.pageMicroseconds)
        case .character(UInt8(ascii: "[")): goBack(demo, by: Self.stepMicroseconds)
        case .pageUp: goBack(demo, by: Self.pageMicroseconds)
        case .character(UInt8(ascii: "p")): demo.toggleHold()
        default: return false
        }
        return true
    }

    private func goBack(_ demo: DemoSource, by microseconds: Int64) {
        if demo.canGoBack {
            demo.go(by: -microseconds)
        } else if program.run.session.hasBegun {
            screen.notice = Self.cannotGoBack
        }
    }

    /// How the time of a demo passes, once it is not as it does outside; `nil` for a run with real sensors.
    var playback: Playback? {
        guard let demo = program.demo, demo.isTimeOwn else { return nil }
        return Playback(
            speed: demo.clock.rateText,
            isPaused: demo.isHeld,
            positionMilliseconds: demo.positionMilliseconds,
            totalMilliseconds: demo.totalMilliseconds
        )
    }
}
