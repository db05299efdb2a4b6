/// The signals that a funnel's steps make within a session: `u_turn` and `retry_loop`.
///
/// Memory: one chain a step of each funnel.
struct StepSignals {
    /// What a row did in one funnel.
    struct Found {
        /// The touchpoint that a turn back left; -1 for none.
        var left: Int32 = -1
        var isRetry = false
    }

    /// Rows of one step that may become a loop.
    private struct Chain {
        var count = 0
        var last: Int64 = 0
        /// Error rows of the session up to its first row.
        var errorsAtStart = 0
        var hasFired = false
    }

    private let required: UInt64
    private var session = -1
    /// The lowest step that the last row of a required step matches; -1 where there was none.
    private var lowest = -1
    private var touchpoint: Int32 = -1
    private var live: UInt64 = 0
    private var chains: [Chain]

    init(_ rules: FunnelRules) {
        chains = [Chain](repeating: Chain(), count: rules.steps.count)
        required = rules.steps.enumerated().reduce(0) {
            $1.element.isOptional ? $0 : $0 | 1 << UInt64($1.offset)
        }
    }

    /// Takes a row that matches `steps`; `errors` are the error rows of the session before it.
    mutating func see(
        _ row: CustomerRows.Row, steps: UInt64, touchpoint: Int32, session: Int, errors: Int,
        isError: Bool, retryWithin: Int64
    ) -> Found {
        if session != self.session {
            self.session = session
            lowest = -1
            live = 0
        }
        var found = Found()
        let needed = steps & required
        if needed != 0 {
            let highest = 63 - needed.leadingZeroBitCount
            // A row of several steps turns back only where each of them is lower.
            if highest < lowest { found.left = self.touchpoint }
            lowest = needed.trailingZeroBitCount
            self.touchpoint = touchpoint
            // A later step ends the chains of those before.
            live &= ~((1 << UInt64(highest)) - 1)
        }
        var left = steps
        while left != 0 {
            let step = left.trailingZeroBitCount
            left &= left - 1
            let start = errors + (isError ? 1 : 0)
            if isRetry(step, at: row.time, errors, start, within: retryWithin) {
                found.isRetry = true
            }
        }
        return found
    }

    private mutating func isRetry(
        _ step: Int, at time: Int64, _ errors: Int, _ errorsAtStart: Int, within limit: Int64
    ) -> Bool {
        guard live & (1 << UInt64(step)) != 0, time - chains[step].last <= limit else {
            live |= 1 << UInt64(step)
            chains[step] = Chain(count: 1, last: time, errorsAtStart: errorsAtStart)
            return false
        }
        chains[step].count += 1
        chains[step].last = time
        guard chains[step].count >= 3, errors > chains[step].errorsAtStart,
            !chains[step].hasFired
        else { return false }
        chains[step].hasFired = true
        return true
    }
}
