public import RunEngine

/// The lines of the section `[runner]`, by the names they have in the text.
public enum RunnerKey: String, CaseIterable, Sendable {
    /// `1986`, or `1986-05-03`.
    case born
    /// bpm.
    case maximum = "max_hr"
    /// The day on which the maximum was observed in a run; a maximum without it was measured.
    case maximumObservedOn = "max_hr_observed"
    /// bpm; goes before the readings.
    case resting = "resting_hr"
    /// `2026-11-20 58, 2026-11-21 57`: what `steady rest` measured, the last seven.
    case restingReadings = "resting_hr_readings"
    /// bpm.
    case threshold = "lthr"
    /// The key of a model.
    case zoneModel = "zone_model"
    /// `114,133,152`
    case bounds
    /// `118-142`
    case band
    /// bpm: what the talk check found.
    case talk = "talk_hr"
    /// The day of the talk check.
    case talkDay = "talk_day"
    /// km/h in the last comfortable stage.
    case talkSpeed = "talk_speed_km_h"
    /// The name of the sensor that told the heart rate.
    case talkSensor = "talk_sensor"
    /// bpm: by how much the runner's answers in runs moved the upper edge, since the talk check or from the beginning.
    case talkNudge = "talk_nudge_bpm"
    /// `female` or `male`.
    case sex
    /// kg.
    case weight = "weight_kg"
    /// `on` or `off`.
    case energy
    /// `on` or `off`.
    case variability = "hrv"

    /// What a line of this name holds, for whoever wrote something else.
    public var expectation: String {
        switch self {
        case .born: "a year or a day, e.g. 1986 or 1986-05-03"
        case .maximum, .resting, .threshold, .talk: "a heart rate in bpm"
        case .maximumObservedOn, .talkDay: "a day, e.g. 2026-11-20"
        case .restingReadings: "days with heart rates, e.g. 2026-11-20 58, 2026-11-21 57"
        case .zoneModel: "a zone model, e.g. acsm_hrr"
        case .bounds: "rising bounds in bpm, e.g. 114,133,152"
        case .band: "a band in bpm, e.g. 118-142"
        case .talkSpeed: "a speed in km/h, e.g. 6.5"
        case .talkSensor: "a name"
        case .talkNudge: "a number of bpm from -20 to 20"
        case .sex: "female or male"
        case .weight: "a weight in kg, e.g. 61.5"
        case .energy, .variability: "on or off"
        }
    }
}

extension RunnerKey {
    /// The lines that may be to blame for an error of a profile, the likeliest first.
    public static func keys(of error: ProfileError) -> [RunnerKey] {
        switch error {
        case .ageOutOfRange: [.born]
        case .maximumOutOfRange: [.maximum]
        case .restingOutOfRange: [.resting, .restingReadings]
        case .reserveTooSmall: [.resting, .restingReadings, .maximum]
        case .thresholdOutOfRange: [.threshold]
        case .boundsInvalid, .twoBoundsNeeded: [.bounds, .zoneModel]
        case .bandInvalid: [.band]
        case .talkOutOfRange: [.talk]
        case .weightOutOfRange: [.weight]
        case .restingMissing, .thresholdMissing, .boundsMissing: [.zoneModel]
        }
    }
}
