@testable import Dashboard

/// A terminal that knows just the sequences a runner's terminal must know, and refuses all others.
struct SmallTerminal {
    enum Trouble: Error {
        case unknownSequence(String)
        case controlCharacter(UInt32)
        case writtenOutside(row: Int, column: Int)
    }

    let columns: Int
    let rows: Int
    private(set) var cells: [Cell]
    private(set) var pen = Style.plain
    private var row = 0
    private var column = 0

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: .blank, count: columns * rows)
    }

    mutating func receive(_ bytes: [UInt8]) throws {
        var input = Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
        while let scalar = input.popFirst() {
            if scalar == "\u{1B}" {
                guard input.popFirst() == "[" else { throw Trouble.unknownSequence("ESC") }
                var parameters = ""
                while let next = input.first, next == ";" || ("0"..."9").contains(next) {
                    parameters.unicodeScalars.append(next)
                    input.removeFirst()
                }
                guard let command = input.popFirst() else { throw Trouble.unknownSequence("cut short") }
                try obey(command, parameters.split(separator: ";").map { Int($0) ?? 0 })
            } else {
                try print(scalar)
            }
        }
    }

    private mutating func print(_ scalar: Unicode.Scalar) throws {
        guard scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value) else {
            throw Trouble.controlCharacter(scalar.value)
        }
        guard row < rows, column < columns else { throw Trouble.writtenOutside(row: row, column: column) }
        let cell = Cell(Character(scalar), style: pen)
        guard column + cell.columns <= columns else { throw Trouble.writtenOutside(row: row, column: column) }
        // As terminals do: of a wide glyph that is half written over, the other half becomes a blank.
        let index = row * columns + column
        for place in index..<index + cell.columns {
            if cells[place].isRest { cells[place - 1] = .blank }
            if column + place - index + 1 < columns, cells[place + 1].isRest { cells[place + 1] = .blank }
            cells[place] = .blank
        }
        cells[index] = cell
        if cell.columns == 2 { cells[index + 1] = cell.rest }
        column += cell.columns
    }

    private mutating func obey(_ command: Unicode.Scalar, _ numbers: [Int]) throws {
        switch command {
        case "H" where numbers.count == 2:
            row = numbers[0] - 1
            column = numbers[1] - 1
        case "C": column += numbers.first ?? 1
        case "J" where numbers == [2]: cells = Array(repeating: .blank, count: columns * rows)
        case "m": for number in numbers.isEmpty ? [0] : numbers { try setPen(number) }
        default: throw Trouble.unknownSequence("\(numbers) \(command)")
        }
    }

    private mutating func setPen(_ number: Int) throws {
        switch number {
        case 0: pen = .plain
        case 1: pen.weight = .bold
        case 2: pen.weight = .dim
        case 22: pen.weight = .normal
        case 7: pen.isInverse = true
        case 27: pen.isInverse = false
        case 32: pen.ink = .easy
        case 33: pen.ink = .above
        case 36: pen.ink = .below
        case 39: pen.ink = .plain
        default: throw Trouble.unknownSequence("\(number)m")
        }
    }
}
