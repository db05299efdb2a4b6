package import StageSupport
import Rows

/// The part of the rows that a run counts.
package struct Part {
    /// A column or property, and the text that it has to hold; empty for a missing value.
    struct Condition {
        let field: RowRule.Field
        let value: [UInt8]

        /// As a user writes it.
        var text: String { "\(field.name)=\(String(decoding: value, as: UTF8.self))" }

        /// Whether it is of sessions, which are counted whole or not at all.
        var isOfSession: Bool {
            switch field {
            case .column(.channel), .column(.source), .column(.medium), .column(.campaign),
                .column(.device), .column(.country):
                true
            default: false
            }
        }
    }

    /// All of them hold.
    var conditions: [Condition] = []
    /// Rows from this moment on, in microseconds.
    package var since: Int64?
    /// Rows before this moment, in microseconds.
    package var until: Int64?

    package init() {}

    /// The conditions as users write them.
    package var texts: [String] { conditions.map(\.text) }

    /// `conditions` as users write them: `channel=email`, `props.plan=pro`.
    ///
    /// - Throws: exit 64, a problem for each condition that is none.
    package init(conditions texts: [String]) throws(Failure) {
        var problems: [String] = []
        for text in texts {
            guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
                problems.append("--where takes COLUMN=VALUE, not '\(text)'")
                continue
            }
            let name = String(text[..<equals])
            guard let field = RowRule.Field(named: name) else {
                problems.append("--where: \(RowRule.Field.problem(name))")
                continue
            }
            let value = Array(text[text.index(after: equals)...].utf8)
            conditions.append(Condition(field: field, value: value))
        }
        guard problems.isEmpty else { throw Failure(.usage, problems) }
    }

    /// Whether it is all rows.
    var isWhole: Bool { conditions.isEmpty && since == nil && until == nil }
}

extension RowRule.Field {
    private static let columns = EventColumn.allCases.filter { $0 != .props && $0 != .time }

    /// The event column or `props.NAME` that a user names; nil where there is none.
    init?(named name: String) {
        if name.hasPrefix("props."), name.utf8.count > 6 {
            self = .property(Array(name.utf8.dropFirst(6)))
        } else if let column = Self.columns.first(where: { $0.name == name }) {
            self = .column(column)
        } else {
            return nil
        }
    }

    /// What is wrong with a name that is none.
    static func problem(_ name: String) -> String {
        let near = Nearest.name(to: name, among: columns.map(\.name))
        return "no column '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
            + "; a property is props.NAME"
    }
}
