import Statistics
import Testing

struct MatrixTests {
    private static let hilbert: [[Double]] = (1...3).map { row in
        (0..<3).map { column in 1 / Double(row + column) }
    }

    /// Inverses by hand; that of the Hilbert matrix of size 3 is a known one of whole numbers.
    private static let inverses: [([[Double]], [[Double]])] = [
        ([[2]], [[0.5]]), ([[1, 2], [3, 4]], [[-2, 1], [1.5, -0.5]]),
        // The first pivot is 0, so rows have to be swapped.
        ([[0, 1], [1, 0]], [[0, 1], [1, 0]]), ([[0, 2], [4, 1]], [[-0.125, 0.25], [0.5, 0]]),
        (hilbert, [[9, -36, 30], [-36, 192, -180], [30, -180, 180]]), ([], []),
    ]

    @Test(arguments: inverses)
    func inverse(matrix: [[Double]], wanted: [[Double]]) throws {
        let found = try #require(Matrix.inverse(of: matrix))
        #expect(found.count == wanted.count)
        for (row, other) in zip(found.joined(), wanted.joined()) {
            #expect(abs(row - other) < 1e-11)
        }
    }

    /// Without partial pivoting the second row's 1 is lost beside 10²⁰.
    @Test func smallPivotsAreAvoided() throws {
        let found = try #require(Matrix.inverse(of: [[1e-20, 1], [1, 1]]))
        #expect(abs(found[0][0] + 1) < 1e-15 && abs(found[0][1] - 1) < 1e-15)
        #expect(abs(found[1][0] - 1) < 1e-15 && found[1][1].magnitude < 1e-15)
    }

    @Test func aSingularMatrixHasNone() {
        #expect(Matrix.inverse(of: [[1, 2], [2, 4]]) == nil)
        #expect(Matrix.inverse(of: [[0]]) == nil)
    }
}
