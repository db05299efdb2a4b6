import Dispatch
import Synchronization

/// Work on many pieces at once, results in the order of the pieces, a bounded number under way.
///
/// `submit` hands a piece to a worker; `next()` waits for the oldest result. Who calls them is one
/// thread, which reads and writes while the workers compute.
public final class OrderedWork<Result: Sendable>: Sendable {
    private final class Slot: Sendable {
        let isDone = DispatchSemaphore(value: 0)
        let result = Mutex<Result?>(nil)
    }

    private let slots = Mutex<[Slot]>([])
    private let width: Int
    private let queue = DispatchQueue(label: "work", attributes: .concurrent)

    /// At most `width` pieces under way at once.
    public init(width: Int) { self.width = width }

    /// Whether `next()` should be called before another `submit`.
    public var isFull: Bool { slots.withLock { $0.count >= width } }

    public var isEmpty: Bool { slots.withLock { $0.isEmpty } }

    public func submit(_ work: @escaping @Sendable () -> Result) {
        let slot = Slot()
        slots.withLock { $0.append(slot) }
        queue.async {
            let result = work()
            slot.result.withLock { $0 = result }
            slot.isDone.signal()
        }
    }

    /// The oldest result not yet taken, or nil where nothing is under way.
    public func next() -> Result? {
        guard let slot = slots.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return nil }
        slot.isDone.wait()
        return slot.result.withLock { $0 }
    }
}
