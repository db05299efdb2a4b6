package import StageSupport

// From paths to counts.
extension Analysis {
    /// Reads everything, with `jobs` threads that count; `member` gets each unit that entered a funnel, where members
    /// are listed, in the order of customers.
    ///
    /// Counts don't depend on `jobs`. Memory: with more than one, counts of a share of the customers a thread, and some
    /// chunks of rows.
    package mutating func read(
        _ paths: inout PathMerge, _ progress: inout Progress, jobs: Int = 1,
        member: (Member) throws -> Void = { _ in }
    ) throws {
        if jobs > 1 {
            try readInParallel(&paths, &progress, jobs: jobs, member: member)
        } else {
            while let chunk = try paths.next() {
                progress.update(bytes: paths.compressedCount, rows: rowCount, rejected: 0)
                try count(chunk, more: { try paths.more(ofInput: $0) }, member: member)
            }
        }
        progress.clear()
        finish()
    }

    private mutating func readInParallel(
        _ paths: inout PathMerge, _ progress: inout Progress, jobs: Int,
        member: (Member) throws -> Void
    ) throws {
        let rules = rules
        let pool = AnalysisPool { () throws(Failure) in try Analysis(rules) }
        let width = jobs + 2
        let work = OrderedWork<Result<AnalysisPool.Counted, any Error>>(
            width: width, workers: Workers(jobs))
        defer { work.cancel() }
        var (underWay, rows) = (0, 0)
        func settle(toLeave left: Int) throws {
            while underWay > left, let counted = work.next() {
                underWay -= 1
                let result = try counted.get()
                rows += result.rows
                for entered in result.members { try member(entered) }
            }
        }
        do {
            while let chunk = try paths.next() {
                progress.update(bytes: paths.compressedCount, rows: rows, rejected: 0)
                // Who has more rows than a chunk holds is counted while they are read.
                try settle(toLeave: chunk.goesOn ? 0 : width - 1)
                if chunk.goesOn {
                    try count(chunk, more: { try paths.more(ofInput: $0) }, member: member)
                } else if work.submit({ pool.count(chunk) }) {
                    underWay += 1
                }
            }
        } catch {
            // What is wrong with the rows before is told first.
            try settle(toLeave: 0)
            throw error
        }
        try settle(toLeave: 0)
        try merge(pool)
    }

    private mutating func merge(_ pool: AnalysisPool) throws(Failure) {
        if !hasCounted, let first = pool.take() { self = first }
        while let other = pool.take() { try merge(other) }
    }
}
