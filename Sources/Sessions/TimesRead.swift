/// The times of the rows read, by day: enough to find the horizon.
package struct TimesRead {
    private struct Day {
        var rows = 0
        var first: Int64
        var last: Int64
    }

    private static let dayLength: Int64 = 86_400_000_000
    private static let longestStep = 7 * dayLength
    /// Beyond it no clock is called wrong: so many days are no log of ours.
    private static let maximumDays = 50_000

    private var days: [Int64: Day] = [:]
    private var current = Day(first: 0, last: 0)
    private var number: Int64 = .min
    /// When that day began.
    private var midnight: Int64 = .min
    private(set) var rows = 0
    /// The earliest time; nil before the first row.
    package private(set) var first: Int64?
    private var last: Int64 = .min

    /// Notes the time of a row, in microseconds.
    @inline(__always)
    mutating func observe(_ time: Int64) {
        rows += 1
        if time < first ?? .max { first = time }
        if time > last { last = time }
        if UInt64(bitPattern: time &- midnight) >= UInt64(Self.dayLength) { open(time) }
        current.rows += 1
        if time < current.first { current.first = time }
        if time > current.last { current.last = time }
    }

    /// Notes the earliest time of the runs before; it is no row.
    mutating func observe(earlier time: Int64) {
        if time < first ?? .max { first = time }
    }

    private static func day(of time: Int64) -> Int64 {
        let day = time / dayLength
        return time % dayLength < 0 ? day - 1 : day
    }

    private mutating func open(_ time: Int64) {
        close()
        number = Self.day(of: time)
        midnight = number * Self.dayLength
        current = days[number] ?? Day(first: time, last: time)
    }

    private mutating func close() {
        if number != .min, days.count < Self.maximumDays { days[number] = current }
    }

    /// The latest time, and how many rows lie behind it.
    ///
    /// Rows that come more than 7 days after the row before them, and are at most one in a thousand, are
    /// from wrong clocks and do not count. `previous` is the horizon of the runs before.
    package mutating func horizon(previous: Int64?) -> (time: Int64, future: Int)? {
        close()
        guard rows > 0 else { return previous.map { ($0, 0) } }
        guard days.count < Self.maximumDays else { return (max(last, previous ?? .min), 0) }
        var sorted = days.values.sorted { $0.first < $1.first }
        if let previous {
            let index = sorted.firstIndex { $0.last > previous } ?? sorted.count
            sorted.insert(Day(first: previous, last: previous), at: index)
        }
        var horizon = max(last, previous ?? .min)
        var future = 0
        var tail = 0
        for at in sorted.indices.dropFirst().reversed() {
            tail += sorted[at].rows
            if tail * 1000 > rows || previous ?? .min >= sorted[at].first { break }
            let before = sorted[at - 1].last
            if sorted[at].first - before > Self.longestStep {
                horizon = before
                future = tail
            }
        }
        return (horizon, future)
    }
}
