import SensorCodec

/// What the sensors tell, and their links carry.
extension Gym {
    mutating func followLinks() {
        for change in links.follow(faults, atSecond: second) {
            let address = change.sensor.address
            switch change.kind {
            case .lost:
                if change.sensor.kind == .heartRate { shownBPM = nil }
                tell(.disconnected(address), atMilliseconds: secondEnds + 20)
                tell(.searching(address), atMilliseconds: secondEnds + 30)
            case .found:
                tell(.connecting(address), atMilliseconds: secondEnds + 100)
                connect(change.sensor, atMilliseconds: secondEnds + 700)
            }
        }
    }

    /// A sensor is connected, and is asked what it has to say.
    mutating func connect(_ sensor: GymSensor, atMilliseconds time: Int64) {
        tell(.connected(sensor), atMilliseconds: time)
        for (index, answer) in answers(of: sensor).enumerated() {
            tell(
                answer.value,
                of: answer.characteristic,
                from: sensor,
                isAnswer: true,
                atMilliseconds: time + 10 + Int64(index) * 10
            )
        }
    }

    private mutating func answers(
        of sensor: GymSensor
    ) -> [(value: CharacteristicValue, characteristic: BluetoothUUID)] {
        guard sensor.kind == .treadmill else {
            return [
                (.bodySensorLocation(heartRate.location), GymCharacteristic.bodySensorLocation),
                (.batteryLevel(heartRate.battery(faults, atSecond: second)), Characteristic.batteryLevel),
            ]
        }
        return [
            (.fitnessMachineFeature(TreadmillConsole.feature), GymCharacteristic.fitnessMachineFeature),
            (.supportedSpeedRange(TreadmillConsole.speedRange(belt.limits)), GymCharacteristic.supportedSpeedRange),
            (
                .supportedInclinationRange(TreadmillConsole.inclinationRange(belt.limits)),
                GymCharacteristic.supportedInclinationRange
            ),
        ]
    }

    // MARK: - The values of a second

    mutating func tellValues(_ measurement: HeartRateMeasurement) {
        let time = secondEnds
        let (heartRateDelay, treadmillDelay) = links.delays()
        if links.heartRate.carriesValues {
            shownBPM = measurement.heartRateBPM.map(Int.init)
            tell(
                .heartRateMeasurement(measurement),
                of: Characteristic.heartRateMeasurement,
                from: heartRate.sensor,
                atMilliseconds: time + heartRateDelay
            )
            if let level = heartRate.batteryNews(faults, atSecond: second) {
                tell(
                    .batteryLevel(level),
                    of: Characteristic.batteryLevel,
                    from: heartRate.sensor,
                    atMilliseconds: time + heartRateDelay
                )
            }
        }
        if links.treadmill.carriesValues {
            tell(
                .treadmillData(console.data(belt)),
                of: Characteristic.treadmillData,
                from: .treadmill,
                atMilliseconds: time + treadmillDelay
            )
        }
    }

    mutating func tell(
        _ value: CharacteristicValue,
        of characteristic: BluetoothUUID,
        from sensor: GymSensor,
        isAnswer: Bool = false,
        atMilliseconds time: Int64
    ) {
        let packet = GymPacket(value, of: characteristic, from: sensor, isAnswer: isAnswer)
        tell(.packet(packet), atMilliseconds: time)
    }

    mutating func tell(_ kind: GymEvent.Kind, atMilliseconds time: Int64) {
        // What a second brings is told out of order: the few events at the end are looked through.
        var place = pending.endIndex
        while place > pending.startIndex, pending[place - 1].timeMilliseconds > time { place -= 1 }
        pending.insert(GymEvent(timeMilliseconds: time, kind: kind), at: place)
    }
}
