import ByteIO
package import StatsFolder

/// A table of the output folder.
package struct Table: Sendable {
    package let shape: TableShape
    package let rows: [[Cell]]

    /// The file's name.
    package var name: String { shape.file }
}

/// One cell of a table.
package enum Cell: Sendable {
    case text([UInt8])
    /// Written as it is: an id must stay the same in every table.
    case id([UInt8])
    case count(Int)
    /// 9 decimals.
    case rate(Double?)
    /// A ratio or chance of any size, written so that it reads back as the same number.
    case number(Double?)
    /// In microseconds.
    case seconds(Double?)
    /// Milliseconds with up to 3 decimals, from microseconds.
    case milliseconds(Double?)
    case missing

    package static func text(_ text: String) -> Cell { .text(Array(text.utf8)) }
    /// A number of any size: 9 decimals, where they fit.
    static func amount(_ value: Double?) -> Cell {
        value.map { $0.magnitude < 1e9 } ?? true ? .rate(value) : .number(value)
    }
    static func count(_ count: Int?) -> Cell { count.map { .count($0) } ?? .missing }
}
