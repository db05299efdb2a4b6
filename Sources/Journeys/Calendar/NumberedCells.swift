/// Cells by number, from the lowest number met to the highest; numbers come in any order, and may be below 0.
struct NumberedCells<Cell: Sendable>: Sendable {
    private let empty: Cell
    private var cells: [Cell] = []
    /// The number of the first of `cells`.
    private var first = 0
    /// From the lowest number met to the highest.
    private(set) var numbers = 0..<0

    init(_ empty: Cell) { self.empty = empty }

    /// Empty for a number that was not met.
    subscript(number: Int) -> Cell {
        get { numbers.contains(number) ? cells[number - first] : empty }
        _modify {
            makeRoom(for: number)
            yield &cells[number - first]
        }
    }

    private mutating func makeRoom(for number: Int) {
        guard !numbers.contains(number) else { return }
        if numbers.isEmpty {
            first = number
            numbers = number..<number
        }
        if number < first {
            // As many more as there are: numbers may come from the highest to the lowest.
            let more = max(first - number, cells.count)
            cells.insert(contentsOf: repeatElement(empty, count: more), at: 0)
            first -= more
        }
        while cells.count <= number - first { cells.append(empty) }
        numbers = min(numbers.lowerBound, number)..<max(numbers.upperBound, number + 1)
    }
}
