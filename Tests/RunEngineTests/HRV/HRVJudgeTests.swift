import Foundation
import Testing

@testable import RunEngine

/// Our figures for other people's libraries to judge, where `.ci/judge` asks for them.
@Suite("HRV for the judges")
struct HRVJudgeTests {
    private static let file = ProcessInfo.processInfo.environment["STEADY_HRV_FIGURES"]

    private struct Line: Encodable {
        var name: String
        var intervalsMs: [Double]
        var rmssd, sdnn, sd1, sd2, pnn50, pnn20, alpha1Forward: Double
    }

    @Test(
        "the figures of every series are written down",
        .enabled(if: file != nil, "nobody asked for them: .ci/judge does")
    )
    func write() throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        var text = Data()
        for series in HRVVectors.all {
            let intervals = series.milliseconds
            let figures = try #require(TimeDomainFigures(of: [intervals]))
            let line = Line(
                name: series.testDescription,
                intervalsMs: intervals,
                rmssd: figures.rmssd,
                sdnn: figures.sdnn,
                sd1: figures.sd1,
                sd2: figures.sd2,
                pnn50: figures.pnn50,
                pnn20: figures.pnn20,
                alpha1Forward: FluctuationAnalysis.forwardAlpha1(of: intervals)
            )
            text += try encoder.encode(line) + Data("\n".utf8)
        }
        try text.write(to: URL(filePath: try #require(Self.file)))
    }
}
