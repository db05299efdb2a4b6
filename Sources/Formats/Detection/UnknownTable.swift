import ByteIO
import Rows

/// A table whose columns nobody knows, or which has no header.
enum UnknownTable {
    static func found(in sample: InputSample) -> KnownText? {
        let lines = sample.lines.drop { DelimitedLog.isTitle($0.raw.span) }.prefix(5)
        guard lines.count > 1, let first = lines.first else { return nil }
        var log = DelimitedLog(delimiter: nil, options: DecodeOptions())
        let names = log.texts(of: first.raw.span)
        let counts = lines.dropFirst().map { log.texts(of: $0.raw.span).count }
        guard names.count > 1, counts.allSatisfy({ $0 == names.count }) else { return nil }
        let format = log.splitsAtTabs ? "tsv" : "csv"
        let isData = names.contains { LoggedTime(Array($0.utf8).span) != nil }
        if isData {
            return KnownText(
                name: "a table without a header",
                advice:
                    "put a line with the names of its columns in front, such as time, visitor, event; or "
                    + "say how the server writes it: --format nginx:'$time_iso8601 …'",
                command: .file("(echo 'time,visitor,event,…'; cat FILE)"))
        }
        // Long cells are no names, and may tell a person.
        guard names.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 40 }) else { return nil }
        return KnownText(
            name: "a table with the columns \(names.prefix(30).joined(separator: ", "))",
            advice:
                "say what they are: --format \(format) --map time=COLUMN,visitor=COLUMN,event=COLUMN"
        )
    }
}
