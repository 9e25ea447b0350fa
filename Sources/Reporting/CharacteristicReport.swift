public import SensorCodec

extension CharacteristicValue {
    /// Writes the value as a JSON object: only what is available.
    @inline(__always)
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        apply(&json)
        json.endObject()
    }

    /// The value for a person: names, and numbers with their units, in the order of the specification.
    public var lines: [(name: String, value: String)] {
        var fields = HumanFields()
        apply(&fields)
        return fields.lines
    }
}

extension JSONWriter {
    /// A value on its own, with the name of its characteristic: the output of `decode --json`.
    public mutating func characteristicLine(
        _ value: CharacteristicValue,
        of characteristic: BluetoothUUID,
        bytes: Span<UInt8>
    ) {
        beginObject()
        word(.characteristic, characteristic.description)
        if let name = characteristic.name { word(.name, name) }
        key(.hex)
        hex(bytes)
        key(.value)
        value.write(to: &self)
        issues(value.issues)
        endObject()
        endLine()
    }

    /// A value that could not be decoded, and why, in a word.
    public mutating func characteristicError(
        _ error: String,
        of characteristic: BluetoothUUID,
        bytes: Span<UInt8>
    ) {
        beginObject()
        word(.characteristic, characteristic.description)
        if let name = characteristic.name { word(.name, name) }
        key(.hex)
        hex(bytes)
        word(.error, error)
        endObject()
        endLine()
    }

    /// A line that is no value, and why.
    public mutating func lineError(_ error: String, line: String) {
        beginObject()
        key(.line)
        string(line)
        word(.error, error)
        endObject()
        endLine()
    }

    /// The list of what was odd about the bytes, under `issues`.
    @inline(__always)
    public mutating func issues(_ issues: DecodingIssues) {
        self.issues(issues.isEmpty ? [] : issues.descriptions)
    }

    /// The list of what was odd about the bytes, in words that need no escape.
    @inline(__always)
    mutating func issues(_ words: [String]) {
        key(.issues)
        beginArray()
        for issue in words { word(issue) }
        endArray()
    }
}
