/// Why a line became no event: a stable code and what was seen.
public struct RowError: Error, Equatable, CustomStringConvertible {
    public enum Code: String, CaseIterable, Sendable {
        case badFormat = "bad_format"
        case badTime = "bad_time"
        case timeOutOfRange = "time_out_of_range"
        case badClient = "bad_client"
        case badStatus = "bad_status"
        case badNumber = "bad_number"
        case badJSON = "bad_json"
        case badCSV = "bad_csv"
        case badHeader = "bad_header"
        case fieldsMismatch = "fields_mismatch"
        case lineTooLong = "line_too_long"
        case truncatedLine = "truncated_line"
        case missingField = "missing_field"
        case tooDeep = "too_deep"
        case tooBig = "too_big"
    }

    public let code: Code
    public let detail: String
    /// The byte of the line at which it went wrong, from 1, where that is known.
    public let column: Int?

    public init(_ code: Code, _ detail: String, column: Int? = nil) {
        self.code = code
        self.detail = detail
        self.column = column
    }

    public var description: String { "\(code.rawValue): \(detail)" }
}
