import BasicContainers
package import ByteIO
import StageSupport
import Rows

/// Cuts the rows of one customer after another into sessions and sends them where they belong.
///
/// Expects a customer's rows by time, then input order: `begin`, `add` for every row, `end`. Keeps one
/// open session per key, and the rows whose session is not decided; beyond a limit these wait on disk.
package struct SessionCutter: ~Copyable {
    private static let keptPlaces = 64

    var rule: SessionRule
    let delivery: Delivery
    let stable: Int64
    /// Moments at which a visitor has rows of two customers, and how many sessions started there.
    private let meetings: Set<SessionStart>
    private var started: [SessionStart: UInt32] = [:]
    /// Whether fields beyond visitor and user are needed.
    private let readsFields: Bool

    package var counts = SessionCounts()
    var outputs: Outputs

    var customer: [UInt8] = []
    var sessions = UniqueArray<Session>()
    var queue: SpillQueue
    var nextIndex = 1
    private var free: [Int] = []
    private var open = OpenSessions()
    private var serial = 0
    var now: Int64 = .min
    /// Sessions that started now and have no id yet.
    private var starting: [Int] = []
    private var fields = RowFields(count: EventColumn.allCases.count)
    private var key: [UInt8] = []
    /// What `key` begins with, where it was made of a number.
    private var keyWord = UInt64.max
    private var name: [UInt8] = []
    /// The text of a stored row.
    private var text = UniqueArray<UInt8>()
    /// With declared ids: the last row of each visitor, whatever its session.
    private var visits = OpenSessions()

    package init(
        rule: SessionRule, delivery: Delivery, meetings: Set<SessionStart>,
        outputs: consuming Outputs, memory: Int, folder: SpillFolder
    ) {
        self.rule = rule
        self.delivery = delivery
        self.meetings = meetings
        stable = delivery.stable
        readsFields =
            outputs.hasTable || delivery.holdsOpenSessions || rule.splitsOnCampaign
            || rule.usesDeclared
        queue = SpillQueue(memory: memory, folder: folder)
        self.outputs = outputs
    }

    package mutating func begin(_ customer: Span<UInt8>) {
        self.customer.removeAll(keepingCapacity: true)
        self.customer.append(customer)
        outputs.begin(customer)
        open.removeAll()
        visits.removeAll()
        nextIndex = 1
        now = .min
    }

    /// The outputs, when the last customer has ended.
    package consuming func finish() -> Outputs { outputs }

    /// No more rows of the customer come.
    package mutating func end(_ store: inout RowStore) throws {
        resolveIDs()
        for session in 0..<sessions.count where sessions[session].serial > 0 {
            try complete(session, successor: nil)
        }
        try drain(&store)
        guard queue.isEmpty, free.count == sessions.count else {
            throw Failure(.selfCheck, "sessions left over behind a customer")
        }
        try outputs.end()
        // One customer with many open sessions must not slow down all that follow.
        if sessions.count > Self.keptPlaces {
            sessions = UniqueArray()
            free = []
        }
    }

    /// Adds a row; `mark` is what the state says of its session's start, 0 for nothing. `store` holds
    /// rows that were added by number.
    package mutating func add(
        _ row: Span<UInt8>, time: Int64, order: UInt64, mark: UInt32, _ store: inout RowStore
    ) throws {
        try advance(to: time)
        guard let head = RowHead(row), !readsFields || fields.split(row) else {
            throw Failure(.selfCheck, "a row lost its fields")
        }
        let declared = row.extracting(rule.usesDeclared ? fields[.session] : 0..<0)
        makeKey(row, head, declared: declared)
        let field = row.extracting(head.visitor.isEmpty ? head.user : head.visitor)
        let session =
            try continued(by: row, time)
            ?? start(field, isUsers: head.visitor.isEmpty, declared: declared, mark)
        try join(row, session, time: time)
        try queue.append(
            Int64(session), Int64(sessions[session].totals.events), Int64(bitPattern: order), time,
            row)
        try drain(&store)
    }

    /// Adds row number `row` of `store`.
    mutating func add(_ row: Int, _ head: RowStore.Head, _ store: inout RowStore) throws {
        try advance(to: head.time)
        guard readsFields else { return try add(row, head, text: Span(), &store) }
        var text = UniqueArray<UInt8>()
        swap(&text, &self.text)
        text.removeAll(keepingCapacity: true)
        store.append(row, to: &text)
        guard fields.split(text.span) else {
            throw Failure(.selfCheck, "a row lost its fields")
        }
        try add(row, head, text: text.span, &store)
        swap(&text, &self.text)
    }

    /// `text` is the row, or nothing where no field of it is needed.
    private mutating func add(
        _ row: Int, _ head: RowStore.Head, text: Span<UInt8>, _ store: inout RowStore
    ) throws {
        let declared = text.extracting(rule.usesDeclared ? fields[.session] : 0..<0)
        let isUsers = head.visitor == RowStore.none
        let field = isUsers ? head.user : head.visitor
        makeKey(store.names.name(ofField: field), isUsers: isUsers, declared: declared)
        let session =
            try continued(by: text, head.time)
            ?? start(
                store.names[field], isUsers: isUsers, declared: declared, store.mark(of: row, head))
        try join(text, session, time: head.time)
        try queue.append(
            Int64(session), Int64(sessions[session].totals.events),
            Int64(bitPattern: RowStore.order(ofRow: row, kind: head.kind)), head.time,
            text.extracting(0..<0))
        try drain(&store)
    }

    private mutating func advance(to time: Int64) throws {
        guard time >= now else { throw Failure(.selfCheck, "rows are not in the order of time") }
        if time != now {
            resolveIDs()
            now = time
        }
    }

    /// A row without visitor and user is in no path.
    package mutating func addWithoutKey(_ row: Span<UInt8>) throws {
        counts.noKey += 1
        try outputs.quarantineWithoutKey(row)
    }

    /// Takes up a session of which the state keeps the totals only. `name` is the number of its name
    /// where that of rows is known too.
    package mutating func carry(_ row: Span<UInt8>, name: UInt32? = nil) throws {
        resolveIDs()
        guard let head = RowHead(row) else { throw Failure(.damagedInput, "state: bad session") }
        var place = RowFields(count: CarriedSession.Column.allCases.count)
        let isRow = place.split(row)
        let declared = row.extracting(
            isRow && rule.usesDeclared ? place[CarriedSession.Column.session.rawValue] : 0..<0)
        let isUsers = head.visitor.isEmpty
        if let name {
            makeKey(name, isUsers: isUsers, declared: declared)
        } else {
            makeKey(row, head, declared: declared)
        }
        if let before = openSession() { try complete(before, successor: nil) }
        let field = row.extracting(isUsers ? head.user : head.visitor)
        let session = take(field, isUsers: isUsers, declared: declared, at: 0)
        guard CarriedSession.read(row, into: &sessions[session]) else {
            throw Failure(.damagedInput, "state: bad session")
        }
        sessions[session].isOverLimit = true
        if rule.midnight != nil {
            let end = sessions[session].totals.end
            sessions[session].day = rule.midnight?.day(at: end) ?? 0
        }
    }
}

// Which session a row belongs to.
extension SessionCutter {
    /// Makes `key` and `name`: visitor, else user, and the declared id.
    private mutating func makeKey(_ row: Span<UInt8>, _ head: RowHead, declared: Span<UInt8>) {
        let isUsers = head.visitor.isEmpty
        name.replace(withField: row.extracting(isUsers ? head.user : head.visitor))
        key.removeAll(keepingCapacity: true)
        key.append(isUsers ? 1 : 0)
        if !declared.isEmpty { key.append(word32: UInt32(name.count)) }
        key.append(contentsOf: name)
        key.append(declared)
    }

    /// Makes `key` of the number of a name.
    private mutating func makeKey(_ number: UInt32, isUsers: Bool, declared: Span<UInt8>) {
        let word = UInt64(number) | (isUsers ? 1 << 32 : 0)
        guard word != keyWord || rule.usesDeclared else { return }
        keyWord = word
        key.removeAll(keepingCapacity: true)
        key.append(word64: word)
        key.append(declared)
    }

    /// The open session of `key`.
    private mutating func openSession() -> Int? {
        guard let (session, serial) = open.find(key), sessions[session].serial == serial,
            !sessions[session].isComplete
        else { return nil }
        return session
    }

    /// The open session that the row continues; one that it does not continue is completed.
    private mutating func continued(by row: Span<UInt8>, _ time: Int64) throws -> Int? {
        guard let session = openSession() else { return nil }
        let isDeclared = !sessions[session].declared.isEmpty && rule.usesDeclared
        let gap = time - sessions[session].totals.end
        var splits =
            isDeclared
            ? time - sessions[session].totals.start > rule.maximumLength : rule.splits(after: gap)
        if isDeclared, !splits, rule.splits(after: gap) { counts.declaredGaps += 1 }
        if !splits, rule.midnight != nil {
            splits = rule.midnight?.day(at: time) != sessions[session].day
        }
        if !splits, rule.splitsOnCampaign, !sessions[session].campaign.isEmpty {
            let campaign = row.extracting(fields[.campaign])
            splits =
                !campaign.isEmpty
                && !sessions[session].hasCampaign(campaign)
        }
        guard splits else { return session }
        try complete(session, successor: time)
        return nil
    }

    private mutating func start(
        _ field: Span<UInt8>, isUsers: Bool, declared: Span<UInt8>, _ mark: UInt32
    ) -> Int {
        let session = take(field, isUsers: isUsers, declared: declared, at: now)
        sessions[session].mark = mark
        starting.append(session)
        return session
    }

    /// A session in a free slot, open under `key`; `field` is a visitor's, or a user's, as it stands in
    /// the row.
    private mutating func take(
        _ field: Span<UInt8>, isUsers: Bool, declared: Span<UInt8>, at time: Int64
    ) -> Int {
        if free.isEmpty {
            sessions.append(Session())
            free.append(sessions.count - 1)
        }
        let session = free.removeLast()
        serial += 1
        sessions[session].begin(serial: serial, at: time)
        sessions[session].isUsers = isUsers
        sessions[session].field.append(field)
        sessions[session].declared.append(declared)
        Self.set(key, session, serial, in: &open, among: sessions)
        return session
    }

    private static func set(
        _ key: [UInt8], _ session: Int, _ serial: Int, in open: inout OpenSessions,
        among sessions: borrowing UniqueArray<Session>
    ) {
        open.set(key, session: session, serial: serial) { slot, serial in
            sessions[slot].serial == serial && !sessions[slot].isComplete
        }
    }

    private mutating func join(_ row: Span<UInt8>, _ session: Int, time: Int64) throws {
        if time > stable, sessions[session].isOverLimit, sessions[session].stableTotals.isEmpty {
            sessions[session].stableTotals = [sessions[session].totals]
        }
        if rule.usesDeclared { countVisit(session, time) }
        if readsFields {
            sessions[session].totals.add(row, fields, time: time)
            if rule.splitsOnCampaign, sessions[session].campaign.isEmpty {
                sessions[session].campaign.append(row.extracting(fields[.campaign]))
            }
        } else {
            sessions[session].totals.count(at: time)
        }
        if rule.midnight != nil { sessions[session].day = rule.midnight?.day(at: time) ?? 0 }
        if time <= stable, isOverLimit(session) {
            sessions[session].isOverLimit = true
        }
        sessions[session].pending += 1
    }
}

// The ids of sessions, which need all starts of one moment.
extension SessionCutter {
    private mutating func resolveIDs() {
        guard !starting.isEmpty else { return }
        if starting.count > 1 { markStarts() }
        for session in starting {
            sessions[session].mark = max(sessions[session].mark, 1)
            meet(session)
            SessionID.write(&sessions[session])
        }
        starting.removeAll(keepingCapacity: true)
    }

    /// Numbers the sessions of one visitor that start now: by declared id, then as they came.
    private mutating func markStarts() {
        var places = starting.map {
            StartPlace(
                session: $0, serial: sessions[$0].serial, declared: sessions[$0].declared,
                name: sessions[$0].name)
        }
        places.sort { one, other in
            let sign = one.declared.span.order(other.declared.span)
            return sign != 0 ? sign < 0 : one.serial < other.serial
        }
        starting = places.map(\.session)
        var counted: [[UInt8]: UInt32] = [:]
        for place in places {
            let mark = max(counted[place.name, default: 0] + 1, sessions[place.session].mark)
            counted[place.name] = mark
            sessions[place.session].mark = mark
        }
    }

    /// What orders the sessions that start at one moment.
    private struct StartPlace {
        let session: Int
        let serial: Int
        let declared: [UInt8]
        let name: [UInt8]
    }

    /// A visitor's sessions of another customer with the same start count too.
    private mutating func meet(_ session: Int) {
        guard !meetings.isEmpty else { return }
        let start = sessions[session].place
        guard meetings.contains(start) else { return }
        let mark = max(sessions[session].mark, started[start, default: 0] + 1)
        sessions[session].mark = mark
        started[start] = mark
    }

    /// With declared ids: counts neighbours that the timeout would join.
    private mutating func countVisit(_ session: Int, _ time: Int64) {
        let name = sessions[session].name
        if sessions[session].declared.isEmpty { counts.undeclared += 1 }
        if let (last, serial) = visits.find(name), serial != sessions[session].serial,
            sessions[session].pending == 0, sessions[session].written == 0,
            !rule.splits(after: time - Int64(last))
        {
            counts.declaredNeighbours += 1
        }
        let limit = time - rule.timeout
        visits.set(name, session: Int(time), serial: sessions[session].serial) { last, _ in
            Int64(last) >= limit
        }
    }

    mutating func release(_ session: Int) {
        sessions[session].serial = 0
        free.append(session)
    }
}
