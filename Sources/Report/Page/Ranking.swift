/// The rows with the largest numbers.
enum Ranking {
    /// The first `count` by `size` falling, ties in the order of the table. Each size is found once.
    static func largest(_ rows: [Row], count: Int, by size: (Row) -> Double) -> [Row] {
        largest(rows, count: count) { (size($0), 0) }
    }

    /// As above, where a second number settles what the first leaves equal.
    static func largest(
        _ rows: [Row], count: Int, by sizes: (Row) -> (Double, Double)
    ) -> [Row] {
        let keyed = rows.enumerated().map { (index: $0.offset, sizes: sizes($0.element)) }
        let sorted = keyed.sorted {
            $0.sizes == $1.sizes ? $0.index < $1.index : $0.sizes > $1.sizes
        }
        return sorted.prefix(count).map { rows[$0.index] }
    }
}
