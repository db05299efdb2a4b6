import Rows
import StageSupport
import StatsFolder

/// The days that the data are of, in the journey's zone.
struct Period {
    /// Nil without rows.
    let first: CivilDate?
    let last: CivilDate?
    private let zone: TimeZoneRules

    /// Throws exit 65 where the manifest names no zone, 74 where zones cannot be read.
    init(_ manifest: StatsManifest, of folder: String) throws(Failure) {
        do throws(Failure) {
            zone = try TimeZoneRules(named: manifest.timezone)
        } catch {
            guard error.status == .usage else { throw error }
            throw Failure(.damagedInput, "\(folder)/manifest.json: \(error)")
        }
        first = Self.day(manifest.dataStart, zone)
        last = Self.day(manifest.dataEnd, zone)
    }

    private static func day(_ time: String?, _ zone: TimeZoneRules) -> CivilDate? {
        guard let moment = moment(time) else { return nil }
        return CivilDate(daysSince1970: seconds(moment, zone) / 86_400)
    }

    private static func moment(_ time: String?) -> Timestamp? {
        time.flatMap { LoggedTime(iso: Array($0.utf8).span)?.time }
    }

    /// Seconds of the zone's clock since 1970 began on it.
    private static func seconds(_ moment: Timestamp, _ zone: TimeZoneRules) -> Int {
        let second = moment.microseconds / 1_000_000
        return Int(second) + zone.offset(at: moment)
    }

    /// What the zone's clock shows.
    struct Clock {
        let day: CivilDate
        let hour: Int
        let minute: Int
    }

    /// Nil where it is no time.
    func clock(at time: String?) -> Clock? {
        guard let moment = Self.moment(time) else { return nil }
        let seconds = Self.seconds(moment, zone)
        let (days, rest) = (seconds / 86_400, seconds % 86_400)
        return Clock(
            day: CivilDate(daysSince1970: days), hour: rest / 3600, minute: rest / 60 % 60)
    }
}
