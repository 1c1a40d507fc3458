// Layer norm and RMS norm over rows, and their gradients.

/// Σ over a row of what `term` makes of 16 entries; those beyond the end count nothing.
#define ROW_SUM(columns, term)                                                                  \
    ({                                                                                          \
        lanes row_sum = {};                                                                     \
        for (ptrdiff_t j = 0; j < (columns); j += LANES) row_sum += NAME(first)((term), (columns) - j, 0); \
        NAME(total)(row_sum);                                                                   \
    })

static void NAME(norm)(const struct ck_norm *p) {
    const float share = 1.0f / (float)p->columns;
    for (ptrdiff_t row = 0; row < p->rows; row++) {
        const float *x = p->x + row * p->columns;
        float *y = p->y + row * p->columns;
        const float mean = p->centred ? ROW_SUM(p->columns, NAME(load)(x + j)) * share : 0;
        const float variance =
            ROW_SUM(p->columns, (NAME(load)(x + j) - mean) * (NAME(load)(x + j) - mean)) * share;
        const float scale = 1.0f / __builtin_elementwise_sqrt(variance + p->epsilon);
        for (ptrdiff_t j = 0; j < p->columns; j += LANES) {
            lanes v = (NAME(load)(x + j) - mean) * scale * NAME(load)(p->gain + j);
            if (p->bias) v += NAME(load)(p->bias + j);
            NAME(store_first)(y + j, v, p->columns - j);
        }
        p->mean[row] = mean;
        p->scale[row] = scale;
    }
}

static void NAME(norm_gradient)(
    const struct ck_norm *p, const float *all_dy, const float *other, float *all_dx, float *gain_gradient, float *bias_gradient
) {
    const float share = 1.0f / (float)p->columns;
    for (ptrdiff_t row = 0; row < p->rows; row++) {
        const float *x = p->x + row * p->columns;
        const float *dy = all_dy + row * p->columns;
        const float mean = p->mean[row], scale = p->scale[row];
        lanes sum = {}, products = {};
        for (ptrdiff_t j = 0; j < p->columns; j += LANES) {
            const ptrdiff_t count = p->columns - j;
            lanes normal = (NAME(load)(x + j) - mean) * scale;
            lanes slope = NAME(load)(dy + j);
            lanes inner = slope * NAME(load)(p->gain + j);
            sum += NAME(first)(inner, count, 0);
            products += NAME(first)(inner * normal, count, 0);
            NAME(store_first)(gain_gradient + j, NAME(load)(gain_gradient + j) + slope * normal, count);
            if (bias_gradient) NAME(store_first)(bias_gradient + j, NAME(load)(bias_gradient + j) + slope, count);
        }
        if (!all_dx) continue;
        float *dx = all_dx + row * p->columns;
        const float along = p->centred ? NAME(total)(sum) * share : 0;
        const float stretch = NAME(total)(products) * share;
        for (ptrdiff_t j = 0; j < p->columns; j += LANES) {
            lanes normal = (NAME(load)(x + j) - mean) * scale;
            lanes inner = NAME(load)(dy + j) * NAME(load)(p->gain + j);
            lanes slope = scale * (inner - along - normal * stretch);
            if (other) slope += NAME(load)(other + row * p->columns + j);
            NAME(store_first)(dx + j, slope, p->columns - j);
        }
    }
}

static void NAME(add_rows)(ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t stride, const float *x, float *sum) {
    ptrdiff_t j = 0;
    // Four vectors at a time stay in registers while the rows go by.
    for (; j + 4 * LANES <= columns; j += 4 * LANES) {
        lanes s[4];
        for (int v = 0; v < 4; v++) s[v] = NAME(load)(sum + j + LANES * v);
        for (ptrdiff_t row = 0; row < rows; row++)
            for (int v = 0; v < 4; v++) s[v] += NAME(load)(x + row * stride + j + LANES * v);
        for (int v = 0; v < 4; v++) NAME(store)(sum + j + LANES * v, s[v]);
    }
    for (; j < columns; j += LANES) {
        lanes s = NAME(load)(sum + j);
        for (ptrdiff_t row = 0; row < rows; row++) s += NAME(load)(x + row * stride + j);
        NAME(store_first)(sum + j, s, columns - j);
    }
}

#undef ROW_SUM
