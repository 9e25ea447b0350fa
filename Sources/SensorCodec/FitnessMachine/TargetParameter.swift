/// The parameters that the Fitness Machine Control Point and the Fitness Machine Status share, each with its layout.
///
/// Source: Fitness Machine Service 1.0.1, 4.16.2 and 4.17.
@usableFromInline
enum TargetParameter {
    case none, speed, inclination, resistanceLevel, power, heartRate
    case energy, steps, strides, distance, trainingTime, cadence
    case timeInTwoZones, timeInThreeZones, timeInFiveZones
    case bikeSimulation, wheelCircumference
}

/// The numbers of a parameter as they stand on the wire, in the order of its layout; at most five.
public struct TargetNumbers: Equatable, Sendable {
    @usableFromInline var first: Int32?
    @usableFromInline var second: Int32?
    @usableFromInline var third: Int32?
    @usableFromInline var fourth: Int32?
    @usableFromInline var fifth: Int32?
    /// Octets of a resistance level, 1 or 2: the editions differ.
    @usableFromInline var resistanceLevelOctets: Int

    @inlinable
    init(resistanceLevelOctets: Int) { self.resistanceLevelOctets = resistanceLevelOctets }

    @inlinable
    mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(
        _ parameter: TargetParameter,
        _ fields: inout Visitor
    ) {
        switch parameter {
        case .none: break
        case .speed: fields.unsigned(.targetSpeed, &first, octets: 2)
        case .inclination: fields.signed(.targetInclination, &first)
        case .resistanceLevel where resistanceLevelOctets == 2: fields.signed(.targetResistanceLevel, &first)
        case .resistanceLevel: fields.unsigned(.targetResistanceLevel, &first, octets: 1)
        case .power: fields.signed(.targetPower, &first)
        case .heartRate: fields.unsigned(.targetHeartRate, &first, octets: 1)
        case .energy: fields.unsigned(.targetedEnergy, &first, octets: 2)
        case .steps: fields.unsigned(.targetedSteps, &first, octets: 2)
        case .strides: fields.unsigned(.targetedStrides, &first, octets: 2)
        case .distance: fields.unsigned(.targetedDistance, &first, octets: 3)
        case .trainingTime: fields.unsigned(.targetedTrainingTime, &first, octets: 2)
        case .cadence: fields.unsigned(.targetedCadence, &first, octets: 2)
        case .timeInTwoZones:
            fields.unsigned(.fatBurnZoneTime, &first, octets: 2)
            fields.unsigned(.fitnessZoneTime, &second, octets: 2)
        case .timeInThreeZones:
            fields.unsigned(.lightZoneTime, &first, octets: 2)
            fields.unsigned(.moderateZoneTime, &second, octets: 2)
            fields.unsigned(.hardZoneTime, &third, octets: 2)
        case .timeInFiveZones:
            fields.unsigned(.veryLightZoneTime, &first, octets: 2)
            fields.unsigned(.lightZoneTime, &second, octets: 2)
            fields.unsigned(.moderateZoneTime, &third, octets: 2)
            fields.unsigned(.hardZoneTime, &fourth, octets: 2)
            fields.unsigned(.maximumZoneTime, &fifth, octets: 2)
        case .bikeSimulation:
            fields.signed(.windSpeed, &first)
            fields.signed(.grade, &second)
            fields.unsigned(.rollingResistance, &third, octets: 1)
            fields.unsigned(.windResistance, &fourth, octets: 1)
        case .wheelCircumference: fields.unsigned(.wheelCircumference, &first, octets: 2)
        }
    }
}

extension FieldVisitor where Self: ~Copyable & ~Escapable {
    @inlinable
    mutating func unsigned(_ field: Field, _ value: inout Int32?, octets: Int) {
        number(.always, field, &value, octets: octets, isSigned: false, notAvailable: nil)
    }

    /// Two octets with a sign.
    @inlinable
    mutating func signed(_ field: Field, _ value: inout Int32?) {
        number(.always, field, &value, octets: 2, isSigned: true, notAvailable: nil)
    }
}
