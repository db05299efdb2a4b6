#if ISAL
    import Glibc

    // Members by ISA-L. It has no words for damage and stops elsewhere before it: a member that it
    // does not read to its end is read once more by zlib, and zlib has the last word.
    extension InputFile {
        /// Whether ISA-L can read the member that begins with the chunk: never where the file cannot be
        /// read again.
        mutating func beginISAL() throws(IOFailure) -> Bool {
            guard allowsISAL, zlib == nil, origin != nil else { return false }
            memberStart = compressedCount - chunk.count
            memberCount = 0
            try pull(ISALInflater.headerLength)
            if isal == nil { isal = ISALInflater() }
            guard isal?.beginMember(chunk) == true else {
                isal = nil
                return false
            }
            stage = .member
            return true
        }

        mutating func inflatedByISAL(
            into room: UnsafeMutableBufferPointer<UInt8>
        ) throws(IOFailure) -> Int {
            guard let (count, found) = unsafe isal?.inflate(&chunk, into: room) else { return 0 }
            switch found {
            case .unfinished where !isCut(hasRoomLeft: count < room.count): memberCount += count
            case .memberEnd: stage = .betweenMembers
            default:
                unsafe try giveWayToZlib(using: room)
                return 0
            }
            return count
        }

        /// Whether the file ends inside the member: it is used up, and nothing waits for room. What ISA-L
        /// made of a damaged end may be more than zlib makes of it.
        private func isCut(hasRoomLeft: Bool) -> Bool {
            hasRoomLeft && chunk.count == 0 && compressedCount == limit
        }

        /// Reads the member again up to where it was handed out; zlib goes on from there.
        private mutating func giveWayToZlib(
            using room: UnsafeMutableBufferPointer<UInt8>
        ) throws(IOFailure) {
            isal = nil
            guard lseek(descriptor, (origin ?? 0) + memberStart, SEEK_SET) >= 0 else {
                throw .system(.failed, name)
            }
            compressedCount = memberStart
            try refill()
            try beginZlib()
            var left = memberCount
            while left > 0, stage == .member {
                let isAtEnd = chunk.count == 0
                let part = unsafe UnsafeMutableBufferPointer(rebasing: room.prefix(left))
                left -= unsafe try inflatedByZlib(into: part, isAtEnd)
                if let failure { throw failure }
                if chunk.count == 0 { try refill() }
            }
        }
    }
#endif
