import ByteIO
import Foundation
import TestSupport
import Testing

@testable import StageSupport

/// Which files a run reads, in which order, and what it may not mix up.
@Suite struct InputsTests {
    private static func folder() throws -> Scratch {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.path("d/e"), withIntermediateDirectories: true)
        for name in ["b.log.gz", "a.log", "B.log", "b.log", "a.log.1", "d/c", "d/e/f"] {
            _ = try scratch.file(name, name.utf8)
        }
        return scratch
    }

    private static func names(_ inputs: Inputs, _ scratch: borrowing Scratch) -> [String] {
        let length = scratch.url.path.count + 1
        return inputs.paths.map { String($0.dropFirst(length)) }
    }

    /// Byte order of names, a final `.gz` ignored; of two equal ones the shorter first.
    @Test func orderIsThatOfTheBytesOfNames() throws {
        let scratch = try Self.folder()
        let wanted = ["B.log", "a.log", "a.log.1", "b.log", "b.log.gz"]
        let whole = try Inputs(named: [scratch.url.path])
        #expect(Self.names(whole, scratch) == wanted)
        let named = try Inputs(named: wanted.reversed().map { scratch.path($0) })
        #expect(Self.names(named, scratch) == wanted)
        let below = try Inputs(named: [scratch.url.path], isRecursive: true)
        #expect(Self.names(below, scratch) == wanted + ["d/c", "d/e/f"])
    }

    @Test func linksToFoldersAreNotFollowed() throws {
        let scratch = try Self.folder()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("d/e/up"), withDestinationPath: scratch.url.path)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("d/e/file"), withDestinationPath: scratch.path("a.log"))
        let found = try Inputs(named: [scratch.path("d")], isRecursive: true)
        #expect(Self.names(found, scratch) == ["d/c", "d/e/f", "d/e/file"])
    }

    @Test func withoutNamesItIsStandardInput() throws {
        guard isatty(0) == 0 else { return }
        #expect(try Inputs(named: []).paths == ["-"])
        #expect(try Inputs(named: ["-"]).paths == ["-"])
    }

    @Test func allProblemsAreTold() throws {
        let scratch = try Self.folder()
        try FileManager.default.createDirectory(
            atPath: scratch.path("empty"), withIntermediateDirectories: false)
        let failure = #expect(throws: Failure.self) {
            _ = try Inputs(
                named: [
                    scratch.path("no1"), scratch.path("a.log"), scratch.path("empty"),
                    scratch.path("no2"),
                ])
        }
        #expect(failure?.status == .noInput)
        #expect(
            failure?.problems == [
                "\(scratch.path("no1")): No such file or directory",
                "\(scratch.path("empty")): no files in it; -r reads those in folders below it",
                "\(scratch.path("no2")): No such file or directory",
            ])
    }

    @Test func bytesAreOfRegularFilesAlone() throws {
        let scratch = try Self.folder()
        let (one, two) = (scratch.path("a.log"), scratch.path("b.log.gz"))
        #expect(Inputs.byteCount(of: []) == 0)
        #expect(Inputs.byteCount(of: [one]) == 5)
        #expect(Inputs.byteCount(of: [one, two]) == 13)
        #expect(Inputs.byteCount(of: [one, "/dev/null"]) == 0)
        #expect(Inputs.byteCount(of: [one, scratch.path("none")]) == 0)
    }

    /// The same file under another name, and two that are not the same.
    @Test func filesAreKnownByWhatTheyAre() throws {
        let scratch = try Self.folder()
        let one = scratch.path("a.log")
        let linked = scratch.path("hard")
        try FileManager.default.linkItem(atPath: one, toPath: linked)
        let soft = scratch.path("soft")
        try FileManager.default.createSymbolicLink(atPath: soft, withDestinationPath: one)
        func check(_ reads: [String?], _ writes: [String?]) -> Int32? {
            do throws(Failure) {
                try RunFiles.check(reads: reads, writes: writes)
                return nil
            } catch { return error.status.rawValue }
        }
        for name in [one, linked, soft, scratch.path("d/../a.log")] {
            #expect(check([one], [name]) == 64, "\(name)")
            #expect(check([name], [one]) == 64, "\(name)")
        }
        #expect(check([one, nil], [scratch.path("new"), nil]) == nil)
        #expect(check([], [scratch.path("new"), scratch.path("d/../new")]) == 64)
        #expect(check([], [scratch.path("new"), scratch.path("new2")]) == nil)
        #expect(check([], [scratch.path("no/new"), scratch.path("new")]) == nil)
        #expect(check([], [scratch.path("no/new"), scratch.path("no/new")]) == 64)
        #expect(check([], [scratch.path("new"), scratch.path("new.lock")]) == 64)
        #expect(check(["/dev/null"], ["/dev/null", "/dev/null"]) == nil)
        #expect(check(["-"], ["-", nil]) == nil)
        #expect(check([], ["-", scratch.path("new"), "-"]) == 64)
    }
}
