import BasicContainers
import StageSupport

/// How it went in each stage: customers to whom a bad signal was charged there, each once.
///
/// Expects customers one after another.
struct StageExperience: ~Copyable {
    /// By stage; the last one stands for touchpoints without.
    private var customers: UniqueArray<Int>
    /// By stage: the last customer whom something bad met there.
    private var last: UniqueArray<Int>
    private var customerCount = 0

    /// `count` is how many stages there are.
    init(count: Int) {
        customers = UniqueArray(repeating: 0, count: count + 1)
        last = UniqueArray(repeating: -1, count: count + 1)
    }

    /// A customer, with the touchpoints that bad signals were charged to.
    mutating func observe(bad touchpoints: borrowing UniqueArray<Int32>, _ facts: LabelFacts) {
        for index in touchpoints.indices {
            let number = Int(facts.stageNumbers[Int(touchpoints[index])])
            let stage = number < 0 ? customers.count - 1 : number
            guard last[stage] != customerCount else { continue }
            last[stage] = customerCount
            customers[stage] += 1
        }
        customerCount += 1
    }

    func customers(_ stage: Int) -> Int { customers[stage] }
}

// What adds up.
extension StageExperience: Mergeable {
    func write(to partial: inout PartialWriter) {
        for stage in customers.indices where customers[stage] > 0 {
            partial.begin("experience")
            partial.append(stage)
            partial.append(customers[stage])
            partial.end()
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        while partial.isNext("experience") {
            let stage = try partial.number(in: 0..<customers.count)
            try partial.add(to: &customers[stage])
            try partial.finishLine()
        }
    }
}
