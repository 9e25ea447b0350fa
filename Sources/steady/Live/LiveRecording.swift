import BlueZ
import Capture
import SensorCodec
import UnixIO

/// The recording of one session: every raw value, appended to its file before anything else looks at it.
final class LiveRecording {
    /// The file.
    let path: String
    private var file: AppendFile
    private var writer = RecordingWriter()
    private var octets: [UInt8] = []

    /// Makes the file; there must be none of its name. Time in microseconds since 1970-01-01 UTC.
    init(path: String, at time: Int64) throws(SystemFailure) {
        self.path = path
        file = try AppendFile(path: path)
        writer.begin(at: time, into: &octets)
        try flush()
    }

    /// A sensor is connected, and has this.
    func connected(_ device: RecordedDevice, at time: Int64) throws(SystemFailure) {
        writer.connected(device, at: time, into: &octets)
        try flush()
    }

    /// A sensor's link is gone.
    func disconnected(_ sensor: BluetoothAddress, at time: Int64) throws(SystemFailure) {
        writer.disconnected(sensor, at: time, into: &octets)
        try flush()
    }

    /// A value came.
    func take(_ value: LiveValue, _ bytes: Span<UInt8>, at time: Int64) throws(SystemFailure) {
        guard let sensor = value.sensor.address else { return }
        switch value.kind {
        case .read: writer.read(bytes, handle: value.handle, of: sensor, at: time, into: &octets)
        case .notification, .indication:
            writer.received(
                bytes,
                handle: value.handle,
                from: sensor,
                isIndication: value.kind == .indication,
                at: time,
                into: &octets
            )
        }
        try flush()
    }

    /// Something that is no packet happened.
    func note(_ text: String, at time: Int64) throws(SystemFailure) {
        writer.noted(text, at: time, into: &octets)
        try flush()
    }

    /// Ends the recording: all of it is on the disk then.
    func finish() throws(CommandFailure) {
        do throws(SystemFailure) {
            try file.sync()
        } catch {
            throw CommandFailure(error)
        }
    }

    private func flush() throws(SystemFailure) {
        defer { octets.removeAll(keepingCapacity: true) }
        try file.append(octets.span)
    }
}
