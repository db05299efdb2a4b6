import Rows

/// A clock that shows the time of one zone.
///
/// The offset found last is remembered with the time for which it holds: rows are near each other.
public struct LocalClock: Sendable {
    private static let dayLength: Int64 = 86_400_000_000

    private let zone: TimeZoneRules
    private var offset: Int64 = 0
    private var holds: Range<Int64> = 0..<0

    public init(in zone: TimeZoneRules) { self.zone = zone }

    /// A clock in the zone that tzdata calls `name`. Throws exit 64 where it has none.
    public init(zone name: String) throws(Failure) {
        self.init(in: try TimeZoneRules(named: name))
    }

    /// The zone's name, as it was asked for.
    public var name: String { zone.name }

    /// What the clock shows at `time`, both in microseconds since 1970, the second as if it were UTC.
    public mutating func reading(at time: Int64) -> Int64 {
        if !holds.contains(time) {
            let moment = Timestamp(microseconds: time)
            offset = Int64(zone.offset(at: moment)) * 1_000_000
            holds = zone.span(at: moment)
        }
        return time + offset
    }

    /// The days from 1970-01-01 to the date that the clock's calendar shows at `time`.
    public mutating func day(at time: Int64) -> Int {
        Int(reading(at: time).flooredQuotient(by: Self.dayLength))
    }
}
