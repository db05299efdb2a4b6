import BasicContainers
import ByteIO
import HeapModule
import StageSupport
import Rows

/// Any number of path inputs as one stream of customers in the order of their bytes.
package struct PathMerge: ~Copyable {
    /// An input that has rows left, by its next customer; rows of one customer and time come in the
    /// order of the inputs.
    struct Waiting: Comparable {
        let customer: [UInt8]
        let input: Int

        static func < (left: Waiting, right: Waiting) -> Bool {
            let order = left.customer.span.order(right.customer.span)
            return order == 0 ? left.input < right.input : order < 0
        }
    }

    private var inputs = UniqueArray<PathInput>()
    private var waiting = Heap<Waiting>()

    /// All inputs are opened, and their first lines checked; there may be more than may be open at once.
    package init(_ paths: [String]) throws {
        for (index, path) in paths.enumerated() {
            inputs.append(try PathInput.opening(path, of: paths.count))
            wait(index)
        }
    }

    /// Reads the next customer's rows of all inputs; false at the end.
    mutating func next(
        into rows: inout CustomerRows, labelled labels: inout RowClassifier
    ) throws -> Bool {
        guard let first = waiting.popMin() else { return false }
        rows.begin(first.customer)
        rows.beginInput(alone: waiting.min?.customer != first.customer)
        try append(first.input, to: &rows, labelled: &labels)
        while let next = waiting.min, next.customer == first.customer {
            waiting.removeMin()
            rows.beginInput(alone: false)
            try append(next.input, to: &rows, labelled: &labels)
        }
        rows.close(automatic: labels.automaticLabels)
        return true
    }

    private mutating func append(
        _ input: Int, to rows: inout CustomerRows, labelled labels: inout RowClassifier
    ) throws {
        try inputs[input].append(to: &rows, labelled: &labels)
        wait(input)
    }

    private mutating func wait(_ input: Int) {
        guard let customer = inputs[input].customer else { return }
        waiting.insert(Waiting(customer: customer, input: input))
    }

    /// Bytes read so far of all inputs, before inflating.
    var compressedCount: Int {
        inputs.indices.reduce(0) { $0 + inputs[$1].compressedCount }
    }

    /// What was read, in the order of the inputs.
    package var reports: [PathInput.Report] { inputs.indices.map { inputs[$0].report } }
}
