import SensorCodec

/// Tells a characteristic by the shape of its values where the capture holds no discovery: bonded phones keep the
/// handles of a device, so many captures begin behind it.
///
/// Only after five values in a row that are exactly to the specification and say something a body or a belt can do;
/// one that does not fit settles it for good.
struct ShapeGuess {
    private static let valuesNeeded = 5

    private var heartRateFits = 0
    private var treadmillFits = 0
    private var isHeartRateOut = false
    private var isTreadmillOut = false

    /// Takes in the next value; answers what the handle stands for, once that is settled.
    mutating func take(_ bytes: Span<UInt8>) -> BluetoothUUID? {
        if fitsTreadmill(bytes) { treadmillFits += 1 } else { isTreadmillOut = true }
        if fitsHeartRate(bytes) { heartRateFits += 1 } else { isHeartRateOut = true }
        if !isTreadmillOut, treadmillFits >= Self.valuesNeeded { return Characteristic.treadmillData }
        if !isHeartRateOut, heartRateFits >= Self.valuesNeeded { return Characteristic.heartRateMeasurement }
        return nil
    }

    private func fitsHeartRate(_ bytes: Span<UInt8>) -> Bool {
        guard !isHeartRateOut, let value = try? HeartRateMeasurement(decoding: bytes), value.issues.isEmpty else {
            return false
        }
        guard let heartRate = value.heartRateBPM, (30...220).contains(heartRate) else { return false }
        return (0..<value.rrIntervals.count).allSatisfy { (256...3072).contains(value.rrIntervals[$0]) }
    }

    /// A vendor's step count is allowed; a lone speed is not enough to go by.
    private func fitsTreadmill(_ bytes: Span<UInt8>) -> Bool {
        guard !isTreadmillOut, bytes.count >= 8, let value = try? TreadmillData(decoding: bytes) else { return false }
        let issues = value.issues
        guard issues.truncatedField == nil, issues.trailingByteCount == 0 else { return false }
        guard issues.reservedBits == 0 || value.stepCount != nil else { return false }
        return value.instantaneousSpeedCentiKmH.map { $0 <= 2500 } ?? true
    }
}
