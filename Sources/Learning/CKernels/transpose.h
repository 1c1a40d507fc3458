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

/// The transposed copy of at most 16 rows and columns, whose rows are filled up with zeros to 16.
static void NAME(transpose_square)(
    ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t x_row, const float *x, ptrdiff_t y_row, float *y
) {
    lanes square[LANES];
    if (rows >= LANES && columns >= LANES) {
        UNROLLED for (int i = 0; i < LANES; i++) square[i] = NAME(load)(x + i * x_row);
    } else {
        for (int i = 0; i < LANES; i++)
            square[i] = i < rows ? NAME(first)(NAME(load)(x + i * x_row), columns, 0) : (lanes){};
    }
    EXCHANGE(8)
    EXCHANGE(4)
    EXCHANGE(2)
    EXCHANGE(1)
    if (columns >= LANES) {
        UNROLLED for (int i = 0; i < LANES; i++) NAME(store)(y + i * y_row, square[i]);
    } else {
        for (int i = 0; i < columns; i++) NAME(store)(y + i * y_row, square[i]);
    }
}

static void NAME(transpose)(
    ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t x_row, const float *x, ptrdiff_t y_row, float *y
) {
    for (ptrdiff_t row = 0; row < rows; row += LANES)
        for (ptrdiff_t column = 0; column < columns; column += LANES)
            NAME(transpose_square)(
                rows - row, columns - column, x_row, x + row * x_row + column, y_row, y + column * y_row + row);
}

#undef EXCHANGE
#undef LOWER
#undef UPPER
#undef ALL_LANES
