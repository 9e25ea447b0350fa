import Foundation
import SensorCodec
import TestSupport
import Testing

/// `Sources/SensorCodec/ISSUES.md` says what is true.
@Suite("The page of issues")
struct IssuesPageTests {
    /// The columns of the page's tables, without the quotes of code.
    static let rows: [[String]] = {
        let page = Places.root.appending(path: "Sources/SensorCodec/ISSUES.md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            line.split(separator: "|").map { $0.replacing("`", with: "").trimmingCharacters(in: .whitespaces) }
        }
    }()

    @Test("every example gives the issue that it stands for", arguments: rows)
    func example(_ row: [String]) throws {
        let words = try #require(row.last).split(separator: " ")
        let uuid = try #require(BluetoothUUID(String(words[0])))
        let bytes = [UInt8](hex: words.count > 1 ? String(words[1]) : "")
        #expect(Self.issues(of: bytes, uuid).contains(row[row.count - 2]))
    }

    private static func issues(of bytes: [UInt8], _ uuid: BluetoothUUID) -> [String] {
        do throws(DecodingFailure) {
            return try CharacteristicValue(decoding: bytes.span, of: uuid)?.issues.descriptions ?? []
        } catch {
            return [error.description]
        }
    }

    @Test("every issue that there is stands on the page")
    func complete() {
        var issues = DecodingIssues()
        issues.reservedBits = 1
        issues.reservedValue = .operation
        issues.truncatedField = .heartRate
        issues.hasOddRRByte = true
        issues.lacksRRIntervals = true
        issues.isTextCleaned = true
        issues.trailingByteCount = 1
        let names = Set(issues.descriptions.map { $0.prefix { $0 != ":" } })
        #expect(names == Set(Self.rows.map { $0[0].prefix { $0 != ":" } }.filter { $0 != "empty" }))
    }
}
