public import SensorCodec

extension CharacteristicValue {
    /// Writes the value as a JSON object: only what is available.
    @inline(__always)
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        writeFields(to: &json)
        json.endObject()
    }

    /// The value for a person: names, and numbers with their units, in the order of the specification.
    public var lines: [(name: String, value: String)] {
        var fields = HumanFields()
        writeFields(to: &fields)
        return fields.lines
    }

    @inline(__always)
    private func writeFields(to sink: inout some FieldSink) {
        switch self {
        case .heartRateMeasurement(let value): value.writeFields(to: &sink)
        case .treadmillData(let value): value.writeFields(to: &sink)
        case .batteryLevel(let value): sink.number(.batteryLevel, value.levelPercent)
        }
    }
}

extension JSONWriter {
    /// A value on its own, with the name of its characteristic: the output of `decode --json`.
    public mutating func characteristicLine(
        _ value: CharacteristicValue,
        of characteristic: BluetoothUUID,
        bytes: Span<UInt8>
    ) {
        beginObject()
        word(.characteristic, characteristic.description)
        if let name = Characteristic.name(of: characteristic) { word(.name, name) }
        key(.hex)
        hex(bytes)
        key(.value)
        value.write(to: &self)
        issues(value.issues)
        endObject()
        endLine()
    }

    /// The list of what was odd about the bytes, under `issues`.
    @inline(__always)
    public mutating func issues(_ issues: DecodingIssues) {
        self.issues(issues.isEmpty ? [] : issues.descriptions)
    }

    /// The list of what was odd about the bytes, in words that need no escape.
    @inline(__always)
    mutating func issues(_ words: [String]) {
        key(.issues)
        beginArray()
        for issue in words { word(issue) }
        endArray()
    }
}

extension HeartRateMeasurement {
    @inline(__always)
    fileprivate func writeFields(to sink: inout some FieldSink) {
        sink.number(.heartRate, heartRateBPM)
        sink.word(.sensorContact, sensorContact.word)
        sink.number(.energyExpended, energyExpendedKilojoules)
        if rrIntervals.isEmpty { return }
        // raw / 1024 s is raw * 125 / 128 ms, which seven decimals give exactly: 10^7 / 128 is 78 125.
        sink.numbers(.rrIntervals, count: rrIntervals.count, places: 7) { Int64(rrIntervals[$0]) * 125 * 78_125 }
    }
}

extension HeartRateMeasurement.SensorContact {
    fileprivate var word: String {
        switch self {
        case .unsupported: "unsupported"
        case .notDetected: "not_detected"
        case .detected: "detected"
        }
    }
}

extension TreadmillData {
    @inline(__always)
    fileprivate func writeFields(to sink: inout some FieldSink) {
        if isMoreDataToFollow { sink.flag(.moreData, true) }
        sink.number(.speed, instantaneousSpeedCentiKmH, places: 2)
        sink.number(.averageSpeed, averageSpeedCentiKmH, places: 2)
        sink.number(.totalDistance, totalDistanceMetres)
        sink.number(.inclination, inclinationDeciPercent, places: 1)
        sink.number(.rampAngle, rampAngleDeciDegrees, places: 1)
        sink.number(.positiveElevationGain, positiveElevationGainDecimetres, places: 1)
        sink.number(.negativeElevationGain, negativeElevationGainDecimetres, places: 1)
        sink.number(.instantaneousPace, instantaneousPaceRaw)
        sink.number(.averagePace, averagePaceRaw)
        sink.number(.paceOctets, paceForm?.rawValue)
        sink.number(.totalEnergy, totalEnergyKilocalories)
        sink.number(.energyPerHour, energyPerHourKilocalories)
        sink.number(.energyPerMinute, energyPerMinuteKilocalories)
        sink.number(.heartRate, heartRateBPM)
        sink.number(.metabolicEquivalent, metabolicEquivalentRaw)
        sink.number(.elapsedTime, elapsedTimeSeconds)
        sink.number(.remainingTime, remainingTimeSeconds)
        sink.number(.forceOnBelt, forceOnBeltNewtons)
        sink.number(.powerOutput, powerOutputWatts)
        sink.number(.stepCount, stepCount?.steps)
    }
}
