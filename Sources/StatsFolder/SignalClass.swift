/// How much the signals of `friction.csv` say of the site: those of the first case come first.
public enum SignalClass: Int, Comparable, Sendable {
    /// A visitor met a failure, or fought with the page.
    case bad
    /// Anything that may stand in the way.
    case obstacle
    /// What a visitor does who is leaving anyhow.
    case habit

    /// The class of the signal of this name.
    public init(of signal: String) {
        switch signal {
        case "server_error", "client_error", "rapid_repeat", "page_loop", "retry_loop": self = .bad
        case "resumed_later", "long_dwell", "u_turn": self = .habit
        default: self = signal.hasPrefix("error:") ? .bad : .obstacle
        }
    }

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
