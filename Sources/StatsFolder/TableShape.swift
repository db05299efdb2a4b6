/// A table of the output folder, declared once for who writes it, compares it, shows it and describes it.
public struct TableShape: Sendable {
    /// The file's name without `.csv`.
    public let name: String
    /// What its rows are, for people.
    public let about: String
    /// In their order.
    public let columns: [TableColumn]

    init(_ name: String, _ about: String, _ columns: [TableColumn]) {
        self.name = name
        self.about = about
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
