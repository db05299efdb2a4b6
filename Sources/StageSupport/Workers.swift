import ByteIO
import Dispatch

/// Threads that do work in the order in which it comes; as many as the system gives, perhaps none.
///
/// They stop no thread that brings them work, or that takes what they made: where there are fewer cores than threads,
/// they would run out of work otherwise.
public final class Workers: Sendable {
    /// How many threads there are.
    public let count: Int
    private let queue = Queue()

    private final class Queue: Sendable {
        /// The next first; whoever adds work waits before there is much.
        let waiting = Mutex<[@Sendable () -> Void]>([])
        /// Counts what waits, and one more for each worker that is to end.
        let isThere = DispatchSemaphore(value: 0)

        func next() -> (@Sendable () -> Void)? {
            isThere.wait()
            return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }
    }

    /// Starts up to `wanted` threads.
    public init(_ wanted: Int) {
        let queue = queue
        count =
            (0..<wanted).prefix { _ in
                WorkerThread.start {
                    WorkerThread.waitForFreeCore()
                    while let work = queue.next() { work() }
                }
            }.count
    }

    /// They end when all that was added is done.
    deinit { for _ in 0..<count { queue.isThere.signal() } }

    /// Has `work` done by the next thread that is free; nothing happens where there is none.
    public func add(_ work: @escaping @Sendable () -> Void) {
        guard count > 0 else { return }
        queue.waiting.withLock { $0.append(work) }
        queue.isThere.signal()
    }
}
