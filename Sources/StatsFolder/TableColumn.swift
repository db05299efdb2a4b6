/// A column of a table: its name, what its cells hold, and what that means.
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
        /// A share or the limit of one, from 0 to 1, with 9 decimals.
        case rate
        /// How two shares differ, from −1 to 1, with 9 decimals.
        case difference
        /// Any number with 9 decimals.
        case estimate
        /// Any number, written so that it reads back as the same.
        case number
        /// A time span.
        case seconds, milliseconds
    }

    public let name: StaticString
    public let kind: Kind
    /// One sentence for people.
    public let about: String
    /// Whether no cell is empty.
    public private(set) var isRequired: Bool
    /// The least and the greatest number; nil for no such limit.
    public let least: Int?
    public let greatest: Int?
    /// All that a cell may say; empty where it may say anything.
    public let values: [String]
    /// What numbers count, where it is one thing: `s`, `ms`, `1` for a share.
    public let unit: String?
    /// Whether people miss it least where a line has no room for all.
    public private(set) var isDetail = false
    /// Whether people see a share as a bar too.
    public private(set) var isDrawn = false

    /// The same, of a column whose cells may be empty.
    var orEmpty: TableColumn {
        var column = self
        column.isRequired = false
        return column
    }

    var asDetail: TableColumn {
        var column = self
        column.isDetail = true
        return column
    }

    var drawn: TableColumn {
        var column = self
        column.isDrawn = true
        return column
    }
}

extension TableColumn {
    private init(
        _ name: StaticString, _ kind: Kind, _ about: String, isRequired: Bool = false,
        from least: Int? = nil, to greatest: Int? = nil, values: [String] = [], unit: String? = nil
    ) {
        self.init(
            name: name, kind: kind, about: about, isRequired: isRequired, least: least,
            greatest: greatest, values: values, unit: unit)
    }

    // Never empty, unless said.

    static func text(
        _ name: StaticString, _ about: String, values: [String] = []
    ) -> TableColumn {
        .init(name, .text, about, isRequired: true, values: values)
    }
    static func id(_ name: StaticString, _ about: String) -> TableColumn {
        .init(name, .id, about, isRequired: true)
    }
    static func date(_ name: StaticString, _ about: String) -> TableColumn {
        .init(name, .date, about, isRequired: true)
    }
    static func time(_ name: StaticString, _ about: String) -> TableColumn {
        .init(name, .time, about, isRequired: true)
    }
    static func count(
        _ name: StaticString, _ about: String, from least: Int = 0, to greatest: Int? = nil,
        unit: String? = nil
    ) -> TableColumn {
        .init(
            name, .count, about, isRequired: true, from: least, to: greatest, unit: unit)
    }

    // Empty where there is nothing to tell.

    static func decimal(_ name: StaticString, _ about: String) -> TableColumn {
        .init(name, .decimal, about)
    }
    static func rate(_ name: StaticString, _ about: String) -> TableColumn {
        .init(name, .rate, about, from: 0, to: 1, unit: "1")
    }
    static func difference(_ name: StaticString, _ about: String) -> TableColumn {
        .init(name, .difference, about, from: -1, to: 1, unit: "1")
    }
    static func estimate(
        _ name: StaticString, _ about: String, unit: String? = nil
    ) -> TableColumn {
        .init(name, .estimate, about, unit: unit)
    }
    static func number(
        _ name: StaticString, _ about: String, from least: Int? = nil, to greatest: Int? = nil
    ) -> TableColumn {
        .init(name, .number, about, from: least, to: greatest)
    }
    static func seconds(_ name: StaticString, _ about: String) -> TableColumn {
        .init(name, .seconds, about, from: 0, unit: "s")
    }
    static func milliseconds(_ name: StaticString, _ about: String) -> TableColumn {
        .init(name, .milliseconds, about, from: 0, unit: "ms")
    }
}

// Columns of many tables.
extension TableColumn {
    static let funnel = text("funnel", "Name of the funnel.")
    static let low = rate("ci_low", "Lower limit of the rate's 95 % interval (Wilson).")
    static let high = rate("ci_high", "Upper limit of the rate's 95 % interval (Wilson).")
    static let qValue = number(
        "q_value", "Chance of a false find among those up to this one (Benjamini-Hochberg).",
        from: 0, to: 1)
    static let currency = text(
        "currency", "Currency of the value, ISO 4217; empty where there is no value or it has none."
    ).orEmpty
}
