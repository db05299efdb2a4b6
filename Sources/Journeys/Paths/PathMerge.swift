import ByteIO
import StageSupport
import Rows

/// Any number of path inputs as one stream of customers in the order of their bytes.
package struct PathMerge {
    private let inputs: [PathInput]
    /// Inputs that have rows left, as a heap: the smallest customer first.
    private var heap: [PathInput] = []

    /// All inputs are opened, and their first lines checked.
    package init(_ paths: [String]) throws {
        inputs = try paths.enumerated().map { try PathInput($1, order: $0) }
        for input in inputs where input.customer != nil { push(input) }
    }

    /// Reads the next customer's rows of all inputs; false at the end.
    mutating func next(
        into rows: inout CustomerRows, labelled labels: inout RowClassifier
    ) throws -> Bool {
        guard let customer = heap.first?.customer else { return false }
        rows.begin(customer)
        var isFirst = true
        while heap.first?.customer == customer {
            let input = pop()
            rows.beginInput(alone: isFirst && heap.first?.customer != customer)
            isFirst = false
            try input.take(into: &rows, labelled: &labels)
            if input.customer != nil { push(input) }
        }
        rows.close()
        return true
    }

    /// Bytes read so far of all inputs, before inflating.
    var compressedCount: Int { inputs.reduce(0) { $0 + $1.compressedCount } }

    /// What was read, in the order of the inputs.
    package var reports: [PathInput] { inputs }

    private func precedes(_ left: PathInput, _ right: PathInput) -> Bool {
        guard let first = left.customer, let second = right.customer else { return false }
        let order = first.span.order(second.span)
        return order == 0 ? left.order < right.order : order < 0
    }

    private mutating func push(_ input: PathInput) {
        heap.append(input)
        var place = heap.count - 1
        while place > 0, precedes(heap[place], heap[(place - 1) / 2]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func pop() -> PathInput {
        let first = heap[0]
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < heap.count && precedes(heap[child], heap[least]) {
                least = child
            }
            guard least != place else { return first }
            heap.swapAt(place, least)
            place = least
        }
    }
}
