import BasicContainers
import ByteIO

// Ids need all starts of one moment, and what the log declares needs all of a visitor's sessions.
extension SessionCutter {
    /// Ends the ids of the sessions that started now.
    mutating func endIDs<Rows: CutRows & ~Copyable>(_ rows: inout Rows) {
        guard !starting.isEmpty else { return }
        if starting.count > 1 { markStarts() }
        for index in 0..<starting.count {
            let slot = starting[index]
            sessions[slot].mark = max(sessions[slot].mark, 1)
            if !meetings.isEmpty { markMeeting(slot, &rows) }
            sessions[slot].endID()
        }
        starting.removeAll(keepingCapacity: true)
    }

    /// Numbers the sessions of one visitor that start now: by declared id, then as they came.
    private mutating func markStarts() {
        var sorted: [(slot: Int, serial: Int, id: [UInt8])] = []
        for index in 0..<starting.count {
            let slot = starting[index]
            sorted.append((slot, sessions[slot].serial, declared[sessions[slot].key.declared]))
        }
        sorted.sort { one, other in
            let sign = one.id.span.order(other.id.span)
            return sign != 0 ? sign < 0 : one.serial < other.serial
        }
        var counted: [SessionKey: UInt32] = [:]
        for (index, (slot, _, _)) in sorted.enumerated() {
            starting[index] = slot
            let owner = sessions[slot].key.owner
            let mark = max(counted[owner, default: 0] + 1, sessions[slot].mark)
            counted[owner] = mark
            sessions[slot].mark = mark
        }
    }

    /// A visitor's sessions of another customer with the same start count too.
    private mutating func markMeeting<Rows: CutRows & ~Copyable>(
        _ slot: Int, _ rows: inout Rows
    ) {
        guard !sessions[slot].key.isUsers else { return }
        let start = SessionStart(
            name: rows.text(sessions[slot].key.name), time: sessions[slot].totals.start)
        guard meetings.contains(start) else { return }
        let mark = max(sessions[slot].mark, started[start, default: 0] + 1)
        sessions[slot].mark = mark
        started[start] = mark
    }

    /// With declared ids: counts neighbours that the timeout would join.
    mutating func countVisit(_ slot: Int, _ time: Int64) {
        let (owner, serial) = (sessions[slot].key.owner, sessions[slot].serial)
        if !sessions[slot].isDeclared { counts.undeclared += 1 }
        if let visit = declared.visits[owner], visit.serial != serial,
            sessions[slot].pending == 0, sessions[slot].written == 0,
            !rule.splits(after: time - visit.time)
        {
            counts.declaredNeighbours += 1
        }
        declared.note(
            DeclaredIDs.Visit(time: time, serial: serial), of: owner, timeout: rule.timeout)
    }
}

// Numbers of texts hold for the sessions at hand only, so that a customer with ever new ones does not grow.
extension SessionCutter {
    /// Forgets the declared ids of sessions that have gone out.
    mutating func forgetDeclared() {
        var kept = DeclaredIDs()
        kept.visits = declared.visits
        for slot in 0..<sessions.count where sessions[slot].serial > 0 && sessions[slot].isDeclared
        {
            let id = declared[sessions[slot].key.declared]
            sessions[slot].key.declared = kept.number(of: id.span)
        }
        kept.setLimit()
        declared = kept
        open.index(sessions)
    }

    /// The names of sessions that have not gone out, to which their numbers are changed.
    mutating func keptNames(of names: borrowing NameTable) -> NameTable {
        var kept = NameTable()
        for slot in 0..<sessions.count where sessions[slot].serial > 0 {
            sessions[slot].field = kept.number(ofField: names[sessions[slot].field])
            sessions[slot].key.name = kept.name(ofField: sessions[slot].field)
        }
        declared.rename { kept.number(ofName: names[$0]) }
        open.index(sessions)
        return kept
    }
}

/// What a log with declared ids needs for one customer: the ids by number, and every visitor's last row.
struct DeclaredIDs {
    struct Visit {
        let time: Int64
        /// The serial number of its session.
        let serial: Int
    }

    private static let least = 1024

    private var texts = Interner()
    private var limit = least
    private var visitLimit = least
    /// By key without its declared id.
    var visits: [SessionKey: Visit] = [:]

    /// An id as it stands in rows; empty for 0.
    subscript(number: UInt32) -> [UInt8] { number == 0 ? [] : texts[Int(number) - 1].copied() }

    /// Whether there are so many that those which no session needs should go.
    var hasMany: Bool { texts.count > limit }

    mutating func setLimit() { limit = max(Self.least, texts.count * 2) }

    /// The number of an id, from 1.
    mutating func number(of id: Span<UInt8>) -> UInt32 { UInt32(texts.number(of: id)) + 1 }

    /// The visitor's last row, whatever its session. Visits that the timeout parts from this one go where
    /// there are many.
    mutating func note(_ visit: Visit, of owner: SessionKey, timeout: Int64) {
        visits[owner] = visit
        guard visits.count > visitLimit else { return }
        visits = visits.filter { $0.value.time >= visit.time - timeout }
        visitLimit = max(Self.least, visits.count * 2)
    }

    mutating func rename(_ number: (UInt32) -> UInt32) {
        var renamed: [SessionKey: Visit] = [:]
        for (owner, visit) in visits {
            var owner = owner
            owner.name = number(owner.name)
            renamed[owner] = visit
        }
        visits = renamed
    }

    /// Forgets all.
    mutating func removeAll() {
        if texts.count > 0 { texts = Interner() }
        if !visits.isEmpty { visits.removeAll(keepingCapacity: true) }
        (limit, visitLimit) = (Self.least, Self.least)
    }
}
