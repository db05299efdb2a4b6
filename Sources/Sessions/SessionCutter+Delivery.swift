import BasicContainers
import ByteIO
import StageSupport

// Rows go out in their order: each waits for its session to be decided, and for those before it.
extension SessionCutter {
    /// Decides a session that gets no more rows; `successor` is the start of the next one of its key.
    mutating func complete<Rows: CutRows & ~Copyable>(
        _ slot: Int, successor: Int64?, _ rows: inout Rows
    ) throws {
        guard !sessions[slot].isComplete else { return }
        let isFinal = delivery.isFinal(sessions[slot], successor: successor)
        sessions[slot].isComplete = true
        sessions[slot].isFinal = isFinal
        let isOver = sessions[slot].isOverLimit || rule.isOverLimit(sessions[slot].totals)
        if isFinal || !delivery.holdsOpenSessions {
            sessions[slot].outcome = isOver ? .quarantined : .delivered
        } else {
            sessions[slot].outcome = sessions[slot].isOverLimit ? .heldInQuarantine : .held
        }
        if sessions[slot].pending == 0 { try close(slot, &rows) }
    }

    /// Whether no row at or behind `now` can continue the session, and it can go out.
    @inline(__always)
    private func isExpired(_ slot: Int) -> Bool {
        rule.isOver(sessions[slot], at: now)
            && (!delivery.holdsOpenSessions || delivery.isFinal(sessions[slot], successor: nil))
    }

    /// Sends out the rows that wait, up to the first whose session is not decided.
    mutating func drain<Rows: CutRows & ~Copyable>(_ rows: inout Rows) throws {
        while let slot = try rows.firstSlot() {
            guard sessions[slot].hasID else { return }
            var outcome = sessions[slot].outcome
            if outcome == .undecided {
                if sessions[slot].isOverLimit, rows.firstTime <= stable {
                    outcome = .quarantined
                } else {
                    guard isExpired(slot) else { return }
                    try complete(slot, successor: nil, &rows)
                    outcome = sessions[slot].outcome
                }
            }
            if outcome == .heldInQuarantine {
                outcome = rows.firstTime <= stable ? .quarantined : .held
            }
            try pass(slot, to: outcome, &rows)
        }
    }

    /// Sends out the first row that waits, one of the session in `slot`.
    @inline(__always)
    private mutating func pass<Rows: CutRows & ~Copyable>(
        _ slot: Int, to outcome: Session.Outcome, _ rows: inout Rows
    ) throws {
        let step = sessions[slot].written + 1
        sessions[slot].written = step
        sessions[slot].pending -= 1
        switch outcome {
        case .delivered:
            counts.rows += 1
            if outputs.sessionAtHand != sessions[slot].serial { beginRows(of: slot) }
            try outputs.write(step: step, &rows)
        case .held:
            counts.heldRows += 1
            // Behind the stable time all sessions of one start are held, and marked anew.
            let isMarked = step == 1 && sessions[slot].totals.start < stable
            try outputs.hold(mark: isMarked ? sessions[slot].mark : 0, &rows)
        default:
            counts.quarantinedRows += 1
            try outputs.quarantine(slot, of: sessions, &rows)
        }
        rows.removeFirst()
        if sessions[slot].isComplete, sessions[slot].pending == 0 { try close(slot, &rows) }
    }

    /// The rows that are delivered next are of this session.
    private mutating func beginRows(of slot: Int) {
        if sessions[slot].index == 0 {
            sessions[slot].index = nextIndex
            nextIndex += 1
        }
        outputs.begin(slot, of: sessions)
    }

    /// A row without visitor and user is in no path.
    mutating func addWithoutKey(_ row: Span<UInt8>) throws {
        counts.noKey += 1
        try outputs.quarantineWithoutKey(row)
    }
}

// The last row of a session is out.
extension SessionCutter {
    private mutating func close<Rows: CutRows & ~Copyable>(
        _ slot: Int, _ rows: inout Rows
    ) throws {
        guard sessions[slot].written == sessions[slot].totals.events else {
            throw Failure(.selfCheck, "a session's steps do not count up")
        }
        switch sessions[slot].outcome {
        case .held: counts.heldSessions += 1
        case .heldInQuarantine:
            counts.heldSessions += 1
            try outputs.carry(
                slot, of: sessions, field: rows.text(sessions[slot].field),
                name: rows.text(sessions[slot].key.name),
                declared: declared[sessions[slot].key.declared], customer: customer)
        case .quarantined:
            countSession(slot)
            counts.quarantinedSessions += 1
            try list(slot, index: nil, &rows)
        case .delivered, .undecided:
            countSession(slot)
            counts.events += sessions[slot].totals.events
            try list(slot, index: sessions[slot].index, &rows)
        }
        sessions[slot].serial = 0
        free.append(slot)
    }

    private mutating func countSession(_ slot: Int) {
        counts.sessions += 1
        counts.values += sessions[slot].totals.values
        counts.otherValues += sessions[slot].totals.otherValues
    }

    private mutating func list<Rows: CutRows & ~Copyable>(
        _ slot: Int, index: Int?, _ rows: inout Rows
    ) throws {
        guard outputs.hasTable else { return }
        let (start, end) = (sessions[slot].totals.start, sessions[slot].totals.end)
        let marks = SessionTable.Marks(
            index: index, isStartCropped: delivery.isStartCropped(start: start),
            isEndCropped: !sessions[slot].isFinal && delivery.isEndCropped(end: end),
            isQuarantined: index == nil)
        try outputs.list(
            slot, of: sessions, marks,
            visitor: rows.text(sessions[slot].key.isUsers ? RowStore.none : sessions[slot].field),
            customer: customer)
    }
}
