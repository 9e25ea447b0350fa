/// The fields of all characteristics. A field is one quantity in one resolution: where characteristics count the same
/// thing in different steps, each step is a field of its own.
public enum Field: UInt8, CaseIterable, Sendable {
    // Fitness machines.
    case instantaneousSpeed, averageSpeed, totalDistance, inclination, rampAngle
    case positiveElevationGain, negativeElevationGain, positiveElevationGainMetres, negativeElevationGainMetres
    case instantaneousPaceRaw, averagePaceRaw, instantaneousPace, averagePace, paceOctets
    case totalEnergy, energyPerHour, energyPerMinute
    case heartRate, metabolicEquivalentRaw, metabolicEquivalent, elapsedTime, remainingTime
    case forceOnBelt, powerOutput, stepCount
    case stepRate, averageStepRate, strideCount, strideCountTenths, floors
    case strokeRate, averageStrokeRate, strokeCount
    case instantaneousCadence, averageCadence, instantaneousPower, averagePower
    case resistanceLevel, resistanceLevelTenths, movementDirection, moreData
    case features, targetSettings, trainingStatus, trainingStatusText
    // Supported ranges.
    case minimumSpeed, maximumSpeed, speedIncrement
    case minimumInclination, maximumInclination, inclinationIncrement
    case minimumResistanceLevel, maximumResistanceLevel, resistanceLevelIncrement
    case minimumResistanceLevelTenths, maximumResistanceLevelTenths, resistanceLevelIncrementTenths
    case minimumHeartRate, maximumHeartRate, heartRateIncrement
    case minimumPower, maximumPower, powerIncrement
    // Control point and status.
    case operation, requestOperation, result, stopOrPause, spinDownControl, spinDownStatus
    case targetSpeed, targetInclination, targetResistanceLevel, targetPower, targetHeartRate
    case targetedEnergy, targetedSteps, targetedStrides, targetedDistance, targetedTrainingTime, targetedCadence
    case veryLightZoneTime, lightZoneTime, moderateZoneTime, hardZoneTime, maximumZoneTime
    case fatBurnZoneTime, fitnessZoneTime
    case windSpeed, grade, rollingResistance, windResistance, wheelCircumference
    case spinDownSpeedLow, spinDownSpeedHigh
    // Heart rate.
    case sensorContact, energyExpended, rrInterval, bodySensorLocation, heartRateControl
    // Running speed and cadence.
    case runningSpeed, stepOrStrideCadence, strideLength, totalDistanceDecimetres, gait, sensorLocation
    // What a device tells of itself.
    case batteryLevel, text, vendorIDSource, vendorID, productID, productVersion
    // The advertisement.
    case availability, machineTypes
}

extension Field {
    /// A number as it stands on the wire, in words: what it is called, in which unit, and what one step of it is worth.
    public struct Quantity: Sendable {
        /// The name that programs see, without the unit: `total_distance`.
        public let name: String
        /// The unit as it ends a key: `km_h`; empty for a count or a word.
        public let unit: String
        /// A step of the raw number is `factor` times 10^-`places` of the unit.
        public let factor: Int64
        public let places: Int

        init(_ name: String, _ unit: String = "", factor: Int64 = 1, places: Int = 0) {
            self.name = name
            self.unit = unit
            self.factor = factor
            self.places = places
        }
    }

    /// The name that programs see, without the unit.
    public var name: String { quantity.name }

    /// What the field is called, its unit and its step.
    public var quantity: Quantity {
        switch self {
        case .instantaneousSpeed: Quantity("speed", "km_h", places: 2)
        case .averageSpeed: Quantity("average_speed", "km_h", places: 2)
        case .totalDistance: Quantity("total_distance", "m")
        case .inclination: Quantity("inclination", "percent", places: 1)
        case .rampAngle: Quantity("ramp_angle", "deg", places: 1)
        case .positiveElevationGain: Quantity("positive_elevation_gain", "m", places: 1)
        case .negativeElevationGain: Quantity("negative_elevation_gain", "m", places: 1)
        case .positiveElevationGainMetres: Quantity("positive_elevation_gain", "m")
        case .negativeElevationGainMetres: Quantity("negative_elevation_gain", "m")
        case .instantaneousPaceRaw: Quantity("instantaneous_pace", "raw")
        case .averagePaceRaw: Quantity("average_pace", "raw")
        case .instantaneousPace: Quantity("pace", "s_per_500_m")
        case .averagePace: Quantity("average_pace", "s_per_500_m")
        case .paceOctets: Quantity("pace_octets")
        case .totalEnergy: Quantity("total_energy", "kcal")
        case .energyPerHour: Quantity("energy_per_hour", "kcal")
        case .energyPerMinute: Quantity("energy_per_minute", "kcal")
        case .heartRate: Quantity("heart_rate", "bpm")
        case .metabolicEquivalentRaw: Quantity("metabolic_equivalent", "raw")
        case .metabolicEquivalent: Quantity("metabolic_equivalent", places: 1)
        case .elapsedTime: Quantity("elapsed_time", "s")
        case .remainingTime: Quantity("remaining_time", "s")
        case .forceOnBelt: Quantity("force_on_belt", "n")
        case .powerOutput: Quantity("power_output", "w")
        case .stepCount: Quantity("step_count")
        case .stepRate: Quantity("step_rate", "per_minute")
        case .averageStepRate: Quantity("average_step_rate", "per_minute")
        case .strideCount: Quantity("stride_count")
        case .strideCountTenths: Quantity("stride_count", places: 1)
        case .floors: Quantity("floors")
        case .strokeRate: Quantity("stroke_rate", "per_minute", factor: 5, places: 1)
        case .averageStrokeRate: Quantity("average_stroke_rate", "per_minute", factor: 5, places: 1)
        case .strokeCount: Quantity("stroke_count")
        case .instantaneousCadence: Quantity("cadence", "rpm", factor: 5, places: 1)
        case .averageCadence: Quantity("average_cadence", "rpm", factor: 5, places: 1)
        case .instantaneousPower: Quantity("power", "w")
        case .averagePower: Quantity("average_power", "w")
        case .resistanceLevel: Quantity("resistance_level")
        case .resistanceLevelTenths: Quantity("resistance_level", places: 1)
        case .movementDirection: Quantity("movement_direction")
        case .moreData: Quantity("more_data")
        case .features: Quantity("features")
        case .targetSettings: Quantity("target_settings")
        case .trainingStatus: Quantity("training_status")
        case .trainingStatusText: Quantity("training_status_text")
        case .minimumSpeed: Quantity("minimum_speed", "km_h", places: 2)
        case .maximumSpeed: Quantity("maximum_speed", "km_h", places: 2)
        case .speedIncrement: Quantity("speed_increment", "km_h", places: 2)
        case .minimumInclination: Quantity("minimum_inclination", "percent", places: 1)
        case .maximumInclination: Quantity("maximum_inclination", "percent", places: 1)
        case .inclinationIncrement: Quantity("inclination_increment", "percent", places: 1)
        case .minimumResistanceLevel: Quantity("minimum_resistance_level")
        case .maximumResistanceLevel: Quantity("maximum_resistance_level")
        case .resistanceLevelIncrement: Quantity("resistance_level_increment")
        case .minimumResistanceLevelTenths: Quantity("minimum_resistance_level", places: 1)
        case .maximumResistanceLevelTenths: Quantity("maximum_resistance_level", places: 1)
        case .resistanceLevelIncrementTenths: Quantity("resistance_level_increment", places: 1)
        case .minimumHeartRate: Quantity("minimum_heart_rate", "bpm")
        case .maximumHeartRate: Quantity("maximum_heart_rate", "bpm")
        case .heartRateIncrement: Quantity("heart_rate_increment", "bpm")
        case .minimumPower: Quantity("minimum_power", "w")
        case .maximumPower: Quantity("maximum_power", "w")
        case .powerIncrement: Quantity("power_increment", "w")
        case .operation: Quantity("operation")
        case .requestOperation: Quantity("request_operation")
        case .result: Quantity("result")
        case .stopOrPause: Quantity("stop_or_pause")
        case .spinDownControl: Quantity("spin_down_control")
        case .spinDownStatus: Quantity("spin_down_status")
        case .targetSpeed: Quantity("target_speed", "km_h", places: 2)
        case .targetInclination: Quantity("target_inclination", "percent", places: 1)
        case .targetResistanceLevel: Quantity("target_resistance_level", places: 1)
        case .targetPower: Quantity("target_power", "w")
        case .targetHeartRate: Quantity("target_heart_rate", "bpm")
        case .targetedEnergy: Quantity("targeted_energy", "kcal")
        case .targetedSteps: Quantity("targeted_steps")
        case .targetedStrides: Quantity("targeted_strides")
        case .targetedDistance: Quantity("targeted_distance", "m")
        case .targetedTrainingTime: Quantity("targeted_training_time", "s")
        case .targetedCadence: Quantity("targeted_cadence", "rpm", factor: 5, places: 1)
        case .veryLightZoneTime: Quantity("very_light_zone_time", "s")
        case .lightZoneTime: Quantity("light_zone_time", "s")
        case .moderateZoneTime: Quantity("moderate_zone_time", "s")
        case .hardZoneTime: Quantity("hard_zone_time", "s")
        case .maximumZoneTime: Quantity("maximum_zone_time", "s")
        case .fatBurnZoneTime: Quantity("fat_burn_zone_time", "s")
        case .fitnessZoneTime: Quantity("fitness_zone_time", "s")
        case .windSpeed: Quantity("wind_speed", "m_s", places: 3)
        case .grade: Quantity("grade", "percent", places: 2)
        case .rollingResistance: Quantity("rolling_resistance", places: 4)
        case .windResistance: Quantity("wind_resistance", places: 2)
        case .wheelCircumference: Quantity("wheel_circumference", "mm", places: 1)
        case .spinDownSpeedLow: Quantity("spin_down_speed_low", "km_h", places: 2)
        case .spinDownSpeedHigh: Quantity("spin_down_speed_high", "km_h", places: 2)
        case .sensorContact: Quantity("sensor_contact")
        case .energyExpended: Quantity("energy_expended", "kj")
        // 1/1024 s is 125/128 ms, which seven decimals give exactly.
        case .rrInterval: Quantity("rr_intervals", "ms", factor: 9_765_625, places: 7)
        case .bodySensorLocation: Quantity("body_sensor_location")
        case .heartRateControl: Quantity("heart_rate_control")
        // 1/256 m/s is 0.0140625 km/h.
        case .runningSpeed: Quantity("speed", "km_h", factor: 140_625, places: 7)
        case .stepOrStrideCadence: Quantity("cadence", "per_minute")
        case .strideLength: Quantity("stride_length", "m", places: 2)
        case .totalDistanceDecimetres: Quantity("total_distance", "m", places: 1)
        case .gait: Quantity("gait")
        case .sensorLocation: Quantity("sensor_location")
        case .batteryLevel: Quantity("battery_level", "percent")
        case .text: Quantity("text")
        case .vendorIDSource: Quantity("vendor_id_source")
        case .vendorID: Quantity("vendor_id")
        case .productID: Quantity("product_id")
        case .productVersion: Quantity("product_version")
        case .availability: Quantity("availability")
        case .machineTypes: Quantity("machine_types")
        }
    }
}
