import Practice
import RunEngine

/// Where the heart rate lies between the zones' bounds and relative to the band.
///
/// From the top: a marker with the zone's number beside it, the bar, and the edges in bpm. With less than three rows the
/// edges go first, then the marker's row; the marker also stands in the bar. With more, the bar grows.
struct BandGauge {
    var zones: ZoneSet
    var band: TargetBand
    var heartRateBPM: Int?
    var isInDoubt = false
    /// Numbers are left out.
    var isQuiet = false

    func draw(into frame: inout Frame, area: Area) {
        guard area.columns > 0, area.rows > 0 else { return }
        let scale = Scale(zones: zones, band: band, columns: area.columns)
        var bar = area
        let markerRow = area.rows >= 2 ? bar.takeTop(1).row : nil
        let edgesRow = area.rows >= 3 ? bar.takeBottom(1).row : nil
        drawBar(into: &frame, area: bar, scale: scale)
        if let heartRateBPM {
            let column = area.column + scale.markerColumn(ofBPM: heartRateBPM)
            let style: Style = isInDoubt ? .dim : .bold
            for row in 0..<bar.rows { frame[bar.row + row, column] = Cell(scalar: "█", style: style) }
            if let markerRow {
                frame[markerRow, column] = Cell(scalar: "▼", style: style)
                drawZoneName(ofBPM: heartRateBPM, into: &frame, area: area, markerColumn: column)
            }
        }
        if let edgesRow { drawEdges(into: &frame, row: edgesRow, column: area.column, scale: scale) }
    }

    /// A line with a mark where each zone begins; the band stands out of it, as high as the bar.
    private func drawBar(into frame: inout Frame, area: Area, scale: Scale) {
        let bounds = scale.boundColumns.map(\.column)
        let lineRow = area.rows - 1
        for place in 0..<scale.columns {
            let isInBand = scale.bandColumns.contains(place)
            for row in 0..<area.rows where isInBand || row == lineRow {
                let glyph: Unicode.Scalar = isInBand ? "▓" : bounds.contains(place) ? "┴" : "─"
                frame[area.row + row, area.column + place] = Cell(scalar: glyph, style: isInBand ? Style(.easy) : .dim)
            }
        }
    }

    /// The zone by number and model, on the marker's emptier side.
    private func drawZoneName(ofBPM heartRate: Int, into frame: inout Frame, area: Area, markerColumn: Int) {
        if isQuiet { return }
        let name = "zone \(zones.zone(ofBPM: heartRate)), \(zones.model.shortName)"
        let end = area.column + area.columns
        if markerColumn + 2 + name.count <= end {
            frame.write(name, row: area.row, column: markerColumn + 2)
        } else if markerColumn - 1 - name.count >= area.column {
            frame.write(name, row: area.row, endingBefore: markerColumn - 1)
        }
    }

    /// The band's edges and a word between them, then the zones' bounds where there is room.
    private func drawEdges(into frame: inout Frame, row: Int, column: Int, scale: Scale) {
        var labels = LabelRow(first: column, count: scale.columns)
        let middle = column + (scale.bandColumns.lowerBound + scale.bandColumns.upperBound) / 2
        if isQuiet {
            labels.place(BandSaying.inside.text(), centre: middle, row: row, style: Style(.easy), in: &frame)
            return
        }
        let edges = [(scale.bandColumns.lowerBound, scale.lowerBPM), (scale.bandColumns.upperBound, scale.upperBPM)]
        for (place, bpm) in edges {
            labels.place(String(bpm), centre: column + place, row: row, style: Style(.easy), in: &frame)
        }
        for word in ["conversational", "easy"] {
            if labels.place(word, centre: middle, row: row, style: Style(.easy, .dim), in: &frame) { break }
        }
        for bound in scale.boundColumns {
            labels.place(String(bound.bpm), centre: column + bound.column, row: row, style: .dim, in: &frame)
        }
    }
}

extension BandGauge {
    /// Heart rates laid out along a row.
    struct Scale {
        let columns: Int
        let lowerBPM: Int
        let upperBPM: Int
        /// The columns that lie in the band.
        let bandColumns: ClosedRange<Int>
        /// Where each zone begins.
        let boundColumns: [(column: Int, bpm: Int)]
        private let firstBPM: Int
        private let lastBPM: Int

        init(zones: ZoneSet, band: TargetBand, columns: Int) {
            let bounds = zones.lowerBoundsBPM.map(Self.plausible)
            let edges = [Self.plausible(band.lowerBPM), Self.plausible(band.upperBPM)].sorted()
            let least = min(bounds.min() ?? edges[0], edges[0])
            let most = max(bounds.max() ?? edges[1], edges[1])
            let margin = max(12, (most - least) / 4)
            let first = least - margin
            let last = most + margin
            func column(of bpm: Int) -> Int {
                min(max(0, (bpm - first) * (columns - 1) / (last - first)), columns - 1)
            }
            self.columns = columns
            lowerBPM = edges[0]
            upperBPM = edges[1]
            firstBPM = first
            lastBPM = last
            bandColumns = column(of: edges[0])...column(of: edges[1])
            boundColumns = bounds.map { (column(of: $0), $0) }
        }

        /// The column of a heart rate; never in the band when the heart rate is not, as far as there is room.
        func markerColumn(ofBPM heartRate: Int) -> Int {
            let bpm = Self.plausible(heartRate)
            let column = min(max(0, (bpm - firstBPM) * (columns - 1) / (lastBPM - firstBPM)), columns - 1)
            if bpm < lowerBPM { return max(0, min(column, bandColumns.lowerBound - 1)) }
            if bpm > upperBPM { return min(columns - 1, max(column, bandColumns.upperBound + 1)) }
            return column
        }

        private static func plausible(_ bpm: Int) -> Int {
            min(max(20, bpm), 260)
        }
    }
}
