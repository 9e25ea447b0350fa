import CSystemd

extension BusMessage {
    /// Reads properties: a dictionary of variants by name.
    public borrowing func readProperties() throws(BusError) -> BusProperties {
        var properties: BusProperties = [:]
        guard try enter(.array, "{sv}") else { return properties }
        while try enter(.entry, "sv") {
            let name = try readString()
            properties[name] = try readVariant()
            try leave()
        }
        try leave()
        return properties
    }

    /// Reads interfaces with their properties, as ObjectManager tells them.
    public borrowing func readInterfaces() throws(BusError) -> [String: BusProperties] {
        var interfaces: [String: BusProperties] = [:]
        guard try enter(.array, "{sa{sv}}") else { return interfaces }
        while try enter(.entry, "sa{sv}") {
            let name = try readString()
            interfaces[name] = try readProperties()
            try leave()
        }
        try leave()
        return interfaces
    }

    /// Reads a list of texts or object paths.
    public borrowing func readStrings(_ contents: String = "s") throws(BusError) -> [String] {
        var strings: [String] = []
        guard try enter(.array, contents) else { return strings }
        while !isAtEnd { strings.append(try readString()) }
        try leave()
        return strings
    }

    /// Reads a variant with whatever it holds.
    public borrowing func readVariant() throws(BusError) -> BusValue {
        let contents = try contentsAhead()
        _ = try enter(.variant, contents)
        let value = try readValue()
        try leave()
        return value
    }

    private borrowing func readValue() throws(BusError) -> BusValue {
        let type = Int(try typeAhead())
        switch type {
        case SD_BUS_TYPE_BOOLEAN: return .bool(try readBool())
        case SD_BUS_TYPE_BYTE: return .integer(try readNumber(type, UInt8(0)))
        case SD_BUS_TYPE_INT16: return .integer(try readNumber(type, Int16(0)))
        case SD_BUS_TYPE_UINT16: return .integer(try readNumber(type, UInt16(0)))
        case SD_BUS_TYPE_INT32: return .integer(try readNumber(type, Int32(0)))
        case SD_BUS_TYPE_UINT32: return .integer(try readNumber(type, UInt32(0)))
        case SD_BUS_TYPE_INT64: return .integer(try readNumber(type, Int64(0)))
        case SD_BUS_TYPE_UINT64: return .integer(try readNumber(type, UInt64(0)))
        case SD_BUS_TYPE_DOUBLE: return .double(try readDouble())
        case SD_BUS_TYPE_STRING, SD_BUS_TYPE_OBJECT_PATH, SD_BUS_TYPE_SIGNATURE: return .string(try readString())
        case SD_BUS_TYPE_VARIANT: return try readVariant()
        case SD_BUS_TYPE_ARRAY: return try readArray()
        default:
            // Structures and descriptors are no properties of anything that is followed here.
            try skip(try fullTypeAhead())
            return .array([])
        }
    }

    private borrowing func readArray() throws(BusError) -> BusValue {
        let contents = try contentsAhead()
        if contents == "y" { return .bytes(try withBytes { bytes in bytes.indices.map { bytes[$0] } }) }
        if contents == "s" || contents == "o" { return .strings(try readStrings(contents)) }
        _ = try enter(.array, contents)
        var values: [BusValue] = []
        var entries: [String: BusValue] = [:]
        while !isAtEnd {
            if contents.hasPrefix("{") {
                _ = try enter(.entry, String(contents.dropFirst().dropLast()))
                let key = try readValue()
                entries[key.string ?? key.integer.map(String.init) ?? ""] = try readValue()
                try leave()
            } else {
                values.append(try readValue())
            }
        }
        try leave()
        return contents.hasPrefix("{") ? .dictionary(entries) : .array(values)
    }

    private borrowing func fullTypeAhead() throws(BusError) -> String {
        let type = Int(try typeAhead())
        guard type == SD_BUS_TYPE_STRUCT else { return String(UnicodeScalar(UInt8(truncatingIfNeeded: type))) }
        return "(\(try contentsAhead()))"
    }

    /// Adds a variant that holds a value. A whole number takes 16 bits if it can, 64 if not.
    public borrowing func append(variant value: BusValue) throws(BusError) {
        switch value {
        case .bool(let bool): try append(.variant, "b") { () throws(BusError) in try append(bool) }
        case .string(let text): try append(.variant, "s") { () throws(BusError) in try append(text) }
        case .integer(let number): try append(variantOf: number)
        case .double(let number): try append(.variant, "d") { () throws(BusError) in try append(number) }
        case .bytes(let bytes): try append(.variant, "ay") { () throws(BusError) in try append(bytes: bytes.span) }
        case .strings(let texts):
            try append(.variant, "as") { () throws(BusError) in
                try append(.array, "s") { () throws(BusError) in
                    for text in texts { try append(text) }
                }
            }
        case .array(let values):
            try append(.variant, "av") { () throws(BusError) in
                try append(.array, "v") { () throws(BusError) in
                    for value in values { try append(variant: value) }
                }
            }
        case .dictionary(let entries):
            try append(.variant, "a{sv}") { () throws(BusError) in try append(properties: entries) }
        }
    }

    private borrowing func append(variantOf number: Int64) throws(BusError) {
        if let number = UInt16(exactly: number) {
            try append(.variant, "q") { () throws(BusError) in try append(number) }
        } else if let number = Int16(exactly: number) {
            try append(.variant, "n") { () throws(BusError) in try append(number) }
        } else {
            try append(.variant, "x") { () throws(BusError) in try append(number: number, as: "x") }
        }
    }

    /// Adds interfaces with their properties, as ObjectManager tells them.
    public borrowing func append(interfaces: [String: BusProperties]) throws(BusError) {
        try append(.array, "{sa{sv}}") { () throws(BusError) in
            for (name, properties) in interfaces.sorted(by: { $0.key < $1.key }) {
                try append(.entry, "sa{sv}") { () throws(BusError) in
                    try append(name)
                    try append(properties: properties)
                }
            }
        }
    }

    /// Adds a list of texts.
    public borrowing func append(strings: [String]) throws(BusError) {
        try append(.array, "s") { () throws(BusError) in
            for text in strings { try append(text) }
        }
    }

    /// Adds properties: a dictionary of variants by name, in the order of the names.
    public borrowing func append(properties: BusProperties) throws(BusError) {
        try append(.array, "{sv}") { () throws(BusError) in
            for (name, value) in properties.sorted(by: { $0.key < $1.key }) {
                try append(.entry, "sv") { () throws(BusError) in
                    try append(name)
                    try append(variant: value)
                }
            }
        }
    }
}
