import Capture
import RunEngine
import SensorCodec

/// Turns what a capture holds into what a run is made of: the sensors' values, decoded, with their times.
struct CaptureInputs: CaptureSink {
    /// What came and when, in microseconds since 1970-01-01 UTC.
    struct Timed {
        var unixMicroseconds: Int64
        var input: RunInput
    }

    /// What came since the caller emptied it.
    var inputs: [Timed] = []
    private var damage: DamageReport
    private let isQuiet: Bool
    private var lastUnixMicroseconds: Int64 = 0

    /// `isQuiet`: damage has been told of already.
    init(path: String, isQuiet: Bool = false) {
        damage = DamageReport(path: path)
        self.isQuiet = isQuiet
    }

    /// The capture was read to its end.
    func finish(_ reader: CaptureReader) {
        if !isQuiet { damage.finish(reader) }
    }

    mutating func opened(_ header: CaptureHeader) {
        lastUnixMicroseconds = header.beganUnixMicroseconds ?? 0
    }

    mutating func found(_ device: CapturedDevice) {
        if let name = device.name { add(.name(name, of: device.device)) }
    }

    mutating func named(_ device: SensorIdentity, _ name: String) { add(.name(name, of: device)) }

    mutating func damaged(_ damage: Damage) {
        if !isQuiet { self.damage.add(damage) }
    }

    mutating func disconnected(_ device: SensorIdentity, unixMicroseconds: Int64) {
        lastUnixMicroseconds = unixMicroseconds
        add(.disconnected(device))
    }

    mutating func received(_ value: AttributeValue, bytes: Span<UInt8>) {
        lastUnixMicroseconds = value.unixMicroseconds
        guard value.direction == .fromDevice, value.offset == 0, let characteristic = value.characteristic else {
            return
        }
        do throws(DecodingFailure) {
            if let decoded = try CharacteristicValue(decoding: bytes, of: characteristic) {
                add(.value(decoded, from: value.device))
            }
        } catch {
            add(.undecodable(error, from: value.device))
        }
    }

    private mutating func add(_ input: RunInput) {
        inputs.append(Timed(unixMicroseconds: lastUnixMicroseconds, input: input))
    }
}

/// A capture as a run: its inputs, one after the other, in constant memory.
struct CaptureRun: ~Copyable {
    private let path: String
    private var file: CaptureFile
    private var source: CaptureInputs
    private var next = 0
    private var isFinished = false

    /// Opens a capture. `isQuiet`: its damage has been told of already.
    init(path: String, isQuiet: Bool = false) throws(CommandFailure) {
        self.path = path
        file = try CaptureFile(path: path)
        source = CaptureInputs(path: path, isQuiet: isQuiet)
    }

    /// When the next input came, in microseconds since 1970-01-01 UTC; `nil` at the end of the capture.
    mutating func nextUnixMicroseconds() throws(CommandFailure) -> Int64? {
        while next == source.inputs.count {
            source.inputs.removeAll(keepingCapacity: true)
            next = 0
            if try !file.readPiece(into: &source) {
                finish()
                return nil
            }
        }
        return source.inputs[next].unixMicroseconds
    }

    /// Says once what of the capture was passed over.
    private mutating func finish() {
        if isFinished { return }
        isFinished = true
        source.finish(file.reader)
    }

    /// Plays the next input into a session; false at the end of the capture.
    mutating func play(into session: inout RunSession) throws(CommandFailure) -> Bool {
        guard let time = try nextUnixMicroseconds() else { return false }
        session.apply(source.inputs[next].input, atUnixMicroseconds: time)
        next += 1
        return true
    }

    /// Why a run that never began did not.
    static func nothingToFollow(in path: String) -> CommandFailure {
        CommandFailure(
            status: .badData,
            message:
                "\(path.printable) holds no heart rate and no treadmill data\n`steady inspect` shows what is in it."
        )
    }
}
