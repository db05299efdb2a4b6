/// What `[retention]` of the journey file says: who begins, who returns, and in which periods.
struct RetentionRules {
    enum Basis: String, CaseIterable {
        /// Periods of the local calendar.
        case calendar
        /// Periods of 24 hours, 7 or 30 days from a customer's own start on.
        case rolling
    }

    var period = CalendarPeriod.week
    var basis = Basis.calendar
    /// The touchpoint whose first row is a customer's start; nil for the first row of all.
    var from: String?
    /// The touchpoint whose rows are a return; nil for the start of any session.
    var returning: String?
}

extension CalendarPeriod {
    /// Of a rolling period, in microseconds.
    var rollingLength: Int64 {
        let day: Int64 = 86_400_000_000
        return switch self {
        case .day: day
        case .week: 7 * day
        case .month: 30 * day
        }
    }
}
