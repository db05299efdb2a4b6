import Glibc

extension [UInt8] {
    /// One `write(2)` of all bytes; whether the system took them. For messages only.
    public func isWritten(to descriptor: Int32) -> Bool {
        unsafe withUnsafeBytes {
            unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) == $0.count
        }
    }
}
