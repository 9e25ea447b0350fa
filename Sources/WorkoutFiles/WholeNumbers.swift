/// Division by a positive number that rounds down.
func floorDivided(_ dividend: Int64, by divisor: Int64) -> Int64 {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}

/// Division by a positive number, to the nearest; halves go away from 0.
@inline(__always)
func roundedDivision(_ dividend: Int64, by divisor: Int64) -> Int64 {
    (dividend + (dividend < 0 ? -divisor / 2 : divisor / 2)) / divisor
}
