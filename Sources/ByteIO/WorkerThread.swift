import Glibc

/// Threads of our own: unlike Dispatch, which waits for ever where the system has none, they tell.
@safe
public enum WorkerThread {
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

    /// How far the stack of the first thread may grow, in bytes.
    public static var firstStackSize: Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_STACK.rawValue)
        return unsafe getrlimit(kind, &limit) == 0 ? Int(clamping: limit.rlim_cur) : .max
    }
}
