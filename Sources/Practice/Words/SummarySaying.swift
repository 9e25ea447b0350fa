/// What is said at the end of a run: the time first, the numbers after.
public enum SummarySaying: String, Saying {
    case done = "Done: {minutes} min. That counts."
    case doneWithPause = "Done: {minutes} min, {paused} of them paused. That counts."
    case short = "Done: less than a minute."

    // The time in the band; what is not known is told with what is.
    case band = "In the band: {minutes} min."
    case bandAndUnknown = "In the band: {minutes} min; for {unknown} the heart rate was not known."
    case bandOf = "In the band ({band}): {minutes} min."
    case bandOfAndUnknown = "In the band ({band}): {minutes} min; for {unknown} the heart rate was not known."
    case underAMinute = "less than a minute"

    // The numbers.
    case distance = "Distance: {distance} km."
    case distanceAndSpeed = "Distance: {distance} km, at {speed} km/h on average."
    case heartRate = "Heart rate: about {average} bpm on average, from {lowest} to {highest}."
    case noHeartRate = "No heart rate was heard this time."
}
