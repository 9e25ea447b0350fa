/// How long the supervisor of a sensor waits for what, in microseconds.
public struct SupervisorTiming: Equatable, Sendable {
    /// For a link: bluetoothd itself gives up after some 41 s.
    public var connect: Int64 = 45_000_000
    /// For the news of a link after bluetoothd called an attempt a success.
    public var proof: Int64 = 1_500_000
    /// For the services of a sensor that is connected: a link that brings none by then never does.
    public var resolve: Int64 = 12_000_000
    /// For the subscriptions to be answered.
    public var subscribe: Int64 = 15_000_000
    /// For the exchange of keys.
    public var pair: Int64 = 65_000_000
    /// For a link to end: bluetoothd takes 2 s.
    public var part: Int64 = 6_000_000
    /// After a drop, before the next attempt. An adapter that is pulled shows first as links that drop, and an attempt in
    /// that moment brings a kernel down (6.1, `hci_chan_del`).
    public var breath: Int64 = 500_000
    /// Before another attempt when the adapter was not ready.
    public var notReady: Int64 = 2_000_000
    /// How long a link may bring no value before it is made anew, at first and at most.
    public var silence: Int64 = 20_000_000
    public var longestSilence: Int64 = 600_000_000
    /// How long a sensor that was heard advertising is taken to be near.
    public var sighting: Int64 = 10_000_000
    /// How long after a drop the sensor is taken to be near: short, or it would keep others from their turn.
    public var expected: Int64 = 12_000_000
    /// How long an attempt may go on while others wait for their turn, if the sensor was not heard lately.
    public var yield: Int64 = 5_000_000
    /// How long the air is searched without a break.
    public var firstSearch: Int64 = 20_000_000
    /// How long it is searched at a time after that.
    public var laterSearch: Int64 = 8_000_000

    /// From the beginning of one of the later searches to the next, in the first minutes and after them.
    public var searchPeriod: Int64 = 30_000_000
    public var lateSearchPeriod: Int64 = 60_000_000
    /// How long the period of the first minutes holds.
    public var manySearches: Int64 = 600_000_000
    /// How often is looked whether to search.
    public var tick: Int64 = 1_000_000
    /// How long to wait after failures: twice as long each time, up to the longest.
    public var firstWait: Int64 = 1_000_000
    public var longestWait: Int64 = 15_000_000
    /// For an answer to anything that bluetoothd answers at once.
    public var answer: Int64 = 10_000_000
    /// How long bluetoothd may say that it searches nothing, though it was asked to, before it is asked again.
    public var quietSearch: Int64 = 20_000_000
    /// How long leaving may take.
    public var leave: Int64 = 3_000_000

    /// The waits as they are meant.
    public init() {}

    /// All of it so many times as fast, for a bluetoothd that is so too.
    public func divided(by factor: Int64) -> SupervisorTiming {
        var timing = self
        let all: [WritableKeyPath<Self, Int64>] = [
            \.connect, \.proof, \.breath, \.resolve, \.subscribe, \.pair, \.part, \.notReady, \.silence,
            \.longestSilence,
            \.sighting,
            \.expected, \.yield, \.firstSearch, \.laterSearch, \.searchPeriod, \.lateSearchPeriod, \.manySearches,
            \.tick,
            \.firstWait, \.longestWait, \.answer, \.quietSearch, \.leave,
        ]
        for path in all { timing[keyPath: path] /= factor }
        return timing
    }

    func searchPeriod(atAge age: Int64) -> Int64 { age < manySearches ? searchPeriod : lateSearchPeriod }
}
