import Testing

@testable import Statistics

struct SamplesTests {
    /// Each cell of a pool is the sample that it would be by itself: whatever the order of cells, and
    /// past the limits of blocks and of exact values.
    @Test(arguments: [(3, 1000), (40, 20_000), (2, 150_000)])
    func aCellIsASample(cells: Int, count: Int) throws {
        var random = SystemRandomNumberGenerator()
        var pool = Samples()
        pool.extend(to: cells)
        var plain = [Sample](repeating: Sample(), count: cells)
        for _ in 0..<count {
            // Most go to the first cell, the last gets none.
            let cell = Int.random(in: 0..<3, using: &random) > 0 ? 0 : Int.random(in: 0..<cells - 1)
            let value = Int64.random(in: -5..<1 << Int64.random(in: 1..<40))
            pool.add(value, to: cell)
            plain[cell].add(value)
        }
        let shares = [0, 0.25, 0.5, 0.9, 0.95, 1]
        for cell in 0..<cells {
            let found = pool.sample(of: cell)
            #expect(found.count == plain[cell].count)
            #expect(found.mean == plain[cell].mean)
            #expect(found.quantiles(shares) == plain[cell].quantiles(shares))
        }
        #expect(pool.sample(of: cells - 1).quantiles([0.5]) == nil)
    }

    /// What is selected stands where sorting puts it: few and many, equal, rising and falling values.
    @Test(arguments: [0, 1, 2, 15, 16, 17, 100, 5000])
    func selectsAsSortingDoes(count: Int) {
        for spread in [1, 3, 1_000_000] as [Int64] {
            let values = (0..<count).map { _ in Int64.random(in: 0..<spread) }
            let sorted = values.sorted()
            let ranks = Set((0..<7).map { $0 * count / 7 }).filter { $0 < count }.sorted()
            for order in [values, sorted, sorted.reversed()] {
                var selected = order
                selected.select(ranks)
                #expect(ranks.map { selected[$0] } == ranks.map { sorted[$0] })
                #expect(selected.sorted() == sorted)
            }
        }
    }
}
