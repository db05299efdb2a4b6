package import ByteIO
package import Formats

// Adobe delivers the columns of `hit_data.tsv` in a file beside it.
extension IngestRules {
    private static let headerFiles = ["column_headers.tsv", "column_headers.tsv.gz"]
    private static let longestHeader = 1 << 20

    /// The rules for the input `path`, which begins with `sample`: with the header that lies beside it, where the
    /// first row has as many cells.
    ///
    /// - Throws: where such a file is there and cannot be read.
    package func reading(
        _ path: String, _ sample: InputSample
    ) throws(IOFailure) -> IngestRules {
        guard path != "-", sample.mayLackHeader else { return self }
        let folder = Folder.split(path).folder
        for name in Self.headerFiles {
            let file = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            guard try Folder.isFile(file),
                let bytes = try InputFile.bytes(ofFile: file, limit: Self.longestHeader)
            else { continue }
            let header = Array(bytes.prefix { $0 != 0x0A && $0 != 0x0D })
            guard sample.isTable(under: header) else { continue }
            var rules = self
            rules.decoding.header = header
            return rules
        }
        return self
    }
}
