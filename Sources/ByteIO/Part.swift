/// Where something lies in a text of at most 2 GiB: from `start` up to `end`, in bytes.
///
/// Two plain numbers; who reads the bytes checks both, where a `Range` checks their order at every step.
@frozen public struct Part: BitwiseCopyable, Sendable {
    @usableFromInline var low: Int32
    @usableFromInline var high: Int32

    @inlinable @inline(__always)
    public init(_ start: Int, _ end: Int) {
        low = Int32(truncatingIfNeeded: start)
        high = Int32(truncatingIfNeeded: end)
    }

    /// A part of nothing.
    @inlinable public static var none: Part { Part(0, 0) }

    @inlinable public var start: Int { Int(low) }
    @inlinable public var end: Int { Int(high) }
    @inlinable public var count: Int { end &- start }
    @inlinable public var isEmpty: Bool { low == high }
}
