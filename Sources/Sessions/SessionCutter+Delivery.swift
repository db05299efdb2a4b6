import BasicContainers
import ByteIO
import StageSupport
import Rows

/// What became of rows and sessions.
package struct SessionCounts {
    var customers = 0
    /// Delivered and quarantined.
    package var sessions = 0
    package var quarantinedSessions = 0
    package var heldSessions = 0
    package var rows = 0
    package var quarantinedRows = 0
    package var heldRows = 0
    package var noKey = 0
    /// Rows of the delivered sessions, by their totals.
    package var events = 0
    /// With declared ids: rows without one, gaps inside a session that the timeout would split, and
    /// neighbours that it would join.
    package var undeclared = 0
    package var declaredGaps = 0
    package var declaredNeighbours = 0

    package init() {}
}

// Rows wait in one queue until their session is decided, so they go out in order.
extension SessionCutter {
    /// Decides a session that gets no more rows; `successor` is the start of the next one of its key.
    mutating func complete(_ session: Int, successor: Int64?) throws {
        guard !sessions[session].isComplete else { return }
        let isDeclared = rule.usesDeclared && !sessions[session].declared.isEmpty
        let (start, end) = (sessions[session].totals.start, sessions[session].totals.end)
        let isFinal = delivery.isFinal(
            start: start, end: end, isDeclared: isDeclared, successor: successor)
        sessions[session].isComplete = true
        sessions[session].isFinal = isFinal
        let isOver = sessions[session].isOverLimit || isOverLimit(session)
        if isFinal || !delivery.holdsOpenSessions {
            sessions[session].outcome = isOver ? .quarantined : .delivered
        } else {
            sessions[session].outcome =
                sessions[session].isOverLimit ? .heldInQuarantine : .held
        }
        if sessions[session].pending == 0 { try close(session) }
    }

    func isOverLimit(_ session: Int) -> Bool {
        rule.isOverLimit(
            events: sessions[session].totals.events, start: sessions[session].totals.start,
            end: sessions[session].totals.end)
    }

    /// Whether no row of its key at or behind `now` can continue the session, and it can go out.
    private func isExpired(_ session: Int) -> Bool {
        let (start, end) = (sessions[session].totals.start, sessions[session].totals.end)
        let isDeclared = rule.usesDeclared && !sessions[session].declared.isEmpty
        let isOver =
            isDeclared
            ? now - start > rule.maximumLength : rule.splits(after: now - end)
        guard isOver else { return false }
        return !delivery.holdsOpenSessions
            || delivery.isFinal(
                start: start, end: end, isDeclared: isDeclared, successor: nil)
    }

    /// Sends out rows from the front of the queue, up to the first whose session is not decided.
    mutating func drain(_ store: inout RowStore) throws {
        while try queue.load() {
            let session = Int(queue.number(0))
            let time = queue.number(3)
            guard !sessions[session].id.isEmpty else { return }
            if sessions[session].outcome == .undecided {
                if sessions[session].isOverLimit, time <= stable {
                    try pass(session, to: .quarantined, &store)
                    continue
                }
                guard isExpired(session) else { return }
                try complete(session, successor: nil)
            }
            switch sessions[session].outcome {
            case .heldInQuarantine:
                try pass(session, to: time <= stable ? .quarantined : .held, &store)
            case let outcome: try pass(session, to: outcome, &store)
            }
        }
    }

    /// Sends out the row at the front.
    private mutating func pass(
        _ session: Int, to outcome: Session.Outcome, _ store: inout RowStore
    ) throws {
        let step = Int(queue.number(1))
        guard step == sessions[session].written + 1 else {
            throw Failure(.selfCheck, "a session's steps do not count up")
        }
        sessions[session].written = step
        sessions[session].pending -= 1
        if outcome == .delivered, sessions[session].index == 0 {
            sessions[session].index = nextIndex
            nextIndex += 1
        }
        let order = UInt64(bitPattern: queue.number(2))
        switch outcome {
        case .delivered:
            counts.rows += 1
            if outputs.sessionAtHand != sessions[session].serial {
                outputs.begin(
                    session: sessions[session].serial, id: sessions[session].id,
                    index: sessions[session].index)
            }
            try outputs.write(queue.bytes, order, step: step, &store)
        case .held:
            counts.heldRows += 1
            // Behind the stable time all sessions of one start are held, and marked anew.
            let isMarked = step == 1 && sessions[session].totals.start < stable
            try outputs.hold(
                queue.bytes, order, mark: isMarked ? sessions[session].mark : 0, &store)
        default:
            counts.quarantinedRows += 1
            try outputs.quarantine(
                queue.bytes, order, id: sessions[session].id, step: step, &store)
        }
        queue.removeFirst()
        if sessions[session].isComplete, sessions[session].pending == 0 { try close(session) }
    }

    /// The last row of the session is out.
    private mutating func close(_ session: Int) throws {
        switch sessions[session].outcome {
        case .held: counts.heldSessions += 1
        case .heldInQuarantine:
            counts.heldSessions += 1
            try outputs.carry(
                sessions[session],
                sessions[session].stableTotals.first ?? sessions[session].totals, customer: customer
            )
        case .quarantined:
            counts.sessions += 1
            counts.quarantinedSessions += 1
            try list(session, index: nil)
        case .delivered, .undecided:
            counts.sessions += 1
            counts.events += sessions[session].totals.events
            try list(session, index: sessions[session].index)
        }
        release(session)
    }

    private mutating func list(_ session: Int, index: Int?) throws {
        guard outputs.hasTable else { return }
        let (start, end) = (sessions[session].totals.start, sessions[session].totals.end)
        let place = SessionTable.Place(
            index: index, isStartCropped: delivery.isStartCropped(start: start),
            isEndCropped: !sessions[session].isFinal && delivery.isEndCropped(end: end),
            isQuarantined: index == nil)
        try outputs.list(sessions[session], place, customer: customer)
    }
}
