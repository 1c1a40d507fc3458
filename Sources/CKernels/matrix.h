// The matrix product. A tile of C stays in registers while k runs upwards through a block of A's columns and B's rows.

/// A block of k this long keeps the tile's columns of B in the first cache.
#ifndef DEPTH_BLOCK
#define DEPTH_BLOCK 256
#endif

/// One tile of C, `rows` by 16 · `vectors`; both are constants where this is called, and the loops over them vanish.
INLINE void NAME(tile)(
    const int rows, const int vectors, ptrdiff_t depth, const float *a, ptrdiff_t a_row, ptrdiff_t a_column, const float *b,
    ptrdiff_t b_row, float *c, ptrdiff_t c_row, int accumulate
) {
    lanes sum[TILE_ROWS][TILE_VECTORS];
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < vectors; j++)
            sum[i][j] = accumulate ? NAME(load)(c + i * c_row + LANES * j) : (lanes){};
    for (ptrdiff_t k = 0; k < depth; k++) {
        lanes row[TILE_VECTORS];
        for (int j = 0; j < vectors; j++) row[j] = NAME(load)(b + k * b_row + LANES * j);
        for (int i = 0; i < rows; i++) {
            float factor = a[i * a_row + k * a_column];
            for (int j = 0; j < vectors; j++) sum[i][j] += factor * row[j];
        }
    }
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < vectors; j++) NAME(store)(c + i * c_row + LANES * j, sum[i][j]);
}

/// All rows of the columns of C that begin at `c`: 16 · `vectors` of them, also a constant.
INLINE void NAME(panel)(
    const int vectors, const struct ck_product *p, ptrdiff_t depth, const float *a, const float *b, ptrdiff_t b_row, float *c,
    ptrdiff_t c_row, int accumulate
) {
    ptrdiff_t i = 0;
#define TILES(height)                                                                                             \
    for (; height <= TILE_ROWS && i + height <= p->rows; i += height)                                              \
        NAME(tile)(height, vectors, depth, a + i * p->a_row, p->a_row, p->a_column, b, b_row, c + i * c_row, c_row, \
                   accumulate)
#if TILE_ROWS >= 8
    TILES(8);
#endif
#if TILE_ROWS >= 4
    TILES(4);
#endif
    TILES(2);
    TILES(1);
#undef TILES
}

/// The last columns, fewer than 16 of them: in a copy that is filled up with zeros.
static void NAME(narrow_panel)(
    const struct ck_product *p, ptrdiff_t columns, ptrdiff_t depth, const float *a, const float *b, float *c, int accumulate
) {
    float wide_b[DEPTH_BLOCK * LANES];
    for (ptrdiff_t k = 0; k < depth; k++)
        for (ptrdiff_t j = 0; j < LANES; j++) wide_b[k * LANES + j] = j < columns ? b[k * p->b_row + j] : 0;
    float wide_c[TILE_ROWS * LANES] = {0};
    for (ptrdiff_t first = 0; first < p->rows; first += TILE_ROWS) {
        struct ck_product rows = *p;
        rows.rows = p->rows - first < TILE_ROWS ? p->rows - first : TILE_ROWS;
        for (ptrdiff_t i = 0; i < rows.rows; i++)
            for (ptrdiff_t j = 0; j < columns; j++) wide_c[i * LANES + j] = c[(first + i) * p->c_row + j];
        NAME(panel)(1, &rows, depth, a + first * p->a_row, wide_b, LANES, wide_c, LANES, accumulate);
        for (ptrdiff_t i = 0; i < rows.rows; i++)
            for (ptrdiff_t j = 0; j < columns; j++) c[(first + i) * p->c_row + j] = wide_c[i * LANES + j];
    }
}

static void NAME(multiply)(const struct ck_product *p) {
    for (ptrdiff_t k = 0; k < p->depth || k == 0; k += DEPTH_BLOCK) {
        const ptrdiff_t depth = p->depth - k < DEPTH_BLOCK ? p->depth - k : DEPTH_BLOCK;
        const int accumulate = p->accumulate || k > 0;
        const float *a = p->a + k * p->a_column;
        const float *b = p->b + k * p->b_row;
        ptrdiff_t j = 0;
        for (; j + LANES * TILE_VECTORS <= p->columns; j += LANES * TILE_VECTORS)
            NAME(panel)(TILE_VECTORS, p, depth, a, b + j, p->b_row, p->c + j, p->c_row, accumulate);
        for (; j + LANES <= p->columns; j += LANES)
            NAME(panel)(1, p, depth, a, b + j, p->b_row, p->c + j, p->c_row, accumulate);
        if (j < p->columns) NAME(narrow_panel)(p, p->columns - j, depth, a, b + j, p->c + j, accumulate);
    }
}
