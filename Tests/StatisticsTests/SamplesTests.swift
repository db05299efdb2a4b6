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

    /// Parts of a sample, each written and read, add up to it: whether they or only all of them pass the limit of
    /// exact values.
    @Test(arguments: [(3, 1000), (2, 70_000), (4, 200_000)])
    func partsAddUp(parts: Int, count: Int) throws {
        var random = SystemRandomNumberGenerator()
        var whole = Sample()
        var pool = Samples()
        pool.extend(to: 1)
        var some = [Sample](repeating: Sample(), count: parts)
        for _ in 0..<count {
            let value = Int64.random(in: 0..<1 << Int64.random(in: 1..<40), using: &random)
            whole.add(value)
            some[Int.random(in: 0..<parts, using: &random)].add(value)
        }
        var merged = Sample()
        for part in some {
            let read = try #require(Sample(content: part.content))
            merged.merge(read)
            pool.merge(read, to: 0)
        }
        let shares = [0, 0.25, 0.5, 0.9, 0.95, 1]
        for found in [merged, pool.sample(of: 0)] {
            #expect(found.count == whole.count)
            #expect(found.mean == whole.mean)
            #expect(found.quantiles(shares) == whole.quantiles(shares))
        }
    }

    /// Past the limit a quantile is off by less than 0.5 %, whatever the values.
    @Test(arguments: [1, 10, 30, 50] as [Int64])
    func quantilesOfManyAreNear(bits: Int64) throws {
        let count = 100_001
        var values = (0..<count).map { _ in
            Int64.random(in: 0..<1 << Int64.random(in: 1...bits))
        }
        var sample = Sample()
        for value in values { sample.add(value) }
        values.sort()
        // At these shares a quantile is one of the values.
        let shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1]
        let found = try #require(sample.quantiles(shares))
        for (share, quantile) in zip(shares, found) {
            let exact = Double(values[Int((Double(count - 1) * share).rounded())])
            #expect(abs(quantile - exact) <= 0.005 * exact, "\(share)")
        }
    }

    /// What no sample holds is none.
    @Test func refusesOtherContent() {
        #expect(Sample(content: .values([-1])) == nil)
        #expect(Sample(content: .values([Int64](repeating: 0, count: 65_537))) == nil)
        var bins = [UInt64](repeating: 0, count: Sample.binCount)
        #expect(Sample(content: .bins(sum: 0, bins)) == nil)
        bins[0] = 65_537
        #expect(Sample(content: .bins(sum: 0, bins)) != nil)
        #expect(Sample(content: .bins(sum: -1, bins)) == nil)
        #expect(Sample(content: .bins(sum: 0, Array(bins.dropLast()))) == nil)
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
                #expect(order.orderStatistics(ranks) == ranks.map { sorted[$0] })
            }
        }
    }

    /// Of sizes that differ much, and the largest number there is.
    @Test(arguments: [1023, 1024, 70_000])
    func findsRanksOfAllSizes(count: Int) {
        let values = (0..<count).map { _ in
            Int64.random(in: 0...Int64.max >> Int64.random(in: 0...62))
        }
        let sorted = values.sorted()
        let ranks = [0, 1, count / 2, count / 2 + 1, count - 2, count - 1]
        #expect(values.orderStatistics(ranks) == ranks.map { sorted[$0] })
        #expect(
            [Int64](repeating: .max, count: count).orderStatistics(ranks) == ranks.map { _ in .max }
        )
        #expect(values.orderStatistics([]) == [])
    }
}
