import SensorCodec
import TestSupport
import Testing

/// What is asked of a machine, octet by octet as the Fitness Machine Service has it (1.0.1, 4.16).
@Suite("Control points")
struct ControlPointTests {
    @Test(
        "requests and responses are made as the specification has them",
        arguments: [
            (.requestControl, "00"), (.reset, "01"), (.startOrResume, "07"), (.stop, "0801"), (.pause, "0802"),
            (.setTargetSpeed(centiKmH: 1000), "02e803"), (.setTargetInclination(deciPercent: -10), "03f6ff"),
            (.response(to: .requestControl, .success), "800001"),
            (.response(to: .setTargetSpeed, .controlNotPermitted), "800205"),
        ] as [(FitnessMachineControlPoint, String)]
    )
    func fitnessMachine(_ value: FitnessMachineControlPoint, _ hex: String) throws {
        var bytes: [UInt8] = []
        value.encode(into: &bytes)
        #expect(bytes.hex == hex)
        let decoded = try FitnessMachineControlPoint(decoding: bytes.span)
        #expect(decoded.opCode == value.opCode)
        #expect(decoded.stopOrPause == value.stopOrPause)
        #expect(decoded.result == value.result)
        #expect(decoded[.targetSpeed] == value[.targetSpeed])
        #expect(decoded.issues.isEmpty)
    }

    @Test("what a strap is asked, and what a machine tells of itself")
    func others() {
        var reset = HeartRateControlPoint()
        reset.command = .resetEnergyExpended
        var bytes: [UInt8] = []
        reset.encode(into: &bytes)
        FitnessMachineStatus(.controlPermissionLost).encode(into: &bytes)
        FitnessMachineStatus(.stoppedBySafetyKey).encode(into: &bytes)
        #expect(bytes.hex == "01ff03")
    }
}
