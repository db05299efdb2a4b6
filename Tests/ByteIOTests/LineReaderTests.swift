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

    /// A line of the greatest length is whole, one byte more is cut, at any size of the buffer. The CR of a
    /// line's end counts: it is known only with the LF behind it.
    @Test(arguments: [1, 7, 4999, 5000, 5001, 1 << 18], [-1, 0, 1, 4000])
    func theGreatestLengthIsExact(size: Int, extra: Int) throws {
        let folder = try Scratch()
        let maximum = 5000
        for end in ["\n", "\r\n", ""] {
            let length = maximum + extra - (end == "\r\n" ? 1 : 0)
            let text = "a\n" + String(repeating: "y", count: length) + end
            let path = try folder.file("a.log", Array((text + (end.isEmpty ? "" : "b")).utf8))
            var reader = LineReader(
                try InputFile(path: path), maximumLength: maximum, bufferSize: size)
            #expect(try reader.advance() && !reader.isCut && reader.line.count == 1)
            #expect(try reader.advance())
            #expect(reader.isCut == (extra > 0))
            #expect(reader.line.count == (extra > 0 ? LineReader.cutLength : length))
            #expect(reader.number == 2 && reader.offset == 2)
            #expect(reader.isTerminated == !end.isEmpty)
            if extra <= 0 { #expect(reader.lineWithEnd.count == length + end.utf8.count) }
            guard !end.isEmpty else {
                #expect(try !reader.advance())
                continue
            }
            #expect(try reader.advance())
            #expect(reader.line.text == "b" && !reader.isCut && !reader.isTerminated)
            #expect(reader.number == 3 && reader.offset == text.utf8.count)
            #expect(try !reader.advance())
        }
    }

    @Test(arguments: [1, 3, 64])
    func everyLineHasItsNumberOffsetAndEnd(size: Int) throws {
        let folder = try Scratch()
        let path = try folder.file("a.log", Array("one\r\n\ntwo\n\r\nlast".utf8))
        var reader = LineReader(try InputFile(path: path), bufferSize: size)
        var found: [String] = []
        while try reader.advance() {
            found.append(
                "\(reader.number) \(reader.offset) \(reader.line.count) "
                    + "\(reader.lineWithEnd.count) \(reader.isTerminated)")
        }
        #expect(
            found == [
                "1 0 3 5 true", "2 5 0 1 true", "3 6 3 4 true", "4 10 0 2 true", "5 12 4 4 false",
            ])
        #expect(reader.compressedCount == 16)
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
