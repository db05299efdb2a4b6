import Rows

/// A clock that shows the time of one zone.
///
/// The offset found last is remembered with the time for which it holds: rows are near each other.
public struct LocalClock: Sendable {
    private static let hourLength: Int64 = 3_600_000_000
    private static let dayLength = 24 * hourLength

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

    /// The day as `day(at:)` tells it, and moments round `time` of which it is sure.
    public mutating func dayAndSpan(at time: Int64) -> (day: Int, span: Range<Int64>) {
        unit(of: Self.dayLength, at: time)
    }

    /// The hours from 1970-01-01T00 to the one that the clock shows at `time`, and moments round it of which that is
    /// sure.
    public mutating func hour(at time: Int64) -> (hour: Int, span: Range<Int64>) {
        unit(of: Self.hourLength, at: time)
    }

    private mutating func unit(of length: Int64, at time: Int64) -> (Int, Range<Int64>) {
        let number = reading(at: time).flooredQuotient(by: length)
        let start = number * length - offset
        return (Int(number), (start..<start + length).clamped(to: holds))
    }

    /// `2026-11-20T02:00:01.682000+02:00`: what the clock shows at `time`, with its offset in whole minutes.
    ///
    /// Source: RFC 3339. Before clocks were set by zones, an offset may have seconds; they are left out of both.
    public mutating func text(at time: Int64) -> [UInt8] {
        _ = reading(at: time)
        let minutes = offset.flooredQuotient(by: 60_000_000)
        var text: [UInt8] = []
        Timestamp(microseconds: time + minutes * 60_000_000).write(to: &text)
        text[text.count - 1] = minutes < 0 ? 0x2D : 0x2B
        for (index, part) in [minutes.magnitude / 60, minutes.magnitude % 60].enumerated() {
            if index > 0 { text.append(0x3A) }
            text.append(UInt8(part / 10) + 0x30)
            text.append(UInt8(part % 10) + 0x30)
        }
        return text
    }

    /// The days from 1970-01-01 to the date that the clock's calendar shows at `time`.
    public mutating func day(at time: Int64) -> Int {
        Int(reading(at: time).flooredQuotient(by: Self.dayLength))
    }
}
