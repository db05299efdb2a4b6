import Glibc

/// Why bytes could not be had or put: one line of text, and which of the contract's exits it is.
public struct IOFailure: Error, CustomStringConvertible, Equatable {
    public enum Kind: Sendable {
        /// Truncated or corrupt data: exit 65.
        case damaged
        /// A named input is missing or unreadable: exit 66.
        case noInput
        /// An output cannot be created: exit 73.
        case cannotCreate
        /// Reading or writing failed: exit 74.
        case failed
        /// Another run holds the lock: exit 75.
        case locked
    }

    public let kind: Kind
    public let description: String

    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    /// `PLACE: what the system said`, for the error number that the last call left behind.
    ///
    /// It is of `kind` where the file is the reason; where the system or a disk is, it is `.failed`.
    static func system(_ kind: Kind, _ place: String, code: Int32 = errno) -> IOFailure {
        let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        let isSystem = [EIO, EMFILE, ENFILE, ENOMEM].contains(code)
        return IOFailure(isSystem ? .failed : kind, "\(place): \(reason)")
    }
}
