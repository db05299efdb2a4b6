/// A signal at one row of the customer at hand.
struct Firing: Equatable, BitwiseCopyable {
    /// The units for which it counts.
    struct Scope: OptionSet {
        let rawValue: UInt8

        static let customer = Scope(rawValue: 1)
        static let visitor = Scope(rawValue: 2)
        static let session = Scope(rawValue: 4)
        static let all: Scope = [.customer, .visitor, .session]

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(_ unit: Funnel.Unit) {
            self =
                switch unit {
                case .customer: .customer
                case .visitor: .visitor
                case .session: .session
                }
        }
    }

    /// The row's number in its customer.
    let row: Int32
    /// See `Signal.number`.
    let signal: Int32
    /// The touchpoint that it is charged to.
    let touchpoint: Int32
    let scope: Scope
}

/// All firings of the customer at hand by row: of the signals that any funnel knows, and of each
/// funnel's own; and the attempts that errors may answer.
struct Firings {
    private(set) var shared: [Firing] = []
    /// By the funnel's index in the journey.
    private(set) var ofFunnel: [[Firing]]
    private var touched: [Int] = []
    /// By the number of their set: the rows' numbers in the customer.
    private(set) var attempts: [[Int32]]
    /// The sets that hold rows of the customer, in the order of their first rows.
    private(set) var attemptSets: [Int] = []

    init(funnels: Int, attemptSets count: Int) {
        ofFunnel = [[Firing]](repeating: [], count: funnels)
        attempts = [[Int32]](repeating: [], count: count)
    }

    mutating func begin() {
        if !shared.isEmpty { shared.removeAll(keepingCapacity: true) }
        if !touched.isEmpty {
            for funnel in touched { ofFunnel[funnel].removeAll(keepingCapacity: true) }
            touched.removeAll(keepingCapacity: true)
        }
        guard !attemptSets.isEmpty else { return }
        for set in attemptSets { attempts[set].removeAll(keepingCapacity: true) }
        attemptSets.removeAll(keepingCapacity: true)
    }

    mutating func append(attempt row: Int, ofSet set: Int) {
        if attempts[set].isEmpty { attemptSets.append(set) }
        attempts[set].append(Int32(row))
    }

    mutating func append(_ firing: Firing) { shared.append(firing) }

    mutating func append(_ firing: Firing, toFunnel funnel: Int) {
        if ofFunnel[funnel].isEmpty { touched.append(funnel) }
        ofFunnel[funnel].append(firing)
    }

    /// Puts them in the order of rows: sessions of one customer may overlap.
    mutating func close() {
        Self.sort(&shared)
        for funnel in touched { Self.sort(&ofFunnel[funnel]) }
        for set in attemptSets where !Self.isSorted(attempts[set]) { attempts[set].sort() }
    }

    private static func isSorted(_ rows: [Int32]) -> Bool {
        rows.indices.dropFirst().allSatisfy { rows[$0 - 1] < rows[$0] }
    }

    private static func sort(_ firings: inout [Firing]) {
        guard firings.count > 1 else { return }
        for index in firings.indices.dropFirst() where firings[index].row < firings[index - 1].row {
            firings.sort { ($0.row, $0.signal) < ($1.row, $1.signal) }
            return
        }
    }
}
