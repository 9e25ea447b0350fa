import RunEngine
import SensorCodec
import Testing

@testable import Dashboard

/// The screen before a run, as text.
@Suite struct SearchScreenTests {
    private static let hostile =
        "\u{1B}]0;gone\u{7}\u{1B}[2J\r\n\u{9B}31m心🏃\u{202E}" + String(repeating: "e\u{301}\u{302}", count: 99)

    private static var choice: SearchScreen {
        var screen = SearchScreen(
            headline: "Which are yours? Press a number.",
            hint: "Put the strap on, a little wet, and switch the treadmill on."
        )
        screen.keys = [KeyHint("1-9", "choose"), KeyHint("q", "end")]
        screen.rows = [
            row("1", .heartRate, "Polar H10 8A2B", 1, -52), row("2", .heartRate, nil, 2, -75),
            row(nil, .treadmill, "HORIZON_T101", 3, -90, "connecting"),
            row(nil, .footPod, "A very long name of a very small foot pod", 4, nil, "searching"),
        ]
        return screen
    }

    private static func row(
        _ key: Character?,
        _ kind: SensorKind,
        _ name: String?,
        _ number: UInt64,
        _ signal: Int?,
        _ state: String = ""
    ) -> SearchScreen.Row {
        let address = BluetoothAddress(rawValue: 0xE157_EAD1_0000 + number)
        return SearchScreen.Row(key: key, kind: kind, name: name, address: address, signalDBm: signal, state: state)
    }

    @Test("Two straps and a treadmill at 80 x 24")
    func large() {
        let frame = Self.choice.frame(columns: 80, rows: 24)
        let top = """
              Steady

              Which are yours? Press a number.
              Put the strap on, a little wet, and switch the treadmill on.

              1  strap  Polar H10 8A2B  E1:57:EA:D1:00:01  strong signal, -52 dBm
              2  strap  E1:57:EA:D1:00:02  good signal, -75 dBm
                 treadmill  HORIZON_T101  E1:57:EA:D1:00:03  connecting
                 foot pod  A very long name of a ve  E1:57:EA:D1:00:04  searching
            """
        #expect(frame.text.prefix(9) == lines(top)[...])
        #expect(frame.text[9..<23].allSatisfy { $0.isEmpty })
        #expect(frame.text[23] == "  1-9 choose   q end")
    }

    @Test("Two straps and a treadmill at 40 x 12")
    func small() {
        let picture = """
            Steady

            Which are yours? Press a number.
            Put the strap on, a little wet, and
            switch the treadmill on.

            1  strap  Polar H10 8A2B
            2  strap  E1:57:EA:D1:00:02
               treadmill  HORIZON_T101  connecting
               foot pod  A very long na..  searching

            1-9 choose   q end
            """
        #expect(Self.choice.frame(columns: 40, rows: 12).text == lines(picture))
    }

    @Test("At 20 x 5 there is room for what can be chosen, and for the keys")
    func tiny() {
        let picture = """
            Steady
            Which are yours?
            1  strap  Polar H1..
            2  strap  E1:57:EA..
            1-9 choose   q end
            """
        #expect(Self.choice.frame(columns: 20, rows: 5).text == lines(picture))
        var off = SearchScreen(headline: "Bluetooth's service does not answer.", hint: "")
        off.keys = Self.choice.keys
        #expect(off.frame(columns: 20, rows: 5).text[1...2] == ["Bluetooth's service", "does not answer."])
    }

    @Test("At 300 x 100 the text stands where it stood")
    func huge() {
        let huge = Self.choice.frame(columns: 300, rows: 100).text
        let large = Self.choice.frame(columns: 80, rows: 24).text
        #expect(huge.prefix(7) == large.prefix(7))
        #expect(huge[7] == "     treadmill  HORIZON_T101  E1:57:EA:D1:00:03  weak signal, -90 dBm  connecting")
        #expect(huge.last == large.last)
    }

    @Test("Every size from 0 x 0 to 130 x 40 is drawn, also with more sensors than rows")
    func everySize() {
        var crowd = Self.choice
        for number in 5..<70 { crowd.rows.append(Self.row("9", .heartRate, "Strap \(number)", UInt64(number), -60)) }
        for columns in stride(from: 0, through: 130, by: 3) {
            for rows in 0...40 {
                let frame = crowd.frame(columns: columns, rows: rows)
                if frame.cells.count != columns * rows { Issue.record("\(columns) x \(rows)") }
            }
        }
        let last = crowd.frame(columns: 80, rows: 24).text.last
        #expect(last == Self.choice.frame(columns: 80, rows: 24).text.last)
    }

    @Test("Hostile names and texts neither reach the terminal nor move a column")
    func hostileTexts() throws {
        var screen = SearchScreen(headline: Self.hostile, hint: Self.hostile)
        screen.keys = [KeyHint(Self.hostile, Self.hostile)]
        for number in 0..<40 {
            screen.rows.append(Self.row("\u{1B}", .treadmill, Self.hostile, UInt64(number), .min, Self.hostile))
        }
        for (columns, rows) in [(300, 100), (80, 24), (40, 12), (20, 5)] {
            let frame = screen.frame(columns: columns, rows: rows)
            var terminal = SmallTerminal(columns: columns, rows: rows)
            try terminal.receive(TerminalEncoder().bytes(from: nil, to: frame))
            #expect(terminal.cells == frame.cells)
        }
    }

    @Test("A name of nothing that can be shown gives way to the address")
    func emptyName() {
        var screen = SearchScreen(headline: "", hint: "")
        screen.rows = [Self.row("1", .heartRate, "   ", 1, nil)]
        #expect(screen.frame(columns: 80, rows: 24).text.contains { $0.contains("1  strap  E1:57:EA:D1:00:01") })
    }

    private func lines(_ picture: String) -> [String] {
        picture.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
