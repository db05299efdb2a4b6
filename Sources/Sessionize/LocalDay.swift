import Foundation
import StageSupport

/// The local calendar day of a moment, by the rules of a zone.
///
/// Offsets are looked up per quarter of an hour, the finest step at which zones have changed since
/// 1973, and remembered.
struct LocalDay {
    private static let quarter: Int64 = 900
    private static let maximumKnown = 100_000

    /// The zone's name.
    let name: String
    private let zone: TimeZone
    private var known: [Int64: Int64] = [:]
    private var lastQuarter: Int64 = .min
    private var lastOffset: Int64 = 0

    /// Throws exit 64 with the nearest names for a zone that does not exist.
    init(zone name: String) throws(Failure) {
        let names = TimeZone.knownTimeZoneIdentifiers + ["UTC"]
        guard names.contains(name), let zone = TimeZone(identifier: name) else {
            let near = Nearest.name(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
            throw Failure(.usage, "unknown time zone '\(name)'\(near)")
        }
        self.name = name
        self.zone = zone
    }

    /// Days since 1970-01-01 of the local date at `time`, in microseconds UTC.
    mutating func day(of time: Int64) -> Int64 {
        let second = Self.floored(time, by: 1_000_000)
        let quarter = Self.floored(second, by: Self.quarter)
        if quarter != lastQuarter {
            lastQuarter = quarter
            lastOffset = offset(of: quarter)
        }
        return Self.floored(second + lastOffset, by: 86_400)
    }

    private mutating func offset(of quarter: Int64) -> Int64 {
        if let offset = known[quarter] { return offset }
        let moment = Date(timeIntervalSince1970: Double(quarter * Self.quarter))
        let offset = Int64(zone.secondsFromGMT(for: moment))
        if known.count >= Self.maximumKnown { known.removeAll() }
        known[quarter] = offset
        return offset
    }

    private static func floored(_ value: Int64, by divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}
