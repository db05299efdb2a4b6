import Glibc
import Synchronization

/// The temporary files of this run, so that a signal can take them away.
///
/// The signal handler runs between any two instructions of any thread. It therefore takes no lock and no
/// memory: names are C strings in a fixed table, each put there and taken away by one atomic store.
@safe
public enum TemporaryFiles {
    /// More outputs than any program has.
    private static let capacity = 256
    /// The addresses of names; 0 is a free slot. A name is never freed, because a handler may be
    /// reading it: some 100 bytes an output.
    private static let names = InlineArray<256, Atomic<UInt>> { _ in Atomic(0) }
    /// Steps under way that a signal must not come into the middle of; the handler waits for them.
    private static let steps = Atomic<Int>(0)
    /// Whether a handler removes the files; nothing is created or published from then on.
    private static let isEnding = Atomic<Bool>(false)
    /// The address of what is said when the terminal interrupts the program; 0 for nothing.
    private static let lastWords = Atomic<UInt>(0)
    /// All that end the program where nobody handles them, but for faults of the program itself.
    private static let signals = [
        SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM,
        SIGPROF,
    ]

    /// Does `step` without a signal in the middle of it, or not at all where the program is ending.
    static func undisturbed<Result, Failure>(
        _ step: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var all = sigset_t()
        var before = sigset_t()
        unsafe sigfillset(&all)
        unsafe pthread_sigmask(SIG_BLOCK, &all, &before)
        steps.add(1, ordering: .sequentiallyConsistent)
        if isEnding.load(ordering: .sequentiallyConsistent) {
            steps.subtract(1, ordering: .sequentiallyConsistent)
            waitWhereEnding()
        }
        defer {
            let code = errno
            steps.subtract(1, ordering: .sequentiallyConsistent)
            unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
            errno = code
        }
        return try step()
    }

    /// Does not return where a signal ends the program: what other stages of a pipe leave behind is no news then.
    public static func waitWhereEnding() {
        // The thread that took the signal ends them all.
        while isEnding.load(ordering: .sequentiallyConsistent) { pause() }
    }

    /// From now on SIGINT says `text` on standard error, once the files are gone.
    public static func say(onInterrupt text: String) {
        guard let copy = unsafe strdup(text) else { return }
        lastWords.store(UInt(bitPattern: copy), ordering: .sequentiallyConsistent)
    }

    /// Creates the file `name` by `create`, and keeps the name where that gives true.
    ///
    /// - Throws: `.cannotCreate` where there are too many temporary files.
    static func create(_ name: String, by create: () -> Bool) throws(IOFailure) -> Bool {
        try undisturbed { () throws(IOFailure) in
            guard let slot = add(name) else {
                throw IOFailure(.cannotCreate, "\(name): over \(capacity) temporary files")
            }
            let isCreated = create()
            if !isCreated { names[slot].store(0, ordering: .sequentiallyConsistent) }
            return isCreated
        }
    }

    /// Keeps `name`; nil where there are too many, or no memory is left.
    @discardableResult
    static func add(_ name: String) -> Int? {
        guard let copy = unsafe strdup(name) else { return nil }
        for slot in 0..<capacity {
            let free = names[slot].compareExchange(
                expected: 0, desired: UInt(bitPattern: copy), ordering: .sequentiallyConsistent)
            if free.exchanged { return slot }
        }
        unsafe free(copy)
        return nil
    }

    /// Forgets `name`, which is no temporary file any more; false where it is not known.
    @discardableResult
    static func remove(_ name: String) -> Bool {
        guard let slot = slot(of: name) else { return false }
        names[slot].store(0, ordering: .sequentiallyConsistent)
        return true
    }

    /// Whether `name` is a temporary file of this run.
    static func contains(_ name: String) -> Bool { slot(of: name) != nil }

    private static func slot(of name: String) -> Int? {
        (0..<capacity).first { slot in
            let address = names[slot].load(ordering: .sequentiallyConsistent)
            guard let known = unsafe UnsafePointer<CChar>(bitPattern: address) else {
                return false
            }
            return unsafe strcmp(known, name) == 0
        }
    }

    /// From now on a signal that ends the program removes the temporary files first, and a file over
    /// the size limit is an error of `write`. A signal that the caller ignores stays so; one that a
    /// caller blocked is let through, since nobody could end the program by it.
    public static func removeOnSignals() {
        signal(SIGXFSZ, SIG_IGN)
        // Once in advance, so that the handler finds everything that the language sets up at first use.
        unlinkAll()
        var handled = sigset_t()
        unsafe sigemptyset(&handled)
        for number in signals where signal(number, SIG_IGN) == nil {
            signal(number) { TemporaryFiles.end(by: $0) }
            unsafe sigaddset(&handled, number)
        }
        unsafe pthread_sigmask(SIG_UNBLOCK, &handled, nil)
    }

    /// The handler: removes the files, then dies of the same signal.
    private static func end(by number: Int32) {
        isEnding.store(true, ordering: .sequentiallyConsistent)
        // A step takes microseconds. A thread that waits for its disk does not stop the end.
        var moment = timespec(tv_sec: 0, tv_nsec: 1_000_000)
        for _ in 0..<200 where steps.load(ordering: .sequentiallyConsistent) > 0 {
            unsafe nanosleep(&moment, nil)
        }
        unlinkAll()
        if number == SIGINT { sayLastWords() }
        signal(number, SIG_DFL)
        var own = sigset_t()
        unsafe sigemptyset(&own)
        unsafe sigaddset(&own, number)
        unsafe pthread_sigmask(SIG_UNBLOCK, &own, nil)
        raise(number)
    }

    private static func sayLastWords() {
        let address = lastWords.load(ordering: .sequentiallyConsistent)
        guard let text = unsafe UnsafePointer<CChar>(bitPattern: address) else { return }
        // A terminal that takes nothing now does not stop the end; a closed one is nowhere to say so.
        var terminal = pollfd(fd: 2, events: Int16(POLLOUT), revents: 0)
        if unsafe poll(&terminal, 1, 0) == 1 { _ = unsafe write(2, text, strlen(text)) }
    }

    private static func unlinkAll() {
        for slot in 0..<capacity {
            let address = names[slot].load(ordering: .sequentiallyConsistent)
            if let name = unsafe UnsafePointer<CChar>(bitPattern: address) { unsafe unlink(name) }
        }
    }
}
