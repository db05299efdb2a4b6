import StatsFolder

/// Which columns of a table people see in the width they have, and how wide.
struct PlainLayout {
    private(set) var columns: [PlainColumn]
    /// Those that have no room.
    private var others: [PlainColumn] = []

    /// The names of those that have no room.
    var leftOut: [String] {
        others.sorted { $0.index < $1.index }.map(\.column.name.description)
    }

    static let gap = 2

    /// `rows` are those that are known, as they are shown; where they are all, columns without a cell are left out.
    init(_ shape: TableShape, rows: [[String]], areAll: Bool, width: Int?) {
        columns = shape.columns.enumerated().compactMap { index, column in
            let cells = rows.map { $0[index] }
            let isEmpty = areAll && !rows.isEmpty && cells.allSatisfy(\.isEmpty)
            return isEmpty ? nil : PlainColumn(column, index: index, cells: cells)
        }
        if let width { fit(width) } else { growBars(by: .max) }
    }

    private var total: Int {
        columns.reduce(0) { $0 + $1.total } + (columns.count - 1) * Self.gap
    }

    /// Details go first, then text is cut, then the last columns go.
    private mutating func fit(_ width: Int) {
        while total > width, let detail = columns.lastIndex(where: \.column.isDetail) {
            leaveOut(detail)
        }
        while total > width, let widest = widestText { columns[widest].width -= 1 }
        while total > width, columns.count > 1 { leaveOut(columns.count - 1) }
        while total < width, let cut = columns.firstIndex(where: { $0.width < $0.natural }) {
            columns[cut].width += 1
        }
        growBars(by: width - total)
    }

    private var widestText: Int? {
        columns.indices.filter { columns[$0].canShrink }.max {
            columns[$0].width < columns[$1].width
        }
    }

    private mutating func leaveOut(_ index: Int) {
        others.append(columns.remove(at: index))
    }

    private mutating func growBars(by room: Int) {
        guard let drawn = columns.firstIndex(where: \.column.isDrawn), room > 0 else { return }
        let most = PlainColumn.bars.upperBound
        columns[drawn].barWidth += min(room, most - columns[drawn].barWidth)
    }
}
