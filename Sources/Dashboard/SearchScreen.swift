import Practice
public import SensorCodec

/// The screen before a run: what is in reach, what is being done about it, and what the runner may choose.
public struct SearchScreen: Equatable, Sendable {
    /// A device in reach, or one that is remembered.
    public struct Row: Equatable, Sendable {
        /// The key that chooses it; `nil` when there is nothing to choose.
        public var key: Character?
        /// What it is.
        public var kind: SensorKind
        /// What it calls itself; `nil` when it tells no name.
        public var name: String?
        /// What tells it apart.
        public var address: BluetoothAddress
        /// How strong it is heard, in dBm.
        public var signalDBm: Int?
        /// What is being done about it, in a word.
        public var state: String

        /// A row of the screen.
        public init(
            key: Character?,
            kind: SensorKind,
            name: String?,
            address: BluetoothAddress,
            signalDBm: Int?,
            state: String
        ) {
            self.key = key
            self.kind = kind
            self.name = name
            self.address = address
            self.signalDBm = signalDBm
            self.state = state
        }
    }

    /// What is going on.
    public var headline: String
    /// What the runner may do about it.
    public var hint: String
    /// The devices.
    public var rows: [Row] = []
    /// The keys named at the foot.
    public var keys: [KeyHint] = []

    /// A screen that says this.
    public init(headline: String, hint: String) {
        self.headline = headline
        self.hint = hint
    }

    /// The screen at a size.
    public func frame(columns: Int, rows: Int) -> Frame {
        var frame = Frame(columns: columns, rows: rows)
        var area = frame.area.inset(columns: columns >= 56 ? 2 : 0)
        let top = area.takeTop(rows < 8 ? 1 : 2)
        frame.write("Steady", row: top.row, column: top.column, style: .bold)
        KeyLine(keys: keys).draw(into: &frame, area: area.takeBottom(1))
        // Where there is little room, what can be chosen comes first.
        var headline = TextLines.wrapped(self.headline, columns: area.columns)
        let hint = TextLines.wrapped(self.hint, columns: area.columns)
        let isRoomy = headline.count + hint.count + 1 + self.rows.count <= area.rows || self.rows.isEmpty
        if !self.rows.isEmpty { headline = Array(headline.prefix(max(1, area.rows - self.rows.count))) }
        for line in headline { write(line, .bold, into: &frame, &area) }
        if isRoomy {
            for line in hint { write(line, .dim, into: &frame, &area) }
            _ = area.takeTop(1)
        }
        for row in self.rows { write(text(of: row, columns: area.columns), .plain, into: &frame, &area) }
        return frame
    }

    private func write(_ text: String, _ style: Style, into frame: inout Frame, _ area: inout Area) {
        let line = area.takeTop(1)
        if line.rows == 1 {
            frame.write(TextColumns.cut(text, to: line.columns), row: line.row, column: line.column, style: style)
        }
    }

    /// The fewest words are left out that make it fit.
    private func text(of row: Row, columns: Int) -> String {
        let cleaned = row.name.map { PrintableGlyph.cleaned($0, limit: 24) } ?? ""
        let name = cleaned.isEmpty ? row.address.description : cleaned
        let address = cleaned.isEmpty ? "" : row.address.description
        let title = "\(row.key.map { "\($0)  " } ?? "   ")\(SensorLine.word(for: row.kind))"
        let signal = row.signalDBm.map(Self.words(forSignal:)) ?? ""
        let texts = [[title, name, address, signal, row.state], [title, name, address, row.state]].map(Self.joined)
        if let text = texts.first(where: { TextColumns.count($0) <= columns }) { return text }
        // What is being done about it stays, at the cost of the name's end.
        let room = columns - TextColumns.count(Self.joined([title, "", row.state])) - 2
        return Self.joined([title, room < 4 ? name : TextColumns.cut(name, to: room), row.state])
    }

    private static func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// How strong a signal is, for somebody who does not reckon in dBm.
    private static func words(forSignal level: Int) -> String {
        let strength: SensorSaying =
            switch level {
            case (-60)...: .strong
            case (-80)...: .good
            default: .weak
            }
        return SensorSaying.signal.text(["strength": strength.text(), "level": "\(level)"])
    }
}
