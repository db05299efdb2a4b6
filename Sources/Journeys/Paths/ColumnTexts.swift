import ByteIO
import Rows

/// Numbers for what some columns of a row hold together.
///
/// The text of a row is its fields with TABs between them, as they stand. Where the stream has the
/// columns side by side, that is one piece of the row, looked up without being split.
struct ColumnTexts {
    let columns: [EventColumn]
    private var texts = Interner(capacity: 1024)
    private var key: [UInt8] = []

    init(_ columns: [EventColumn]) { self.columns = columns }

    var count: Int { texts.count }

    /// The number of a row's text; `run` is where the columns stand side by side, nil where they do not.
    @inline(__always)
    mutating func number(
        of row: Int, in block: borrowing RowBlock, _ layout: borrowing PathLayout,
        run: ClosedRange<Int>?
    ) -> Int {
        if let run { return texts.number(of: block.fields(run, of: row)) }
        return joinedNumber(of: row, in: block, layout)
    }

    private mutating func joinedNumber(
        of row: Int, in block: borrowing RowBlock, _ layout: borrowing PathLayout
    ) -> Int {
        // Moved out and back: a span of a member keeps the others from changing.
        var key = self.key
        self.key = []
        defer { self.key = key }
        key.removeAll(keepingCapacity: true)
        for (index, column) in columns.enumerated() {
            if index > 0 { key.append(0x09) }
            key.append(block.field(column, of: row, layout))
        }
        return texts.number(of: key.span)
    }

    /// The field of the column at `index` of `columns` in a text, escapes and all.
    @_lifetime(borrow self)
    func field(_ index: Int, of number: Int) -> Span<UInt8> {
        let range = range(of: index, in: texts[number])
        return texts[number].extracting(range)
    }

    private func range(of index: Int, in text: Span<UInt8>) -> Range<Int> {
        var start = 0
        for _ in 0..<index { start = (text.firstOffset(of: 0x09, from: start) ?? start) + 1 }
        return start..<(text.firstOffset(of: 0x09, from: start) ?? text.count)
    }

    mutating func removeAll() { texts.removeAll() }
}
