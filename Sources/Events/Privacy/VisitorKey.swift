import ByteIO
package import StageSupport
import Rows

/// The key of the hashes that stand for addresses, agents and ids.
///
/// Without a key file it is public and fixed, so that the same log gives the same visitors; the
/// summary says so.
package struct VisitorKey: Sendable {
    static let minimumLength = 32
    static let publicKey = VisitorKey(
        bytes: Array("polku public visitor key 1".utf8), isPublic: true)

    /// Whether everybody knows the key, and can try addresses until one fits.
    package let isPublic: Bool
    private let codes: MessageCode

    /// Reads a key file: all its bytes, 32 or more, readable by its owner alone.
    ///
    /// Throws exit 66 for any other file.
    package init(file path: String) throws(Failure) {
        do throws(IOFailure) {
            self.init(
                bytes: try SecretFile.content(of: path, minimum: Self.minimumLength),
                isPublic: false)
        } catch {
            throw Failure(error)
        }
    }

    init(bytes: [UInt8], isPublic: Bool = false) {
        codes = MessageCode(key: bytes)
        self.isPublic = isPublic
    }

    /// A hash for another purpose, whose key follows from this one and the purpose's name.
    func hash(for purpose: String) -> SipHash {
        let code = authenticationCode(of: Array(purpose.utf8))
        return SipHash(key: code.low, code.high)
    }

    /// The first 16 bytes of HMAC-SHA-256.
    func authenticationCode(of message: Span<UInt8>) -> SipHash.Digest {
        codes.code(of: message)
    }

    func authenticationCode(of message: [UInt8]) -> SipHash.Digest {
        authenticationCode(of: message.span)
    }
}
