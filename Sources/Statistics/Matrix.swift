/// Small dense matrices, as arrays of rows.
public enum Matrix {
    /// The inverse by Gauss–Jordan elimination with partial pivoting; nil where there is none. Costs n³.
    public static func inverse(of matrix: [[Double]]) -> [[Double]]? {
        let size = matrix.count
        var left = matrix
        var right = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0 } }
        for column in 0..<size {
            let pivot = (column..<size).max {
                left[$0][column].magnitude < left[$1][column].magnitude
            }
            guard let pivot, left[pivot][column] != 0 else { return nil }
            left.swapAt(column, pivot)
            right.swapAt(column, pivot)
            scale(&left[column], &right[column], by: 1 / left[column][column])
            for row in 0..<size where row != column && left[row][column] != 0 {
                let factor = left[row][column]
                for index in 0..<size {
                    left[row][index] -= factor * left[column][index]
                    right[row][index] -= factor * right[column][index]
                }
            }
        }
        return right
    }

    private static func scale(_ left: inout [Double], _ right: inout [Double], by factor: Double) {
        for index in left.indices {
            left[index] *= factor
            right[index] *= factor
        }
    }
}
