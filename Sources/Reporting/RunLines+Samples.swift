import RunEngine
import SensorCodec

/// A sample comes each second of a run: nine lines of ten are samples, so that they are written with care.
extension JSONWriter {
    @inline(__always)
    mutating func fields(of sample: RunSample) {
        number(Key.sampleStart, sample.timeMilliseconds, places: 0)
        number(Key.heartRate, sample.heartRateBPM)
        if let source = sample.heartRateSource { word(Key.heartRateSource, source.rawValue) }
        number(Key.heading, sample.headingBPM)
        number(Key.alpha1, sample.alpha1Hundredths, places: 2)
        if sample.isAlpha1Rough { flag(Key.alpha1Rough, true) }
        number(Key.zone, sample.zone)
        if !sampleStates.are(of: sample) { sampleStates = SampleStates(of: sample) }
        verbatim(sampleStates.text)
        number(Key.speed, sample.speedCentiKmH, places: 2)
        number(Key.inclination, sample.inclinationDeciPercent, places: 1)
        number(Key.cadence, sample.cadencePerMinute)
        if sample.isBeltUnattended { flag(Key.beltUnattended, true) }
        number(Key.distance, sample.distanceMillimetres, places: 3)
        number(Key.totalEnergy, sample.totalEnergyKilocalories)
    }

    /// The RR-Intervals of a sample's second, for who asks for all of a session; a live stream goes without.
    mutating func intervals(of sample: RunSample) {
        var intervals = sample.rrIntervals
        self.intervals(.always, &intervals)
    }
}

/// What samples have in common for minutes, with its text: made when it changes.
struct SampleStates {
    private var band: BandState?
    private var link: LinkState?
    private var phase: PhaseState?
    private var session: SessionState?
    private var doubts: HeartRateDoubts?
    /// It follows other keys: a comma stands before it.
    private(set) var text: [UInt8] = []

    /// Those of no sample.
    init() {}

    init(of sample: RunSample) {
        band = sample.band
        link = sample.link
        phase = sample.phase
        session = sample.session
        doubts = sample.heartRateDoubts
        let names = sample.heartRateDoubts.names.map { "\"\($0)\"" }.joined(separator: ",")
        text = Array(
            """
            ,"band":"\(sample.band.rawValue)","link":"\(sample.link.rawValue)","phase":"\(sample.phase.rawValue)",\
            "session":"\(sample.session.rawValue)"\(names.isEmpty ? "" : ",\"heart_rate_doubts\":[\(names)]")
            """.utf8
        )
    }

    @inline(__always)
    func are(of sample: RunSample) -> Bool {
        sample.band == band && sample.link == link && sample.phase == phase && sample.session == session
            && sample.heartRateDoubts == doubts
    }
}
