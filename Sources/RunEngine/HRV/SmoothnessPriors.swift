/// Takes the slow drift out of a series: x - (I + L² D'D)⁻¹ x, where D takes second differences.
///
/// In the beat domain, with L = 500, what swings slower than once in 113 beats is taken for drift (half the power at
/// 0.0089 cycles a beat). Source: Tarvainen, Ranta-aho, Karjalainen, "An advanced detrending method with application to
/// HRV analysis", 2002.
///
/// The matrix has five diagonals, so it is solved as L D L' in a time that grows with the length. Its factors do not
/// depend on the numbers, and but for the last two rows not on the length either: they are made once and kept.
struct SmoothnessPriors: Equatable, Sendable {
    /// Row i of the factors: D[i, i], L[i+1, i], L[i+2, i].
    private struct Row: Equatable {
        var pivot: Double
        var first: Double
        var second: Double
    }

    private let square: Double
    /// The rows that are followed by two more at least.
    private var rows: [Row] = []
    /// The drift, and on the way to it the right-hand side.
    private var drift: [Double] = []

    /// L is 500 unless told otherwise.
    init(smoothing: Double = 500) {
        square = smoothing * smoothing
        rows.reserveCapacity(MedianRepair.usualLength)
        drift.reserveCapacity(MedianRepair.usualLength)
    }

    /// Replaces `values` by what is left of them without the drift; of fewer than three nothing is.
    mutating func detrend(_ values: inout [Double]) {
        let count = values.count
        guard count >= 3 else {
            for place in values.indices { values[place] = 0 }
            return
        }
        prepare(count)
        // A constant passes the smoother unchanged: without it more digits are left.
        let origin = values[0]
        for place in 0..<count { values[place] -= origin }
        smooth(values)
        for place in 0..<count { values[place] -= drift[place] }
    }

    /// Makes the rows of a series of `count`, as far as they are not there.
    private mutating func prepare(_ count: Int) {
        while rows.count < count - 2 {
            let place = rows.count
            let row = row(
                diagonal: place == 0 ? 1 : place == 1 ? 5 : 6,
                next: place == 0 ? -2 : -4,
                below: rows.last,
                and: place >= 2 ? rows[place - 2] : nil
            )
            rows.append(row)
        }
    }

    /// Solves (I + L² D'D) drift = values.
    private mutating func smooth(_ values: [Double]) {
        let count = values.count
        let third = rows[count - 3]
        let second = row(
            diagonal: count == 3 ? 4 : 5,
            next: -2,
            below: third,
            and: count > 3 ? rows[count - 4] : nil
        )
        let last = row(diagonal: 1, next: 0, below: second, and: third)

        drift.removeAll(keepingCapacity: true)
        var (above, higher) = (0.0, 0.0)
        var (first, skipped) = (0.0, 0.0)
        for place in 0..<count - 2 {
            let solved = values[place] - first * above - skipped * higher
            drift.append(solved)
            (higher, above) = (above, solved)
            skipped = place == 0 ? 0 : rows[place - 1].second
            first = rows[place].first
        }
        let beforeLast = values[count - 2] - first * above - skipped * higher
        let atEnd = values[count - 1] - second.first * beforeLast - third.second * above

        var (next, afterNext) = (atEnd / last.pivot, 0.0)
        (next, afterNext) = (beforeLast / second.pivot - second.first * next, next)
        drift.append(next)
        drift.append(afterNext)
        for place in stride(from: count - 3, through: 0, by: -1) {
            let row = rows[place]
            let solved = drift[place] / row.pivot - row.first * next - row.second * afterNext
            drift[place] = solved
            (next, afterNext) = (solved, next)
        }
    }

    /// A row of the factors from the same row of the matrix, whose numbers are given in L², and the two rows above it.
    private func row(diagonal: Double, next: Double, below above: Row?, and higher: Row?) -> Row {
        var pivot = 1 + diagonal * square
        var first = next * square
        if let above {
            pivot -= above.pivot * (above.first * above.first)
            first -= above.pivot * above.first * above.second
        }
        if let higher { pivot -= higher.pivot * (higher.second * higher.second) }
        return Row(pivot: pivot, first: first / pivot, second: square / pivot)
    }
}
