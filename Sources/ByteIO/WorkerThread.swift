import Glibc

/// Threads of our own: unlike Dispatch, which waits for ever where the system has none, they tell.
@safe
public enum WorkerThread {
    /// `SCHED_BATCH`, which the header shows to programs of GNU alone.
    private static let batch: Int32 = 3

    private final class Task {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Runs `body` on a new thread with a stack of its own; false, and nothing is run, where the system
    /// refuses one.
    public static func start(
        stackSize: Int = 2 << 20, _ body: @escaping @Sendable () -> Void
    ) -> Bool {
        var attributes = pthread_attr_t()
        guard unsafe pthread_attr_init(&attributes) == 0 else { return false }
        defer { unsafe pthread_attr_destroy(&attributes) }
        unsafe pthread_attr_setstacksize(&attributes, stackSize)
        unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let task = unsafe Unmanaged.passRetained(Task(body))
        let code = unsafe pthread_create(
            &thread, &attributes,
            { task in
                if let task = unsafe task {
                    unsafe Unmanaged<Task>.fromOpaque(task).takeRetainedValue().body()
                }
                return nil
            }, task.toOpaque())
        if code != 0 { unsafe task.release() }
        return code == 0
    }

    /// From now on the calling thread takes no core away from a thread that runs when it wakes up, and waits until
    /// one is free. It gets as much of the cores as before. Where somebody chose another policy, that one stands.
    ///
    /// Linux's `SCHED_BATCH`, sched(7).
    public static func waitForFreeCore() {
        guard sched_getscheduler(0) == SCHED_OTHER else { return }
        var parameters = sched_param()
        _ = unsafe sched_setscheduler(0, batch, &parameters)
    }

    /// How far the stack of the first thread may grow, in bytes.
    public static var firstStackSize: Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_STACK.rawValue)
        return unsafe getrlimit(kind, &limit) == 0 ? Int(clamping: limit.rlim_cur) : .max
    }
}
