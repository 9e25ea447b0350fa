/// What may not be said to the runner, and which words make a sentence a claim.
///
/// A word stands for itself, as a whole word in any case, or for all that begin with it where a `*` is.
public enum WordingRules {
    /// What frightens.
    public static let alarm = [
        "warning*", "too high", "too low", "too fast", "too slow", "danger*", "abnormal*", "alarm*", "alert*", "risk*",
        "unsafe", "critical*", "zone 2",
    ]

    /// What says that somebody did not do as they should.
    public static let blame = [
        "fail*", "incomplete", "you should", "should have", "not enough", "not met", "criteria", "lazy", "excuse*",
        "give up", "gave up", "unfit", "out of shape", "poor*", "bad",
    ]

    /// Small words that blame where a runner is spoken to ("only 8 minutes"), and mean no harm elsewhere.
    public static let pressure = ["only", "just", "must", "behind", "missed", "skipped", "quit"]

    /// What is more than was done.
    public static let praise = [
        "amazing", "awesome", "great", "perfect*", "excellent", "fantastic", "brilliant", "impressive",
        "congratulation*",
        "proud", "well done", "good job", "bravo", "wow", "champion*", "hero", "heroes", "heroic", "keep it up",
    ]

    /// The body, and what it weighs.
    public static let body = ["weight", "fat", "lose", "burn*", "slim*", "calorie*", "bmi", "overweight"]

    /// Others, or a better self.
    public static let comparison = [
        "record", "best ever", "personal best", "streak*", "rank*", "faster than", "slower than", "better than",
        "worse than", "beat your", "beat the", "leaderboard*", "most runners", "other runners",
    ]

    /// What a doctor may say.
    public static let medicine = [
        "treats", "treatment*", "cure*", "prevent*", "heal", "heals", "healthy", "unhealthy", "therap*", "diagnos*",
        "overtrain*", "disorder*", "symptom*", "arrhythmia*", "fibrillation", "irregular*", "your brain", "neuro*",
        "endorphin*", "serotonin*", "cortisol", "bdnf", "hippocamp*", "reduces", "boost*", "detox*",
    ]

    /// All that is never said to the runner.
    public static let banned = alarm + blame + pressure + praise + body + comparison + medicine

    /// Words that make a sentence a claim: about what running does, about hearts and sensors, or by authority. A question
    /// claims nothing.
    public static let claims = [
        "some ease", "calmer", "sleep*", "asleep", "anxiety", "depression", "stress*", "mood", "helps you",
        "many people", "feel better", "heart medicine", "acsm*", "tanaka*", "who", "survey*", "study", "studies",
        "research*", "proven", "shown", "formula", "give or take", "optical sensor can", "as no heart",
    ]

    /// True where the text holds the word, or one that begins like it.
    public static func has(_ pattern: String, in text: String) -> Bool { has(pattern, inWords: words(of: text)) }

    /// The words of a text, small, each between two spaces; to be looked through for many patterns.
    public static func words(of text: String) -> String {
        " " + String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }) + " "
    }

    /// True where the ``words(of:)`` a text hold the word, or one that begins like it.
    public static func has(_ pattern: String, inWords words: String) -> Bool {
        pattern.hasSuffix("*") ? words.contains(" " + pattern.dropLast()) : words.contains(" " + pattern + " ")
    }
}
