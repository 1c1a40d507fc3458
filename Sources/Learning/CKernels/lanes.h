// 16 floats that are worked on together. Narrow machines hold them in several registers: what is computed is the same.
// Included once for every vector width, where NAME gives the functions different names.

INLINE lanes NAME(load)(const float *p) { return *(const lanes_in_memory *)p; }

INLINE void NAME(store)(float *p, lanes v) { *(lanes_in_memory *)p = v; }

/// The same number in every lane.
INLINE lanes NAME(all)(float x) { return (lanes){x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x}; }

/// a · b + c, rounded once.
///
/// IEEE 754 says which bits that has, so it is as safe as a product that is rounded before it is added, and twice as fast
/// where one instruction does it. Every fusion is written out: the compiler makes none of its own, and Swift code, where
/// `fma` is a slow call, keeps to two roundings.
INLINE lanes NAME(fused)(lanes a, lanes b, lanes c) {
#if FUSED
    return __builtin_elementwise_fma(a, b, c);
#else
    const union { lanes all; quad quads[4]; } x = {a}, y = {b};
    union { lanes all; quad quads[4]; } z = {c};
    UNROLLED for (int i = 0; i < 4; i++) {
        // In doubles the product is exact, and what the sum loses is known (Knuth's two-sum).
        const doubles product = __builtin_convertvector(x.quads[i], doubles) * __builtin_convertvector(y.quads[i], doubles);
        const doubles term = __builtin_convertvector(z.quads[i], doubles);
        const doubles sum = product + term;
        const doubles of_term = sum - product;
        const doubles lost = (product - (sum - of_term)) + (term - of_term);
        // A sum that lost something becomes the neighbour with an odd last place, so that rounding it to a float sees on
        // which side of a middle the exact sum lies (Boldo, Melquiond 2008). A NaN has lost nothing.
        const double_bits inexact = (lost > 0) | (lost < 0);
        const double_bits away = ((lost < 0) ^ (sum < 0)) | 1;
        double_bits bits = (double_bits)sum;
        bits += away & inexact & ((bits & 1) - 1);
        z.quads[i] = __builtin_convertvector((doubles)bits, quad);
    }
    return z.all;
#endif
}

/// Stores the first `count` of the lanes.
INLINE void NAME(store_first)(float *p, lanes v, ptrdiff_t count) {
    if (count >= LANES) {
        NAME(store)(p, v);
    } else {
        for (ptrdiff_t i = 0; i < count; i++) p[i] = v[i];
    }
}

/// `a` where the mask is set, `b` elsewhere.
INLINE lanes NAME(select)(lane_bits mask, lanes a, lanes b) {
    return (lanes)(((lane_bits)a & mask) | ((lane_bits)b & ~mask));
}

/// The first `count` of the lanes, then `other`.
INLINE lanes NAME(first)(lanes v, ptrdiff_t count, float other) {
    const lane_bits place = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    return count >= LANES ? v : NAME(select)(place < (int)count, v, (lanes){} + other);
}

/// x, but no number below the bound; a NaN passes.
INLINE lanes NAME(at_least)(float bound, lanes x) {
#if WIDTH == 512
    return (lanes)_mm512_max_ps((__m512)NAME(all)(bound), (__m512)x);
#else
    return NAME(select)(x < bound, NAME(all)(bound), x);
#endif
}

/// x, but no number above the bound; a NaN passes.
INLINE lanes NAME(at_most)(float bound, lanes x) {
#if WIDTH == 512
    return (lanes)_mm512_min_ps((__m512)NAME(all)(bound), (__m512)x);
#else
    return NAME(select)(x > bound, NAME(all)(bound), x);
#endif
}

/// y · 2ⁿ, rounded once, for |n| ≤ 151 and y near 1, where `shifted` is n + 1.5 · 2²³.
INLINE lanes NAME(scaled)(lanes y, lanes shifted) {
#if WIDTH == 512
    return (lanes)_mm512_scalef_ps((__m512)y, (__m512)(shifted - 0x1.8p23f));
#else
    // In two factors, since n reaches beyond the exponents of a float; the first product is exact.
    const lane_bits power = (lane_bits)shifted - 0x4b400000;
    const lane_bits half = power >> 1;
    return y * (lanes)((half + 127) << 23) * (lanes)((power - half + 127) << 23);
#endif
}

INLINE lanes NAME(larger)(lanes a, lanes b) { return NAME(select)(a > b, a, b); }

/// The lanes `half` places further on, for the first `half` of them.
#define UPPER_HALF(v, half) \
    __builtin_shufflevector(v, v, half, half + 1 % half, half + 2 % half, half + 3 % half, half + 4 % half, \
                            half + 5 % half, half + 6 % half, half + 7 % half, 8, 9, 10, 11, 12, 13, 14, 15)

/// The sum of the lanes: halves are added to halves.
INLINE float NAME(total)(lanes v) {
    v += UPPER_HALF(v, 8);
    v += UPPER_HALF(v, 4);
    v += UPPER_HALF(v, 2);
    v += UPPER_HALF(v, 1);
    return v[0];
}

INLINE float NAME(largest)(lanes v) {
    v = NAME(larger)(v, UPPER_HALF(v, 8));
    v = NAME(larger)(v, UPPER_HALF(v, 4));
    v = NAME(larger)(v, UPPER_HALF(v, 2));
    v = NAME(larger)(v, UPPER_HALF(v, 1));
    return v[0];
}
#undef UPPER_HALF
