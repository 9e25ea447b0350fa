import Capture
import Hardware
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
    /// Damage has been told of already.
    var isQuiet: Bool
    private var lastUnixMicroseconds: Int64 = 0
    /// What a recording of Steady's own says of itself.
    private(set) var origin: RecordingOrigin?
    /// What the runner said in it of how they felt before.
    private(set) var feeling: FeelingNote?
    private(set) var devices: KnownDevices

    /// `isQuiet`: damage has been told of already.
    init(path: String, speedUnit: ConsoleUnit?, isQuiet: Bool = false) {
        damage = DamageReport(path: path)
        devices = KnownDevices(speedUnit: speedUnit)
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
        devices.found(device)
        if let name = device.name { add(.name(name, of: device.device)) }
    }

    mutating func named(_ device: SensorIdentity, _ name: String) {
        devices.named(device, name)
        add(.name(name, of: device))
    }

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
        guard let (input, findings) = devices.input(bytes, of: characteristic, from: value.device) else { return }
        for finding in findings { add(.finding(finding, about: value.device)) }
        add(input)
    }

    mutating func noted(_ text: String, unixMicroseconds: Int64) {
        lastUnixMicroseconds = max(lastUnixMicroseconds, unixMicroseconds)
        if let origin = RecordingOrigin(note: text) { self.origin = self.origin ?? origin }
        if let feeling = FeelingNote(note: text) { self.feeling = feeling }
        if let input = RunInput(note: text) { add(input) }
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

    /// Opens a capture. `speedUnit`: that of the treadmill, by the runner's word. `isQuiet`: its damage has been told of
    /// already.
    init(path: String, speedUnit: ConsoleUnit?, isQuiet: Bool = false) throws(CommandFailure) {
        self.init(try CaptureFile(path: path), path: path, speedUnit: speedUnit, isQuiet: isQuiet)
    }

    /// A capture that was opened before.
    init(_ file: consuming CaptureFile, path: String, speedUnit: ConsoleUnit?, isQuiet: Bool = false) {
        self.path = path
        self.file = file
        source = CaptureInputs(path: path, speedUnit: speedUnit, isQuiet: isQuiet)
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

    /// Where a run stands in its capture.
    struct Mark {
        fileprivate var file: CaptureFile.Mark
        fileprivate var source: CaptureInputs
        fileprivate var isFinished: Bool
    }

    /// True when all that was read has been played: then a ``mark`` is small.
    var isBetweenPieces: Bool { next == source.inputs.count }

    /// Where the run stands.
    var mark: Mark {
        var source = source
        // Not its memory, which has room for a whole piece.
        source.inputs = Array(source.inputs[next...])
        return Mark(file: file.mark, source: source, isFinished: isFinished)
    }

    /// Goes on from where the run stood before. What is damaged there has been told of.
    mutating func go(to mark: Mark) throws(CommandFailure) {
        try file.go(to: mark.file)
        source = mark.source
        source.isQuiet = true
        next = 0
        isFinished = mark.isFinished
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

    /// What a recording of Steady's own says of itself, known once an input is.
    var origin: RecordingOrigin? { source.origin }

    /// What the runner said of how they felt before, as far as it was read.
    var feeling: FeelingNote? { source.feeling }

    /// Why a run that never began did not.
    var nothingToFollow: CommandFailure {
        let advice = source.devices.unsupportedSentences.first ?? "`steady inspect` shows what is in it."
        return CommandFailure(
            status: .badData,
            message: "\(path.printable) holds no heart rate and no treadmill data\n\(advice)"
        )
    }
}
