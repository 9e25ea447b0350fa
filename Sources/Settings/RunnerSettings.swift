public import RunEngine

/// The section `[runner]`: the runner's own numbers.
public struct RunnerSettings: Equatable, Sendable {
    /// A line whose name is known and whose value is not understood.
    public struct Fault: Equatable, Sendable {
        /// The number of the line, from 1.
        public var line: Int
        /// The name in it.
        public var key: RunnerKey
        /// The value in it.
        public var value: String
    }

    /// What the lines say; a line that is not understood says nothing.
    public private(set) var profile = RunnerProfile()
    /// Lines that are not understood.
    public private(set) var faults: [Fault] = []
    /// The last line of each name, numbered from 1.
    public private(set) var lines: [RunnerKey: Int] = [:]
    private var talkDay: CivilDate?
    private var talkSpeed: Int?
    private var talkSensor: String?

    /// Takes in a line's value; of two lines of one name the later counts.
    mutating func take(_ value: String, for key: RunnerKey, line: Int) {
        lines[key] = line
        faults.removeAll { $0.key == key }
        if !apply(value, for: key) { faults.append(Fault(line: line, key: key, value: value)) }
    }

    /// All lines were taken in.
    mutating func finish() {
        profile.talk?.day = talkDay
        profile.talk?.speedCentiKmH = talkSpeed
        profile.talk?.sensor = talkSensor
    }

    /// False when the value is not understood.
    private mutating func apply(_ value: String, for key: RunnerKey) -> Bool {
        switch key {
        case .born: profile.birth = BirthDate(value)
        case .maximum: profile.maximumBPM = RunnerText.whole(value)
        case .maximumObservedOn: profile.maximumObservedOn = CivilDate(value)
        case .resting: profile.restingBPM = RunnerText.whole(value)
        case .restingReadings:
            profile.restingReadings = RunnerText.readings(value) ?? []
            return RunnerText.readings(value) != nil
        case .threshold: profile.thresholdBPM = RunnerText.whole(value)
        case .zoneModel: profile.zoneModel = ZoneModel(rawValue: value)
        case .bounds: profile.customBoundsBPM = RunnerText.bounds(value)
        case .band: profile.band = RunnerText.band(value)
        case .talk: profile.talk = RunnerText.whole(value).map { TalkReading(bpm: $0) }
        case .talkDay: talkDay = CivilDate(value)
        case .talkSpeed: talkSpeed = RunnerText.decimal(value, places: 2)
        case .talkSensor: talkSensor = value
        case .talkNudge:
            profile.talkNudgeBPM =
                RunnerText.signed(value).flatMap { RunnerProfile.talkNudgesBPM.contains($0) ? $0 : nil } ?? 0
            return RunnerText.signed(value).map(RunnerProfile.talkNudgesBPM.contains) ?? false
        case .sex: profile.sex = Sex(rawValue: value)
        case .weight: profile.weightHectograms = RunnerText.decimal(value, places: 1)
        case .energy: return choose(.energy, value)
        case .variability: return choose(.variability, value)
        }
        return isSet(key)
    }

    private mutating func choose(_ figure: OptionalFigures, _ value: String) -> Bool {
        profile.optionalFigures.remove(figure)
        if value == "on" { profile.optionalFigures.insert(figure) }
        return value == "on" || value == "off"
    }

    private func isSet(_ key: RunnerKey) -> Bool {
        switch key {
        case .born: profile.birth != nil
        case .maximum: profile.maximumBPM != nil
        case .maximumObservedOn: profile.maximumObservedOn != nil
        case .resting: profile.restingBPM != nil
        case .restingReadings: !profile.restingReadings.isEmpty
        case .threshold: profile.thresholdBPM != nil
        case .zoneModel: profile.zoneModel != nil
        case .bounds: profile.customBoundsBPM != nil
        case .band: profile.band != nil
        case .talk: profile.talk != nil
        case .talkDay: talkDay != nil
        case .talkSpeed: talkSpeed != nil
        case .talkSensor: talkSensor?.isEmpty == false
        case .sex: profile.sex != nil
        case .weight: profile.weightHectograms != nil
        case .talkNudge, .energy, .variability: true
        }
    }
}
