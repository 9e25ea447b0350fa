extension String {
    /// The last part of a path: the name of a file without its folders.
    var lastPathComponent: String { split(separator: "/").last.map(String.init) ?? self }

    /// The text without what could steer a terminal or break a line; file names may hold anything.
    var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: "?"
                    default: scalar
                    }
                }
            )
        )
    }
}
