import Glibc

/// Descriptors 0 to 2, which a caller may have closed.
public enum StandardDescriptors {
    /// Fills closed ones with `/dev/null` opened the wrong way round, so that no file of ours takes
    /// their place and using them fails.
    public static func guardThem() {
        for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is this one.
            _ = unsafe open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
        }
    }
}
