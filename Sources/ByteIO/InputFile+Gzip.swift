import Glibc

// Members of gzip, by zlib, or by ISA-L where the build has it.
extension InputFile {
    /// One step in a gzip file; how many bytes it gave. It may give none without being at the end.
    mutating func inflated(
        into room: UnsafeMutableBufferPointer<UInt8>
    ) throws(IOFailure) -> Int {
        if chunk.count == 0 { try refill() }
        let isAtEnd = chunk.count == 0
        switch stage {
        case .member: return unsafe try inflatedMember(into: room, isAtEnd)
        case _ where isAtEnd: stage = .ended
        case .betweenMembers: try nextMember()
        default: try skipPadding()
        }
        return 0
    }

    private mutating func nextMember() throws(IOFailure) {
        if chunk[0] == 0 {
            stage = .padding
            return
        }
        try pull(2)
        guard chunk.count >= 2, chunk[0] == 0x1F, chunk[1] == 0x8B else { throw junk() }
        try beginMember()
    }

    private mutating func skipPadding() throws(IOFailure) {
        while chunk.count > 0 {
            guard chunk[0] == 0 else { throw junk() }
            chunk.used += 1
        }
    }

    private func junk() -> IOFailure {
        IOFailure(
            .damaged, "\(name): data after the end of gzip at byte \(compressedCount - chunk.count)"
        )
    }

    mutating func beginMember() throws(IOFailure) {
        #if ISAL
            if try beginISAL() { return }
        #endif
        try beginZlib()
    }

    mutating func beginZlib() throws(IOFailure) {
        if zlib == nil {
            zlib = ZlibInflater(folds: folds)
            guard zlib != nil else { throw IOFailure(.failed, "\(name): zlib has no memory") }
        } else {
            guard zlib?.beginMember() == true else {
                throw IOFailure(.failed, "\(name): zlib cannot start again")
            }
        }
        stage = .member
    }

    private mutating func inflatedMember(
        into room: UnsafeMutableBufferPointer<UInt8>, _ isAtEnd: Bool
    ) throws(IOFailure) -> Int {
        #if ISAL
            if isal != nil { return unsafe try inflatedByISAL(into: room) }
        #endif
        return unsafe try inflatedByZlib(into: room, isAtEnd)
    }

    /// Damage behind bytes waits in `failure`.
    mutating func inflatedByZlib(
        into room: UnsafeMutableBufferPointer<UInt8>, _ isAtEnd: Bool
    ) throws(IOFailure) -> Int {
        guard let (count, found) = unsafe zlib?.inflate(&chunk, into: room) else { return 0 }
        switch found {
        case .unfinished:
            // What there was no room for comes without more input.
            guard count > 0 || !isAtEnd else {
                throw IOFailure(.damaged, "\(name): compressed data ends early")
            }
        case .memberEnd: stage = .betweenMembers
        case .damaged(let reason):
            let damage = IOFailure(.damaged, "\(name): corrupt gzip: \(reason)")
            guard count > 0 else { throw damage }
            failure = damage
        }
        return count
    }
}
