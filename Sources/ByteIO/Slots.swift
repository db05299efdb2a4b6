public import CBits

/// A fixed table of plain values with one owner, which begins with a line of the caches; every index is checked once.
@safe public struct Slots<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
    @usableFromInline let base: UnsafeMutablePointer<Element>
    public let count: Int

    /// `count` times `element`.
    public init(_ count: Int, of element: Element) {
        self.count = count
        unsafe base = Self.allocate(count)
        unsafe base.initialize(repeating: element, count: count)
    }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
        let room = UnsafeMutableRawPointer.allocate(
            byteCount: count * MemoryLayout<Element>.stride, alignment: 64)
        return unsafe room.bindMemory(to: Element.self, capacity: count)
    }

    deinit { unsafe UnsafeMutableRawPointer(base).deallocate() }

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

    /// Asks for the memory of a slot before it is needed, and with `others` for the 64 bytes behind it; it may be behind
    /// the last one.
    @inlinable @inline(__always)
    public func prefetch(at index: Int, others: Bool = false) {
        unsafe cbits_prefetch(base + index)
        if others { unsafe cbits_prefetch(UnsafeRawPointer(base + index) + 64) }
    }

    /// No slots, and no memory.
    public init() {
        count = 0
        unsafe base = Self.allocate(0)
    }

    @inlinable public var isEmpty: Bool { count == 0 }

    /// Gives every slot `element`.
    public mutating func fill(_ element: Element) {
        unsafe base.update(repeating: element, count: count)
    }
}
