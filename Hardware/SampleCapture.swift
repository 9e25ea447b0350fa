/// The captures that ship with Steady, in `Hardware/captures`.
///
/// HCI traffic of whole sessions against a real Linux Bluetooth stack (BlueZ 5.66, kernel 6.1), recorded by `btmon`;
/// the sensors were simulated, so nobody's body is in them.
public enum SampleCapture: String, CaseIterable, Sendable {
    /// A strap and a treadmill together, a ride of two and a half minutes.
    case both
    /// A strap alone: steps from 72 to 135 bpm, RR-Intervals and contact on and off, energy, a 16-bit rate.
    case heartRate = "hr"
    /// A client on a socket of its own, without bluetoothd.
    case socketClient = "l2cap"
    /// Every kind of malformed value, split records, all fields at once.
    case odd
    /// Links that end in every way, and come back.
    case reconnect
    /// A treadmill alone, with its control point.
    case treadmill

    /// The file in `Hardware/captures`.
    public var fileName: String { rawValue + ".btsnoop" }
    /// What the client received, line by line.
    public var logName: String { rawValue + ".log" }
}
