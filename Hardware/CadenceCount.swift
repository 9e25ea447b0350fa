/// What the cadence of Running Speed and Cadence counts.
///
/// The specification has steps per minute; some machines count the strides of one foot.
public enum CadenceCount: Hashable, Sendable {
    case bothFeet
    case oneFoot

    /// Steps of both feet per minute, from what the sensor sent.
    public static func stepsPerMinute(_ sent: UInt8, counting count: CadenceCount) -> UInt16 {
        switch count {
        case .bothFeet: UInt16(sent)
        case .oneFoot: UInt16(sent) * 2
        }
    }
}
