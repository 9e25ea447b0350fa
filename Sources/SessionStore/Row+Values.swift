internal import GRDB

extension Row {
    /// The value that a column holds by its name; an error when there is none of that name.
    func name<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
        guard let value: Value = try nameIfAny(column) else {
            throw UnreadableValue(column: column, text: "")
        }
        return value
    }

    /// The value that a column holds by its name, or `nil` for NULL.
    func nameIfAny<Value: RawRepresentable<String>>(_ column: String) throws -> Value? {
        guard let text: String = self[column] else { return nil }
        guard let value = Value(rawValue: text) else { throw UnreadableValue(column: column, text: text) }
        return value
    }

    /// The state whose code a column holds.
    func code<State: Coded>(_ column: String) throws -> State {
        guard let state: State = try codeIfAny(column) else { throw UnreadableValue(column: column, text: "") }
        return state
    }

    /// The state whose code a column holds, or `nil` for NULL.
    func codeIfAny<State: Coded>(_ column: String) throws -> State? {
        guard let code: Int = try amountIfAny(column) else { return nil }
        guard let state = State(code: code) else { throw UnreadableValue(column: column, text: "\(code)") }
        return state
    }

    /// The text that a column holds, which can be written anywhere without an escape.
    func word(_ column: String) throws -> String {
        let text: String = self[column] ?? ""
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.value != 0x7F && $0 != "\"" && $0 != "\\"
        }
        if text.isEmpty || !isPlain { throw UnreadableValue(column: column, text: text) }
        return text
    }

    /// The count or amount that a column holds: from 0 to what every reader of JSON can hold.
    func amount<Value: FixedWidthInteger>(_ column: String) throws -> Value {
        guard let value: Value = try amountIfAny(column) else {
            throw UnreadableValue(column: column, text: "")
        }
        return value
    }

    /// The count or amount that a column holds, or `nil` for NULL.
    func amountIfAny<Value: FixedWidthInteger>(_ column: String) throws -> Value? {
        try numberIfAny(column, in: 0...Self.largestAmount)
    }

    /// The number of either sign that a column holds.
    func number<Value: FixedWidthInteger>(_ column: String) throws -> Value {
        guard let value: Value = try numberIfAny(column) else { throw UnreadableValue(column: column, text: "") }
        return value
    }

    /// The number of either sign that a column holds, or `nil` for NULL.
    func numberIfAny<Value: FixedWidthInteger>(_ column: String) throws -> Value? {
        try numberIfAny(column, in: -Self.largestAmount...Self.largestAmount)
    }

    private static var largestAmount: Int64 { 1 << 53 }

    private func numberIfAny<Value: FixedWidthInteger>(_ column: String, in range: ClosedRange<Int64>) throws -> Value?
    {
        guard let number: Int64 = self[column] else { return nil }
        guard range.contains(number), let value = Value(exactly: number) else {
            throw UnreadableValue(column: column, text: "\(number)")
        }
        return value
    }
}
