import enum ByteIO.WorkerThread
import Dispatch
import Glibc
import StageSupport
import Synchronization
import TestSupport
import Testing

struct OrderedWorkTests {
    /// Without any worker too: who asks for the results then computes them.
    @Test(arguments: [1, 2, 3, 8], [(0, false), (1, false), (3, false), (0, true), (3, true)])
    func resultsComeInTheirOrder(width: Int, how: (workers: Int, inTurn: Bool)) {
        let inTurn = how.inTurn
        let work = OrderedWork<Int>(width: width, workers: Workers(how.workers))
        let underWay = Mutex((now: 0, most: 0))
        DispatchQueue(label: "submit").async {
            var random = SplitMix(seed: UInt64(width))
            for number in 0..<200 {
                let pause = UInt32(random.next() % 300)
                let isWanted = work.submit(inTurn: inTurn) {
                    underWay.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                    usleep(pause)
                    underWay.withLock { $0.now -= 1 }
                    return number
                }
                guard isWanted else { return }
            }
            work.finish()
        }
        var found: [Int] = []
        while let result = work.next() { found.append(result) }
        #expect(found == Array(0..<200))
        #expect(work.next() == nil)
        let most = underWay.withLock { $0.most }
        #expect(most <= (inTurn ? 1 : width))
    }

    @Test func whoSubmitsIsToldThatNobodyWantsMore() {
        let work = OrderedWork<Int>(width: 2, workers: Workers(2))
        let done = DispatchSemaphore(value: 0)
        DispatchQueue(label: "submit").async {
            for number in 0... {
                guard work.submit({ number }) else { break }
            }
            done.signal()
        }
        #expect(work.next() == 0)
        work.cancel()
        #expect(done.wait(timeout: .now() + 10) == .success)
    }

    /// Workers stop nobody who brings them work; a policy that the user chose stands. By sched(7): 0 is `SCHED_OTHER`,
    /// 3 `SCHED_BATCH`, 5 `SCHED_IDLE`.
    @Test(arguments: [(0 as Int32, 3 as Int32), (5, 5)])
    func workersWaitForFreeCores(chosen: Int32, expected: Int32) {
        let policy = Mutex(Int32(-1))
        let done = DispatchSemaphore(value: 0)
        let isStarted = WorkerThread.start {
            var parameters = sched_param()
            _ = unsafe sched_setscheduler(0, chosen, &parameters)
            Workers(1).add {
                policy.withLock { $0 = sched_getscheduler(0) }
                done.signal()
            }
        }
        #expect(isStarted)
        #expect(done.wait(timeout: .now() + 10) == .success)
        #expect(policy.withLock { $0 } == expected)
    }

    /// Where work always waits, what is done is let go all the same: memory does not grow with the work.
    @Test func whatIsDoneIsLetGo() {
        final class Held: Sendable {}
        let workers = Workers(1)
        let (isBusy, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        weak var first: Held?
        func addFirst() {
            let held = Held()
            first = held
            workers.add { withExtendedLifetime(held) {} }
        }
        addFirst()
        workers.add {
            isBusy.signal()
            mayEnd.wait()
        }
        workers.add {}
        #expect(isBusy.wait(timeout: .now() + 10) == .success)
        #expect(first == nil)
        mayEnd.signal()
    }
}
