import Dashboard

/// The keys that change how a run is shown, live or played.
extension RunScreen {
    /// Obeys a key; false when it means something else, or nothing.
    mutating func press(_ key: UInt8) -> Bool {
        switch key {
        case UInt8(ascii: "b"): mode = mode == .big ? .full : .big
        case UInt8(ascii: "t"): nextTheme()
        case UInt8(ascii: "v"): isQuiet.toggle()
        case UInt8(ascii: "?"), UInt8(ascii: "h"): overlay = .help
        default: return false
        }
        return true
    }
}
