import ByteIO
import Foundation
import TestSupport
import Testing

extension Scratch {
    /// The bytes as gzip, written by our own writer.
    func gzip(_ name: String, _ bytes: [UInt8]) throws -> String {
        var output = try OutputFile.creating(path(name))
        try output.write(bytes.span)
        try FinishedFile.publish([output.complete()])
        return path(name)
    }
}

private func lines(
    of path: String, bufferSize: Int, maximumLength: Int = 1 << 20
) throws -> (lines: [String], failure: IOFailure?) {
    var reader = LineReader(
        try InputFile(path: path), maximumLength: maximumLength, bufferSize: bufferSize)
    var found: [String] = []
    do {
        while try reader.advance() { found.append(reader.line.text) }
    } catch {
        return (found, error)
    }
    return (found, nil)
}

struct LineReaderTests {
    @Test(arguments: [1, 2, 7, 64, 1 << 18])
    func cutsTheSameLinesAtAnyBufferSize(size: Int) throws {
        let folder = try Scratch()
        let path = try folder.file(
            "a.log", Array("one\r\n\ntwo\rtwo\n\(String(repeating: "x", count: 300))\nlast".utf8))
        let result = try lines(of: path, bufferSize: size)
        #expect(
            result.lines == ["one", "", "two\rtwo", String(repeating: "x", count: 300), "last"])
        #expect(result.failure == nil)
    }

    @Test(arguments: [1, 2, 7, 64, 1 << 18])
    func keepsTheStartOfALineThatIsTooLong(size: Int) throws {
        let folder = try Scratch()
        let long = String(repeating: "y", count: 9000)
        let path = try folder.file("a.log", Array("a\n\(long)\nb\n".utf8))
        let result = try lines(of: path, bufferSize: size, maximumLength: 5000)
        #expect(result.lines == ["a", String(long.prefix(LineReader.cutLength)), "b"])
    }

    @Test func readsEveryMember() throws {
        let folder = try Scratch()
        let first = try Data(contentsOf: URL(filePath: folder.gzip("a.gz", Array("one\ntw".utf8))))
        let second = try Data(
            contentsOf: URL(filePath: folder.gzip("b.gz", Array("o\nthree\n".utf8))))
        let path = try folder.file("c.log", Array(first + second + Data(count: 512)))
        #expect(try lines(of: path, bufferSize: 7).lines == ["one", "two", "three"])
    }

    @Test func noticesCutFlippedAndTrailingBytes() throws {
        let folder = try Scratch()
        let text = (0..<20_000).map { "line \($0)\n" }.joined()
        let good = Array(try Data(contentsOf: URL(filePath: folder.gzip("a.gz", Array(text.utf8)))))
        let cut = try lines(of: folder.file("cut", Array(good.dropLast(9))), bufferSize: 4096)
        #expect(cut.failure?.kind == .damaged)
        #expect(cut.lines.count > 10_000)
        var flipped = good
        flipped[flipped.count - 6] ^= 1
        let wrong = try lines(of: folder.file("flip", flipped), bufferSize: 4096)
        #expect(wrong.failure?.description.contains("incorrect data check") == true)
        #expect(wrong.lines.count == 20_000)
        let junk = try lines(of: folder.file("junk", good + Array("JUNK".utf8)), bufferSize: 4096)
        #expect(junk.lines.count == 20_000)
        #expect(
            junk.failure?.description.contains("data after the end of gzip at byte \(good.count)")
                == true)
    }

    @Test func namesWhatIsMissing() throws {
        let folder = try Scratch()
        let failure = #expect(throws: IOFailure.self) {
            _ = try InputFile(path: folder.path("none"))
        }
        #expect(failure?.kind == .noInput)
        #expect(failure?.description == "\(folder.path("none")): No such file or directory")
    }
}
