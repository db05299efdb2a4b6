import ByteIO

/// The numbers that names have in a partial: those of their order by bytes, so that equal counts give equal bytes
/// whatever came first; or where only this run reads it, their own.
struct PartialNames {
    /// The names' own numbers, as they are written.
    let order: [Int]
    /// By own number: where it is in `order`.
    private let ranks: [Int32]

    init(_ names: Interner, isSorted: Bool) {
        var order = Array(0..<names.count)
        if isSorted { order.sort { names[$0].order(names[$1]) < 0 } }
        var ranks = [Int32](repeating: 0, count: names.count)
        for (rank, number) in order.enumerated() { ranks[number] = Int32(rank) }
        self.order = order
        self.ranks = ranks
    }

    /// Numbers below 0 are no names and stay as they are.
    func rank(_ number: Int32) -> Int32 { number < 0 ? number : ranks[Int(number)] }
}
