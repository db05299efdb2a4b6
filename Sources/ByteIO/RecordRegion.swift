import CBits
import Glibc

/// Records one behind another, in address space reserved at the start: memory is taken as it is touched.
///
/// Nothing moves when it grows, and giving it back is one call.
@safe
public struct RecordRegion: ~Copyable {
    @usableFromInline let base: UnsafeMutableRawPointer
    public let capacity: Int
    /// Bytes in use.
    public var count: Int { @inlinable get { end } }
    @usableFromInline var end = 0
    /// Bytes that can be added.
    public var room: Int { capacity - end }

    /// - Throws: `.failed` where the system does not give so much address space.
    public init(capacity: Int) throws(IOFailure) {
        let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
        guard let address = unsafe mmap(nil, capacity, PROT_READ | PROT_WRITE, flags, -1, 0),
            unsafe address != MAP_FAILED
        else { throw .system(.failed, "\(capacity) bytes of memory") }
        unsafe base = address
        self.capacity = capacity
    }

    deinit { unsafe munmap(base, capacity) }

    /// Adds zeros up to a multiple of `width`, a power of two.
    @inlinable
    public mutating func align(to width: Int) {
        let aligned = (end &+ width &- 1) & ~(width &- 1)
        precondition(aligned <= capacity)
        // Memory that was never touched is zero.
        end = aligned
    }

    /// Adds 4 bytes, little-endian.
    @inlinable
    public mutating func append(word32 value: UInt32) {
        precondition(capacity &- end >= 4)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: end, as: UInt32.self)
        end &+= 4
    }

    /// Adds 8 bytes, little-endian.
    @inlinable
    public mutating func append(word64 value: UInt64) {
        precondition(capacity &- end >= 8)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: end, as: UInt64.self)
        end &+= 8
    }

    /// Adds three numbers of 8 bytes and one of 4, little-endian.
    @inlinable @inline(__always)
    public mutating func append(words one: UInt64, _ two: UInt64, _ three: UInt64, _ four: UInt32) {
        precondition(capacity &- end >= 28)
        let base = unsafe base + end
        unsafe base.storeBytes(of: one.littleEndian, as: UInt64.self)
        unsafe base.storeBytes(of: two.littleEndian, toByteOffset: 8, as: UInt64.self)
        unsafe base.storeBytes(of: three.littleEndian, toByteOffset: 16, as: UInt64.self)
        unsafe base.storeBytes(of: four.littleEndian, toByteOffset: 24, as: UInt32.self)
        end &+= 28
    }

    /// Adds a copy of `bytes`.
    @inlinable
    public mutating func append(_ bytes: Span<UInt8>) {
        precondition(capacity &- end >= bytes.count)
        unsafe bytes.withUnsafeBytes { source in
            if let start = source.baseAddress {
                unsafe (base + end).copyMemory(from: start, byteCount: source.count)
            }
        }
        end &+= bytes.count
    }

    /// The 32-bit number at `offset`, as it was added.
    @inlinable
    public func word32(at offset: Int) -> UInt32 {
        precondition(offset >= 0 && offset &+ 4 <= end)
        return unsafe UInt32(
            littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The 64-bit number at `offset`, as it was added.
    @inlinable
    public func word64(at offset: Int) -> UInt64 {
        precondition(offset >= 0 && offset &+ 8 <= end)
        return unsafe UInt64(
            littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// `count` bytes at `offset`.
    @inlinable @_lifetime(borrow self)
    public func bytes(at offset: Int, count: Int) -> Span<UInt8> {
        precondition(offset >= 0 && count >= 0 && offset &+ count <= end)
        let start = unsafe (base + offset).assumingMemoryBound(to: UInt8.self)
        let span = unsafe Span(_unsafeStart: start, count: count)
        return unsafe _overrideLifetime(span, borrowing: self)
    }

    /// Asks for the first 128 bytes at `offset` before they are needed.
    public func prefetch(at offset: Int) {
        unsafe cbits_prefetch(base + offset)
        unsafe cbits_prefetch(base + offset + 64)
    }
}
