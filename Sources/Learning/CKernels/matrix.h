// The matrix product. A tile of C stays in registers while k runs upwards through a block of A's columns and B's rows.

/// One tile of C, `rows` by 16 · `vectors`; both are constants where this is called, and the loops over them vanish.
INLINE void NAME(tile)(
    const int rows, const int vectors, ptrdiff_t depth, const float *a, ptrdiff_t a_row, ptrdiff_t a_column, const float *b,
    ptrdiff_t b_row, float *c, ptrdiff_t c_row, const float *start
) {
    lanes sum[TALLEST_TILE][WIDEST_TILE];
    // C itself is where its own sums start.
    const ptrdiff_t start_row = start == c ? c_row : 0;
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
    const float *b, ptrdiff_t b_row, float *c, ptrdiff_t c_row, const float *start
) {
    ptrdiff_t i = 0;
#define TILES(height)                                                                                                \
    for (; height <= tallest && i + height <= rows; i += height)                                                     \
        NAME(tile)(height, vectors, depth, a + i * p->a_row, p->a_row, p->a_column, b, b_row, c + i * c_row, c_row, \
                   start == c ? c + i * c_row : start)
    TILES(16);
    TILES(12);
    TILES(8);
    TILES(6);
    TILES(4);
    TILES(2);
    TILES(1);
#undef TILES
}

/// The last columns, fewer than 16 of them: in a copy that is filled up with zeros.
static void NAME(narrow_panel)(
    const struct ck_product *p, ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t depth, const float *a, const float *b, float *c,
    const float *start
) {
    float wide_b[DEPTH_BLOCK * LANES];
    for (ptrdiff_t k = 0; k < depth; k++)
        for (ptrdiff_t j = 0; j < LANES; j++) wide_b[k * LANES + j] = j < columns ? b[k * p->b_row + j] : 0;
    float wide_c[TALLEST_TILE * LANES] = {0};
    const ptrdiff_t start_row = start == c ? p->c_row : 0;
    for (ptrdiff_t first = 0; first < rows; first += TALLEST_TILE) {
        const ptrdiff_t height = rows - first < TALLEST_TILE ? rows - first : TALLEST_TILE;
        for (ptrdiff_t i = 0; i < height; i++)
            for (ptrdiff_t j = 0; j < columns; j++)
                wide_c[i * LANES + j] = start ? start[(first + i) * start_row + j] : 0;
        NAME(panel)(1, TILE_ROWS, p, height, depth, a + first * p->a_row, wide_b, LANES, wide_c, LANES, wide_c);
        for (ptrdiff_t i = 0; i < height; i++)
            for (ptrdiff_t j = 0; j < columns; j++) c[(first + i) * p->c_row + j] = wide_c[i * LANES + j];
    }
}

/// Some rows of C, with a block of A's columns and B's rows.
static void NAME(multiply_block)(
    const struct ck_product *p, ptrdiff_t first_row, ptrdiff_t rows, ptrdiff_t first_k, ptrdiff_t depth
) {
    const float *a = p->a + first_row * p->a_row + first_k * p->a_column;
    const float *b = p->b + first_k * p->b_row;
    ptrdiff_t j = 0;
#define PANELS(vectors, tallest)                                                                                  \
    for (; j + LANES * vectors <= p->columns; j += LANES * vectors) {                                             \
        float *c = p->c + first_row * p->c_row + j;                                                               \
        const float *start = p->accumulate || first_k > 0 ? c : p->start ? p->start + j : NULL;                   \
        NAME(panel)(vectors, tallest, p, rows, depth, a, b + j, p->b_row, c, p->c_row, start);                    \
    }
#if WIDEST_TILE >= 4
    PANELS(4, TILE_ROWS)
#endif
#if WIDEST_TILE >= 2
    PANELS(2, 12)
#endif
    PANELS(1, TALLEST_TILE)
#undef PANELS
    if (j < p->columns) {
        float *c = p->c + first_row * p->c_row + j;
        const float *start = p->accumulate || first_k > 0 ? c : p->start ? p->start + j : NULL;
        NAME(narrow_panel)(p, rows, p->columns - j, depth, a, b + j, c, start);
    }
}

static void NAME(multiply)(const struct ck_product *p) {
    for (ptrdiff_t row = 0; row < p->rows; row += ROW_BLOCK)
        for (ptrdiff_t k = 0; k < p->depth || k == 0; k += DEPTH_BLOCK)
            NAME(multiply_block)(
                p, row, p->rows - row < ROW_BLOCK ? p->rows - row : ROW_BLOCK, k,
                p->depth - k < DEPTH_BLOCK ? p->depth - k : DEPTH_BLOCK);
}
