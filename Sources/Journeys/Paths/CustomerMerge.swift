import BasicContainers
import ByteIO
import HeapModule

/// The customers of a chunk one after another, each with the rows of all inputs.
struct CustomerMerge: ~Copyable {
    /// An input that has rows left, by its next customer; rows of one customer and time come in the
    /// order of the inputs.
    private struct Waiting: Comparable {
        let customer: [UInt8]
        /// Index in `inputs`.
        let input: Int

        static func < (left: Waiting, right: Waiting) -> Bool {
            let order = left.customer.span.order(right.customer.span)
            return order == 0 ? left.input < right.input : order < 0
        }
    }

    private var inputs: [PathInput] = []
    private var waiting = Heap<Waiting>()

    /// `more` gives the rows of a customer who goes on.
    init(_ chunk: PathChunk, _ more: PathInput.More) throws {
        for run in chunk.runs {
            inputs.append(try PathInput(run, more))
            wait(inputs.count - 1)
        }
    }

    /// Reads the next customer's rows of all inputs; false at the end.
    mutating func next(
        into rows: inout CustomerRows, labelled labels: inout RowClassifier,
        _ more: PathInput.More
    ) throws -> Bool {
        guard let first = waiting.popMin() else { return false }
        rows.begin(first.customer)
        rows.beginInput(alone: waiting.min?.customer != first.customer)
        try append(first.input, to: &rows, labelled: &labels, more)
        while let next = waiting.min, next.customer == first.customer {
            waiting.removeMin()
            rows.beginInput(alone: false)
            try append(next.input, to: &rows, labelled: &labels, more)
        }
        rows.close(automatic: labels.automaticLabels)
        return true
    }

    private mutating func append(
        _ input: Int, to rows: inout CustomerRows, labelled labels: inout RowClassifier,
        _ more: PathInput.More
    ) throws {
        try inputs[input].append(to: &rows, labelled: &labels, more)
        wait(input)
    }

    private mutating func wait(_ input: Int) {
        guard let customer = inputs[input].customer else { return }
        waiting.insert(Waiting(customer: customer, input: input))
    }
}
