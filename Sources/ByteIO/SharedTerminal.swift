import Glibc

/// Standard error as the stages of a pipe share it: of all that show how far they are, one draws at a time.
///
/// Who draws holds a lock on the terminal, which the kernel frees with the process.
public enum SharedTerminal {
    /// Whether this process may draw; false where another one does.
    public static func take() -> Bool {
        var lock = lock(F_WRLCK)
        if unsafe fcntl(2, F_SETLK, &lock) == 0 { return true }
        // Where nothing can be locked nobody can be told from others.
        return errno != EAGAIN && errno != EACCES
    }

    /// Lets others draw.
    public static func release() {
        var lock = lock(F_UNLCK)
        _ = unsafe fcntl(2, F_SETLK, &lock)
    }

    private static func lock(_ kind: Int32) -> flock {
        flock(l_type: Int16(kind), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
    }

    /// How many columns the terminal at a descriptor has; nil where there is none, or it does not tell.
    public static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// Whether no other program reads standard output: this is the last one of its pipe.
    public static var isLastOfPipe: Bool {
        var status = stat()
        return unsafe fstat(1, &status) != 0 || status.st_mode & S_IFMT != S_IFIFO
    }
}
