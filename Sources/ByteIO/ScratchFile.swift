import Glibc

/// A file of 64-bit words for what does not fit in memory; nobody else can open it, and it is gone
/// when the process is.
///
/// Words are in the machine's byte order: the file never leaves it.
public struct ScratchFile: ~Copyable {
    private let descriptor: Int32
    private let folder: String
    /// Words written so far.
    public private(set) var count = 0

    /// Throws `.cannotCreate` where `folder` is missing or not to be written to.
    public init(in folder: String) throws(IOFailure) {
        descriptor = try UnnamedFile.open(in: folder, orFail: .cannotCreate)
        self.folder = folder
    }

    // Only read back within the run, so a failing close loses nothing.
    deinit { close(descriptor) }

    /// Throws `.cannotCreate` where files cannot be made in `folder`; makes and removes one.
    public static func check(_ folder: String) throws(IOFailure) {
        _ = try ScratchFile(in: folder)
    }

    /// Adds words at the end.
    ///
    /// - Throws: `.failed` with the folder's name: a full disk.
    public mutating func append(_ words: Span<UInt64>) throws(IOFailure) {
        var done = 0
        let size = words.count * 8
        while done < size {
            let offset = count * 8 + done
            let written = unsafe words.withUnsafeBytes { raw in
                unsafe pwrite(
                    descriptor, raw.baseAddress.map { unsafe $0 + done }, size - done, offset)
            }
            if written > 0 {
                done += written
            } else if written == 0 || errno != EINTR {
                throw .system(.failed, "write in \(folder)")
            }
        }
        count += words.count
    }

    /// Reads `wanted` words from word `start` on into the front of `words`.
    ///
    /// - Throws: `.failed` with the folder's name.
    public func read(
        into words: inout [UInt64], from start: Int, count wanted: Int
    ) throws(IOFailure) {
        precondition(wanted <= words.count && start + wanted <= count)
        var done = 0
        while done < wanted * 8 {
            let got = unsafe words.withUnsafeMutableBytes { raw in
                unsafe pread(
                    descriptor, raw.baseAddress.map { unsafe $0 + done }, wanted * 8 - done,
                    start * 8 + done)
            }
            if got > 0 {
                done += got
            } else if got == 0 || errno != EINTR {
                throw .system(.failed, "read in \(folder)")
            }
        }
    }
}
