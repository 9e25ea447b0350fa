/// What is said of a sensor: what it is, what it is doing, what comes from it.
public enum SensorSaying: String, Saying {
    // What it is.
    case strap
    case treadmill
    case footPod = "foot pod"

    // What it is doing, and for how long.
    case searching
    case connecting
    case live
    case quiet
    case notHeard = "not heard"
    case age = " for {age}"
    case battery = ", battery {percent} %"
    case noneYet = "no sensor heard yet"

    // What is being done about it.
    case blocked = "waiting for Bluetooth"
    case pairing
    case connected

    // How strong it is heard.
    case signal = "{strength} signal, {level} dBm"
    case strong
    case good
    case weak
}

/// Where a value comes from.
public enum SourceSaying: String, Saying {
    case machineRate = "heart rate from the treadmill itself"
    case opticalRate = "heart rate from an optical sensor"
    case strapBeats = "heart rate from the strap, beat by beat"
    case strapRate = "heart rate from the strap"
    case footPodSpeed = "speed from the foot pod"
    case treadmillSpeed = "speed from the treadmill"
    case cadence = "cadence from the foot pod"

    // Under the heart rate on the screen.
    case average = "bpm on average"
    case heading = "bpm → {bpm}"
    case grips = "bpm, grips"
    case optical = "bpm, optical"
}
