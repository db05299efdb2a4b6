import ByteIO
import Crypto
import StageSupport
import Touchpoints

/// The key of the hashes that stand for addresses, agents and ids.
///
/// Without a key file it is public and fixed, so that the same log gives the same visitors; the
/// summary says so.
struct VisitorKey: Sendable {
    static let minimumLength = 32
    static let publicKey = VisitorKey(
        bytes: Array("polku public visitor key 1".utf8), isPublic: true)

    /// Whether everybody knows the key, and can try addresses until one fits.
    let isPublic: Bool
    private let keyed: HMAC<SHA256>

    /// Reads a key file: all its bytes, 32 or more, readable by its owner alone.
    ///
    /// Throws exit 66 for any other file.
    init(file path: String) throws(Failure) {
        do throws(IOFailure) {
            self.init(
                bytes: try SecretFile.content(of: path, minimum: Self.minimumLength),
                isPublic: false)
        } catch {
            throw Failure(error)
        }
    }

    init(bytes: [UInt8], isPublic: Bool = false) {
        keyed = HMAC<SHA256>(key: SymmetricKey(data: bytes))
        self.isPublic = isPublic
    }

    /// A hash for another purpose, whose key follows from this one and the purpose's name.
    func hash(for purpose: String) -> SipHash {
        let code = authenticationCode(of: Array(purpose.utf8))
        return SipHash(key: code.low, code.high)
    }

    /// The first 16 bytes of HMAC-SHA-256.
    func authenticationCode(of message: [UInt8]) -> SipHash.Digest {
        // A copy of what the key alone makes: half of the work of a short message.
        var started = keyed
        started.update(data: message)
        var words: (low: UInt64, high: UInt64) = (0, 0)
        for (index, byte) in started.finalize().prefix(16).enumerated() {
            let part = UInt64(byte) << UInt64(8 * (index & 7))
            if index < 8 { words.low |= part } else { words.high |= part }
        }
        return SipHash.Digest(low: words.low, high: words.high)
    }
}
