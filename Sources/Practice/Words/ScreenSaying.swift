/// The word that sums up the moment, on the screen and in lines.
public enum ScreenSaying: String, Saying {
    // What stops the run.
    case gettingReady = "getting ready"
    case done
    case pausedByRunner = "paused"
    case pausedByBelt = "paused: the belt stands still"
    case pausedUnattended = "paused: nobody on the belt"

    // What is known of the heart rate.
    case noContact = "no skin contact: wet the strap"
    case noSignal = "no heart-rate signal"
    case waiting = "waiting for heart rate"
    case noSensor = "no heart-rate sensor yet"

    // The phase, and the effort.
    case coolDown = "cooling down"
    case coolDownAbove = "cooling down: ease off a little"
    case warmUp = "warming up"
    case warmUpAbove = "warming up: ease off a little"
    case above = "ease off a little"
    case below = "a little more if you like"
    case inside = "easy and steady"
    case listening = "listening to your heart rate"

    // What a plan says.
    case walk = "walk, easily"
    case run = "run, slowly"

    // Without zones.
    case moving = "on your way"
    case askTalk = "can you talk? y yes, n no"
}

/// The same in at most ten columns, and in letters of blocks.
public enum ShortScreenSaying: String, Saying {
    case gettingReady = "get ready"
    case done
    case paused
    case noContact = "wet strap"
    case noSignal = "no signal"
    case waiting
    case noSensor = "no sensor"
    case coolDown = "cool down"
    case warmUp = "warm up"
    case above = "ease off"
    case below = "a bit more"
    case inside = "steady"
    case listening
    case walk
    case run
    case moving = "going"
    case askTalk = "can talk?"
}

/// Why the word is said.
public enum ReasonSaying: String, Saying {
    case comingDown = "coming down"
    case above = "{bpm} bpm above the band"
    case comingUp = "coming up"
    case below = "{bpm} bpm below the band"
}

/// Where the heart rate is, and how long it was in the band.
public enum BandSaying: String, Saying {
    case inside = "in the band"
    case above = "above the band"
    case below = "below the band"
    // In words that do without a number, and where it has just left.
    case littleAbove = "a little above the band"
    case littleBelow = "a little below the band"

    // The time in it, and today's aim.
    case minutes = "{minutes} min in the band"
    case minutesOfAim = "{minutes} of {aim} min in the band"
    case shortMinutes = "{minutes} in band"
    case shortMinutesOfAim = "{minutes} of {aim} min"
    case minutesAndLeft = "{minutes}, {left} left"
    case shortMinutesAndLeft = "{minutes} in band, {left} left"
}
