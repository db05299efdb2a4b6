/// A fixed table of plain values with one owner; every index is checked once.
@safe public struct Slots<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
    @usableFromInline let base: UnsafeMutablePointer<Element>
    public let count: Int

    /// `count` times `element`.
    public init(_ count: Int, of element: Element) {
        self.count = count
        unsafe base = .allocate(capacity: count)
        unsafe base.initialize(repeating: element, count: count)
    }

    deinit { unsafe base.deallocate() }

    @inlinable
    public subscript(index: Int) -> Element {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            return unsafe base[index]
        }
        @inline(__always) set {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            unsafe base[index] = newValue
        }
    }

    /// No slots, and no memory.
    public init() {
        count = 0
        unsafe base = .allocate(capacity: 0)
    }

    @inlinable public var isEmpty: Bool { count == 0 }

    /// Gives every slot `element`.
    public mutating func fill(_ element: Element) {
        unsafe base.update(repeating: element, count: count)
    }
}
