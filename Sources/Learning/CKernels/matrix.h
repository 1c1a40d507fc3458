// The matrix product. A tile of C stays in registers while k runs upwards through a block of A's columns and B's rows.

/// One tile of C, `rows` by 16 · `vectors`; both are constants where this is called, and the loops over them vanish.
INLINE void NAME(tile)(
    const int rows, const int vectors, ptrdiff_t depth, const float *a, ptrdiff_t a_row, ptrdiff_t a_column, const float *b,
    ptrdiff_t b_row, float *c, ptrdiff_t c_row, const float *start, ptrdiff_t start_row
) {
    lanes sum[TALLEST_TILE][WIDEST_TILE];
    UNROLLED for (int i = 0; i < rows; i++)
        UNROLLED for (int j = 0; j < vectors; j++)
            sum[i][j] = start ? NAME(load)(start + i * start_row + LANES * j) : (lanes){};
    for (ptrdiff_t k = 0; k < depth; k++) {
        lanes row[WIDEST_TILE];
        UNROLLED for (int j = 0; j < vectors; j++) row[j] = NAME(load)(b + k * b_row + LANES * j);
        UNROLLED for (int i = 0; i < rows; i++) {
            const lanes factor = NAME(all)(a[i * a_row + k * a_column]);
            UNROLLED for (int j = 0; j < vectors; j++) sum[i][j] = NAME(fused)(factor, row[j], sum[i][j]);
        }
    }
    UNROLLED for (int i = 0; i < rows; i++)
        UNROLLED for (int j = 0; j < vectors; j++) NAME(store)(c + i * c_row + LANES * j, sum[i][j]);
}

/// The columns of C that begin at `c`, 16 · `vectors` of them; how many, and the rows of a tile, are constants.
INLINE void NAME(panel)(
    const int vectors, const int tallest, const struct ck_product *p, ptrdiff_t rows, ptrdiff_t depth, const float *a,
    const float *b, ptrdiff_t b_row, float *c, ptrdiff_t c_row, const float *start, ptrdiff_t start_row
) {
    ptrdiff_t i = 0;
#define TILES(height)                                                                                                \
    for (; height <= tallest && i + height <= rows; i += height)                                                     \
        NAME(tile)(height, vectors, depth, a + i * p->a_row, p->a_row, p->a_column, b, b_row, c + i * c_row, c_row, \
                   start ? start + i * start_row : NULL, start_row)
    TILES(16);
    TILES(12);
    TILES(8);
    TILES(6);
    TILES(4);
    TILES(2);
    TILES(1);
#undef TILES
}

/// Some columns of a block of B, `columns` of them, in a copy without gaps that is filled up with zeros to 16 · `vectors`.
INLINE void NAME(pack)(
    const int vectors, const struct ck_product *p, ptrdiff_t columns, ptrdiff_t depth, const float *b, float *copy
) {
    const ptrdiff_t width = LANES * vectors;
    if (p->b_column == 1) {
        for (ptrdiff_t k = 0; k < depth; k++)
            UNROLLED for (int j = 0; j < vectors; j++)
                NAME(store)(copy + k * width + LANES * j, NAME(first)(NAME(load)(b + k * p->b_row + LANES * j), columns - LANES * j, 0));
        return;
    }
    for (ptrdiff_t k = 0; k < depth; k += LANES)
        for (int j = 0; j < vectors; j++)
            NAME(transpose_square)(
                columns - LANES * j, depth - k, p->b_column, b + LANES * j * p->b_column + k, width,
                copy + k * width + LANES * j);
}

/// Puts sums that were made beside C there, or adds them to it.
INLINE void NAME(take_up)(
    const int vectors, int adds, ptrdiff_t rows, ptrdiff_t columns, const float *part, float *c, ptrdiff_t c_row
) {
    for (ptrdiff_t i = 0; i < rows; i++)
        UNROLLED for (int j = 0; j < vectors; j++) {
            lanes sum = NAME(load)(part + (i * vectors + j) * LANES);
            if (adds) sum += NAME(load)(c + i * c_row + LANES * j);
            NAME(store_first)(c + i * c_row + LANES * j, sum, columns - LANES * j);
        }
}

/// Some rows of C in the columns from `j` on, 16 · `vectors` of them or the last ones, fewer than 16: over a block of k.
INLINE void NAME(columns)(
    const int vectors, const int tallest, const struct ck_product *p, ptrdiff_t row, ptrdiff_t rows, ptrdiff_t first_k,
    ptrdiff_t end_k, ptrdiff_t j, ptrdiff_t columns
) {
    const ptrdiff_t width = LANES * vectors;
    const int is_narrow = columns < width, in_blocks = p->in_blocks && p->depth > LONGEST_SUM;
    float copy[DEPTH_BLOCK * LANES * WIDEST_TILE], part[ROW_BLOCK * LANES * WIDEST_TILE];
    float *c = p->c + row * p->c_row + j;
    const float *start = c;
    ptrdiff_t start_row = p->c_row;
    if (first_k == 0) {
        start = p->start ? p->start + row * p->start_row + j : NULL;
        start_row = p->start_row;
    }
    for (ptrdiff_t k = first_k; k < end_k || k == first_k; k += DEPTH_BLOCK) {
        const ptrdiff_t depth = end_k - k < DEPTH_BLOCK ? end_k - k : DEPTH_BLOCK;
        const float *b = p->b + k * p->b_row + j * p->b_column;
        ptrdiff_t b_row = p->b_row;
        if (p->b_column != 1 || is_narrow) {
            NAME(pack)(vectors, p, columns, depth, b, copy);
            b = copy;
            b_row = width;
        }
        // Sums grow in C itself, but for those of a later block and of columns that a vector would reach beyond.
        const int is_later = in_blocks && k > 0, is_beside = is_narrow || is_later;
        float *sums = is_beside ? part : c;
        const ptrdiff_t sums_row = is_beside ? width : p->c_row;
        NAME(panel)(
            vectors, tallest, p, rows, depth, p->a + row * p->a_row + k * p->a_column, b, b_row, sums, sums_row,
            is_later ? NULL : start, start_row);
        if (is_beside && (in_blocks || k + depth == end_k))
            NAME(take_up)(vectors, is_later, rows, columns, part, c, p->c_row);
        start = sums;
        start_row = sums_row;
    }
}

/// Some rows of C over a block of k.
static void NAME(multiply_block)(
    const struct ck_product *p, ptrdiff_t row, ptrdiff_t rows, ptrdiff_t first_k, ptrdiff_t end_k
) {
    ptrdiff_t j = 0;
#define PANELS(vectors, tallest)                                          \
    for (; j + LANES * vectors <= p->columns; j += LANES * vectors)       \
        NAME(columns)(vectors, tallest, p, row, rows, first_k, end_k, j, LANES * vectors)
#if WIDEST_TILE >= 4
    PANELS(4, TILE_ROWS);
#endif
#if WIDEST_TILE >= 2
    PANELS(2, 12);
#endif
    PANELS(1, TALLEST_TILE);
#undef PANELS
    if (j < p->columns) NAME(columns)(1, TALLEST_TILE, p, row, rows, first_k, end_k, j, p->columns - j);
}

static void NAME(multiply)(const struct ck_product *p) {
    for (ptrdiff_t row = 0; row < p->rows; row += ROW_BLOCK) {
        const ptrdiff_t rows = p->rows - row < ROW_BLOCK ? p->rows - row : ROW_BLOCK;
        for (ptrdiff_t k = 0, end = 0; k < p->depth || k == 0; k = end) {
            // A transposed B is read column by column, so that as much of each as possible comes at once; another one where A is
            // still near from the columns before.
            const ptrdiff_t depth = p->b_column == 1 ? DEPTH_BLOCK : LONGEST_SUM;
            end = p->depth - k < depth ? p->depth : k + depth;
            NAME(multiply_block)(p, row, rows, k, end);
            if (end == 0) break;
        }
    }
}
