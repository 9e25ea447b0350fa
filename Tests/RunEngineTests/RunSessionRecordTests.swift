import SensorCodec
import TestSupport
import Testing

@testable import RunEngine

/// Records as real machines send them: in parts, and with flags that change from one to the next.
struct RunSessionRecordTests {
    private func treadmill(_ hex: String) throws -> RunInput {
        let bytes = [UInt8](hex: hex)
        return .value(.treadmillData(try TreadmillData(decoding: bytes.span)), from: Rehearsal.machine)
    }

    /// A Matrix Touch XL (TrackMyIndoorWorkout, matrix_treadmill_test.dart): speed in the one part, distance in the other.
    private let matrix = ["9f0061003600000000ff7f0000ffff05006e0002", "001f71000002cc003c06ff7f1a00"]

    @Test("no field flickers to nothing or to zero while its part is not the last one heard")
    func parts() throws {
        var run = try Rehearsal()
        for second in 0..<5 {
            run.apply(try treadmill(matrix[0]), at: Double(second))
            run.apply(try treadmill(matrix[1]), at: Double(second) + 0.5)
        }
        run.finish()
        for sample in run.samples.dropFirst() {
            #expect(sample.speedCentiKmH == 113)
            #expect(sample.inclinationDeciPercent == 0)
            #expect(sample.distanceMillimetres != nil)
            #expect(sample.totalEnergyKilocalories == 5)
        }
        #expect(run.summary?.issueCounts == [])
    }

    @Test("a lost part is counted, and what came of its record is used")
    func lostPart() throws {
        var run = try Rehearsal()
        run.apply(try treadmill(matrix[0]), at: 0)
        run.apply(try treadmill(matrix[0]), at: 1)
        run.apply(try treadmill(matrix[1]), at: 1.1)
        run.finish()
        #expect(run.summary?.issueCounts == [.init(name: "incomplete_record", count: 1)])
        #expect(run.summary?.packetCount == 3)
    }

    @Test("flags that change in mid-stream change what is told, and nothing else")
    func flagsChange() throws {
        var run = try Rehearsal()
        // Speed and distance; then with an inclination; then speed alone; then nothing but an elapsed time.
        run.apply(try treadmill("0400 2003 640000"), at: 0)
        run.apply(try treadmill("0c00 2003 660000 0f00 ff7f"), at: 1)
        run.apply(try treadmill("0000 2003"), at: 2)
        run.apply(try treadmill("0104 0300"), at: 3)
        run.advance(to: 4.5)
        run.finish()
        #expect(run.samples.map(\.speedCentiKmH) == [800, 800, 800, 800, 800])
        #expect(run.samples.map(\.inclinationDeciPercent) == [nil, 15, 15, 15, 15])
        #expect(run.summary?.distanceMillimetres == 2000)
    }

    @Test("zeros at a wake-up in mid-run are a true standstill, and lose no distance")
    func standstill() throws {
        var run = try Rehearsal()
        run.apply(try treadmill("0400 2003 640000"), at: 0)
        run.apply(try treadmill("0400 2003 660000"), at: 1)
        run.apply(try treadmill("0400 0000 000000"), at: 2)
        run.apply(try treadmill("0400 2003 020000"), at: 3)
        run.apply(try treadmill("0400 2003 040000"), at: 4)
        run.finish()
        #expect(run.transitions(of: "belt").contains("2000 moving>stopped"))
        #expect(run.summary?.distanceMillimetres == 6000)
    }
}
