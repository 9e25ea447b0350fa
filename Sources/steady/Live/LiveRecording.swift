import BlueZ
import Capture
import SensorCodec
import UnixIO

/// The recording of one session: every raw value, appended to its file before anything else looks at it.
///
/// A thread of its own puts it on the disk, so that a power cut takes less than a second of it. What the disk does not
/// take waits in memory and is tried again with the next value: a disk that has room again makes the recording whole.
final class LiveRecording {
    /// What waits at most, in octets: several hours of a strap and a treadmill.
    private static let waitingLimit = 4 << 20

    /// The file.
    let path: String
    private var file: AppendFile
    private let syncer: FileSyncer
    private var writer = RecordingWriter()
    /// What is not in the file yet.
    private var octets: [UInt8] = []
    private var isFailing = false
    /// Told of what the disk does not take, and that it does again (`nil`).
    var onTrouble: ((SystemFailure?) -> Void)?

    /// Makes the file; there must be none of its name. Time in microseconds since 1970-01-01 UTC.
    init(path: String, origin: RecordingOrigin, at time: Int64) throws(SystemFailure) {
        self.path = path
        file = try AppendFile(path: path)
        syncer = try file.syncer()
        writer.begin(at: time, into: &octets)
        // Written with the first value: by then there is somebody to tell what the disk says.
        writer.noted(origin.note, at: time, into: &octets)
    }

    /// A sensor is connected, and has this.
    func connected(_ device: RecordedDevice, at time: Int64) {
        writer.connected(device, at: time, into: &octets)
        flush()
    }

    /// A sensor's link is gone.
    func disconnected(_ sensor: BluetoothAddress, at time: Int64) {
        writer.disconnected(sensor, at: time, into: &octets)
        flush()
    }

    /// A value came.
    func take(_ value: LiveValue, _ bytes: Span<UInt8>, at time: Int64) {
        guard let sensor = value.sensor.address, octets.count < Self.waitingLimit else { return }
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
        flush()
    }

    /// Something that is no packet happened.
    func note(_ text: String, at time: Int64) {
        writer.noted(text, at: time, into: &octets)
        flush()
    }

    /// Ends the recording: all of it is on the disk then.
    func finish() throws(CommandFailure) {
        do throws(SystemFailure) {
            if !octets.isEmpty { try file.append(octets) }
            octets = []
            try file.sync()
        } catch {
            throw CommandFailure(error)
        }
    }

    private func flush() {
        do throws(SystemFailure) {
            try file.append(octets)
            octets.removeAll(keepingCapacity: true)
            syncer.noteWrite()
            if let failure = syncer.takeFailure() { throw failure }
            if isFailing { onTrouble?(nil) }
            isFailing = false
        } catch {
            if !isFailing { onTrouble?(error) }
            isFailing = true
        }
    }
}
