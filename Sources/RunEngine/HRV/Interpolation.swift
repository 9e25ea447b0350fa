/// Straight lines over the gaps of a series.
enum Interpolation {
    /// Draws the marked elements on the line between their nearest unmarked neighbours, or, at an end, like the nearest
    /// one. Where all are marked, nothing changes.
    static func redraw(_ values: inout [Double], where isMarked: [Bool]) {
        var last: Int?
        for place in values.indices where !isMarked[place] {
            if let last {
                let slope = (values[place] - values[last]) / Double(place - last)
                for hole in last + 1..<place { values[hole] = slope * Double(hole - last) + values[last] }
            } else {
                for hole in 0..<place { values[hole] = values[place] }
            }
            last = place
        }
        if let last { for hole in last + 1..<values.count { values[hole] = values[last] } }
    }
}
