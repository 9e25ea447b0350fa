import Foundation

@testable import Dashboard

/// How colours look to people: as most see them, and to those who lack one of the three kinds of cones.
///
/// After Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009),
/// at its full strength; distances are those of CIE 1976.
enum Vision: CaseIterable {
    case usual, protanopia, deuteranopia, tritanopia

    /// The contrast of two colours by WCAG 2: from 1 to 21.
    static func contrast(_ one: RGBColour, _ other: RGBColour) -> Double {
        let luminances = [luminance(linear(one)), luminance(linear(other))].sorted()
        return (luminances[1] + 0.05) / (luminances[0] + 0.05)
    }

    /// How far apart two colours look, in units of which one can hardly be seen.
    func distance(_ one: RGBColour, _ other: RGBColour) -> Double {
        let (a, b) = (lab(one), lab(other))
        return zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    private var matrix: [[Double]] {
        switch self {
        case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deuteranopia:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .tritanopia:
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        }
    }

    private func lab(_ colour: RGBColour) -> [Double] {
        let seen = Self.linear(colour)
        let rgb = matrix.map { row in min(1, max(0, zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 })) }
        func curve(_ value: Double) -> Double { value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116 }
        let x = curve((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505)
        let y = curve(Self.luminance(rgb))
        let z = curve((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089)
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
    }

    private static func linear(_ colour: RGBColour) -> [Double] {
        [colour.red, colour.green, colour.blue].map { channel in
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
    }

    private static func luminance(_ rgb: [Double]) -> Double { 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2] }
}
