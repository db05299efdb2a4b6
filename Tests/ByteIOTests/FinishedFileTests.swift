import ByteIO
import Foundation
import TestSupport
import Testing

@Suite struct FinishedFileTests {
    private func finished(_ path: String, _ text: String = "new") throws -> FinishedFile {
        var file = try OutputFile.creating(path)
        try file.write(text)
        return try file.complete()
    }

    private func names(_ scratch: borrowing Scratch) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
    }

    @Test func namesAreGivenInOrderAndNothingElseStays() throws {
        let scratch = try Scratch()
        var files = [try finished(scratch.path("a")), try finished(scratch.path("b"))]
        #expect(try !names(scratch).contains("a"))
        try FinishedFile.publish(files)
        files = []
        #expect(try names(scratch) == ["a", "b"])
        #expect(try String(contentsOfFile: scratch.path("b"), encoding: .utf8) == "new")
    }

    @Test func whatCannotBeUndoneIsNamed() throws {
        let scratch = try Scratch()
        _ = try scratch.file("a", "old".utf8)
        var files = try ["a", "b", "c"].map { try finished(scratch.path($0)) }
        // A folder that came into the way of the second name.
        try FileManager.default.createDirectory(
            atPath: scratch.path("b/full"), withIntermediateDirectories: true)
        let failure = #expect(throws: IOFailure.self) { try FinishedFile.publish(files) }
        #expect(failure?.kind == .failed)
        #expect(failure?.description.contains("rename to \(scratch.path("b"))") == true)
        #expect(
            failure?.description.hasSuffix("already replaced: \(scratch.path("a"))") == true)
        files = []
        #expect(try names(scratch) == ["a", "b"])
    }

    @Test func droppedWithoutANameItIsRemoved() throws {
        let scratch = try Scratch()
        _ = try scratch.file("a", "old".utf8)
        _ = try finished(scratch.path("a"))
        #expect(try names(scratch) == ["a"])
        #expect(try String(contentsOfFile: scratch.path("a"), encoding: .utf8) == "old")
    }

    @Test func onlyItsOwnerReadsItBeforeItIsNamed() throws {
        let scratch = try Scratch()
        var file = try OutputFile.creating(scratch.path("a"))
        let temporary = try #require(try names(scratch).first { $0.hasSuffix(".tmp") })
        func mode(_ name: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: scratch.path(name))[
                .posixPermissions] as? Int
        }
        #expect(try mode(temporary) == 0o600)
        try FinishedFile.publish([file.complete()])
        let mask = umask(0)
        umask(mask)
        #expect(try mode("a") == Int(0o666 & ~mask))
    }

    @Test func deadTemporaryFilesGoAndOthersStay() throws {
        let scratch = try Scratch()
        let dead = try scratch.file("a.0123456789abcdef.tmp", "dead".utf8)
        let living = try scratch.file("a.fedcba9876543210.tmp", "living".utf8)
        let others = [
            "a.tmp", "a.0123456789abcde.tmp", "ab.0123456789abcdef.tmp", "a.0123456789ABCDEF.tmp",
        ]
        for name in others { _ = try scratch.file(name, "user's".utf8) }
        let held = unsafe open(living, O_RDONLY)
        #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
        defer { close(held) }
        try FinishedFile.publish([finished(scratch.path("a"))])
        #expect(!FileManager.default.fileExists(atPath: dead))
        #expect(try names(scratch) == (others + ["a", "a.fedcba9876543210.tmp"]).sorted())
    }

    @Test func twoCannotWriteOneName() throws {
        let scratch = try Scratch()
        var first = try OutputFile.creating(scratch.path("a"))
        let failure = #expect(throws: IOFailure.self) {
            _ = try OutputFile.creating(scratch.path("a"))
        }
        #expect(failure?.kind == .locked)
        #expect(failure?.description.contains("process \(getpid())") == true)
        var file: FinishedFile? = try first.complete()
        #expect(throws: IOFailure.self) { _ = try OutputFile.creating(scratch.path("a")) }
        try FinishedFile.publish([file!])
        file = nil
        _ = consume first
        _ = try OutputFile.creating(scratch.path("a"))
        #expect(try names(scratch) == ["a"])
    }

    @Test func aLockFileOfADeadRunIsTakenOver() throws {
        let scratch = try Scratch()
        _ = try scratch.file("a.lock", "99999999\n".utf8)
        try FinishedFile.publish([finished(scratch.path("a"))])
        #expect(try names(scratch) == ["a"])
    }
}
