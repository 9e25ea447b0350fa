extension String {
    /// The last part of a path: the name of a file without its folders.
    var lastPathComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
