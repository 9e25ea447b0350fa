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
                    sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict"
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
            sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'grdb_migrations'"
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
