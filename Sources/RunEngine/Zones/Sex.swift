/// The runner's sex, where they told it: some published formulas have coefficients for each. Nothing else asks for it.
public enum Sex: String, CaseIterable, Sendable {
    case female, male
}
