import ByteIO

/// The rows of one customer, as the merge brings them.
struct CustomerRows {
    /// Whether the anonymous rows of this key were moved to their customer.
    private let isMoved: Bool
    private var rows = 0
    private(set) var hasUser = false
    private(set) var hasVisitor = false
    var isUserCounted = false
    var isVisitorCounted = false

    init(isMoved: Bool = false) { self.isMoved = isMoved }

    var isOpen: Bool { rows > 0 }
    var isFirst: Bool { rows == 1 }

    /// Whether the row is the customer's; one that was moved is not.
    mutating func takes(_ row: Span<UInt8>, fromSorted: Bool) -> Bool {
        if let head = RowHead(row) {
            if head.user.isEmpty {
                if isMoved, fromSorted { return false }
                // A visitor with a link is counted there.
                if !isMoved, fromSorted { hasVisitor = true }
            } else {
                hasUser = true
                if fromSorted, !head.visitor.isEmpty { hasVisitorOfUser = true }
            }
        }
        rows += 1
        return true
    }

    /// Whether a row has both; without identities its visitor is the customer.
    private(set) var hasVisitorOfUser = false
}
