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
}
