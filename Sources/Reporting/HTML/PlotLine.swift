import RunEngine

/// A quantity over the run as the data of SVG paths: a line through the means, and an area from the least to the most.
/// Where nothing was known there is neither.
struct PlotLine {
    private(set) var line = ""
    private(set) var area = ""

    private struct Point {
        var x: Int64
        var mean: Int
        var least: Int
        var most: Int
    }

    init(_ means: [RunHistory.Mean], stepMilliseconds: Int64, time: PlotTime, scale: PlotScale) {
        var segment: [Point] = []
        for (index, mean) in means.enumerated() {
            guard let value = mean.value, let range = mean.range else {
                close(&segment)
                continue
            }
            segment.append(
                Point(
                    x: time.place(of: Int64(index) * stepMilliseconds + stepMilliseconds / 2),
                    mean: scale.place(of: value),
                    least: scale.place(of: range.lowerBound),
                    most: scale.place(of: range.upperBound)
                )
            )
        }
        close(&segment)
    }

    private mutating func close(_ segment: inout [Point]) {
        defer { segment.removeAll(keepingCapacity: true) }
        if segment.isEmpty { return }
        line += Self.path(segment.map { ($0.x, $0.mean) })
        // A point alone is seen as a dot.
        if segment.count == 1 { line += "h0" }
        if segment.count > 1, segment.contains(where: { $0.least != $0.most }) {
            area += Self.path(segment.map { ($0.x, $0.most) } + segment.reversed().map { ($0.x, $0.least) }) + "z"
        }
    }

    /// In steps from point to point, which are shorter than places.
    private static func path(_ points: [(x: Int64, y: Int)]) -> String {
        guard var last = points.first else { return "" }
        var data = "M\(last.x) \(last.y)"
        if points.count > 1 { data += "l" }
        for (index, point) in points.dropFirst().enumerated() {
            let (x, y) = (point.x - last.x, point.y - last.y)
            data += "\(index > 0 && x >= 0 ? " " : "")\(x)\(y < 0 ? "" : " ")\(y)"
            last = point
        }
        return data
    }
}
