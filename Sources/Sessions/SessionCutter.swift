import BasicContainers
import ByteIO
import StageSupport
import Rows

/// Cuts the rows of one customer after another into sessions and sends them where they belong.
///
/// Expects a customer's rows by time, then input order: `begin`, `add` for every row, `end`. Keeps one
/// open session per key, and those with rows that wait.
package struct SessionCutter: ~Copyable {
    var rule: SessionRule
    private let valueEvents: ValueEvents
    let delivery: Delivery
    let stable: Int64
    /// Moments at which a visitor has rows of two customers, and how many sessions started there.
    let meetings: Set<SessionStart>
    var started: [SessionStart: UInt32] = [:]
    /// Whether fields beyond visitor and user are needed.
    let readsFields: Bool

    package var counts = SessionCounts()
    var outputs: Outputs

    var customer = UniqueArray<UInt8>()
    var sessions = UniqueArray<Session>()
    var nextIndex = 1
    var free = UniqueArray<Int>()
    var open = OpenSessions()
    private var serial = 0
    var now: Int64 = .min
    /// Slots of sessions that started now and whose ids are not whole.
    var starting = UniqueArray<Int>()
    private var fields = RowFields(count: EventColumn.allCases.count)
    var declared = DeclaredIDs()
    /// What an id is made of.
    private var message = UniqueArray<UInt8>()

    package init(
        rule: SessionRule, valueEvents: ValueEvents, delivery: Delivery,
        meetings: Set<SessionStart>, outputs: consuming Outputs
    ) {
        self.rule = rule
        self.valueEvents = valueEvents
        self.delivery = delivery
        self.meetings = meetings
        stable = delivery.stable
        readsFields =
            outputs.hasTable || delivery.holdsOpenSessions || rule.splitsOnCampaign
            || rule.usesDeclared
        self.outputs = outputs
    }

    /// The outputs, when the last customer has ended.
    package consuming func finish() -> Outputs { outputs }

    mutating func begin(_ customer: Span<UInt8>) {
        self.customer.removeAll(keepingCapacity: true)
        self.customer.append(customer)
        outputs.begin(customer)
        open.removeAll()
        declared.removeAll()
        nextIndex = 1
        now = .min
    }

    /// Adds the row at hand.
    mutating func add<Rows: CutRows & ~Copyable>(_ row: CutRow, _ rows: inout Rows) throws {
        guard !row.isCarried else { return try carry(row, &rows) }
        try advance(to: row.time, &rows)
        guard !readsFields || fields.split(rows.row) else {
            throw Failure(.selfCheck, "a row lost its fields")
        }
        let key = key(of: row, declared: rule.usesDeclared ? fields[.session] : 0..<0, &rows)
        let day = rule.day(at: row.time)
        let slot = try continued(key, row, day, &rows) ?? start(key, row, &rows)
        join(row, day, slot, &rows)
        try rows.wait(for: slot)
        try drain(&rows)
    }

    @inline(__always)
    private mutating func advance<Rows: CutRows & ~Copyable>(
        to time: Int64, _ rows: inout Rows
    ) throws {
        guard time >= now else { throw Failure(.selfCheck, "rows are not in the order of time") }
        if time != now {
            if !starting.isEmpty { endIDs(&rows) }
            now = time
        }
    }

    /// No more rows of the customer come.
    mutating func end<Rows: CutRows & ~Copyable>(_ rows: inout Rows) throws {
        endIDs(&rows)
        for slot in 0..<sessions.count where sessions[slot].serial > 0 {
            try complete(slot, successor: nil, &rows)
        }
        try drain(&rows)
        guard try rows.firstSlot() == nil, free.count == sessions.count else {
            throw Failure(.selfCheck, "sessions left over behind a customer")
        }
        try outputs.end()
        // One customer with many open sessions must not slow down all that follow.
        if sessions.count > OpenSessions.few {
            sessions = UniqueArray()
            free = UniqueArray()
        }
    }
}

// Which session a row belongs to.
extension SessionCutter {
    /// `declared` is where the declared id lies in the row.
    @inline(__always)
    mutating func key<Rows: CutRows & ~Copyable>(
        of row: CutRow, declared range: Range<Int>, _ rows: inout Rows
    ) -> SessionKey {
        var key = SessionKey(name: row.name, isUsers: row.isUsers, declared: 0)
        if !range.isEmpty {
            if declared.hasMany { forgetDeclared() }
            key.declared = declared.number(of: rows.row.extracting(range))
        }
        return key
    }

    /// The slot of the open session that the row continues; one that it does not continue is completed.
    @inline(__always)
    private mutating func continued<Rows: CutRows & ~Copyable>(
        _ key: SessionKey, _ row: CutRow, _ day: Int, _ rows: inout Rows
    ) throws -> Int? {
        guard let slot = open.slot(of: key, among: sessions) else { return nil }
        if sessions[slot].isDeclared, !rule.isOver(sessions[slot], at: row.time),
            rule.splits(after: row.time - sessions[slot].totals.end)
        {
            counts.declaredGaps += 1
        }
        let campaign = rule.splitsOnCampaign ? fields[.campaign] : 0..<0
        let splits = rule.splits(
            sessions[slot], at: row.time, day: day, campaign: rows.row.extracting(campaign))
        guard splits else { return slot }
        try complete(slot, successor: row.time, &rows)
        return nil
    }

    private mutating func start<Rows: CutRows & ~Copyable>(
        _ key: SessionKey, _ row: CutRow, _ rows: inout Rows
    ) -> Int {
        let slot = begin(key, field: row.field, at: now)
        sessions[slot].mark = row.mark
        sessions[slot].beginID(of: rows.text(row.name), &message)
        starting.append(slot)
        return slot
    }

    /// A session in a free slot, open to `key`.
    mutating func begin(_ key: SessionKey, field: UInt32, at time: Int64) -> Int {
        if free.isEmpty {
            sessions.append(Session())
            free.append(sessions.count - 1)
        }
        let slot = free.removeLast()
        serial += 1
        sessions[slot].begin(serial: serial, key, field: field, at: time)
        open.insert(slot, among: sessions)
        return slot
    }

    /// Adds the row to its session.
    @inline(__always)
    private mutating func join<Rows: CutRows & ~Copyable>(
        _ row: CutRow, _ day: Int, _ slot: Int, _ rows: inout Rows
    ) {
        if row.time > stable, sessions[slot].isOverLimit, sessions[slot].stableTotals.isEmpty {
            sessions[slot].stableTotals = [sessions[slot].totals]
        }
        if rule.usesDeclared { countVisit(slot, row.time) }
        if readsFields {
            sessions[slot].totals.add(rows.row, fields, time: row.time, valueEvents)
            if rule.splitsOnCampaign, sessions[slot].campaign.isEmpty {
                sessions[slot].campaign.append(rows.row.extracting(fields[.campaign]))
            }
        } else {
            sessions[slot].totals.count(at: row.time)
        }
        sessions[slot].day = day
        if row.time <= stable, rule.isOverLimit(sessions[slot].totals) {
            sessions[slot].isOverLimit = true
        }
        sessions[slot].pending += 1
    }
}
