/// A key of the JSON that programs read: snake_case, ending in its unit, which needs no escape.
///
/// `_bpm`, `_ms`, `_us`, `_s`, `_m`, `_km_h`, `_percent`, `_deg`, `_kcal`, `_kj`, `_w`, `_n`. It is kept as the octets
/// that stand before a value, quotes and colon included, so that writing it is copying it.
public struct Key: Sendable, ExpressibleByStringLiteral {
    /// Octets that a key takes, at most.
    static var capacity: Int { 40 }
    private let octets: InlineArray<40, UInt8>
    private let count: Int

    /// A key of at most 37 octets.
    public init(stringLiteral name: String) { self.init(name) }

    /// A key of at most 37 octets.
    init(_ name: String) { self.init(text: "\"\(name)\":") }

    /// A fixed piece of JSON text of at most 40 octets that ends in a key, or ends a line.
    init(text: String) {
        var octets = InlineArray<40, UInt8>(repeating: 0)
        var count = 0
        for octet in text.utf8 {
            octets[count] = octet
            count += 1
        }
        self.octets = octets
        self.count = count
    }

    /// Octets that it takes.
    var length: Int { count }

    /// The name without quotes and colon.
    var name: String { String(decoding: (1..<count - 2).map { octets[$0] }, as: UTF8.self) }

    @inline(__always)
    func write(to output: inout TextCursor) {
        output.append(copying: octets.span.extracting(first: count))
    }
}

/// All keys, by the object that they belong to.
extension Key {
    // Captures.
    static let record = Key("record")
    static let format = Key("format")
    static let datalink = Key("datalink")
    static let device = Key("device")
    static let name = Key("name")
    static let characteristics = Key("characteristics")
    static let services = Key("services")
    static let characteristic = Key("characteristic")
    static let time = Key("time")
    static let handle = Key("handle")
    static let guessed = Key("guessed")
    static let direction = Key("direction")
    static let operation = Key("operation")
    static let offset = Key("offset")
    static let hex = Key("hex")
    static let value = Key("value")
    static let issues = Key("issues")
    static let frames = Key("frames")
    static let values = Key("values")
    static let damaged = Key("damaged")

    // Runs.
    static let event = Key("event")
    /// What a sample's line begins with.
    static let sampleStart = Key(text: #""event":"sample","t_ms":"#)
    static let timeMilliseconds = Key("t_ms")
    static let schema = Key("schema")
    static let id = Key("id")
    static let startedAt = Key("started_at")
    static let source = Key("source")
    static let zoneModel = Key("zone_model")
    static let zones = Key("zones")
    static let zone = Key("zone")
    static let band = Key("band")
    static let bands = Key("bands")
    static let lower = Key("lower_bpm")
    static let upper = Key("upper_bpm")
    static let zoneTime = Key("time_ms")
    static let sensor = Key("sensor")
    static let kind = Key("kind")
    static let state = Key("state")
    static let battery = Key("battery_percent")
    static let heartRateSource = Key("heart_rate_source")
    static let heading = Key("heading_bpm")
    static let alpha1 = Key("dfa_alpha1")
    static let alpha1Rough = Key("dfa_alpha1_rough")
    static let metrics = Key("metrics")
    static let weakMetrics = Key("weak_metrics")
    static let cadence = Key("cadence_per_min")
    static let beltUnattended = Key("belt_unattended")
    static let quantity = Key("quantity")
    static let quality = Key("quality")
    static let flagged = Key("flagged_ms")
    static let distanceBySpeed = Key("distance_by_speed_m")
    static let distanceByCounter = Key("distance_by_counter_m")
    static let phases = Key("phases")
    static let distance = Key("distance_m")
    static let heartRate = Key("heart_rate_bpm")
    static let speed = Key("speed_km_h")
    static let inclination = Key("inclination_percent")
    static let totalEnergy = Key("total_energy_kcal")
    static let region = Key("region")
    static let from = Key("from")
    static let to = Key("to")
    static let cue = Key("cue")
    static let field = Key("field")
    static let profile = Key("profile")
    static let profileName = Key("profile_name")
    static let change = Key("change")
    static let speedDistance = Key("speed_distance_m")
    static let counterDistance = Key("counter_distance_m")
    static let lowerInclination = Key("lower_percent")
    static let upperInclination = Key("upper_percent")
    static let shift = Key("shift_ms")
    static let planned = Key("planned_ms")
    static let began = Key("began_ms")
    static let text = Key("text")
    static let elapsed = Key("elapsed_ms")
    static let paused = Key("paused_ms")
    static let unknown = Key("unknown_ms")
    static let below = Key("below_ms")
    static let inside = Key("in_ms")
    static let above = Key("above_ms")
    static let warmUp = Key("warm_up_ms")
    static let main = Key("main_ms")
    static let coolDown = Key("cool_down_ms")
    static let heartRates = Key("heart_rate")
    static let average = Key("average_bpm")
    static let minimum = Key("minimum_bpm")
    static let maximum = Key("maximum_bpm")
    static let rrIntervalCount = Key("rr_intervals")
    static let packets = Key("packets")

    // Where zones and band come from.
    static let basis = Key("zone_basis")
    static let modelChosen = Key("model_chosen")
    static let bandOrigin = Key("band_origin")
    static let maximumOrigin = Key("maximum_origin")
    static let ageYears = Key("age_years")
    static let resting = Key("resting_bpm")
    static let restingOrigin = Key("resting_origin")
    static let threshold = Key("threshold_bpm")
    static let talk = Key("talk_bpm")
    static let talkDay = Key("talk_day")

    // The log.
    static let sessions = Key("sessions")
    static let insideBand = Key("in_band_ms")
    static let importedFrom = Key("imported_from")
    static let laps = Key("laps")
    static let events = Key("events")
    static let samples = Key("samples")
    static let file = Key("file")
    static let alreadyThere = Key("already_there")
    static let error = Key("error")
    static let line = Key("line")
}
