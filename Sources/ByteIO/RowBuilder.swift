/// Room for a row in the making, behind rows that are kept; a row that does not fit is made in another way.
@safe public struct RowBuffer: ~Copyable, @unchecked Sendable {
    @usableFromInline let base: UnsafeMutableRawPointer
    @usableFromInline let capacity: Int
    @usableFromInline var filled = 0

    public init(capacity: Int) {
        self.capacity = capacity
        unsafe base = .allocate(byteCount: capacity, alignment: 64)
        unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: capacity)
    }

    deinit { unsafe base.deallocate() }

    /// The bytes of the rows that are kept.
    @inlinable public var kept: Int { filled }

    /// An empty row, which takes the place of the one before unless that is kept.
    @_lifetime(borrow self)
    @inlinable @inline(__always)
    public func row() -> RowBuilder { RowBuilder(self) }

    /// Keeps the row made last, of `count` bytes.
    @inlinable @inline(__always)
    public mutating func keep(_ count: Int) {
        precondition(count >= 0 && count <= capacity &- filled)
        filled &+= count
    }

    /// Moves the rows that are kept to the end of `bytes`.
    public mutating func moveRows(to bytes: inout [UInt8]) {
        let rows = unsafe UnsafeBufferPointer(
            start: base.assumingMemoryBound(to: UInt8.self), count: filled)
        bytes.append(unsafe rows.span)
        filled = 0
    }
}

/// Writes a row from left to right into a `RowBuffer`.
///
/// A value of its own, so that it stays in registers: what is stored through its owner would have to be
/// loaded again after every byte. Where there is no room left nothing is written, and `isComplete` says so.
@safe public struct RowBuilder: ~Copyable, ~Escapable {
    @usableFromInline let base: UnsafeMutableRawPointer
    @usableFromInline let capacity: Int
    @usableFromInline var filled = 0
    @usableFromInline var isFull = false
    @usableFromInline var special = SIMDMask<SIMD16<Int8>>(repeating: false)

    @_lifetime(borrow buffer)
    @inlinable @inline(__always)
    init(_ buffer: borrowing RowBuffer) {
        unsafe base = buffer.base + buffer.filled
        capacity = buffer.capacity &- buffer.filled
    }

    /// How many bytes are written.
    @inlinable public var count: Int { filled }

    /// Whether everything found room, and all that was checked may be copied as it is.
    @inlinable public var isComplete: Bool {
        let words = special.words
        return !isFull && words.low | words.high == 0
    }

    /// Whether `more` bytes have room.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    mutating func hasRoom(_ more: Int) -> Bool {
        if _fastPath(more >= 0 && more <= capacity &- filled) { return true }
        isFull = true
        return false
    }

    @inlinable @inline(__always) @_lifetime(self: copy self)
    public mutating func append(_ byte: UInt8) {
        guard hasRoom(1) else { return }
        unsafe base.storeBytes(of: byte, toByteOffset: filled, as: UInt8.self)
        filled &+= 1
    }

    /// Appends the 8 bytes of `word`, little-endian.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    public mutating func append(word: UInt64) {
        guard hasRoom(8) else { return }
        unsafe base.storeBytes(of: word.littleEndian, toByteOffset: filled, as: UInt64.self)
        filled &+= 8
    }

    /// The bytes written.
    @inlinable
    public var bytes: Span<UInt8> {
        @_lifetime(borrow self)
        get {
            let bytes = unsafe UnsafeBufferPointer(
                start: base.assumingMemoryBound(to: UInt8.self), count: filled)
            return unsafe _overrideLifetime(bytes.span, borrowing: self)
        }
    }

    /// Appends the first `count` bytes of a vector.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    public mutating func append(_ bytes: Bytes16, count: Int) {
        precondition(UInt(bitPattern: count) <= 16)
        guard hasRoom(16) else { return }
        unsafe base.storeBytes(of: bytes, toByteOffset: filled, as: Bytes16.self)
        filled &+= count
    }

    /// Appends the bytes of `part`, which are known to be fit for a row.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    public mutating func append(_ source: Span<UInt8>, _ part: Part) {
        source.check(part)
        guard hasRoom(part.count &+ 16) else { return }
        var at = part.start
        while part.end &- at > 16 {
            let bytes = unsafe source.loadVector(at)
            unsafe base.storeBytes(
                of: bytes, toByteOffset: filled &+ at &- part.start, as: Bytes16.self)
            at &+= 16
        }
        let bytes = source.vector(at: at)
        unsafe base.storeBytes(
            of: bytes, toByteOffset: filled &+ at &- part.start, as: Bytes16.self)
        filled &+= part.count
    }

    /// Appends `separator` and the bytes of `part`, and checks whether a row may hold them as they are.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    public mutating func append(_ separator: UInt8, checking source: Span<UInt8>, _ part: Part) {
        append(separator)
        if !part.isEmpty { append(checking: source, part) }
    }

    /// Appends the bytes of `part`, and checks whether a row may hold them as they are.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    public mutating func append(checking source: Span<UInt8>, _ part: Part) {
        source.check(part)
        guard hasRoom(part.count &+ 16) else { return }
        var at = part.start
        while part.end &- at > 16 {
            let bytes = unsafe source.loadVector(at)
            unsafe base.storeBytes(
                of: bytes, toByteOffset: filled &+ at &- part.start, as: Bytes16.self)
            special .|= bytes.isSpecial
            at &+= 16
        }
        let bytes = source.vector(at: at)
        unsafe base.storeBytes(
            of: bytes, toByteOffset: filled &+ at &- part.start, as: Bytes16.self)
        special .|= bytes.isSpecial .& Bytes16.first(part.end &- at)
        filled &+= part.count
    }

    /// Puts `byte` over the one at `offset`.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    public mutating func replace(at offset: Int, with byte: UInt8) {
        precondition(UInt(bitPattern: offset) < UInt(bitPattern: filled))
        unsafe base.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
    }
}
