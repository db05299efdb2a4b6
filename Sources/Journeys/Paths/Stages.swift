import Statistics

/// The journey in its stages, by the channel of the session: who came to a stage, and who went on.
///
/// Expects customers one after another, each with its rows in time order.
struct Stages {
    struct Counts {
        /// Customers, sessions and rows of the stage in sessions of the channel.
        var customers = 0
        var sessions = 0
        var events = 0
        /// Customers whose first row of the stage lies in a session of the channel, and those of them
        /// with a later row of a later stage.
        var entered = 0
        var advanced = 0
        /// From that first row to the first later row of a later stage, in microseconds.
        var times = Sample()
        fileprivate var lastCustomer = -1
        fileprivate var lastSession = -1

        mutating func merge(_ other: Counts) {
            customers += other.customers
            sessions += other.sessions
            events += other.events
            entered += other.entered
            advanced += other.advanced
            times.merge(other.times)
        }
    }

    /// Customers who have come to a stage, and wait to go on.
    private struct Arrival {
        let stage: Int
        let time: Int64
        let channel: Int32
    }

    /// How many stages there are; one more stands for rows without.
    let count: Int
    /// By stage, then by the channel's number, one place on: the first is that of no channel.
    private(set) var cells: [[Counts]]
    private var customerCount = 0
    private var sessionCount = 0
    private var arrivals: [Arrival] = []
    /// By stage: the last customer who has come to it.
    private var arrived: [Int]

    init(count: Int) {
        self.count = count
        cells = [[Counts]](repeating: [], count: count + 1)
        arrived = [Int](repeating: -1, count: count + 1)
    }

    mutating func see(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts, _ sessions: CustomerSessions
    ) {
        for session in sessions.all {
            for index in customer.rows(ofSession: session.number) {
                meet(stage(customer.rows[index], facts), session.channel)
            }
            sessionCount += 1
        }
        arrivals.removeAll(keepingCapacity: true)
        for row in customer.rows {
            let stage = stage(row, facts)
            if stage < count { goOn(to: stage, at: row.time) }
            guard arrived[stage] != customerCount else { continue }
            arrived[stage] = customerCount
            let channel = sessions.all[sessions.places[Int(row.session)]].channel
            cells[stage][Self.place(channel)].entered += 1
            // Those of the last stage, and of none, have nowhere to go.
            guard stage < count - 1 else { continue }
            arrivals.append(Arrival(stage: stage, time: row.time, channel: channel))
        }
        customerCount += 1
    }

    private func stage(_ row: CustomerRows.Row, _ facts: LabelFacts) -> Int {
        let stage = Int(facts.stageNumbers[facts.touchpoint(row)])
        return stage < 0 ? count : stage
    }

    private static func place(_ channel: Int32) -> Int { Int(channel - SegmentTable.none) }

    /// A row of the stage in the session at hand.
    private mutating func meet(_ stage: Int, _ channel: Int32) {
        let place = Self.place(channel)
        while cells[stage].count <= place { cells[stage].append(Counts()) }
        cells[stage][place].events += 1
        if cells[stage][place].lastSession != sessionCount {
            cells[stage][place].lastSession = sessionCount
            cells[stage][place].sessions += 1
        }
        if cells[stage][place].lastCustomer != customerCount {
            cells[stage][place].lastCustomer = customerCount
            cells[stage][place].customers += 1
        }
    }

    /// A row of `stage`: whoever waits at an earlier one has gone on.
    private mutating func goOn(to stage: Int, at time: Int64) {
        guard arrivals.contains(where: { $0.stage < stage }) else { return }
        for arrival in arrivals where arrival.stage < stage {
            let place = Self.place(arrival.channel)
            cells[arrival.stage][place].advanced += 1
            cells[arrival.stage][place].times.add(time - arrival.time)
        }
        arrivals.removeAll { $0.stage < stage }
    }

    /// The channels with rows of the stage.
    func channels(of stage: Int) -> [(channel: Int32, counts: Counts)] {
        cells[stage].enumerated().filter { $0.element.events > 0 }.map {
            (SegmentTable.none + Int32($0.offset), $0.element)
        }
    }

    /// The stage over all channels; every customer counts once.
    func whole(_ stage: Int) -> Counts {
        var whole = Counts()
        for cell in cells[stage] { whole.merge(cell) }
        whole.customers = whole.entered
        return whole
    }
}
