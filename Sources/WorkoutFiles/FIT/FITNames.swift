/// Names for people of what FIT files say in numbers.
enum FITNames {
    /// Kinds of files. Source: FIT profile, "file".
    static func fileType(_ number: Int64) -> String {
        switch number {
        case 1: "device settings"
        case 2: "settings"
        case 3: "sport settings"
        case 5: "a workout plan"
        case 6: "a course"
        case 7: "schedules"
        case 9: "weights"
        case 10: "totals"
        case 11: "goals"
        case 14: "blood pressure"
        case 15, 28, 32: "daily monitoring"
        case 20: "a summary of activities"
        case 34: "segments"
        default: "a file of type \(number)"
        }
    }

    /// Sports but running and walking. Source: FIT profile, "sport".
    static func sport(_ number: Int64) -> String {
        switch number {
        case 2: "cycling"
        case 3: "a transition between sports"
        case 4: "a fitness machine"
        case 5: "swimming"
        case 6: "basketball"
        case 7: "soccer"
        case 8: "tennis"
        case 10: "training"
        case 12: "cross-country skiing"
        case 13: "alpine skiing"
        case 14: "snowboarding"
        case 15: "rowing"
        case 16: "mountaineering"
        case 17: "hiking"
        case 18: "several sports"
        case 19: "paddling"
        case 21: "e-biking"
        case 31: "climbing"
        case 35: "snowshoeing"
        case 37: "stand-up paddling"
        default: "sport \(number)"
        }
    }

    /// Makers of watches and applications that are often seen. Source: FIT profile, "manufacturer".
    static func manufacturer(_ number: Int64) -> String? {
        switch number {
        case 1, 13, 15: "Garmin"
        case 23: "Suunto"
        case 32: "Wahoo"
        case 70: "Sigma Sport"
        case 95: "Stryd"
        case 123: "Polar"
        case 260: "Zwift"
        case 265: "Strava"
        case 294: "Coros"
        default: nil
        }
    }
}
