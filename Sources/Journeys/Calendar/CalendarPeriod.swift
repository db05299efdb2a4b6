import Rows

/// A day, week or month of the local calendar; weeks begin on Monday.
///
/// Each has a number, one more than that of the period before: of a day the days since 1970-01-01, of the week from
/// 1970-01-05 on 0, of a month 12 times its year and the months before it.
enum CalendarPeriod: String, CaseIterable {
    case day, week, month

    /// The number of the period that holds a day, in days since 1970.
    func number(ofDay day: Int) -> Int {
        switch self {
        case .day: return day
        case .week:
            let days = day - Self.firstMonday
            return days >= 0 ? days / 7 : (days - 6) / 7
        case .month:
            let date = CivilDate(daysSince1970: day)
            return date.year * 12 + date.month - 1
        }
    }

    /// The first day of the period with a number, in days since 1970.
    func firstDay(of number: Int) -> Int {
        switch self {
        case .day: return number
        case .week: return number * 7 + Self.firstMonday
        case .month:
            let (year, month) = number.quotientAndRemainder(dividingBy: 12)
            return CivilDate(year: year, month: month + 1, day: 1)?.daysSince1970 ?? 0
        }
    }

    private static let firstMonday = 4

    /// Those of all periods that times of rows can lie in, whose years have four digits.
    static let numbers = -1_000_000..<4_000_000
}
