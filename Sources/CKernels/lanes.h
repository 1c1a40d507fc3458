// 16 floats that are worked on together. Narrow machines hold them in several registers: what is computed is the same.
// Included once for every vector width, where NAME gives the functions different names.

INLINE lanes NAME(load)(const float *p) { return *(const lanes_in_memory *)p; }

INLINE void NAME(store)(float *p, lanes v) { *(lanes_in_memory *)p = v; }

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

INLINE lanes NAME(larger)(lanes a, lanes b) { return NAME(select)(a > b, a, b); }

/// The sum of the lanes: halves are added to halves.
INLINE float NAME(total)(lanes v) {
    for (int half = LANES / 2; half > 0; half /= 2)
        for (int i = 0; i < half; i++) v[i] += v[i + half];
    return v[0];
}

INLINE float NAME(largest)(lanes v) {
    for (int half = LANES / 2; half > 0; half /= 2)
        for (int i = 0; i < half; i++) v[i] = v[i] > v[i + half] ? v[i] : v[i + half];
    return v[0];
}
