import ByteIO

/// The files of a run by what they are, not by how they are spelled.
public enum RunFiles {
    /// Refuses a run that would write over what it reads, or write one file twice.
    ///
    /// A file that exists is known by device and inode, by symbolic and hard links too; a new one by its
    /// folder and name. Lock files count as written. Devices and pipes are nobody's. What a run reads and then
    /// replaces, such as a state, is named in `writes` alone. `-` is standard input, and as an output, of which
    /// there may be one, standard output.
    ///
    /// - Throws: exit 64 with both names.
    public static func check(reads: [String?], writes: [String?]) throws(Failure) {
        guard writes.count(where: { $0 == "-" }) < 2 else {
            throw Failure(.usage, "two outputs go to standard output; name a file for one of them")
        }
        var inputs: [FilePlace: String] = [:]
        for name in reads.compactMap({ $0 }) {
            if let place = FilePlace(input: name) { inputs[place] = name }
        }
        var outputs: [(name: String, place: FilePlace?)] = [
            ("standard output", FilePlace(descriptor: 1))
        ]
        for name in writes.compactMap({ $0 }) where name != "-" {
            guard let place = FilePlace(output: name) else { continue }
            outputs.append((name, place))
            let lock = name + FileLock.suffix
            outputs.append((lock, FilePlace(output: lock)))
        }
        var written: [FilePlace: String] = [:]
        for (name, place) in outputs {
            guard let place else { continue }
            if let input = inputs[place] {
                let other = input == "-" ? ": standard input" : input == name ? "" : ": \(input)"
                throw Failure(.usage, "\(name) is also an input\(other)")
            }
            if let other = written.updateValue(name, forKey: place) {
                throw Failure(.usage, "two outputs are one file: \(other) and \(name)")
            }
        }
    }
}
