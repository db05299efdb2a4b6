import ByteIO
import Dispatch

/// Work on many pieces at once, results in the order of the pieces, a bounded number under way.
///
/// One thread submits pieces and another one asks for the results, while workers compute them. Where there
/// is no worker, who asks for a result computes it.
public final class OrderedWork<Result: Sendable>: Sendable {
    private final class Slot: Sendable {
        let isDone = DispatchSemaphore(value: 0)
        let work: @Sendable () -> Result
        /// Whether a worker computes it.
        let isQueued: Bool
        let result = Mutex<Result?>(nil)

        init(_ work: @escaping @Sendable () -> Result, isQueued: Bool) {
            self.work = work
            self.isQueued = isQueued
        }

        func run() {
            let computed = work()
            result.withLock { $0 = computed }
            isDone.signal()
        }
    }

    private struct State {
        /// Under way, the oldest first; nil behind the last.
        var slots: [Slot?] = []
        var isCancelled = false
        var isAtEnd = false
    }

    private let state = Mutex(State())
    /// Counts the pieces that may still be submitted.
    private let room = DispatchSemaphore(value: 0)
    /// Counts `slots`.
    private let submitted = DispatchSemaphore(value: 0)
    private let workers: Workers

    /// At most `width` pieces are under way at once.
    public init(width: Int, workers: Workers) {
        self.workers = workers
        for _ in 0..<width { room.signal() }
    }

    /// Hands a piece to a worker, and waits before that while too many are under way; false where
    /// nobody wants results any more. Pieces that come `inTurn` are computed one after another, by the
    /// thread that asks for them.
    public func submit(inTurn: Bool = false, _ work: @escaping @Sendable () -> Result) -> Bool {
        room.wait()
        let slot = Slot(work, isQueued: !inTurn && workers.count > 0)
        guard isAppended(slot) else { return false }
        if slot.isQueued { workers.add(slot.run) }
        return true
    }

    /// Says that no other piece will come.
    public func finish() { _ = isAppended(nil) }

    private func isAppended(_ slot: Slot?) -> Bool {
        let isWanted = state.withLock { state in
            if !state.isCancelled { state.slots.append(slot) }
            return !state.isCancelled
        }
        if isWanted { submitted.signal() }
        return isWanted
    }

    /// The oldest result not yet taken, once it is there; nil behind the last.
    public func next() -> Result? {
        guard !state.withLock({ $0.isAtEnd }) else { return nil }
        submitted.wait()
        let slot = state.withLock { state in
            let slot = state.slots.removeFirst()
            state.isAtEnd = slot == nil
            return slot
        }
        guard let slot else { return nil }
        if !slot.isQueued { slot.run() }
        slot.isDone.wait()
        defer { room.signal() }
        return slot.result.withLock { $0 }
    }

    /// Says that no other result is wanted; who submits is told.
    public func cancel() {
        state.withLock { $0.isCancelled = true }
        room.signal()
    }
}
