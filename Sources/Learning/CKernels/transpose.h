// A transposed copy, 16 by 16 numbers at a time in registers.

#define ALL_LANES(place, size)                                                                                   \
    place(size, 0), place(size, 1), place(size, 2), place(size, 3), place(size, 4), place(size, 5),              \
        place(size, 6), place(size, 7), place(size, 8), place(size, 9), place(size, 10), place(size, 11),        \
        place(size, 12), place(size, 13), place(size, 14), place(size, 15)
#define UPPER(size, lane) ((lane) & (size) ? LANES + (lane) - (size) : (lane))
#define LOWER(size, lane) ((lane) & (size) ? LANES + (lane) : (lane) + (size))

/// Exchanges the upper right and the lower left `size` rows and lanes of every square of twice the size.
#define EXCHANGE(size)                                                                   \
    UNROLLED for (int i = 0; i < LANES; i++) {                                           \
        if (i & (size)) continue;                                                        \
        const lanes upper = square[i], lower = square[i + (size)];                       \
        square[i] = __builtin_shufflevector(upper, lower, ALL_LANES(UPPER, size));       \
        square[i + (size)] = __builtin_shufflevector(upper, lower, ALL_LANES(LOWER, size)); \
    }

static void NAME(transpose)(ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t stride, const float *x, float *y) {
    const ptrdiff_t whole_rows = rows / LANES * LANES, whole_columns = columns / LANES * LANES;
    for (ptrdiff_t row = 0; row < whole_rows; row += LANES) {
        for (ptrdiff_t column = 0; column < whole_columns; column += LANES) {
            lanes square[LANES];
            UNROLLED for (int i = 0; i < LANES; i++) square[i] = NAME(load)(x + (row + i) * stride + column);
            EXCHANGE(8)
            EXCHANGE(4)
            EXCHANGE(2)
            EXCHANGE(1)
            UNROLLED for (int i = 0; i < LANES; i++) NAME(store)(y + (column + i) * rows + row, square[i]);
        }
    }
    for (ptrdiff_t row = 0; row < rows; row++)
        for (ptrdiff_t column = row < whole_rows ? whole_columns : 0; column < columns; column++)
            y[column * rows + row] = x[row * stride + column];
}

#undef EXCHANGE
#undef LOWER
#undef UPPER
#undef ALL_LANES
