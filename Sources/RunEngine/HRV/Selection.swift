/// Order statistics without sorting everything.
enum Selection {
    /// The median of numbers that are not NaN, of an even number the mean of the middle two; 0 of none. Their order is
    /// lost.
    static func median(of values: inout [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        let middle = values.count / 2
        let upper = select(middle, of: &values)
        if values.count % 2 == 1 { return upper }
        // All that stand before the middle are at most as large as it.
        var lower = values[0]
        for place in 1..<max(1, middle) where values[place] > lower { lower = values[place] }
        return (lower + upper) / 2
    }

    /// Brings the number of this rank, 0 being the lowest, to its place, with the lower ones before it.
    ///
    /// Hoare's selection with the middle one as the pivot: in the mean some three passes.
    private static func select(_ rank: Int, of values: inout [Double]) -> Double {
        var (low, high) = (0, values.count - 1)
        while low < high {
            let pivot = values[(low + high) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while values[left] < pivot { left += 1 }
                while pivot < values[right] { right -= 1 }
                guard left <= right else { break }
                values.swapAt(left, right)
                left += 1
                right -= 1
            }
            if rank <= right { high = right } else if rank >= left { low = left } else { break }
        }
        return values[rank]
    }
}
