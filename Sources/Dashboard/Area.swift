/// A rectangle of cells that a widget may draw into.
struct Area {
    var row: Int
    var column: Int
    var rows: Int
    var columns: Int

    /// The part `count` rows high from the top, which is taken away.
    mutating func takeTop(_ count: Int) -> Area {
        let taken = Area(row: row, column: column, rows: min(count, rows), columns: columns)
        row += taken.rows
        rows -= taken.rows
        return taken
    }

    /// The part `count` rows high at the bottom, which is taken away.
    mutating func takeBottom(_ count: Int) -> Area {
        let height = min(count, rows)
        rows -= height
        return Area(row: row + rows, column: column, rows: height, columns: columns)
    }

    /// The part `count` columns wide at the right, which is taken away.
    mutating func takeRight(_ count: Int) -> Area {
        let width = min(count, columns)
        columns -= width
        return Area(row: row, column: column + columns, rows: rows, columns: width)
    }

    /// The same without so many rows at the top.
    func lower(by count: Int) -> Area {
        var area = self
        _ = area.takeTop(count)
        return area
    }

    /// The same without `margin` columns on either side.
    func inset(columns margin: Int) -> Area {
        Area(row: row, column: column + margin, rows: rows, columns: max(0, columns - 2 * margin))
    }
}
