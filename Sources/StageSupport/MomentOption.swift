public import ArgumentParser
import FoundationEssentials
public import Rows

/// A moment as users write it: RFC 3339 with an offset, a day (its midnight), `today`, `yesterday`, or a time
/// ago: `-7d`, `-12h`. Days are those of a zone.
public struct MomentOption: ExpressibleByArgument, Sendable {
    private enum Form: Sendable {
        case moment(Timestamp)
        /// A clock's reading, as if it were UTC.
        case local(Timestamp)
        /// Whole days from today on.
        case day(Int)
        /// Microseconds before now.
        case ago(Int64)
    }

    private let form: Form
    private let text: String

    public init?(argument: String) {
        text = argument
        let bytes = Array(argument.utf8)
        if argument == "today" || argument == "yesterday" {
            form = .day(argument == "today" ? 0 : -1)
        } else if argument.hasPrefix("-") {
            guard let ago = DurationOption(argument: String(argument.dropFirst())) else {
                return nil
            }
            form = .ago(ago.microseconds)
        } else {
            guard bytes.count >= 10, bytes[4] == 0x2D, let logged = LoggedTime(bytes.span) else {
                return nil
            }
            // A clock's reading says too little; a day is meant as one of the zone.
            guard logged.isZoned || bytes.count == 10 else { return nil }
            form = logged.isZoned ? .moment(logged.time) : .local(logged.time)
        }
    }

    /// For the `transform` of an option.
    ///
    /// - Throws: how a moment is said.
    @Sendable public static func option(_ argument: String) throws -> MomentOption {
        guard let moment = MomentOption(argument: argument) else {
            throw ValidationError(
                "say it as 2026-11-25, 2026-11-25T10:00:00Z, 2026-11-25T12:00:00+02:00, today, yesterday or -7d"
            )
        }
        return moment
    }

    /// The moment, where days are those of `zone` and the time is `now`.
    ///
    /// - Throws: exit 64 for a day that did not begin in the zone at midnight.
    public func time(in zone: TimeZoneRules, now: Timestamp) throws(Failure) -> Timestamp {
        switch form {
        case .moment(let time): return time
        case .ago(let length): return Timestamp(microseconds: now.microseconds - length)
        case .local(let midnight): return try moment(ofLocal: midnight, in: zone)
        case .day(let days):
            let local = now.microseconds + Int64(zone.offset(at: now)) * 1_000_000
            let day = local.flooredQuotient(by: Self.dayLength) + Int64(days)
            return try moment(ofLocal: Timestamp(microseconds: day * Self.dayLength), in: zone)
        }
    }

    private static let dayLength: Int64 = 86_400_000_000

    private func moment(
        ofLocal local: Timestamp, in zone: TimeZoneRules
    ) throws(Failure) -> Timestamp {
        switch zone.instants(ofLocal: local) {
        case .one(let time), .two(let time, _): return time
        case .none:
            throw Failure(
                .usage, "'\(text)' has no midnight in \(zone.name); give a time and its offset")
        }
    }
}

extension Timestamp {
    /// The system's clock.
    public static var now: Timestamp {
        Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
}
