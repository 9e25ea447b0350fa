import Foundation
import GRDB
import SessionStore
import Testing

@Suite("The documented schema")
struct SchemaTests {
    /// A column as `SCHEMA.md` writes it.
    private struct Column: Equatable {
        var name: String
        /// With `?` where it can be NULL.
        var type: String
    }

    @Test("SCHEMA.md lists the tables with their columns, in their order, as the database has them")
    func schemaIsTrue() throws {
        let documented = try documentedTables()
        try withNewLog { log in
            let actual = try otherProgram(log.path).read { try actualTables($0) }
            #expect(documented.keys.sorted() == actual.keys.sorted())
            for (table, columns) in actual { #expect(documented[table] == columns, "table \(table)") }
        }
    }

    @Test("All tables are STRICT, and the file is marked as Steady's with the number of SCHEMA.md")
    func strictAndMarked() throws {
        try withNewLog { log in
            try otherProgram(log.path).read { database in
                let loose = try String.fetchAll(
                    database,
                    sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
                )
                #expect(Set(loose) == ["grdb_migrations", "sqlite_schema"])
                let mark = try #require(try Int.fetchOne(database, sql: "PRAGMA application_id"))
                #expect(try documentation().contains("`PRAGMA application_id` is \(mark)."))
            }
        }
    }

    @Test("The query of SCHEMA.md gives the minutes in the band by day")
    func exampleQuery() throws {
        let text = try documentation()
        let start = try #require(text.range(of: "`SELECT date"))
        let end = try #require(text.range(of: ";`", range: start.upperBound..<text.endIndex))
        let query = String(text[text.index(after: start.lowerBound)..<end.lowerBound])
        try withNewLog { log in
            try log.write(Run.rich("a"))
            let row = try #require(try otherProgram(log.path).read { try Row.fetchOne($0, sql: query) })
            #expect(row[0] == "2025-11-24")
            #expect(row[1] == 50)
        }
    }

    @Test(
        "A run belongs to the ISO week of the day on which it began where the runner was",
        arguments: [
            // Friday, 2027-01-01 12:00 UTC, is in the last week of 2026.
            (1_798_804_800, 0, "2026-W53"), (1_798_804_800, nil, "2026-W53"),
            // Sunday, 2027-01-03 23:30 UTC: in Berlin it is Monday already, in New York still Sunday.
            (1_799_019_000, 3600, "2027-W01"), (1_799_019_000, -18_000, "2026-W53"),
            // Monday, 2024-12-30 00:00 UTC; and Sunday, 2021-01-03.
            (1_735_516_800, 0, "2025-W01"), (1_609_632_000, 0, "2020-W53"),
        ] as [(Int64, Int?, String)]
    )
    func week(second: Int64, offset: Int?, week: String) throws {
        try withNewLog { log in
            let run = Run.short("a", startedAt: second * 1_000_000)
            _ = try log.write(from: SessionOrigin(utcOffsetSeconds: offset)) { writer in
                for event in run { try writer.apply(event) }
            }
            let told = try otherProgram(log.path).read { try String.fetchAll($0, sql: "SELECT week FROM week") }
            #expect(told == [week])
        }
    }

    @Test("A week sums up its runs; ten minutes of moving make one, a minute a start")
    func weekSums() throws {
        try withNewLog { log in
            try log.write(Run.rich("a"))
            try log.write(Run.short("b"))
            let row = try #require(try otherProgram(log.path).read { try Row.fetchOne($0, sql: "SELECT * FROM week") })
            #expect(row["week"] == "2025-W48")
            #expect(row["sessions"] == 2)
            #expect(row["runs"] == 1)
            #expect(row["starts"] == 1)
            let minutes: (inside: Double, moving: Double) = (row["in_band_min"], row["moving_min"])
            #expect(minutes.inside == 3_000_007 / 60_000.0)
            #expect(minutes.moving == 3_539_999 / 60_000.0)
        }
    }

    @Test("Each RR-Interval is a row, in ms")
    func intervals() throws {
        try withNewLog { log in
            try log.write(Run.rich("a"))
            let told = try otherProgram(log.path).read { database in
                try Double.fetchAll(database, sql: "SELECT rr_ms FROM rr_interval ORDER BY t_ms, place")
            }
            let raw: [Double] = [0, 366, 65_535, 1, 2, 3, 4, 5, 6]
            let milliseconds = raw.map { $0 * 1000 / 1024 }
            #expect(told == milliseconds)
        }
    }

    private func documentation() throws -> String {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("Sources/SessionStore/SCHEMA.md"), encoding: .utf8)
    }

    private func documentedTables() throws -> [String: [Column]] {
        var tables: [String: [Column]] = [:]
        var table = ""
        for line in try documentation().split(separator: "\n") {
            if line.hasPrefix("## ") {
                table = String(line.dropFirst(3).prefix { $0 != ":" })
            } else if line.hasPrefix("| "), !line.hasPrefix("| column ") {
                let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                tables[table, default: []] += try columns(names: cells[0], types: cells[1])
            }
        }
        return tables
    }

    /// One cell can name several columns, with one type for all of them or one for each.
    private func columns(names: String, types: String) throws -> [Column] {
        let names = names.components(separatedBy: ", ")
        var types = types.components(separatedBy: ", ")
        if types.count == 1 { types = Array(repeating: types[0], count: names.count) }
        try #require(types.count == names.count, "\(names)")
        return zip(names, types).map { Column(name: $0, type: $1) }
    }

    private func actualTables(_ database: Database) throws -> [String: [Column]] {
        let names = try String.fetchAll(
            database,
            sql: "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name <> 'grdb_migrations'"
        )
        var tables: [String: [Column]] = [:]
        for name in names {
            tables[name] = try Row.fetchAll(database, sql: "SELECT * FROM pragma_table_info(?)", arguments: [name])
                .map { row in
                    let type: String = row["type"]
                    let isOptional: Bool = row["notnull"] == 0
                    return Column(name: row["name"], type: isOptional ? type + "?" : type)
                }
        }
        return tables
    }
}
