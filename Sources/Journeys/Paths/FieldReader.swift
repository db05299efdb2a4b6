import BasicContainers
import ByteIO
import Rows

/// Where rows have the value of a column or property.
enum FieldSource {
    /// In the row's texts, at an index of their columns; see `RowTexts`.
    case action(Int)
    case origin(Int)
    /// In the texts that rows keep, at an index of the columns that they keep.
    case kept(Int)

    /// Adds the field's column to those that rows have to keep, where it is not in their texts.
    init(_ field: RowRule.Field, keeping columns: inout [EventColumn]) {
        if let index = RowTexts.actionColumns.firstIndex(of: field.storage) {
            self = .action(index)
        } else if let index = RowTexts.originColumns.firstIndex(of: field.storage) {
            self = .origin(index)
        } else {
            if !columns.contains(field.storage) { columns.append(field.storage) }
            self = .kept(columns.firstIndex(of: field.storage) ?? 0)
        }
    }
}

/// Reads the value of one column or property of rows that are looked at once, as ids are: it remembers none.
struct FieldReader {
    private let field: RowRule.Field
    private let source: FieldSource
    private var column: [UInt8] = []

    /// Adds the field's column to those that rows have to keep, where it is not in their texts.
    init(_ field: RowRule.Field, keeping columns: inout [EventColumn]) {
        self.field = field
        source = FieldSource(field, keeping: &columns)
    }

    /// Appends the row's value, unescaped; nothing where it is missing.
    mutating func append(
        ofRow row: Int, _ customer: borrowing CustomerRows, to value: inout [UInt8]
    ) {
        column.removeAll(keepingCapacity: true)
        switch source {
        case .action(let index):
            let action = Int(customer.rows[row].action)
            RowText.appendPlain(customer.texts.actions.field(index, of: action), to: &column)
        case .origin(let index):
            let origin = Int(customer.rows[row].origin)
            RowText.appendPlain(customer.texts.origins.field(index, of: origin), to: &column)
        case .kept(let index): customer.append(kept: index, ofRow: row, to: &column)
        }
        field.appendValue(of: column.span, to: &value)
    }
}

extension RowRule.Field {
    /// The event column that holds the value.
    var storage: EventColumn {
        switch self {
        case .column(let column): column
        case .property: .props
        }
    }

    /// Appends the value that the unescaped text of its column holds; nothing where there is none, or it is an
    /// empty one or `null`.
    func appendValue(of column: Span<UInt8>, to value: inout [UInt8]) {
        guard case .property(let name) = self else { return value.append(column) }
        let start = value.count
        guard Properties.append(name.span, of: column, to: &value),
            !value.span.extracting(start...).equals("null")
        else { return value.removeSubrange(start...) }
    }

    /// As the journey file writes it.
    var name: String {
        switch self {
        case .column(let column): column.name
        case .property(let name): "props." + String(decoding: name, as: UTF8.self)
        }
    }
}
