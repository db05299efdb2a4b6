import Rows

/// Macros of DuckDB that read event and path streams with their types: `FROM path_rows('paths/*/paths.tsv.gz')`.
enum StreamSQL {
    static let macros = [
        text, macro("event_rows", EventColumn.allCases.map(\.name)),
        macro("path_rows", PathColumn.rowNames),
    ]

    // A character that no text may have stands for the backslash meanwhile.
    private static let text = ##"""
        CREATE OR REPLACE MACRO stream_text(field) AS replace(replace(replace(replace(replace(replace(
            field, '\\', chr(65535)), '\t', chr(9)), '\n', chr(10)), '\r', chr(13)), '\#', '#'), chr(65535), '\');

        """##

    /// All columns are named: which line is the header is not for DuckDB to guess. Streams may stand one behind the
    /// other, so there are first, header and end lines anywhere.
    private static func macro(_ name: String, _ columns: [String]) -> String {
        let fields = columns.map { "\(value(of: $0)) AS \"\($0)\"" }.joined(separator: ",\n    ")
        let types = columns.map { "'\($0)': 'VARCHAR'" }.joined(separator: ", ")
        return """
            CREATE OR REPLACE MACRO \(name)(files) AS TABLE
            SELECT * REPLACE (
                \(fields))
            FROM read_csv(files, auto_detect = false, delim = '\\t', quote = '', escape = '', header = false,
                null_padding = true, columns = {\(types)})
            WHERE "\(columns[0])" NOT LIKE '#%' AND time <> 'time';

            """
    }

    private static func value(of column: String) -> String {
        switch column {
        case "time": "CAST(time AS TIMESTAMPTZ)"
        case "session_index", "step", "status": "CAST(\"\(column)\" AS BIGINT)"
        case "duration_ms", "value": "CAST(\"\(column)\" AS DOUBLE)"
        default: "stream_text(\"\(column)\")"
        }
    }
}
