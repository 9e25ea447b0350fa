public import RunEngine

extension SessionHeader.Source {
    /// Where the packets come from, in words.
    public var words: String {
        switch self {
        case .bluez: SessionSaying.live.text()
        case .monitor: SessionSaying.listeningAlong.text()
        case .replay: SessionSaying.replay.text()
        case .demo: SessionSaying.demo.text()
        }
    }
}
