import ByteIO
import Journeys
import StageSupport
import StatsFolder

/// Lines of a file by RFC 4180.
struct CSVForm: TableForm {
    let isGuarded: Bool
    let isExcel: Bool

    func begin(_ shape: TableShape, to text: inout [UInt8]) {
        if isExcel { text += [0xEF, 0xBB, 0xBF] }
        for (index, column) in shape.columns.enumerated() {
            if index > 0 { text.append(0x2C) }
            text.append(column.name)
        }
        endLine(&text)
    }

    func append(_ cells: [Cell], to text: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { text.append(0x2C) }
            switch cell {
            case .text(let value): CSVText.append(text: value.span, guarded: isGuarded, to: &text)
            case .id(let value): CSVText.append(text: value.span, guarded: false, to: &text)
            default: cell.appendNumber(to: &text)
            }
        }
        endLine(&text)
    }

    func end(to text: inout [UInt8]) {}

    private func endLine(_ text: inout [UInt8]) {
        if isExcel { text.append(0x0D) }
        text.append(0x0A)
    }
}
