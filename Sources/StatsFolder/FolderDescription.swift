import ByteIO
import Crypto
import Rows
public import StageSupport

/// What lies beside the tables of a folder and describes them.
public struct FolderDescription: Sendable {
    public struct File: Sendable {
        public let name: String
        public let text: String

        /// In hex digits.
        public var sha256: String {
            var digits: [UInt8] = []
            for byte in SHA256.hash(data: Array(text.utf8)) { digits.append(hex: byte) }
            return String(decoding: digits, as: UTF8.self)
        }
    }

    /// The names of all files, in their order.
    public static let names = [DataPackage.name, "schema.sql", "views.sql", "load.sql"]

    public let files: [File]

    public init(of package: DataPackage, _ calendar: FolderCalendar) {
        let sql = TableSQL(shapes: package.files.map(\.shape), calendar: calendar)
        let description = File(name: DataPackage.name, text: package.text)
        let texts = [
            description.text, sql.schema, sql.views, sql.load(package: description.sha256),
        ]
        files = zip(Self.names, texts).map { File(name: $0, text: $1) }
    }
}

/// What the tables call a day.
public struct FolderCalendar: Sendable {
    /// Name of the journey's.
    let zone: String
    /// The last day that the data tell of, `2026-11-20`; nil without data.
    let lastDay: String?

    /// Logs that are cut at midnight of another zone end with some hours of a day that has only begun: the last day is
    /// that of half a day before the end, a time in microseconds.
    public init(zone: String, end: Int64?) throws(Failure) {
        self.zone = zone
        guard let end else {
            lastDay = nil
            return
        }
        var clock = try LocalClock(zone: zone)
        let day = clock.dayAndSpan(at: end - 12 * 3_600_000_000).day
        lastDay = CivilDate(daysSince1970: day).text
    }
}
