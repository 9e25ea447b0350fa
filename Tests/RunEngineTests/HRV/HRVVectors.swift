import Foundation
import TestSupport
import Testing

/// Series of RR-Intervals with what the reference, in Python and numpy, makes of them.
enum HRVVectors {
    struct File: Decodable {
        var series: [Series]
        var degenerate: [Degenerate]
        var smoothnessPriors: Drift
        var fluctuationModerate: Fluctuation
    }

    struct Degenerate: Decodable {
        var name: String
        var raw1024: [UInt16]
    }

    struct Drift: Decodable {
        var inputRaw1024: [UInt16]
        var detrendedMs: [Double]
    }

    struct Fluctuation: Decodable {
        var scales: [Int]
        var fMs: [Double]
        var alpha1: Double
    }

    /// Made by a generator, or a window of a recorded run.
    struct Series: Decodable, CustomTestStringConvertible {
        var name: String?
        var startS: Int?
        /// Made ones are in 1/1024 s, recorded ones in whole ms.
        var raw1024: [UInt16]?
        var rrMs: [Double]?
        var timeDomain: TimeDomain
        var alpha1: [String: Double?]
        var medianRepair: Repair
        var lipponenTarvainen: Labelled

        var milliseconds: [Double] { rrMs ?? HRVVectors.milliseconds(raw1024 ?? []) }
        var testDescription: String { name ?? "recorded from \(startS ?? 0) s" }
    }

    struct TimeDomain: Decodable {
        var n: Int
        var meanRr: Double
        var meanHrOfMeanRr: Double
        var sdnn: Double
        var rmssd: Double
        var sdsd: Double
        var pnn50: Double
        var pnn20: Double
        var sd1: Double
        var sd2: Double
    }

    struct Repair: Decodable {
        var counts: [String: Int]
        var artefactPercent: Double
        var alpha1Steady: Double
        var sumMs: Double?
        var timeDomain: TimeDomain?
        var rmssd: Double?
    }

    struct Labelled: Decodable {
        var labels: [String: [Int]]
        var alpha1Steady: Double
        var timeDomain: TimeDomain?
    }

    private struct Recorded: Decodable {
        var windows: [Series]
    }

    /// Made with seeds, all our own.
    static let made: File? = try? Vectors.load("hrv_synthetic", as: File.self)

    /// A recorded run, where it is beside the repository.
    static let recorded: [Series]? = {
        guard let file = Places.recordedIntervals else { return nil }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try? decoder.decode(Recorded.self, from: Data(contentsOf: file)).windows
    }()

    static let all: [Series] = (made?.series ?? []) + (recorded ?? [])

    static func milliseconds(_ raw: [UInt16]) -> [Double] { raw.map { Double($0) * 1000 / 1024 } }

    static func series(_ name: String) -> [UInt16] {
        made?.series.first { $0.name == name }?.raw1024 ?? []
    }
}
