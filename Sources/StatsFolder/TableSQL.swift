/// The tables of a folder in SQL, as DuckDB has it: `schema.sql`, `views.sql`, and `load.sql`, which is both with
/// the rows.
struct TableSQL {
    let shapes: [TableShape]
    let calendar: FolderCalendar

    /// Empty tables with their comments, and macros that read streams.
    var schema: String {
        (shapes.map(create) + StreamSQL.macros).joined(separator: "\n")
    }

    private func create(_ shape: TableShape) -> String {
        let columns = shape.columns.map { "    \($0.definition)" }.joined(separator: ",\n")
        let comments = shape.columns.map {
            "COMMENT ON COLUMN \(shape.name).\($0.identifier) IS \(Self.quoted($0.comment));\n"
        }
        return "CREATE OR REPLACE TABLE \(shape.name) (\n\(columns)\n);\n"
            + "COMMENT ON TABLE \(shape.name) IS \(Self.quoted(shape.about));\n"
            + comments.joined()
    }

    /// The views whose tables are there.
    var views: String {
        let names = shapes.map(\.name)
        return TableView.all(calendar).filter { Set($0.tables).isSubset(of: names) }
            .map(\.statement).joined(separator: "\n")
    }

    /// Schema, rows, views. `package` is the SHA-256 of the folder's `datapackage.json`, by which it is found:
    /// standard input does not tell where it lies, and a folder may be moved.
    func load(package: String) -> String {
        let files = shapes.map { shape in
            let types = shape.columns.map { "\($0.key): '\($0.type)'" }.joined(separator: ", ")
            return """
                INSERT INTO \(shape.name) SELECT * FROM read_csv(
                    getvariable('polku_folder') || '\(shape.file)', auto_detect = false, header = true,
                    delim = ',', quote = '"', escape = '"', columns = {\(types)});

                """
        }
        return """
            -- Loads the tables of this folder into DuckDB: duckdb shop.duckdb < out/load.sql
            -- To be started in the folder itself, or in one of the two above it.
            BEGIN TRANSACTION;
            SET VARIABLE polku_packages = (SELECT coalesce(list(file ORDER BY file), [error(
                'the tables are neither here nor in the folders below: start duckdb beside them')]) FROM (
                FROM glob('\(DataPackage.name)') UNION ALL FROM glob('*/\(DataPackage.name)')
                UNION ALL FROM glob('*/*/\(DataPackage.name)')));
            SET VARIABLE polku_folder = coalesce(
                (SELECT min(left(filename, length(filename) - \(DataPackage.name.count)))
                    FROM read_text(getvariable('polku_packages')) WHERE sha256(content) = '\(package)'),
                error('the tables are neither here nor in the folders below: start duckdb beside them'));

            \(schema)
            \(files.joined())
            \(views)COMMIT;

            """
    }

    /// A string.
    static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            + "'"
    }
}

extension TableColumn {
    /// In quotes, for names such as `from`.
    fileprivate var identifier: String { "\"\(name)\"" }
    /// As a key of DuckDB's structs.
    fileprivate var key: String { "'\(name)'" }

    fileprivate var type: String {
        switch kind {
        case .text, .id: "VARCHAR"
        case .date: "DATE"
        case .time: "TIMESTAMPTZ"
        case .count: "BIGINT"
        case .decimal, .rate, .difference, .estimate, .number, .seconds, .milliseconds: "DOUBLE"
        }
    }

    fileprivate var comment: String { unit.map { "\(about) Unit: \($0)." } ?? about }

    /// With its constraints; what is empty passes those of values.
    fileprivate var definition: String {
        var text = "\(identifier) \(type)"
        if isRequired { text += " NOT NULL" }
        var checks: [String] = []
        if let least { checks.append("\(identifier) >= \(least)") }
        if let greatest { checks.append("\(identifier) <= \(greatest)") }
        if !values.isEmpty {
            checks.append(
                "\(identifier) IN (\(values.map(TableSQL.quoted).joined(separator: ", ")))")
        }
        return checks.isEmpty ? text : text + " CHECK (\(checks.joined(separator: " AND ")))"
    }
}
