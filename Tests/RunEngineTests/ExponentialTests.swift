import Foundation
import Testing

@testable import RunEngine

/// Our own functions agree with the C library's.
@Suite("Exponential and logarithm")
struct ExponentialTests {
    private func lastPlaces(_ found: Double, _ expected: Double) -> Double {
        (found - expected).magnitude / expected.ulp
    }

    @Test("e to the power of x")
    func exponential() {
        #expect(Exponential.exp(0) == 1)
        for step in -70_000...70_000 {
            let x = Double(step) / 100
            #expect(lastPlaces(Exponential.exp(x), exp(x)) <= 2, "\(x)")
        }
    }

    @Test("the binary logarithm")
    func logarithm() {
        for power in -1000...1000 {
            #expect(Exponential.log2(Double(sign: .plus, exponent: power, significand: 1)) == Double(power))
        }
        for step in 1...100_000 {
            let x = Double(step) / 997
            // Near 1 the logarithm is near 0: there the distance counts, not the places.
            let distance = (Exponential.log2(x) - log2(x)).magnitude
            #expect(distance <= max(2 * log2(x).ulp, 1.0.ulp), "\(x)")
        }
    }
}
