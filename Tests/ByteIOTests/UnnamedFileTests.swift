import ByteIO
import Foundation
import Glibc
import TestSupport
import Testing

/// Where the file system knows no files without a name.
@Suite struct UnnamedFileTests {
    private func names(_ scratch: borrowing Scratch) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
    }

    @Test func theFileHasNoNameAndOneOwner() throws {
        let scratch = try Scratch()
        let file = try UnnamedFile.openAndUnlink(in: scratch.url.path, orFail: .failed)
        defer { close(file) }
        #expect(try names(scratch) == [])
        var status = stat()
        #expect(unsafe fstat(file, &status) == 0)
        #expect(status.st_nlink == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(unsafe write(file, "word", 4) == 4)
    }

    /// A kill after `mkdir` leaves an empty folder, one after `open` a folder with its file.
    @Test func whatAKilledRunLeftIsRemoved() throws {
        let scratch = try Scratch()
        let empty = "polku-0123456789abcdef"
        let full = "polku-fedcba9876543210"
        for name in [empty, full] { #expect(unsafe mkdir(scratch.path(name), 0o700) == 0) }
        _ = try scratch.file("\(full)/file", "".utf8)
        close(try UnnamedFile.openAndUnlink(in: scratch.url.path, orFail: .failed))
        #expect(try names(scratch) == [])
    }

    @Test func nothingElseIsRemoved() throws {
        let scratch = try Scratch()
        let kept = ["polku-0123456789abcde", "polku-0123456789ABCDEF", "polku-data", "theirs"]
        for name in kept {
            #expect(unsafe mkdir(scratch.path(name), 0o700) == 0)
            _ = try scratch.file("\(name)/file", "".utf8)
        }
        let link = "polku-00000000000000ff"
        #expect(unsafe symlink(scratch.path("theirs"), scratch.path(link)) == 0)
        close(try UnnamedFile.openAndUnlink(in: scratch.url.path, orFail: .failed))
        #expect(try names(scratch) == (kept + [link]).sorted())
        for name in kept {
            #expect(FileManager.default.fileExists(atPath: scratch.path("\(name)/file")))
        }
    }

    @Test func aMissingFolderIsNamed() throws {
        let scratch = try Scratch()
        let missing = scratch.path("missing")
        let failure = #expect(throws: IOFailure.self) {
            _ = try UnnamedFile.openAndUnlink(in: missing, orFail: .cannotCreate)
        }
        #expect(failure?.kind == .cannotCreate)
        #expect(failure?.description.contains(missing) == true)
    }
}
