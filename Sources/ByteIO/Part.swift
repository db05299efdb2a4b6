/// Where something lies in a text: from `start` up to `end`, in bytes.
///
/// Two plain numbers; who reads the bytes checks both, where a `Range` checks their order at every step.
public struct Part: BitwiseCopyable, Sendable {
    public var start: Int
    public var end: Int

    @inlinable
    public init(_ start: Int, _ end: Int) { (self.start, self.end) = (start, end) }

    /// A part of nothing.
    @inlinable public static var none: Part { Part(0, 0) }

    @inlinable public var count: Int { end &- start }
    @inlinable public var isEmpty: Bool { start == end }
}
