/// A way to cut the range of heart rates into zones, by the key that programs see.
public enum ZoneModel: String, CaseIterable, Sendable {
    /// ACSM intensity classes by heart-rate reserve.
    case acsmHRR = "acsm_hrr"
    /// ACSM intensity classes by maximum heart rate.
    case acsmMax = "acsm_max"
    /// Five tenths of the maximum heart rate, from 50 %.
    case fiveMax = "five_max"
    /// Five tenths of the heart-rate reserve, from 50 %.
    case fiveHRR = "five_hrr"
    /// Friel's running zones by lactate-threshold heart rate.
    case frielRun = "friel_run"
    /// Coggan's heart-rate zones (a cycling scheme) by lactate-threshold heart rate.
    case cogganHR = "coggan_hr"
    /// Below, between and above the two ventilatory thresholds.
    case three
    /// Bounds of the runner's own.
    case custom
}
