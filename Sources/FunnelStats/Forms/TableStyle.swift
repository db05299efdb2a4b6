import ArgumentParser
import StageSupport

/// What a table is written as.
enum TableFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    case csv, json, markdown
    /// For people.
    case table
}

/// How a table is written.
struct TableStyle: Sendable {
    var format = TableFormat.csv
    /// CSV: text that a spreadsheet would run as a formula gets a leading `'`.
    var isGuarded = true
    /// CSV: a byte order mark and CRLF, as Excel wants them.
    var isExcel = false
    /// For people: columns of the terminal; nil for as many as it takes.
    var width: Int?
    /// For people: whether heads and bars have colours.
    var hasColors = false

    /// Begins a table in this style.
    var form: any TableForm {
        switch format {
        case .csv: CSVForm(isGuarded: isGuarded, isExcel: isExcel)
        case .json: JSONForm()
        case .markdown: MarkdownForm()
        case .table: PlainForm(width: width, hasColors: hasColors)
        }
    }
}

/// Flags for how tables are written.
struct StyleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Standard output as csv, json, markdown or table; else a table on a terminal, csv elsewhere.",
            valueName: "format"))
    var outputFormat: TableFormat?

    @Flag(help: "Leave text cells as they are, even if a spreadsheet would run them.")
    var noFormulaGuard = false

    @Flag(help: "Write a byte order mark and CRLF.")
    var excel = false

    func validate() throws {
        if excel, let format = outputFormat, format != .csv {
            throw ValidationError("--excel is a kind of csv, not of \(format.rawValue)")
        }
    }

    /// Of what is written to `output`, standard output where that is nil.
    ///
    /// - Throws: exit 64 for a format of a file or folder, which other programs expect to be CSV.
    func style(of output: String?, _ colors: ColorOptions) throws(Failure) -> TableStyle {
        guard output == nil else {
            if let outputFormat, outputFormat != .csv {
                throw Failure(
                    .usage,
                    "--output-format is of standard output, and -o writes csv; try --output-format "
                        + "\(outputFormat.rawValue) > FILE")
            }
            return TableStyle(isGuarded: !noFormulaGuard, isExcel: excel)
        }
        let usual = excel || !Terminal.isAt(1) ? TableFormat.csv : .table
        return TableStyle(
            format: outputFormat ?? usual, isGuarded: !noFormulaGuard, isExcel: excel,
            width: Terminal.width(of: 1), hasColors: Terminal.allows(colors.color, on: 1))
    }
}
