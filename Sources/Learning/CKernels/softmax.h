// Softmax over rows, and its gradient.

static void NAME(softmax)(const struct ck_softmax *p) {
    for (ptrdiff_t row = 0; row < p->rows; row++) {
        const float *x = p->x + row * p->stride;
        float *y = p->y + row * p->stride;
        ptrdiff_t visible = p->visible + row * p->step;
        if (visible > p->columns) visible = p->columns;

        // Vectors that are seen whole need no mask.
        const ptrdiff_t whole = visible / LANES * LANES;
        lanes largest = (lanes){} - __builtin_inff();
        for (ptrdiff_t j = 0; j < whole; j += LANES) largest = NAME(larger)(NAME(load)(x + j), largest);
        if (whole < visible)
            largest = NAME(larger)(NAME(first)(NAME(load)(x + whole), visible - whole, -__builtin_inff()), largest);
        const float top = NAME(largest)(largest);

        lanes sum = {};
        for (ptrdiff_t j = 0; j < whole; j += LANES) {
            lanes e = NAME(exp_of)((NAME(load)(x + j) - top) * p->scale);
            sum += e;
            NAME(store)(y + j, e);
        }
        if (whole < visible) {
            lanes e = NAME(exp_of)((NAME(load)(x + whole) - top) * p->scale);
            e = NAME(first)(e, visible - whole, 0);
            sum += e;
            NAME(store_first)(y + whole, e, p->columns - whole);
        }
        const float total = NAME(total)(sum);
        const float share = 1.0f / total;
        for (ptrdiff_t j = 0; j < p->columns; j += LANES)
            NAME(store_first)(y + j, j < visible ? NAME(load)(y + j) * share : (lanes){}, p->columns - j);
        if (p->largest) p->largest[row] = top;
        if (p->sum) p->sum[row] = total;
    }
}

static void NAME(softmax_gradient)(
    ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t stride, float scale, const float *all_y, float *all_dy
) {
    for (ptrdiff_t row = 0; row < rows; row++) {
        const float *y = all_y + row * stride;
        float *dy = all_dy + row * stride;
        lanes products = {};
        for (ptrdiff_t j = 0; j < columns; j += LANES)
            products += NAME(first)(NAME(load)(y + j) * NAME(load)(dy + j), columns - j, 0);
        const float mean = NAME(total)(products);
        for (ptrdiff_t j = 0; j < columns; j += LANES)
            NAME(store_first)(dy + j, scale * NAME(load)(y + j) * (NAME(load)(dy + j) - mean), columns - j);
    }
}
