// The gated unit of a feed-forward part: a row holds `columns` gates, then as many values.

static void NAME(swiglu)(ptrdiff_t rows, ptrdiff_t columns, const float *x, float *y) {
    for (ptrdiff_t row = 0; row < rows; row++, x += 2 * columns, y += columns)
        for (ptrdiff_t j = 0; j < columns; j += LANES)
            NAME(store_first)(y + j, NAME(silu_of)(NAME(load)(x + j)) * NAME(load)(x + columns + j), columns - j);
}

static void NAME(swiglu_gradient)(
    ptrdiff_t rows, ptrdiff_t columns, const float *x, const float *dy, float *dx, float *y
) {
    for (ptrdiff_t row = 0; row < rows; row++, x += 2 * columns, dx += 2 * columns, dy += columns, y += columns) {
        for (ptrdiff_t j = 0; j < columns; j += LANES) {
            const lanes gate = NAME(load)(x + j), value = NAME(load)(x + columns + j), slope = NAME(load)(dy + j);
            lanes open;
            const lanes gate_slope = NAME(silu_slope)(gate, &open);
            NAME(store_first)(y + j, open * value, columns - j);
            NAME(store_first)(dx + j, slope * value * gate_slope, columns - j);
            NAME(store_first)(dx + columns + j, slope * open, columns - j);
        }
    }
}
