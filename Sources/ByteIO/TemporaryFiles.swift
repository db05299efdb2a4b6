import Dispatch
import Glibc
import Synchronization

/// The temporary files of this run, so that a signal can take them away.
public enum TemporaryFiles {
    private static let names = Mutex<Set<String>>([])

    static func add(_ name: String) {
        names.withLock { _ = $0.insert(name) }
    }

    /// Forgets `name`; false where it was forgotten before.
    @discardableResult
    static func remove(_ name: String) -> Bool {
        names.withLock { $0.remove(name) != nil }
    }

    /// From now on INT, TERM and HUP remove the temporary files and are then raised again, and a
    /// file over the size limit is an error of `write`. A signal that the caller ignores stays so.
    public static func removeOnSignals() {
        signal(SIGXFSZ, SIG_IGN)
        for number in [SIGINT, SIGTERM, SIGHUP] where signal(number, SIG_IGN) == nil {
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            // The handler holds its source, which otherwise would end here.
            source.setEventHandler { withExtendedLifetime(source) { end(by: number) } }
            source.resume()
        }
    }

    /// Holds the lock to the end, so that no file is created or published meanwhile.
    private static func end(by number: Int32) {
        names.withLock { all in
            for name in all { unsafe unlink(name) }
            signal(number, SIG_DFL)
            kill(getpid(), number)
            while true { pause() }
        }
    }
}
