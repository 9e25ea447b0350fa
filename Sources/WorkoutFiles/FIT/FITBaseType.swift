/// What a field of a FIT message is made of, by its code in the file. Source: FIT Protocol, "Base types".
enum FITBaseType: UInt8 {
    case enumeration = 0x00
    case sint8 = 0x01
    case uint8 = 0x02
    case sint16 = 0x83
    case uint16 = 0x84
    case sint32 = 0x85
    case uint32 = 0x86
    case string = 0x07
    case float32 = 0x88
    case float64 = 0x89
    case uint8z = 0x0A
    case uint16z = 0x8B
    case uint32z = 0x8C
    case byte = 0x0D
    case sint64 = 0x8E
    case uint64 = 0x8F
    case uint64z = 0x90

    /// Octets of one value.
    var size: Int {
        switch self {
        case .enumeration, .sint8, .uint8, .string, .uint8z, .byte: 1
        case .sint16, .uint16, .uint16z: 2
        case .sint32, .uint32, .uint32z, .float32: 4
        case .sint64, .uint64, .uint64z, .float64: 8
        }
    }

    /// True for the numbers that are read and written as integers.
    var isInteger: Bool {
        switch self {
        case .string, .float32, .float64, .byte: false
        default: true
        }
    }

    /// True for numbers that can lie below 0.
    var isSigned: Bool {
        switch self {
        case .sint8, .sint16, .sint32, .sint64: true
        default: false
        }
    }

    /// The bits, in the lowest octets, that say "not known".
    var invalidBits: UInt64 {
        switch self {
        case .string, .uint8z, .uint16z, .uint32z, .uint64z: 0
        default:
            isSigned ? UInt64.max >> UInt64(65 - 8 * size) : UInt64.max >> UInt64(64 - 8 * size)
        }
    }

    /// The numbers that mean one; the invalid one is not among them.
    var range: ClosedRange<Int64> {
        switch self {
        case .sint8, .sint16, .sint32, .sint64:
            size == 8 ? .min...(.max - 1) : -(1 << Int64(8 * size - 1))...((1 << Int64(8 * size - 1)) - 2)
        case .uint64, .uint64z: 0...(.max - 1)
        case .uint8z, .uint16z, .uint32z: 1...((1 << Int64(8 * size)) - 1)
        default: 0...((1 << Int64(8 * size)) - 2)
        }
    }
}

/// The messages of an activity that Steady reads or writes, by their global number.
enum FITMessageNumber: UInt16 {
    case fileID = 0
    case sport = 12
    case session = 18
    case lap = 19
    case record = 20
    case event = 21
    case deviceInfo = 23
    case activity = 34
    case fileCreator = 49
    case hrv = 78
    case timeInZone = 216
}

/// The time of FIT files: seconds since 1989-12-31 00:00:00 UTC.
enum FITTime {
    /// That moment in seconds since 1970-01-01 UTC.
    static let epochUnixSeconds: Int64 = 631_065_600
    /// Lower numbers count from when the device was switched on.
    static let earliestDate: Int64 = 0x1000_0000
}
