import ByteIO
import Rows

/// The corpus is `Corpus/streams`: blocks of rows in two sizes, and row by row.
func fuzzStreams(_ bytes: [UInt8]) {
    let path = FuzzFile.write(bytes)
    let whole = blocks(path, size: 1 << 18)
    precondition(whole == blocks(path, size: 64), "the size of blocks changes what is read")
    let single = rows(path)
    precondition(whole.rows == single.rows, "both readers give the same rows")
    precondition(whole.ends == single.ends, "both readers give the same end lines")
    precondition(
        (whole.failure == nil) == (single.failure == nil),
        "\(whole.failure ?? single.failure ?? "")")
    for row in whole.rows { checkFields(row) }
}

private struct Found: Equatable {
    var rows: [[UInt8]] = []
    var ends: [StreamEnd] = []
    var failure: String?
}

private let kinds = [StreamKind.events, .paths, .state]

private func blocks(_ path: String, size: Int) -> Found {
    var found = Found()
    do {
        var reader = RowReader(try InputFile(path: path), kinds: kinds, blockSize: size)
        do {
            while try reader.advance() {
                for row in 0..<reader.block.rows {
                    found.rows.append(reader.block.row(row).copied())
                }
            }
        } catch {
            found.failure = "\(error)"
        }
        found.ends = reader.ends
    } catch {
        found.failure = "\(error)"
    }
    return found
}

private func rows(_ path: String) -> Found {
    var found = Found()
    do {
        var reader = StreamReader(try InputFile(path: path), kinds: kinds)
        do {
            while try reader.advance() { found.rows.append(reader.row.copied()) }
        } catch {
            found.failure = "\(error)"
        }
        found.ends = reader.ends
    } catch {
        found.failure = "\(error)"
    }
    return found
}

/// What a field stands for is written so that it is read as the same again.
private func checkFields(_ row: [UInt8]) {
    for field in row.split(separator: 0x09, omittingEmptySubsequences: false) {
        var (plain, written, again): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
        RowText.appendPlain(Array(field).span, to: &plain)
        RowText.appendFirst(plain.span, to: &written)
        RowText.appendPlain(written.span, to: &again)
        precondition(plain == again, "a field is not what was written")
        if let time = Timestamp(row: Array(field).span) {
            precondition(Array(time.text.utf8) == Array(field), "a time is not what was read")
        }
    }
}
