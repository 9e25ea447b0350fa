import Capture
import SensorCodec

/// Something that is learned beside the packets. A sink may learn it in answer to what it is being told just then; it is
/// taught when that is over.
enum Learning {
    case link(KnownLink)
    case characteristics([UInt16: BluetoothUUID], BluetoothAddress)

    func teach(_ stream: inout MonitorStream) {
        switch self {
        case .link(let link): stream.learn(link)
        case .characteristics(let handles, let address): stream.learn(characteristics: handles, of: address)
        }
    }

    func teach(_ reader: inout CaptureReader) {
        switch self {
        case .link(let link): reader.learn(link)
        case .characteristics(let handles, let address): reader.learn(characteristics: handles, of: address)
        }
    }
}
