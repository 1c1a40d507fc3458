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

/// The columns of C from `j` on that make whole panels of 16 · `vectors`, or the last ones, fewer than that.
INLINE void NAME(packed_panel)(
    const int vectors, const int tallest, const struct ck_product *p, ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t depth,
    const float *a, const float *b, float *c, const float *start, ptrdiff_t start_row
) {
    float copy[DEPTH_BLOCK * LANES * WIDEST_TILE];
    NAME(pack)(vectors, p, columns, depth, b, copy);
    if (columns >= LANES * vectors) {
        NAME(panel)(vectors, tallest, p, rows, depth, a, copy, LANES * vectors, c, p->c_row, start, start_row);
        return;
    }
    float wide_c[TALLEST_TILE * LANES];
    for (ptrdiff_t first = 0; first < rows; first += TALLEST_TILE) {
        const ptrdiff_t height = rows - first < TALLEST_TILE ? rows - first : TALLEST_TILE;
        for (ptrdiff_t i = 0; i < height; i++)
            NAME(store)(
                wide_c + i * LANES,
                start ? NAME(load)(start + (first + i) * start_row) : (lanes){});
        NAME(panel)(
            1, TILE_ROWS, p, height, depth, a + first * p->a_row, copy, LANES, wide_c, LANES, wide_c, LANES);
        for (ptrdiff_t i = 0; i < height; i++)
            NAME(store_first)(c + (first + i) * p->c_row, NAME(load)(wide_c + i * LANES), columns);
    }
}

/// Some rows of C, with a block of A's columns and B's rows.
static void NAME(multiply_block)(
    const struct ck_product *p, ptrdiff_t first_row, ptrdiff_t rows, ptrdiff_t first_k, ptrdiff_t depth
) {
    const float *a = p->a + first_row * p->a_row + first_k * p->a_column;
    const float *b = p->b + first_k * p->b_row;
    float *c = p->c + first_row * p->c_row;
    // After the first block, C itself is where its own sums start.
    const float *start = p->start ? p->start + first_row * p->start_row : NULL;
    ptrdiff_t start_row = p->start_row;
    if (first_k > 0) {
        start = c;
        start_row = p->c_row;
    }
    ptrdiff_t j = 0;
#define PANELS(vectors, tallest)                                                                                    \
    for (; j + LANES * vectors <= p->columns; j += LANES * vectors) {                                               \
        const float *from = start ? start + j : NULL;                                                               \
        if (p->b_column == 1)                                                                                       \
            NAME(panel)(vectors, tallest, p, rows, depth, a, b + j, p->b_row, c + j, p->c_row, from, start_row);    \
        else                                                                                                        \
            NAME(packed_panel)(vectors, tallest, p, rows, LANES * vectors, depth, a, b + j * p->b_column, c + j,    \
                               from, start_row);                                                                    \
    }
#if WIDEST_TILE >= 4
    PANELS(4, TILE_ROWS)
#endif
#if WIDEST_TILE >= 2
    PANELS(2, 12)
#endif
    PANELS(1, TALLEST_TILE)
#undef PANELS
    if (j < p->columns)
        NAME(packed_panel)(
            1, TALLEST_TILE, p, rows, p->columns - j, depth, a, b + j * p->b_column, c + j, start ? start + j : NULL,
            start_row);
}

static void NAME(multiply)(const struct ck_product *p) {
    for (ptrdiff_t row = 0; row < p->rows; row += ROW_BLOCK)
        for (ptrdiff_t k = 0; k < p->depth || k == 0; k += DEPTH_BLOCK)
            NAME(multiply_block)(
                p, row, p->rows - row < ROW_BLOCK ? p->rows - row : ROW_BLOCK, k,
                p->depth - k < DEPTH_BLOCK ? p->depth - k : DEPTH_BLOCK);
}
