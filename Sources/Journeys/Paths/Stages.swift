import StageSupport
import BasicContainers
import Statistics

/// The journey in its stages, by the channel of the session: who came to a stage, and who went on.
/// Automatic rows count as events and bring nobody there.
///
/// Expects customers one after another, each with its rows in time order.
struct Stages: ~Copyable {
    struct Counts: BitwiseCopyable {
        /// Customers, sessions and rows of the stage in sessions of the channel.
        var customers = 0
        var sessions = 0
        var events = 0
        /// Customers whose first row of the stage lies in a session of the channel, and those of them
        /// with a later row of a later stage.
        var entered = 0
        var advanced = 0
        fileprivate var lastCustomer = -1
        fileprivate var lastSession = -1

        mutating func add(_ other: Counts) {
            customers += other.customers
            sessions += other.sessions
            events += other.events
            entered += other.entered
            advanced += other.advanced
        }
    }

    /// The counts, and the times from that first row to the first later row of a later stage, in
    /// microseconds.
    struct Sums {
        var counts = Counts()
        var times = Sample()
    }

    /// Customers who have come to a stage, and wait to go on.
    struct Arrival: BitwiseCopyable {
        let stage: Int
        let time: Int64
        let channel: Int32
    }

    /// How many stages there are; one more stands for rows without.
    let count: Int
    /// By the channel's number, one on: the first is that of no channel; then by stage.
    private var cells = UniqueArray<Counts>()
    private var times = Samples()
    private var customerCount = 0
    private var sessionCount = 0
    private var arrivals = UniqueArray<Arrival>()
    /// The lowest stage of the arrivals.
    private var lowest = Int.max
    /// By stage: the last customer who has come to it.
    private var arrived: UniqueArray<Int>

    init(count: Int) {
        self.count = count
        arrived = UniqueArray(repeating: -1, count: count + 1)
    }

    mutating func observe(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ sessions: borrowing CustomerSessions
    ) {
        for index in sessions.all.indices {
            let session = sessions.all[index]
            let first = cell(0, session.channel)
            makeRoom(for: first + count + 1)
            for index in customer.visits(ofSession: session.number).range {
                let row = customer.rows[customer.number(index, in: .sessionVisits)]
                count(first + stage(row, facts))
            }
            for index in customer.automatic(ofSession: session.number).range {
                let row = customer.rows[customer.number(index, in: .automatic)]
                cells[first + stage(row, facts)].events += 1
            }
            sessionCount += 1
        }
        arrivals.removeAll(keepingCapacity: true)
        lowest = .max
        for index in customer.visits.range {
            let row = customer.rows[customer.number(index, in: .visits)]
            let stage = stage(row, facts)
            if stage < count, stage > lowest { advance(to: stage, at: row.time) }
            if arrived[stage] != customerCount { arrive(at: stage, row, sessions) }
        }
        customerCount += 1
    }

    private mutating func makeRoom(for count: Int) {
        while cells.count < count { cells.append(Counts()) }
        times.extend(to: cells.count)
    }

    private func stage(_ row: CustomerRows.Row, _ facts: LabelFacts) -> Int {
        let stage = Int(facts.label(row).stage)
        return stage < 0 ? count : stage
    }

    private func cell(_ stage: Int, _ channel: Int32) -> Int {
        Int(channel - SegmentTable.none) * (count + 1) + stage
    }

    /// A row of the session at hand.
    private mutating func count(_ cell: Int) {
        cells[cell].events += 1
        if cells[cell].lastSession != sessionCount {
            cells[cell].lastSession = sessionCount
            cells[cell].sessions += 1
        }
        if cells[cell].lastCustomer != customerCount {
            cells[cell].lastCustomer = customerCount
            cells[cell].customers += 1
        }
    }

    /// The customer's first row of the stage.
    private mutating func arrive(
        at stage: Int, _ row: CustomerRows.Row, _ sessions: borrowing CustomerSessions
    ) {
        arrived[stage] = customerCount
        let channel = sessions.all[sessions.index(ofNumber: Int(row.session))].channel
        cells[cell(stage, channel)].entered += 1
        // Those of the last stage, and of none, have nowhere to go.
        guard stage < count - 1 else { return }
        arrivals.append(Arrival(stage: stage, time: row.time, channel: channel))
        lowest = min(lowest, stage)
    }

    /// A row of `stage`: whoever waits at an earlier one has gone on.
    private mutating func advance(to stage: Int, at time: Int64) {
        var kept = 0
        lowest = .max
        for index in arrivals.indices {
            let arrival = arrivals[index]
            if arrival.stage < stage {
                let cell = cell(arrival.stage, arrival.channel)
                cells[cell].advanced += 1
                times.add(time - arrival.time, to: cell)
            } else {
                arrivals[kept] = arrival
                kept += 1
                lowest = min(lowest, arrival.stage)
            }
        }
        arrivals.removeLast(arrivals.count - kept)
    }

    /// The channels with rows of the stage.
    func channels(of stage: Int) -> [(channel: Int32, sums: Sums)] {
        stride(from: stage, to: cells.count, by: count + 1).filter { cells[$0].events > 0 }.map {
            (
                SegmentTable.none + Int32($0 / (count + 1)),
                Sums(counts: cells[$0], times: times.sample(of: $0))
            )
        }
    }

    /// The stage over all channels; every customer counts once.
    func whole(_ stage: Int) -> Sums {
        var whole = Sums()
        for (_, sums) in channels(of: stage) {
            whole.counts.add(sums.counts)
            whole.times.merge(sums.times)
        }
        whole.counts.customers = whole.counts.entered
        return whole
    }
}

// What adds up.
extension Stages: Mergeable {
    func write(to partial: inout PartialWriter) {
        let channels = 0..<cells.count / (count + 1)
        let order = partial.order(channels) {
            (partial.values[CustomerSessions.channelField].rank(Self.channel($0)), 0)
        }
        for index in order {
            for stage in 0...count where cells[index * (count + 1) + stage].events > 0 {
                let cell = index * (count + 1) + stage
                partial.begin("stage")
                partial.append(
                    value: Self.channel(index), ofField: CustomerSessions.channelField)
                partial.append(stage)
                partial.append(cells[cell])
                partial.append(times.sample(of: cell))
                partial.end()
            }
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        while partial.isNext("stage") {
            let channel = try partial.value(ofField: CustomerSessions.channelField)
            let cell = cell(try partial.number(in: 0..<count + 1), channel)
            makeRoom(for: self.cell(count, channel) + 1)
            try partial.add(to: &cells[cell])
            times.merge(try partial.sample(), to: cell)
            try partial.finishLine()
        }
    }

    private static func channel(_ index: Int) -> Int32 { SegmentTable.none + Int32(index) }
}

extension Stages.Counts: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&customers)
        try use(&sessions)
        try use(&events)
        try use(&entered)
        try use(&advanced)
    }
}
