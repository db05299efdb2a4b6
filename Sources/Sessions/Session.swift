import BasicContainers
import ByteIO

/// What sessions are cut on, in numbers that hold for one customer: the visitor, or the user where there
/// is none, and the id that the log declares.
struct SessionKey: Hashable, BitwiseCopyable {
    /// The number of the name.
    var name: UInt32
    var isUsers: Bool
    /// The number of the declared id; 0 for none.
    var declared: UInt32

    /// Whose session it is, whatever the log declares.
    var owner: SessionKey { SessionKey(name: name, isUsers: isUsers, declared: 0) }
}

/// A session of the customer at hand, from its first row until its last one has gone out.
struct Session: ~Copyable {
    enum Outcome {
        case undecided, delivered, quarantined
        /// Waits for the next run.
        case held
        /// Out of bounds and not over: rows before the stable time are out, the others wait.
        case heldInQuarantine
    }

    /// Tells this session from others that had its slot before; 0 in a free slot.
    var serial = 0
    var key = SessionKey(name: 0, isUsers: false, declared: 0)
    /// The number of the visitor's field as it stands in the row, or of the user's where there is none.
    var field: UInt32 = 0
    var totals = SessionTotals()
    /// Totals up to the stable time, where a row behind it came to a session in quarantine; else
    /// nothing. An array, because a customer may have many open sessions, and few need it.
    var stableTotals: [SessionTotals] = []
    /// The first campaign that is not empty.
    var campaign: [UInt8] = []
    /// The local day of the last row.
    var day = 0
    /// The first 20 hex digits of SHA-256 over the visitor, 0x1F and the start in microseconds as decimal
    /// digits, or over the user, 0x1E and that: the same in every run. `-2` and so on behind it for further
    /// sessions with that start.
    var id = UniqueArray<UInt8>()
    /// Whether no other session can have the same start, so that the id is whole.
    var hasID = false
    /// Which of the sessions with one start it is, from 1; 0 until known.
    var mark: UInt32 = 0
    /// Per customer from 1; 0 until the first row goes out.
    var index = 0
    var outcome = Outcome.undecided
    var isOverLimit = false
    var isComplete = false
    var isFinal = false
    /// Rows that wait.
    var pending = 0
    /// The step of the row that went out last.
    var written = 0

    /// Whether the log declares its id.
    var isDeclared: Bool { key.declared != 0 }

    /// Whether it takes rows of `key`.
    @inline(__always)
    func isOpen(to key: SessionKey) -> Bool { self.key == key && serial > 0 && !isComplete }

    /// Forgets the session before and keeps the memory of its texts.
    mutating func begin(serial: Int, _ key: SessionKey, field: UInt32, at time: Int64) {
        self.serial = serial
        self.key = key
        self.field = field
        totals.begin(at: time)
        if !stableTotals.isEmpty { stableTotals.removeAll() }
        if !campaign.isEmpty { campaign.clear() }
        day = 0
        id.removeAll(keepingCapacity: true)
        hasID = false
        mark = 0
        index = 0
        outcome = .undecided
        isOverLimit = false
        isComplete = false
        isFinal = false
        pending = 0
        written = 0
    }

    /// Begins the id: what does not depend on other sessions.
    mutating func beginID(of name: Span<UInt8>, _ message: inout UniqueArray<UInt8>) {
        message.removeAll(keepingCapacity: true)
        let (start, isUsers) = (totals.start, key.isUsers)
        message.append(upTo: name.count + 26) { builder in
            var message = builder
            message.append(name)
            message.append(isUsers ? 0x1E : 0x1F)
            if start < 0 { message.append(0x2D) }
            message.append(decimal: start.magnitude)
            return message.finished()
        }
        ShortDigest(of: message.span).append(to: &id)
    }

    /// Ends the id, when all starts of its moment are known.
    mutating func endID() {
        hasID = true
        guard mark > 1 else { return }
        id.append(0x2D)
        id.append(decimal: Int64(mark))
    }
}
