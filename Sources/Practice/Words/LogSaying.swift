/// What is said when something is noted in the log, or taken out of it.
public enum LogSaying: String, Saying {
    case deletedWithRecording = "Deleted: the run of {day}, with its recording. Nothing of it is left here."
    case deleted = "Deleted: the run of {day}. Nothing of it is left here."
    case mayBeInDamaged = "A damaged log that was set aside may still hold it: {path}"
    case filesAreYours = "Files that you exported from it are yours: they are where you put them."

    case noted = "Noted."
    case takenBack = "Taken back."
    case calmWindow = "Calm window until {time}."
    case settled = "Seated for five minutes: {rate}."

    case feelingBefore = "How do you feel, if you like? 1 low to 5 good"
    case feelingAfter = "How do you feel now? 1 low to 5 good; any other key: no answer"
    case calmQuestion = "How is it now? w worse, s the same, b better; any other key: no answer"
    case settling = "Sit, and let it settle. Five minutes; q leaves."
    case calmOpen = "Leave this open for a note at {time}, or q."
}
