/// A table of the output folder, declared once for who writes it, compares it and shows it.
public struct TableShape: Sendable {
    /// The file's name without `.csv`.
    public let name: String
    /// In their order.
    public let columns: [TableColumn]

    init(_ name: String, _ columns: [TableColumn]) {
        self.name = name
        self.columns = columns
    }

    /// The file's name.
    public var file: String { name + ".csv" }

    /// The columns' names, those of `others` left out. Stops where the table has no such column.
    public func names(without others: String...) -> [String] {
        let names = columns.map(\.name.description)
        precondition(others.allSatisfy(names.contains), "\(file) has no such column")
        return names.filter { !others.contains($0) }
    }
}

/// A column of a table: its name, and what its cells hold.
public struct TableColumn: Sendable {
    /// What is not empty in a column is of one kind.
    public enum Kind: Sendable {
        /// UTF-8; where formulas are guarded against, this is.
        case text
        /// UTF-8, always written as it is.
        case id
        /// A day of the journey's zone: `2026-11-20`.
        case date
        /// An instant with the offset of the journey's zone: `2026-11-20T02:00:01.682000+02:00`.
        case time
        /// A whole number.
        case count
        /// A decimal as it was logged, or a sum of such.
        case decimal
        /// A share or the limit of one, with 9 decimals.
        case rate
        /// Any number, written so that it reads back as the same.
        case number
        /// A time span.
        case seconds, milliseconds
    }

    public let name: StaticString
    public let kind: Kind
}

extension TableColumn {
    static func text(_ name: StaticString) -> TableColumn { .init(name: name, kind: .text) }
    static func id(_ name: StaticString) -> TableColumn { .init(name: name, kind: .id) }
    static func date(_ name: StaticString) -> TableColumn { .init(name: name, kind: .date) }
    static func time(_ name: StaticString) -> TableColumn { .init(name: name, kind: .time) }
    static func count(_ name: StaticString) -> TableColumn { .init(name: name, kind: .count) }
    static func decimal(_ name: StaticString) -> TableColumn { .init(name: name, kind: .decimal) }
    static func rate(_ name: StaticString) -> TableColumn { .init(name: name, kind: .rate) }
    static func number(_ name: StaticString) -> TableColumn { .init(name: name, kind: .number) }
    static func seconds(_ name: StaticString) -> TableColumn { .init(name: name, kind: .seconds) }
    static func milliseconds(_ name: StaticString) -> TableColumn {
        .init(name: name, kind: .milliseconds)
    }
}
