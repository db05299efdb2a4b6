import Rows
import StageSupport

// What the end of a stream tells.
extension Intake {
    /// Adds the checksum, and what a state says of the runs before.
    mutating func count(
        _ end: StreamEnd, _ kind: StreamKind, of report: inout InputReport
    ) throws {
        guard kind != .carried else { return }
        if let checksum = end.checksum { report.checksums.append(checksum) }
        guard kind == .state else {
            if end.rows > 0, let checksum = end.checksum { readStreams.append(checksum) }
            return
        }
        guard let record = StateRecord(end.extra) else {
            throw Failure(.damagedInput, "\(report.name): the end line of the state is damaged")
        }
        try refuseOthers(than: record.options, report.name)
        self.record = record
        knownTimes += record.times
    }

    /// A state cut with other options would give sessions of neither.
    private func refuseOthers(than found: [String: String], _ path: String) throws(Failure) {
        let names = Set(found.keys).union(options.keys).sorted()
        let others = names.filter { found[$0] != options[$0] }
        guard !others.isEmpty else { return }
        let words = others.map { "\($0)=\(found[$0] ?? "none")" }.joined(separator: " ")
        throw Failure(
            .damagedInput,
            "\(path): the state was made with other options: \(words); use these, or close it with "
                + "them by 'sessionize \(path)' and begin a new one")
    }
}
