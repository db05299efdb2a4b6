import ByteIO

/// Gives the rows of visitors with more than one customer to the user last seen on them.
///
/// It is filled with sightings of users and with anonymous rows, sorted by visitor and time, and read
/// once.
struct Sweep: ~Copyable {
    /// What a record of the sweep is.
    enum Mark {
        /// A user that may own rows of the visitor; first of all, in the order of first times.
        static let accepted: UInt8 = 0x41
        static let login: UInt8 = 0x4C
        static let row: UInt8 = 0x52
        /// A row of a visitor whose id is also some user's.
        static let namesakeRow: UInt8 = 0x53
    }

    /// Logins of rows come behind what is known from pairs, and rows behind the logins of their moment.
    static let loginOrder: UInt64 = 1 << 62
    static let rowOrder: UInt64 = 1 << 63

    private var sort: SpillSort
    private var payload: [UInt8] = []

    init(memory: Int, folder: SpillFolder) { sort = SpillSort(memory: memory, folder: folder) }

    var isEmpty: Bool { sort.count == 0 }

    /// A pair of a visitor and a user, known to be seen at two times.
    mutating func sight(
        _ visitor: Span<UInt8>, _ user: Span<UInt8>, _ first: Int64, _ last: Int64
    ) throws(IOFailure) {
        for (mark, time) in [(Mark.accepted, .min), (Mark.login, first), (Mark.login, last)] {
            let order = UInt64(sort.count)
            try add(visitor, mark, user, time: time, order: order)
        }
    }

    /// A row of `visitor` that carries `user`.
    mutating func login(
        _ visitor: Span<UInt8>, _ user: Span<UInt8>, time: Int64, order: UInt64
    ) throws(IOFailure) {
        try add(visitor, Mark.login, user, time: time, order: order | Self.loginOrder)
    }

    /// A row of `visitor` without a user.
    mutating func row(
        _ visitor: Span<UInt8>, _ row: Span<UInt8>, time: Int64, order: UInt64, isNamesake: Bool
    ) throws(IOFailure) {
        let mark = isNamesake ? Mark.namesakeRow : Mark.row
        try add(visitor, mark, row, time: time, order: order | Self.rowOrder)
    }

    private mutating func add(
        _ visitor: Span<UInt8>, _ mark: UInt8, _ bytes: Span<UInt8>, time: Int64, order: UInt64
    ) throws(IOFailure) {
        payload.removeAll(keepingCapacity: true)
        payload.append(mark)
        payload.append(bytes)
        try sort.add(key: visitor.copied(), time: time, order: order, payload)
    }

    consuming func finish() throws(IOFailure) -> SortedRuns { try sort.finish() }
}

/// Reads a sweep: the customer of every row, in the order of visitor and time.
struct SweptRows: ~Copyable {
    /// Stands at the row; a mark comes before it in the payload.
    private(set) var records: SortedRecords
    private let capped: [[UInt8]: Int]
    private var accepted: Set<[UInt8]> = []
    private var owner: [UInt8] = []
    private var user: [UInt8] = []
    private var lastTime: Int64 = .min
    private var lastCustomer: [UInt8] = []
    /// The customer of the row.
    private(set) var customer: [UInt8] = []
    /// Whether the row comes before the first login.
    private(set) var isBeforeLogin = false
    /// Moments at which a visitor has rows of two customers.
    private(set) var meetings: Set<SessionStart> = []
    /// Visitors of no user whose id is also some user's.
    private(set) var collisions = 0
    private var isNamesake = false

    init(_ parts: [SortedRuns], capped: [[UInt8]: Int], memory: Int) throws(IOFailure) {
        records = try SortedRuns.merging(parts, memory: memory)
        self.capped = capped
    }

    var time: Int64 { records.time }
    var order: UInt64 { records.order & ~Sweep.rowOrder }

    /// Moves to the next row; false at the end.
    mutating func advance() throws(IOFailure) -> Bool {
        while try records.advance() {
            if records.isNewKey { begin() }
            let mark = records.payload[0]
            switch mark {
            case Sweep.Mark.accepted: accept()
            case Sweep.Mark.login: login()
            default:
                customer = user.isEmpty ? owner : user
                isBeforeLogin = user.isEmpty && !owner.isEmpty
                if customer.isEmpty { setOwnName(isNamesake: mark == Sweep.Mark.namesakeRow) }
                noteMeeting(customer)
                return true
            }
        }
        return false
    }

    /// The row's customer is its visitor.
    private mutating func setOwnName(isNamesake: Bool) {
        customer = isNamesake ? Namesake.customer(of: records.key) : records.key.copied()
        if isNamesake, !self.isNamesake { collisions += 1 }
        self.isNamesake = isNamesake
    }

    private mutating func begin() {
        isNamesake = false
        accepted.removeAll()
        owner = []
        user = []
        lastTime = .min
    }

    private mutating func accept() {
        let name = records.payload.extracting(1...).copied()
        // Pairs come by first time, so the first is the owner.
        if owner.isEmpty { owner = name }
        if capped[name] != nil { accepted.insert(name) }
    }

    private mutating func login() {
        let name = records.payload.extracting(1...).copied()
        noteMeeting(name)
        if capped[name] == nil || accepted.contains(name) { user = name }
    }

    private mutating func noteMeeting(_ customer: [UInt8]) {
        if records.time == lastTime, customer != lastCustomer {
            meetings.insert(SessionStart(name: records.key, time: records.time))
        }
        lastTime = records.time
        lastCustomer = customer
    }
}

/// A visitor and a moment at which a session of it may start.
package struct SessionStart: Hashable {
    /// With a key of this run: nobody can choose two visitors that are taken for one.
    private static let hash = SipHash(key: .random(in: .min ... .max), .random(in: .min ... .max))

    private let visitor: SipHash.Digest
    private let time: Int64

    init(name: Span<UInt8>, time: Int64) {
        visitor = Self.hash.digest(of: name)
        self.time = time
    }
}
