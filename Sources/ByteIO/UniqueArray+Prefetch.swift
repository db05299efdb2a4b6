public import BasicContainers
public import CBits

extension UniqueArray where Element: BitwiseCopyable {
    /// Asks for the element at `index` before it is needed; it may be behind the last one.
    @inlinable @inline(__always)
    public func prefetch(at index: Int) {
        unsafe span.withUnsafeBufferPointer { elements in
            if let base = elements.baseAddress { unsafe cbits_prefetch(base + index) }
        }
    }
}
