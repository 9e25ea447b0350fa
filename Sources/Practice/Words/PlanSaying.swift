/// What is said about a plan: on the way through it, at its end, and about the next one.
public enum PlanSaying: String, Saying {
    // On the way.
    case part = "{part}, {left} left"
    case partAndNext = "{part}, {left} left; then {next} {length}"
    case quietPart = "{part} for now"
    case quietPartAndNext = "{part} for now; then {next}"
    case untilSlower = "walk until your heart is slower"
    case enough = "That is enough for today."
    // The same where there is less room, and in lines.
    case shortPart = "{part} {left}"
    case shortPartAndNext = "{part} {left}; then {next} {length}"
    case shortUntilSlower = "walk until slower"
    case shortestUntilSlower = "walk"
    case shortEnough = "enough for today"
    case left = "{time} left"
    case minutesLeft = "{minutes} min left"

    // At the end.
    case partly = "{done} of {total} minutes. That counts."
    case walkedAndRan = "You walked {walked} min and ran {ran} min."
    case walked = "You walked {walked} min."
    case ran = "You ran {ran} min."

    // What is next.
    case today = "Today: {plan}."
    case noPlan = "Today: a run without a plan. It ends when you end it."
    case otherPlans = "Other ways: --easy, --walk-run, --none; --week N for another week."
    case beginning = "Most of it is walking."
    case nextWeek = "The next week."
    case again = "Same week again."
    case goingOn = "Your week goes on."
    case back = "After some time away, an earlier week is a good way in."
    case chosen = "The week you chose."
    case restDay = "A rest day between two runs is part of it."
    case sayTalk = "The next week comes after a run in which you could talk; y and n say so on the way."
    case rampDone = "You run 40 minutes now. steady plan --easy goes on from here."
}
