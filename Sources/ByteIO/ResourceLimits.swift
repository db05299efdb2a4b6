import Glibc

/// How many files the process may have open at once.
public enum DescriptorLimit {
    /// A run has less than this open beside its inputs: 30 outputs at most, temporary files, libraries.
    public static let reserved = 56

    /// What the limit is now.
    public static var now: Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        return unsafe getrlimit(kind, &limit) == 0 ? Int(clamping: limit.rlim_cur) : 1024
    }

    /// Raises the limit as far as the system allows; what it is then.
    public static func raise() -> Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard unsafe getrlimit(kind, &limit) == 0 else { return 1024 }
        if limit.rlim_cur < limit.rlim_max {
            let before = limit.rlim_cur
            limit.rlim_cur = limit.rlim_max
            // Refused in some sandboxes; the old limit holds then.
            if unsafe setrlimit(kind, &limit) != 0 { limit.rlim_cur = before }
        }
        return Int(clamping: limit.rlim_cur)
    }
}

/// How much memory the process may map.
public enum AddressSpace {
    /// The limit in bytes.
    public static var limit: Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_AS.rawValue)
        return unsafe getrlimit(kind, &limit) == 0 ? Int(clamping: limit.rlim_cur) : .max
    }
}
