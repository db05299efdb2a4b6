import Glibc
import Synchronization

/// A value that one thread at a time uses.
///
/// It is Synchronization's, whose locks ThreadSanitizer does not see; in builds for it (`Scripts/races`) a lock of
/// pthread takes its place.
@safe
public struct Mutex<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    #if RACES
        private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        private let value = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    #else
        private let mutex: Synchronization.Mutex<Value>
    #endif

    public init(_ value: consuming sending Value) {
        #if RACES
            unsafe pthread_mutex_init(lock, nil)
            unsafe self.value.initialize(to: value)
        #else
            mutex = Synchronization.Mutex(value)
        #endif
    }

    #if RACES
        deinit {
            unsafe value.deinitialize(count: 1)
            unsafe value.deallocate()
            unsafe pthread_mutex_destroy(lock)
            unsafe lock.deallocate()
        }
    #endif

    /// Runs `body` while no other thread is in one.
    public borrowing func withLock<Result: ~Copyable, Thrown: Error>(
        _ body: (inout sending Value) throws(Thrown) -> sending Result
    ) throws(Thrown) -> sending Result {
        #if RACES
            unsafe pthread_mutex_lock(lock)
            defer { unsafe pthread_mutex_unlock(lock) }
            return try unsafe body(&value.pointee)
        #else
            return try mutex.withLock(body)
        #endif
    }
}
