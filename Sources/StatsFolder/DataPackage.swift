import StageSupport

/// `datapackage.json`: what each table of a folder is, for programs of others.
///
/// Source: Frictionless Standards, "Data Package" and "Table Schema", version 1.
public struct DataPackage: Sendable {
    /// A table that was written.
    public struct File: Sendable {
        let shape: TableShape
        let bytes: Int
        /// Of the whole file, in hex digits.
        let sha256: String

        public init(_ shape: TableShape, bytes: Int, sha256: String) {
            self.shape = shape
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    let files: [File]
    /// Whether the tables begin with a byte order mark and their lines end with CRLF.
    let isExcel: Bool

    public init(_ files: [File], isExcel: Bool) {
        self.files = files
        self.isExcel = isExcel
    }

    static let name = "datapackage.json"

    /// One line a column.
    var text: String {
        let head = JSONValue.object([
            ("profile", JSONValue.quoted("tabular-data-package")),
            ("name", JSONValue.quoted("polku")),
            ("title", JSONValue.quoted("Tables of funnelstats \(Polku.version)")),
        ])
        return head.dropLast() + ",\"resources\":[\n"
            + files.map(resource).joined(separator: ",\n") + "\n]}\n"
    }

    private func resource(_ file: File) -> String {
        let head = JSONValue.object([
            ("profile", JSONValue.quoted("tabular-data-resource")),
            ("name", JSONValue.quoted(file.shape.name)),
            ("path", JSONValue.quoted(file.shape.file)),
            ("description", JSONValue.quoted(file.shape.about)),
            ("format", JSONValue.quoted("csv")), ("mediatype", JSONValue.quoted("text/csv")),
            ("encoding", JSONValue.quoted(isExcel ? "utf-8-sig" : "utf-8")),
            ("bytes", "\(file.bytes)"), ("hash", JSONValue.quoted("sha256:\(file.sha256)")),
            ("dialect", dialect),
        ])
        return head.dropLast() + ",\"schema\":{\"missingValues\":[\"\"],\"fields\":[\n"
            + file.shape.columns.map(\.field).joined(separator: ",\n") + "\n]}}"
    }

    private var dialect: String {
        JSONValue.object([
            ("delimiter", JSONValue.quoted(",")),
            ("lineTerminator", JSONValue.quoted(isExcel ? "\r\n" : "\n")),
            ("quoteChar", JSONValue.quoted("\"")), ("doubleQuote", "true"), ("header", "true"),
        ])
    }
}

extension TableColumn {
    fileprivate var field: String {
        var members = [
            ("name", JSONValue.quoted(name.description)), ("type", JSONValue.quoted(type)),
            ("description", JSONValue.quoted(about)),
        ]
        if let unit { members.append(("unit", JSONValue.quoted(unit))) }
        if !constraints.isEmpty { members.append(("constraints", JSONValue.object(constraints))) }
        return JSONValue.object(members)
    }

    private var type: String {
        switch kind {
        case .text, .id: "string"
        case .date: "date"
        case .time: "datetime"
        case .count: "integer"
        case .decimal, .rate, .difference, .estimate, .number, .seconds, .milliseconds: "number"
        }
    }

    private var constraints: [(String, String)] {
        var all: [(String, String)] = []
        if isRequired { all.append(("required", "true")) }
        if let least { all.append(("minimum", "\(least)")) }
        if let greatest { all.append(("maximum", "\(greatest)")) }
        if !values.isEmpty { all.append(("enum", JSONValue.array(values.map(JSONValue.quoted)))) }
        return all
    }
}
