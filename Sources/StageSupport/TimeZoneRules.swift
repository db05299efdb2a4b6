import ByteIO
public import Rows

/// The offsets of one IANA time zone: what a local time means, and what the clock showed.
///
/// Read from the system's tzdata once; then only integers. A look-up is a binary search of a few
/// hundred intervals. Right for the years 1970 to 2101.
public struct TimeZoneRules: Sendable {
    /// The moments at which a clock of the zone showed a local time.
    public enum Instants: Equatable, Sendable {
        /// The clock was put forward over it.
        case none
        case one(Timestamp)
        /// The clock was put back over it; the earlier moment first.
        case two(Timestamp, Timestamp)
    }

    /// The name as it was asked for.
    public let name: String
    /// From when on, in seconds since 1970, each of `offsets` holds; the first one from ever on.
    private let starts: [Int64]
    /// Seconds east of UTC.
    private let offsets: [Int64]

    /// Coordinated Universal Time, without tzdata.
    public static let utc = TimeZoneRules(name: "UTC", changes: [], offsets: [0])

    /// The zone that tzdata calls `name`.
    ///
    /// - Throws: exit 64, with the nearest names, where it has none; exit 74 where tzdata cannot be read.
    public init(named name: String) throws(Failure) {
        if name == "UTC" {
            self = .utc
            return
        }
        guard let bytes = try ZoneFolder.content(of: name), let file = ZoneFile(bytes.span) else {
            throw Failure(.usage, "unknown time zone '\(name)'\(try ZoneFolder.hint(for: name))")
        }
        self.init(name: name, changes: file.changes, offsets: file.offsets)
    }

    init(name: String, changes: [Int64], offsets: [Int64]) {
        self.name = name
        starts = [.min] + changes
        self.offsets = offsets
    }

    /// Seconds east of UTC at `moment`.
    public func offset(at moment: Timestamp) -> Int {
        Int(offsets[interval(at: moment.microseconds.flooredQuotient(by: 1_000_000))])
    }

    /// When the offset at `moment` holds, in microseconds; open ends as far as the type reaches.
    public func span(at moment: Timestamp) -> Range<Int64> {
        let index = interval(at: moment.microseconds.flooredQuotient(by: 1_000_000))
        let end = index + 1 < starts.count ? starts[index + 1] * 1_000_000 : .max
        return (index == 0 ? .min : starts[index] * 1_000_000)..<end
    }

    /// The moments at which the clock showed `local`, a local time written as if it were UTC.
    public func instants(ofLocal local: Timestamp) -> Instants {
        let seconds = local.microseconds.flooredQuotient(by: 1_000_000)
        let fraction = local.microseconds - seconds * 1_000_000
        let middle = interval(at: seconds)
        var first: Timestamp?
        // No offset is over a day, and changes are rarer than that.
        for index in max(0, middle - 2)...min(starts.count - 1, middle + 2) {
            let moment = seconds - offsets[index]
            guard moment >= starts[index], index + 1 == starts.count || moment < starts[index + 1]
            else { continue }
            let found = Timestamp(microseconds: moment * 1_000_000 + fraction)
            if let first { return .two(first, found) }
            first = found
        }
        return first.map { .one($0) } ?? .none
    }

    /// The interval that holds the second.
    private func interval(at second: Int64) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= second { low = middle } else { high = middle }
        }
        return low
    }
}

extension Int64 {
    /// The quotient rounded down, for numbers below 0 too; `divisor` is above 0.
    public func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
