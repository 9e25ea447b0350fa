/// A number of the machine that rises: its distance in m, or its time in s.
struct MachineCounter: Sendable {
    /// What it told last; `nil` before.
    private(set) var value: Int64?
    /// The sum of all its rises: a reset takes nothing away.
    private(set) var risen: Int64 = 0
    /// When it last told anything, in ms.
    private(set) var toldAt: Int64 = 0

    /// Takes a number at a time in ms; false when it is the one before.
    mutating func tell(_ new: Int64, at time: Int64) -> Bool {
        let old = value
        value = new
        toldAt = time
        if let old { risen += max(0, new - old) }
        return new != old
    }
}
