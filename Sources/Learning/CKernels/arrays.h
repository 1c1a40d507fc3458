// Plain arithmetic on arrays, which memory bounds, and the step of Adam. Each operation is rounded for itself.

static void NAME(add)(ptrdiff_t count, const float *x, const float *y, float *sum) {
    for (ptrdiff_t i = 0; i < count; i += LANES)
        NAME(store_first)(sum + i, NAME(load)(x + i) + NAME(load)(y + i), count - i);
}

static void NAME(scale)(ptrdiff_t count, float factor, float *x) {
    for (ptrdiff_t i = 0; i < count; i += LANES) NAME(store_first)(x + i, NAME(load)(x + i) * factor, count - i);
}

static void NAME(adam)(const struct ck_adam *p, ptrdiff_t count, const float *g, float *m, float *v, float *x) {
    for (ptrdiff_t i = 0; i < count; i += LANES) {
        const ptrdiff_t left = count - i;
        lanes gradient = NAME(load)(g + i);
        lanes mean = p->kept_mean * NAME(load)(m + i) + (1 - p->kept_mean) * gradient;
        lanes square = p->kept_square * NAME(load)(v + i) + (1 - p->kept_square) * (gradient * gradient);
        lanes size = __builtin_elementwise_sqrt(square) / p->correction + p->epsilon;
        NAME(store_first)(m + i, mean, left);
        NAME(store_first)(v + i, square, left);
        NAME(store_first)(x + i, p->shrink * NAME(load)(x + i) - p->step * (mean / size), left);
    }
}
