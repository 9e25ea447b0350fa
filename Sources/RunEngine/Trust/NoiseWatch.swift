/// Finds a strap whose readings are often no heart's: dry electrodes, static from a shirt, a contact that comes and goes.
///
/// Of the readings of the last minute, kept in twelve bins of five seconds, more than one in ten were refused or doubted.
struct NoiseWatch: Sendable {
    /// In ms.
    private static let bin: Int64 = 5_000
    private static let bins = 12
    /// The readings that a judgement needs.
    private static let fewest = 20

    private var total = InlineArray<12, UInt16>(repeating: 0)
    private var refused = InlineArray<12, UInt16>(repeating: 0)
    /// The number of the latest bin since time 0.
    private var latest: Int64 = 0
    /// True when too many were refused, as of the last reading.
    private(set) var isNoisy = false

    /// Takes a reading at a time in ms.
    mutating func take(isRefused: Bool, at time: Int64) {
        forget(before: time / Self.bin)
        let index = Int(latest % Int64(Self.bins))
        if total[index] < .max { total[index] += 1 }
        if isRefused, refused[index] < .max { refused[index] += 1 }
        judge()
    }

    private mutating func judge() {
        var (all, bad) = (0, 0)
        for index in 0..<Self.bins {
            all += Int(total[index])
            bad += Int(refused[index])
        }
        isNoisy = all >= Self.fewest && bad * 10 > all
    }

    private mutating func forget(before number: Int64) {
        guard number > latest else { return }
        for step in 1...min(number - latest, Int64(Self.bins)) {
            let index = Int((latest + step) % Int64(Self.bins))
            total[index] = 0
            refused[index] = 0
        }
        latest = number
    }
}
