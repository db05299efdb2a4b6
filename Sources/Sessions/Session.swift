import ByteIO

/// A session of the customer at hand, from its first row until its last one has gone out.
struct Session {
    package enum Outcome {
        case undecided, delivered, quarantined
        /// Waits for the next run.
        case held
        /// Out of bounds and not over: rows before the stable time are out, the others wait.
        case heldInQuarantine
    }

    /// Tells this session from others that had its place before.
    var serial = 0
    var totals = SessionTotals()
    /// Totals up to the stable time, where a row behind it came to a session in quarantine; else
    /// nothing. An array, because a customer may have many open sessions, and few need it.
    var stableTotals: [SessionTotals] = []
    /// Visitor, or user where there is none, as it stands in the row.
    var field: [UInt8] = []
    /// The id that the log declares, as it stands in the row.
    var declared: [UInt8] = []
    /// Whether `field` is a user's.
    var isUsers = false
    /// The first campaign that is not empty.
    var campaign: [UInt8] = []
    /// The local day of the last row.
    var day = 0
    /// Empty until no other session can have the same start.
    var id: [UInt8] = []
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

    /// Visitor, or user where there is none; plain.
    var name: [UInt8] {
        var name: [UInt8] = []
        name.replace(withField: field.span)
        return name
    }

    /// The visitor as it stands in the row; empty for none.
    var visitor: [UInt8] { isUsers ? [] : field }

    var place: SessionStart { SessionStart(name: name.span, time: totals.start) }

    /// Whether `other` is its campaign; the case of ASCII letters does not matter.
    func hasCampaign(_ other: Span<UInt8>) -> Bool { other.equalsIgnoringCase(campaign.span) }

    /// Forgets the session before and keeps the memory of its texts.
    mutating func begin(serial: Int, at time: Int64) {
        self.serial = serial
        totals.begin(at: time)
        if !stableTotals.isEmpty { stableTotals.removeAll() }
        field.clear()
        declared.clear()
        campaign.clear()
        id.clear()
        isUsers = false
        day = 0
        mark = 0
        index = 0
        outcome = .undecided
        isOverLimit = false
        isComplete = false
        isFinal = false
        pending = 0
        written = 0
    }
}

/// The open sessions of one customer by their keys.
///
/// A few are searched one by one; more get a hash table.
struct OpenSessions {
    private struct Place {
        var key: [UInt8] = []
        var session = 0
        var serial = 0
    }

    private static let few = 8

    private var places: [Place] = []
    private var count = 0
    private var latest = 0
    private var numbers: Interner?
    private var purgeAt = 1024

    /// Forgets all.
    mutating func removeAll() {
        count = 0
        latest = 0
        numbers = nil
        purgeAt = 1024
    }

    /// The session and its serial that `key` was given last, nil for none.
    mutating func find(_ key: [UInt8]) -> (session: Int, serial: Int)? {
        guard let place = place(of: key) else { return nil }
        latest = place
        return (places[place].session, places[place].serial)
    }

    private func place(of key: [UInt8]) -> Int? {
        if latest < count, places[latest].key == key { return latest }
        if let numbers { return numbers.known(key.span) }
        return places[0..<count].firstIndex { $0.key == key }
    }

    /// Gives `key` another session. `isOpen` tells whether a session with its serial still is.
    mutating func set(
        _ key: [UInt8], session: Int, serial: Int, isOpen: (Int, Int) -> Bool
    ) {
        if count >= purgeAt, place(of: key) == nil { purge(isOpen) }
        let place = place(of: key) ?? add(key)
        places[place].session = session
        places[place].serial = serial
        latest = place
    }

    private mutating func add(_ key: [UInt8]) -> Int {
        if count == places.count { places.append(Place()) }
        places[count].key.replace(with: key, in: 0..<key.count)
        if numbers != nil {
            _ = numbers?.number(of: key.span)
        } else if count == Self.few {
            index()
        }
        count += 1
        return count - 1
    }

    private mutating func index() {
        var fresh = Interner(capacity: 64)
        for place in places[0...count] { _ = fresh.number(of: place.key.span) }
        numbers = fresh
    }

    /// Drops keys whose session is over, so that a customer with ever new keys does not grow.
    private mutating func purge(_ isOpen: (Int, Int) -> Bool) {
        var kept = 0
        for at in 0..<count where isOpen(places[at].session, places[at].serial) {
            places.swapAt(kept, at)
            kept += 1
        }
        count = kept
        latest = 0
        numbers = nil
        if count > Self.few {
            count -= 1
            index()
            count += 1
        }
        purgeAt = max(1024, count * 2)
    }
}
