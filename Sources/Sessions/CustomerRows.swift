import ByteIO

/// The rows of one customer, as the merge brings them.
package struct CustomerRows {
    /// Whether the anonymous rows of this key were moved to their customer.
    private let isMoved: Bool
    private var rows = 0
    package private(set) var hasUser = false
    package private(set) var hasVisitor = false
    package var isUserCounted = false
    package var isVisitorCounted = false

    package init(isMoved: Bool = false) { self.isMoved = isMoved }

    package var isOpen: Bool { rows > 0 }
    package var isFirst: Bool { rows == 1 }

    /// Whether the row is the customer's; one that was moved is not.
    package mutating func takes(_ row: Span<UInt8>, fromSorted: Bool) -> Bool {
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
    package private(set) var hasVisitorOfUser = false
}
