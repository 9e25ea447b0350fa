public import SensorCodec

/// The settings as a text for people: read with patience, changed without touching what else stands in it.
///
/// ```
/// # what begins with a number sign is a remark
/// adapter = 00:1A:7D:DA:71:13
/// [sensor E1:57:EA:D1:00:01]
/// kind = heart_rate
/// name = Strap
/// [runner]
/// born = 1986
/// [alerts]
/// signal = bell
/// [practice]
/// goal_runs = 3
/// ```
public struct SettingsText: Equatable, Sendable {
    /// The lines as they stand in the file.
    public private(set) var lines: [String]
    /// Lines that were not understood, with their numbers from 1; they are passed over and kept.
    public private(set) var oddLines: [(number: Int, text: String)] = []
    /// The sensors in the order of the text.
    public private(set) var sensors: [RememberedSensor] = []

    /// The runner's own numbers.
    public private(set) var runner = RunnerSettings()

    /// How the runner is told of an effort that has left the band.
    public private(set) var alerts = AlertSettings()

    /// What the runner's practice is.
    public private(set) var practice = PracticeSettings()

    /// The adapter that sensors are met through, by its address: names such as `hci0` change. `nil` for any.
    public private(set) var adapter: BluetoothAddress?

    private static let greeting = [
        "# Steady's settings. They may be changed by hand; lines that begin with # are remarks.", "",
    ]

    /// Settings of a text; of an empty one there are none.
    public init(_ text: String = "") {
        // By scalars: a carriage return and a line feed are one character, and would not be split.
        lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        read()
    }

    /// The text to be written.
    public var text: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

    public static func == (left: Self, right: Self) -> Bool { left.lines == right.lines }

    /// Remembers a sensor; one of the same address is replaced, in its place.
    public mutating func remember(_ sensor: RememberedSensor) {
        let cleanName = sensor.name.flatMap(Self.name)
        if lines.isEmpty { lines = Self.greeting }
        if let section = section(of: sensor.address) {
            set("kind", sensor.kind.rawValue, in: section)
            if let cleanName, let section = self.section(of: sensor.address) { set("name", cleanName, in: section) }
        } else {
            if let last = lines.last, !last.isEmpty { lines.append("") }
            lines.append("[sensor \(sensor.address)]")
            lines.append("kind = \(sensor.kind.rawValue)")
            if let cleanName { lines.append("name = \(cleanName)") }
        }
        read()
    }

    /// Remembers an adapter, before all sections.
    public mutating func remember(adapter: BluetoothAddress) {
        if lines.isEmpty { lines = Self.greeting }
        let line = "adapter = \(adapter)"
        let firstSection = lines.firstIndex { Self.trimmed($0).hasPrefix("[") } ?? lines.count
        if let place = lines[..<firstSection].firstIndex(where: { Self.adapter(in: Self.trimmed($0)) != nil }) {
            lines[place] = line
        } else {
            lines.insert(contentsOf: firstSection < lines.count ? [line, ""] : [line], at: firstSection)
        }
        read()
    }

    /// Forgets a sensor; false when it was not remembered.
    public mutating func forget(_ address: BluetoothAddress) -> Bool {
        var wasThere = false
        while let section = section(of: address) {
            lines.removeSubrange(section)
            wasThere = true
        }
        if wasThere { read() }
        return wasThere
    }

    /// Sets a number of the runner's, in its place; where there is none yet, at the end of their section.
    public mutating func set(_ key: RunnerKey, to value: String) { set(key.rawValue, to: value, in: Self.runnerHeader) }

    /// Forgets a number of the runner's; false when it was not there.
    @discardableResult
    public mutating func forget(_ key: RunnerKey) -> Bool { forget(key.rawValue, in: Self.runnerHeader) }

    /// Sets a line of the practice, likewise.
    public mutating func set(_ key: PracticeKey, to value: String) {
        set(key.rawValue, to: value, in: Self.practiceHeader)
    }

    /// Forgets a line of the practice; false when it was not there.
    @discardableResult
    public mutating func forget(_ key: PracticeKey) -> Bool { forget(key.rawValue, in: Self.practiceHeader) }

    // MARK: - Reading

    private enum Section {
        case head, sensor, runner, alerts, practice, unknown
    }

    private mutating func read() {
        sensors = []
        adapter = nil
        oddLines = []
        runner = RunnerSettings()
        alerts = AlertSettings()
        practice = PracticeSettings()
        var section = Section.head
        var current: RememberedSensor?
        for (index, line) in lines.enumerated() {
            let line = Self.trimmed(line)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("[") {
                keep(&current)
                current = Self.address(inHeader: line).map {
                    RememberedSensor(address: $0, kind: .heartRate, name: nil)
                }
                section = current != nil ? .sensor : Self.sections[line] ?? .unknown
                if section == .unknown { oddLines.append((index + 1, line)) }
            } else if section == .head, let address = Self.adapter(in: line) {
                adapter = address
            } else if section == .runner, let (key, value) = Self.runnerEntry(in: line) {
                runner.take(value, for: key, line: index + 1)
            } else if section == .alerts, let (name, value) = Self.entry(in: line), alerts.take(name, value) {
                continue
            } else if section == .practice, let (name, value) = Self.entry(in: line),
                practice.take(name, value, line: index + 1)
            {
                continue
            } else if [.runner, .alerts, .practice].contains(section) || !Self.apply(line, to: &current) {
                oddLines.append((index + 1, line))
            }
        }
        keep(&current)
        runner.finish()
    }

    /// A name and its value.
    private static func entry(in line: String) -> (name: String, value: String)? {
        guard let mark = line.firstIndex(of: "=") else { return nil }
        return (trimmed(line[..<mark]), trimmed(line[line.index(after: mark)...]))
    }

    /// A line of the runner's own section.
    private static func runnerEntry(in line: String) -> (key: RunnerKey, value: String)? {
        entry(in: line).flatMap { entry in RunnerKey(rawValue: entry.name).map { ($0, entry.value) } }
    }

    private mutating func keep(_ sensor: inout RememberedSensor?) {
        if let sensor { sensors.append(sensor) }
        sensor = nil
    }

    /// Takes in a line of a section; false when it means nothing there.
    private static func apply(_ line: String, to sensor: inout RememberedSensor?) -> Bool {
        guard let (name, value) = entry(in: line) else { return false }
        switch name {
        case "kind":
            guard let kind = SensorKind(rawValue: value) else { return false }
            sensor?.kind = kind
        case "name": sensor?.name = Self.name(value)
        default: return false
        }
        return sensor != nil
    }

    /// The address of a line that tells the adapter.
    private static func adapter(in line: String) -> BluetoothAddress? {
        guard let mark = line.firstIndex(of: "="), trimmed(line[..<mark]) == "adapter" else { return nil }
        return BluetoothAddress(trimmed(line[line.index(after: mark)...]))
    }

    /// What of a text can stand as a name in one line; `nil` when nothing can.
    private static func name(_ text: String) -> String? {
        let name = trimmed(PrintableText.text(Array(text.utf8).span))
        return name.isEmpty ? nil : name
    }

    // MARK: - Changing

    private static let runnerHeader = "[runner]"
    private static let practiceHeader = "[practice]"
    private static let sections: [String: Section] = [
        runnerHeader: .runner, "[alerts]": .alerts, practiceHeader: .practice,
    ]

    /// Sets a line of a section in its place; where there is none yet, at the section's end.
    private mutating func set(_ name: String, to value: String, in header: String) {
        guard let value = Self.name(value) else { return }
        if lines.isEmpty { lines = Self.greeting }
        // Of two lines the later counts.
        if let last = places(of: name, in: header).last {
            lines[last] = "\(name) = \(value)"
        } else if let section = sections(header).last {
            lines.insert("\(name) = \(value)", at: section.upperBound)
        } else {
            if let last = lines.last, !last.isEmpty { lines.append("") }
            lines += [header, "\(name) = \(value)"]
        }
        read()
    }

    private mutating func forget(_ name: String, in header: String) -> Bool {
        let places = places(of: name, in: header)
        for place in places.reversed() { lines.remove(at: place) }
        if !places.isEmpty { read() }
        return !places.isEmpty
    }

    /// The lines of a sensor's section, its header included, without blank lines and remarks before the next.
    private func section(of address: BluetoothAddress) -> Range<Int>? {
        lines.firstIndex(where: { Self.address(inHeader: Self.trimmed($0)) == address }).map(section(from:))
    }

    private func sections(_ header: String) -> [Range<Int>] {
        lines.indices.filter { Self.trimmed(lines[$0]) == header }.map(section(from:))
    }

    private func places(of name: String, in header: String) -> [Int] {
        sections(header).flatMap { section in
            section.dropFirst().filter { Self.entry(in: Self.trimmed(lines[$0]))?.name == name }
        }
    }

    private func section(from start: Int) -> Range<Int> {
        var end = start + 1
        var last = end
        while end < lines.count, !Self.trimmed(lines[end]).hasPrefix("[") {
            end += 1
            let line = Self.trimmed(lines[end - 1])
            if !line.isEmpty, !line.hasPrefix("#") { last = end }
        }
        return start..<last
    }

    private mutating func set(_ name: String, _ value: String, in section: Range<Int>) {
        let line = "\(name) = \(value)"
        let place = section.dropFirst().first { index in
            lines[index].split(separator: "=").first.map { Self.trimmed($0) } == name
        }
        if let place { lines[place] = line } else { lines.insert(line, at: section.upperBound) }
    }

    private static func address(inHeader line: String) -> BluetoothAddress? {
        guard line.hasPrefix("[sensor "), line.hasSuffix("]") else { return nil }
        return BluetoothAddress(trimmed(line.dropFirst(8).dropLast()))
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
        let front = text.drop(while: blank)
        guard let last = front.lastIndex(where: { !blank($0) }) else { return "" }
        return String(front[...last])
    }
}
