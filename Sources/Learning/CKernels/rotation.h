// Rotary positions: feature j of a head and the feature half a head further are turned by an angle of the row's position.

/// The rotation of one head, in place. `table` holds the cosine for every feature, then the sine, negative for the first half.
INLINE void NAME(rotate_head)(ptrdiff_t width, float *x, const float *table, float sign) {
    const float *cosines = table, *sines = table + width;
    const ptrdiff_t half = width / 2;
    if (width == LANES) {
        const lanes v = NAME(load)(x);
        const lanes other =
            __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7);
        NAME(store)(x, NAME(fused)(v, NAME(load)(cosines), other * (sign * NAME(load)(sines))));
    } else if (half % LANES == 0) {
        for (ptrdiff_t j = 0; j < half; j += LANES) {
            const lanes a = NAME(load)(x + j), b = NAME(load)(x + half + j);
            NAME(store)(x + j, NAME(fused)(a, NAME(load)(cosines + j), b * (sign * NAME(load)(sines + j))));
            NAME(store)(
                x + half + j,
                NAME(fused)(b, NAME(load)(cosines + half + j), a * (sign * NAME(load)(sines + half + j))));
        }
    } else {
        for (ptrdiff_t j = 0; j < half; j += LANES) {
            const lanes a = NAME(load)(x + j), b = NAME(load)(x + half + j);
            const lanes first = NAME(fused)(a, NAME(load)(cosines + j), b * (sign * NAME(load)(sines + j)));
            const lanes second = NAME(fused)(
                b, NAME(load)(cosines + half + j), a * (sign * NAME(load)(sines + half + j)));
            NAME(store_first)(x + j, first, half - j);
            NAME(store_first)(x + half + j, second, half - j);
        }
    }
}

static void NAME(rotate)(
    ptrdiff_t rows, ptrdiff_t heads, ptrdiff_t width, const int *positions, const float *table, float sign, ptrdiff_t stride,
    float *x
) {
    for (ptrdiff_t row = 0; row < rows; row++)
        for (ptrdiff_t head = 0; head < heads; head++)
            NAME(rotate_head)(
                width, x + row * stride + head * width, table + 2 * width * (ptrdiff_t)positions[row], sign);
}
