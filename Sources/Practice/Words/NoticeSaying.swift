/// What is odd about a sensor: what was seen, and what the runner can do.
public enum NoticeSaying: String, Saying {
    case milesPerHour = """
        The treadmill's speed looks like miles per hour: by its own distance it runs 1.6 times as fast as it says. \
        Its distance is the one to trust. Setting its console to kilometres may mend the speed; so does \
        --speed-unit mph.
        """
    case miles = """
        The treadmill's distance looks counted in miles: by its own speed it goes 1.6 times as far as it counts. \
        Setting its console to kilometres may mend it.
        """
    case incline = """
        The treadmill tells an incline of {incline} %, which is not between {lower} and {upper} %: \
        better to go by its console.
        """
    case distanceStands = """
        The treadmill's distance stands still while its belt moves: Steady goes by the speed until it counts again.
        """
    case clockStands = "The treadmill's clock stands still while its belt moves: Steady's own time goes on."
    case heartRateStands = """
        The treadmill's own heart rate has not changed for two minutes: better not to go by it. A chest strap, if \
        you wear one, goes before it.
        """
    case distancesDiffer = """
        By its speed the treadmill went {speed} km, by its own count {counter} km: one of the two is a little off. \
        Steady goes by the count.
        """
    case unattended = "The belt moves and nobody seems to be on it: the time is paused until you are back."
    case correction = "{name}: {change}"

    // What is put right because the runner says so.
    case runnersWord = "Your word"
    case convertedFromMiles = "The treadmill's speed is taken as miles per hour and converted."
}

/// The same in at most 46 columns.
public enum ShortNoticeSaying: String, Saying {
    case milesPerHour = "the treadmill's speed looks like miles an hour"
    case miles = "the treadmill's distance looks like miles"
    case incline = "the treadmill's incline cannot be right"
    case distanceStands = "the treadmill's distance stands still"
    case clockStands = "the treadmill's clock stands still"
    case heartRateStands = "the treadmill's heart rate stands still"
    case distancesDiffer = "the treadmill's speed and distance differ"
    case unattended = "nobody seems to be on the belt: paused"
    case correction = "what a sensor sends is put right on the way"
}
