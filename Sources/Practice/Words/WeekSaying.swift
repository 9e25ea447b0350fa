/// What is said about the week and the weeks before.
public enum WeekSaying: String, Saying {
    case goalMet = "That is your {goal}. Rest counts too."
}
