import ByteIO
package import Formats
import StageSupport
package import Rows

/// Goes through the records of one log in order, on one thread: for the sub-commands that look. A file can be walked
/// again, standard input cannot.
package struct LogWalk: ~Copyable {
    /// What a record became, and where it lies.
    package struct Step {
        package enum Outcome: Equatable {
            case blank
            case rejected(RowError)
            case line(LineClass)
            /// An event whose copy came before.
            case duplicate
        }

        /// Of the record's first line, from 1.
        package var line: Int
        package var outcome: Outcome
        /// How an event's copies are known.
        package var key: Deduplicator.Key?
        /// What the decoder found in the record, where it was asked for.
        package var fields: [FoundField] = []
    }

    let path: String
    package let found: Detection
    private let rules: IngestRules
    private let memory: Int
    private let folder: String
    /// Stands at the start of the input; nil once it was walked.
    private var reader: BlockReader?

    /// Finds the format.
    ///
    /// Throws exit 65 where none fits, 66 where the file cannot be read.
    package init(
        _ path: String, format named: Format?, rules: IngestRules, memory: Int = 32 << 20,
        folder: String = "/tmp"
    ) throws {
        var blocks = BlockReader(try Inputs.open(path))
        let sample = InputSample(blocks.sample() ?? [], isGzip: blocks.isGzip)
        let rules = try rules.reading(path, sample)
        found = try Self.format(of: sample, path, named, rules)
        self.path = path
        self.rules = rules
        self.memory = memory
        self.folder = folder
        reader = .some(consume blocks)
    }

    private static func format(
        of sample: InputSample, _ path: String, _ named: Format?, _ rules: IngestRules
    ) throws(Failure) -> Detection {
        do throws(DetectionError) {
            return try sample.detect(as: named, options: rules.decoding)
        } catch {
            throw Failure(.damagedInput, error.message(for: path))
        }
    }

    /// Shows every record to `visit`, with its bytes and the event in the draft, until it gives
    /// false; how many lines there are, as far as it went. The record of line `wanted` comes with its
    /// fields.
    ///
    /// Throws exit 65 where the file is damaged, behind what could be read.
    @discardableResult
    package mutating func walk(
        fieldsOf wanted: Int = 0, _ visit: (Step, Span<UInt8>, borrowing EventDraft) -> Bool
    )
        throws -> Int
    {
        var blocks = try reader.take() ?? BlockReader(try Inputs.open(path))
        var decoder = Decoder(
            found.format, options: rules.decoding, joinsParts: found.joinsParts,
            unwraps: found.unwraps)
        var judge = Judge(rules, Deduplicator(mode: rules.dedupe, memory: memory, folder: folder))
        var draft = EventDraft()
        var carried: [UInt8] = []
        var lines = 0
        var next = blocks.next()
        while let block = next {
            next = blocks.next()
            let bytes = carried + block.bytes
            let traits = BlockTraits(
                isLast: next == nil, isCut: block.isCut, isTorn: block.isTorn)
            var cursor = RecordCursor()
            while let reading = decoder.next(bytes.span, traits, &cursor, into: &draft) {
                let record =
                    cursor.replacement.isEmpty ? Array(bytes[cursor.record]) : cursor.replacement
                var step = try judge.step(reading, record.span, &draft)
                step.line = lines + cursor.line
                if step.line <= wanted, wanted <= lines + cursor.lines {
                    step.fields = decoder.foundFields(bytes.span, cursor)
                }
                guard visit(step, record.span, draft) else { return lines + cursor.lines }
            }
            lines += cursor.lines
            carried = Array(bytes[cursor.next...])
        }
        if let damage = blocks.damage { throw damage }
        return lines
    }

    /// The rules, with what they remember of the lines before.
    private struct Judge: ~Copyable {
        private var normalizer: Normalizer
        private var identity: EventIdentity
        private var duplicates: Deduplicator
        private var previous: Timestamp?

        init(_ rules: IngestRules, _ duplicates: consuming Deduplicator) {
            normalizer = Normalizer(rules: rules)
            identity = EventIdentity(key: rules.key)
            self.duplicates = duplicates
            self.duplicates.beginInput()
        }

        mutating func step(
            _ reading: Reading, _ record: Span<UInt8>, _ draft: inout EventDraft
        ) throws -> Step {
            switch reading {
            case .blank: return Step(line: 0, outcome: .blank)
            case .rejected(let error): return Step(line: 0, outcome: .rejected(error))
            case .event: break
            }
            do throws(RowError) {
                let found = try normalizer.normalize(&draft, after: previous)
                previous = draft.time ?? previous
                guard found == .event else { return Step(line: 0, outcome: .line(found)) }
            } catch {
                return Step(line: 0, outcome: .rejected(error))
            }
            let key = identity.key(of: &draft, record: record)
            let verdict = try duplicates.verdict(on: key)
            if verdict.occurrence > 0, case .line(let digest) = key {
                let id = identity.id(ofLine: digest, occurrence: verdict.occurrence)
                draft.set(.eventID) { id.appendHex(to: &$0) }
            }
            return Step(
                line: 0, outcome: verdict.isDuplicate ? .duplicate : .line(.event), key: key)
        }
    }
}
