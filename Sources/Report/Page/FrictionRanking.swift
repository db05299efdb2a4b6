import StatsFolder

/// What the rows of `friction.csv` say, in the order of their ranks.
enum FrictionRanking {
    static func hasEstimate(_ row: Row) -> Bool { !row.isEmpty("risk_difference") }

    /// Whether the two ways to compare contradict each other, so that it takes the key `answers`.
    static func needsAnswers(_ row: Row) -> Bool {
        row.text("status") == "unclear" && row.isEmpty("clock")
    }

    /// The first bad experience that surely goes with more drop-off, else the first obstacle.
    static func top(of rows: [Row]) -> Row? {
        first(.bad, of: rows) ?? first(.obstacle, of: rows)
    }

    /// The first habit that does: what visitors do who are leaving anyhow.
    static func habit(of rows: [Row]) -> Row? { first(.habit, of: rows) }

    /// The one after the first, of another signal.
    static func second(of rows: [Row]) -> Row? {
        guard let first = top(of: rows) else { return nil }
        return top(of: rows.filter { $0.text("signal") != first.text("signal") })
    }

    private static func first(_ wanted: SignalClass, of rows: [Row]) -> Row? {
        rows.first { row in
            row.text("status") == "ok" && row.number("q_value") ?? 1 <= 0.05
                && SignalClass(of: row.text("signal")) == wanted
        }
    }

    /// The touchpoint of kind error that the signal is of; nil for other signals.
    static func errorTouchpoint(_ row: Row) -> String? {
        let signal = row.text("signal")
        return signal.hasPrefix("error:") ? String(signal.dropFirst(6)) : nil
    }
}
