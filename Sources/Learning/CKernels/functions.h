// Functions of 16 numbers at once, and their derivatives.

/// eˣ within 1 unit in the last place: x = n·ln 2 + r, |r| ≤ ln 2 / 2, and a minimax polynomial for (eʳ - 1 - r) / r².
INLINE lanes NAME(exp_of)(lanes x) {
    // Beyond these ends the result is 0 or infinity; a NaN passes.
    x = NAME(at_least)(-104.0f, x);
    x = NAME(at_most)(89.0f, x);
    // Adding 1.5 · 2²³ rounds to an integer, which then stands in the lowest bits.
    const lanes round = NAME(all)(0x1.8p23f);
    lanes shifted = NAME(fused)(x, NAME(all)(0x1.715476p0f), round);
    lanes n = shifted - round;
    // ln 2 in two parts: the first takes nearly all of x away, and the product is not rounded before.
    lanes r = NAME(fused)(n, NAME(all)(-0x1.62e4p-1f), x);
    r = NAME(fused)(n, NAME(all)(-0x1.7f7d1cp-20f), r);
    lanes q = NAME(fused)(NAME(all)(0.0013814467f), r, NAME(all)(0.008368781f));
    q = NAME(fused)(q, r, NAME(all)(0.041668393f));
    q = NAME(fused)(q, r, NAME(all)(0.1666652f));
    q = NAME(fused)(q, r, NAME(all)(0.49999994f));
    lanes y = NAME(fused)(q, r * r, r) + 1.0f;
    return NAME(scaled)(y, shifted);
}

/// 1 / (1 + e⁻ˣ).
INLINE lanes NAME(sigmoid_of)(lanes x) { return 1.0f / (1.0f + NAME(exp_of)(-x)); }

/// tanh x within 2 units in the last place: a polynomial near 0, 1 - 2 / (e²ˣ + 1) elsewhere.
INLINE lanes NAME(tanh_of)(lanes x) {
    const lane_bits sign = (lane_bits)x & (int)0x80000000;
    lanes size = (lanes)((lane_bits)x & 0x7fffffff);
    lanes square = x * x;
    lanes q = NAME(fused)(NAME(all)(-0.005704987f), square, NAME(all)(0.020639088f));
    q = NAME(fused)(q, square, NAME(all)(-0.053739715f));
    q = NAME(fused)(q, square, NAME(all)(0.13331442f));
    q = NAME(fused)(q, square, NAME(all)(-0.3333328f));
    lanes near = NAME(fused)(q * square, x, x);
    lanes far = 1.0f - 2.0f / (NAME(exp_of)(2.0f * size) + 1.0f);
    far = (lanes)((lane_bits)far | sign);
    return NAME(select)(size < 0.625f, near, far);
}

/// x · sigmoid(2u) = ½x(1 + tanh u) with u = √(2/π)(x + 0.044715x³).
INLINE lanes NAME(gelu_of)(lanes x) {
    return x * NAME(sigmoid_of)(x * NAME(fused)(x * x, NAME(all)(0.07135482f), NAME(all)(1.5957691f)));
}

/// The slope and, with the same sigmoid, the value.
INLINE lanes NAME(gelu_slope)(lanes x, lanes *value) {
    const lanes place = x;
    // Beyond 16 in size the slope is 0 or 1 to the last bit, and x² must not become infinite.
    x = NAME(at_most)(16.0f, NAME(at_least)(-16.0f, x));
    lanes square = x * x;
    lanes s = NAME(sigmoid_of)(x * NAME(fused)(square, NAME(all)(0.07135482f), NAME(all)(1.5957691f)));
    lanes inner = NAME(fused)(square, NAME(all)(0.21406446f), NAME(all)(1.5957691f));
    *value = place * s;
    return NAME(fused)(x * (s * (1.0f - s)), inner, s);
}

INLINE lanes NAME(silu_of)(lanes x) { return x * NAME(sigmoid_of)(x); }

/// The slope and, with the same sigmoid, the value.
INLINE lanes NAME(silu_slope)(lanes x, lanes *value) {
    lanes s = NAME(sigmoid_of)(x);
    *value = x * s;
    return NAME(fused)(x, s * (1.0f - s), s);
}

#define MAP(name)                                                              \
    static void NAME(name)(ptrdiff_t count, const float *x, float *y) {         \
        for (ptrdiff_t i = 0; i < count; i += LANES)                            \
            NAME(store_first)(y + i, NAME(name##_of)(NAME(load)(x + i)), count - i); \
    }
#define SLOPE_MAP(name)                                                                                       \
    static void NAME(name##_gradient)(ptrdiff_t count, const float *x, const float *dy, float *dx, float *y) { \
        for (ptrdiff_t i = 0; i < count; i += LANES) {                                                         \
            lanes value;                                                                                       \
            const lanes slope = NAME(name##_slope)(NAME(load)(x + i), &value);                                 \
            NAME(store_first)(dx + i, NAME(load)(dy + i) * slope, count - i);                                  \
            if (y) NAME(store_first)(y + i, value, count - i);                                                 \
        }                                                                                                      \
    }
MAP(exp)
MAP(tanh)
MAP(sigmoid)
MAP(gelu)
MAP(silu)
SLOPE_MAP(gelu)
SLOPE_MAP(silu)
#undef MAP
#undef SLOPE_MAP
