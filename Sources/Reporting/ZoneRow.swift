import RunEngine

/// A zone in words: what it is called and which heart rates it holds.
struct ZoneRow {
    /// Zone 0 lies below the first bound.
    var zone: Int
    /// With its number: `2  moderate`.
    var name: String
    /// `109 to 132 bpm`
    var range: String

    /// The zones from the lowest on; one that no heart rate lies in is left out.
    static func rows(of zones: ZoneSet) -> [ZoneRow] {
        let names = ZoneReport.names(of: zones)
        return (0..<zones.count).compactMap { zone in
            let lower = zones.lowerBoundBPM(of: zone)
            if zone + 1 == zones.count { return ZoneRow(zone: zone, name: names[zone], range: "\(lower) bpm and up") }
            let upper = zones.lowerBoundBPM(of: zone + 1) - 1
            if upper < lower { return nil }
            let range = lower == 0 ? "up to \(upper) bpm" : "\(lower) to \(upper) bpm"
            return ZoneRow(zone: zone, name: names[zone], range: range)
        }
    }
}
