/// The median of eleven neighbours, the yardstick that artefacts are judged by.
///
/// The window is centred on its element and cut at the ends of the series; of an even number the median is the mean of
/// the middle two.
enum LocalMedian {
    /// Elements either side of the middle one.
    static let reach = 5
    private static let width = 11

    /// The local median of each element of `values`, into `medians`, which keeps its storage.
    static func fill(_ medians: inout [Double], of values: [Double]) {
        medians.removeAll(keepingCapacity: true)
        let count = values.count
        guard count >= width else {
            for place in 0..<count { medians.append(cut(values, around: place)) }
            return
        }
        for place in 0..<reach { medians.append(cut(values, around: place)) }
        var window = SortedEleven(values)
        medians.append(window.median)
        for place in reach + 1..<count - reach {
            window.replace(values[place - reach - 1], by: values[place + reach])
            medians.append(window.median)
        }
        for place in count - reach..<count { medians.append(cut(values, around: place)) }
    }

    /// The median of a window that an end cuts: at most eleven elements, sorted by insertion.
    private static func cut(_ values: [Double], around place: Int) -> Double {
        var sorted = InlineArray<11, Double>(repeating: 0)
        var count = 0
        for neighbour in max(0, place - reach)...min(values.count - 1, place + reach) {
            var hole = count
            while hole > 0, sorted[hole - 1] > values[neighbour] {
                sorted[hole] = sorted[hole - 1]
                hole -= 1
            }
            sorted[hole] = values[neighbour]
            count += 1
        }
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2
    }
}

/// Eleven numbers in rising order. One is put in another's place without a branch: which way each comparison goes is
/// chance, and a wrongly guessed branch costs more than all eleven steps.
private struct SortedEleven {
    private var sorted = InlineArray<11, Double>(repeating: .infinity)

    /// The first eleven of `values`.
    init(_ values: [Double]) {
        for place in 0..<11 { insert(values[place]) }
    }

    var median: Double { sorted[5] }

    /// Puts `new` in the place of `old`, which is there.
    @inline(__always)
    mutating func replace(_ old: Double, by new: Double) {
        for place in 0..<10 { sorted[place] = sorted[place] < old ? sorted[place] : sorted[place + 1] }
        insert(new)
    }

    /// Puts a number in its place; the last one falls out.
    @inline(__always)
    private mutating func insert(_ new: Double) {
        for place in stride(from: 10, to: 0, by: -1) {
            let capped = place == 10 || new < sorted[place] ? new : sorted[place]
            sorted[place] = sorted[place - 1] > capped ? sorted[place - 1] : capped
        }
        sorted[0] = new < sorted[0] ? new : sorted[0]
    }
}
