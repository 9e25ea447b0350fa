/// The shape of one big digit or sign: bars, and round corners where two of them meet.
struct BigGlyph {
    private let columns: Int
    private let height: Int
    private let stroke: Int
    private var bars: [Bar] = []
    private var corners: [Corner] = []

    private struct Bar {
        var x: Range<Int>
        var y: Range<Int>
    }

    /// The outer corner of a bend, by the edges that it lies at and the way into the glyph from them.
    private struct Corner {
        var isLeft: Bool
        /// The upper or lower edge.
        var edge: Int
        var opensDown: Bool
    }

    /// The parts of a digit, as on a clock with bars: left and right, upper and lower, and the three across.
    private struct Segments: OptionSet {
        let rawValue: Int
        static let top = Segments(rawValue: 1)
        static let middle = Segments(rawValue: 2)
        static let bottom = Segments(rawValue: 4)
        static let upperLeft = Segments(rawValue: 8)
        static let upperRight = Segments(rawValue: 16)
        static let lowerLeft = Segments(rawValue: 32)
        static let lowerRight = Segments(rawValue: 64)
        static let across: Segments = [.top, .middle, .bottom]
        static let left: Segments = [.upperLeft, .lowerLeft]
        static let right: Segments = [.upperRight, .lowerRight]
    }

    private let arrow: Arrow?

    private enum Arrow {
        case up, down
    }

    init(_ character: Character, columns: Int, height: Int, stroke: Int) {
        self.columns = columns
        self.height = height
        self.stroke = stroke
        arrow = character == "↓" ? .down : character == "↑" ? .up : nil
        switch character {
        case "0": add([.top, .bottom, .left, .right])
        case "1": addOne()
        case "2": add([.across, .upperRight, .lowerLeft])
        case "3": add([.across, .right])
        case "4": add([.middle, .upperLeft, .right])
        case "5": add([.across, .upperLeft, .lowerRight])
        case "6": add([.across, .left, .lowerRight])
        case "7": add([.top, .right])
        case "8": add([.across, .left, .right])
        case "9": add([.across, .upperLeft, .right])
        case "-": add(.middle)
        case "=": addEqualsSign()
        case "║": addPauseSign()
        default: break
        }
    }

    /// Which dots are part of the glyph, row by row. They are as wide as a column and half as high as a row.
    var dots: [Bool] {
        var dots = Array(repeating: false, count: columns * height)
        if let arrow {
            for y in 0..<height {
                let line = arrow == .down ? y : height - 1 - y
                for x in 0..<columns { dots[y * columns + x] = covers(arrow, x: x, y: line) }
            }
            return dots
        }
        for bar in bars {
            for y in bar.y.clamped(to: 0..<height) {
                for x in bar.x.clamped(to: 0..<columns) { dots[y * columns + x] = true }
            }
        }
        // Where two corners meet, the first has the say.
        for corner in corners.reversed() { round(corner, in: &dots) }
        return dots
    }

    private var middle: Range<Int> { (height - stroke) / 2..<(height - stroke) / 2 + stroke }

    private mutating func add(_ segments: Segments) {
        let left = 0..<stroke
        let right = columns - stroke..<columns
        let all = 0..<columns
        let upper = 0..<middle.upperBound
        let lower = middle.lowerBound..<height
        let places: [(Segments, Range<Int>, Range<Int>)] = [
            (.top, all, 0..<stroke), (.middle, all, middle), (.bottom, all, height - stroke..<height),
            (.upperLeft, left, upper), (.lowerLeft, left, lower),
            (.upperRight, right, upper), (.lowerRight, right, lower),
        ]
        bars = places.filter { segments.contains($0.0) }.map { Bar(x: $0.1, y: $0.2) }
        for (upper, lower, isLeft) in [
            (Segments.upperLeft, Segments.lowerLeft, true), (.upperRight, .lowerRight, false),
        ] {
            let hasUpper = segments.contains(upper)
            let hasLower = segments.contains(lower)
            if segments.contains(.top), hasUpper { corners.append(Corner(isLeft: isLeft, edge: 0, opensDown: true)) }
            if segments.contains(.bottom), hasLower {
                corners.append(Corner(isLeft: isLeft, edge: height, opensDown: false))
            }
            guard segments.contains(.middle), hasUpper != hasLower else { continue }
            let edge = hasLower ? middle.lowerBound : middle.upperBound
            corners.append(Corner(isLeft: isLeft, edge: edge, opensDown: hasLower))
        }
    }

    private mutating func addOne() {
        let left = (columns - stroke) / 2
        bars = [
            Bar(x: left..<left + stroke, y: 0..<height), Bar(x: 0..<columns, y: height - stroke..<height),
            Bar(x: max(0, left - stroke)..<left, y: (stroke + 1) / 2..<(stroke + 1) / 2 + stroke),
        ]
    }

    private mutating func addEqualsSign() {
        let upper = max(0, height - 3 * stroke) / 2
        bars = [upper, height - upper - stroke].map { Bar(x: 0..<columns, y: $0..<$0 + stroke) }
    }

    private mutating func addPauseSign() {
        let width = max(stroke, columns / 3)
        bars = [0..<width, columns - width..<columns].map { Bar(x: $0, y: 0..<height) }
    }

    /// A shaft with a head below; the tip is in the last row of dots.
    private func covers(_ arrow: Arrow, x: Int, y: Int) -> Bool {
        let headHeight = (columns + 1) / 2
        let fromMiddle = abs(2 * x + 1 - columns)
        if y < height - headHeight { return fromMiddle <= stroke }
        return fromMiddle <= 2 * (height - 1 - y) + (columns.isMultiple(of: 2) ? 1 : 0)
    }

    /// Between two circles about one centre a bend is covered; inside the smaller one the corner has no say.
    private func round(_ corner: Corner, in dots: inout [Bool]) {
        let radius = max(stroke, stroke * 3 / 2)
        let inner = 2 * (radius - stroke)
        for down in 0..<radius {
            let y = corner.opensDown ? corner.edge + down : corner.edge - 1 - down
            guard (0..<height).contains(y) else { continue }
            for across in 0..<min(radius, columns) {
                let x = corner.isLeft ? across : columns - 1 - across
                let (dx, dy) = (2 * radius - 2 * across - 1, 2 * radius - 2 * down - 1)
                let distance = dx * dx + dy * dy
                if distance >= inner * inner { dots[y * columns + x] = distance <= 4 * radius * radius }
            }
        }
    }
}
