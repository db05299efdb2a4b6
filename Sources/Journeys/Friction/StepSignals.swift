import BasicContainers

/// The signals that the steps of each funnel make within a session: `u_turn` and `retry_loop`.
///
/// Memory: one chain a step of each funnel.
struct StepSignals: ~Copyable {
    /// What a row did in one funnel.
    struct Found: BitwiseCopyable {
        /// The touchpoint that a turn back left; -1 for none.
        var left: Int32 = -1
        var isRetry = false
    }

    /// A row of the session at hand.
    struct Row: BitwiseCopyable {
        let time: Int64
        let touchpoint: Int32
        let session: Int
        /// Error rows of the session before it.
        let errors: Int
        let isError: Bool
    }

    /// A funnel, and its session so far.
    struct Course: BitwiseCopyable {
        let required: UInt64
        /// Where its chains begin.
        let firstChain: Int
        var session = -1
        /// The lowest step that the last row of a required step matches; -1 where there was none.
        var lowest = -1
        var touchpoint: Int32 = -1
        /// Bit k: the chain of step k goes on.
        var live: UInt64 = 0
    }

    /// Rows of one step that may become a loop.
    struct Chain: BitwiseCopyable {
        var count = 0
        var last: Int64 = 0
        /// Error rows of the session up to its first row.
        var errorsAtStart = 0
        var hasFired = false
    }

    /// By the funnel's index in the journey.
    private var courses = UniqueArray<Course>()
    private var chains = UniqueArray<Chain>()
    private let retryWithin: Int64

    init(_ funnels: [Funnel], retryWithin: Int64) {
        self.retryWithin = retryWithin
        for funnel in funnels {
            let steps = funnel.rules.steps
            let required: UInt64 = steps.enumerated().reduce(0) {
                $1.element.isOptional ? $0 : $0 | 1 << UInt64($1.offset)
            }
            courses.append(Course(required: required, firstChain: chains.count))
            for _ in steps { chains.append(Chain()) }
        }
    }

    /// Observes a row that matches `steps` of a funnel.
    mutating func observe(_ row: Row, steps: UInt64, ofFunnel funnel: Int) -> Found {
        var course = courses[funnel]
        if row.session != course.session {
            course.session = row.session
            course.lowest = -1
            course.live = 0
        }
        var found = Found()
        let needed = steps & course.required
        if needed != 0 {
            let highest = 63 - needed.leadingZeroBitCount
            // A row of several steps turns back only where each of them is lower.
            if highest < course.lowest { found.left = course.touchpoint }
            course.lowest = needed.trailingZeroBitCount
            course.touchpoint = row.touchpoint
            // A later step ends the chains of those before.
            course.live &= ~((1 << UInt64(highest)) - 1)
        }
        var left = steps
        while left != 0 {
            let step = left.trailingZeroBitCount
            left &= left - 1
            let isLive = course.live & (1 << UInt64(step)) != 0
            if isRetry(row, chain: course.firstChain + step, isLive: isLive) {
                found.isRetry = true
            }
            course.live |= 1 << UInt64(step)
        }
        courses[funnel] = course
        return found
    }

    private mutating func isRetry(_ row: Row, chain: Int, isLive: Bool) -> Bool {
        guard isLive, row.time - chains[chain].last <= retryWithin else {
            let errors = row.errors + (row.isError ? 1 : 0)
            chains[chain] = Chain(count: 1, last: row.time, errorsAtStart: errors)
            return false
        }
        chains[chain].count += 1
        chains[chain].last = row.time
        guard chains[chain].count >= 3, row.errors > chains[chain].errorsAtStart,
            !chains[chain].hasFired
        else { return false }
        chains[chain].hasFired = true
        return true
    }
}
