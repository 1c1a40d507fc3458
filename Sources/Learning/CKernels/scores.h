// What is asked of a row of logits x, against a reference's logits z: Σ eᵘ with u = scale · (x - largest x), and sums over it.

// Sums over more columns than this are made block by block: one after the other, 50,000 numbers would lose the smallest.
enum { NAME(block) = 1024 };
#define BLOCK NAME(block)

static void NAME(score)(const struct ck_scores *p) {
    for (ptrdiff_t row = 0; row < p->rows; row++) {
        const float *x = p->x + row * p->columns;
        lanes largest = (lanes){} - __builtin_inff();
        for (ptrdiff_t j = 0; j < p->columns; j += LANES)
            largest = NAME(larger)(NAME(first)(NAME(load)(x + j), p->columns - j, -__builtin_inff()), largest);
        const float top = NAME(largest)(largest);
        lanes sum = {}, products = {};
        for (ptrdiff_t start = 0; start < p->columns; start += BLOCK) {
            const ptrdiff_t end = start + BLOCK < p->columns ? start + BLOCK : p->columns;
            lanes part = {}, product_part = {};
            for (ptrdiff_t j = start; j < end; j += LANES) {
                const lanes u = (NAME(load)(x + j) - top) * p->scale;
                const lanes e = NAME(first)(NAME(exp_of)(u), p->columns - j, 0);
                part += e;
                product_part += NAME(select)(e > 0.0f, e * u, (lanes){});
            }
            sum += part;
            products += product_part;
        }
        p->largest[row] = top;
        p->sum[row] = NAME(total)(sum);
        if (p->products) p->products[row] = NAME(total)(products);
    }
}

static void NAME(diverge)(const struct ck_scores *p, const struct ck_scores *reference, const float *shift, float *divergence) {
    for (ptrdiff_t row = 0; row < p->rows; row++) {
        const float *x = p->x + row * p->columns, *z = reference->x + row * p->columns;
        const float top = p->largest[row], other = reference->largest[row];
        lanes sum = {};
        for (ptrdiff_t start = 0; start < p->columns; start += BLOCK) {
            const ptrdiff_t end = start + BLOCK < p->columns ? start + BLOCK : p->columns;
            lanes part = {};
            for (ptrdiff_t j = start; j < end; j += LANES) {
                const lanes u = (NAME(load)(x + j) - top) * p->scale, v = (NAME(load)(z + j) - other) * p->scale;
                const lanes e = NAME(first)(NAME(exp_of)(u), p->columns - j, 0);
                part += NAME(select)(e > 0.0f, e * ((u - v) - shift[row]), (lanes){});
            }
            sum += part;
        }
        divergence[row] = NAME(total)(sum) / p->sum[row];
    }
}

static void NAME(score_gradient)(
    const struct ck_scores *p, const struct ck_scores *reference, const struct ck_score_slopes *s, float *dx
) {
    for (ptrdiff_t row = 0; row < p->rows; row++) {
        const float *x = p->x + row * p->columns, *z = reference ? reference->x + row * p->columns : NULL;
        float *d = dx + row * p->columns;
        const float top = p->largest[row], other = reference ? reference->largest[row] : 0;
        const float share = 1.0f / p->sum[row];
        const float choice = s->choice[row], level = s->level[row], tilt = s->tilt[row], pull = s->pull[row];
        for (ptrdiff_t j = 0; j < p->columns; j += LANES) {
            const lanes u = (NAME(load)(x + j) - top) * p->scale;
            const lanes probability = NAME(exp_of)(u) * share;
            lanes slope = NAME(fused)(NAME(all)(tilt), u, NAME(all)(level));
            if (z) slope = NAME(fused)(NAME(all)(pull), u - (NAME(load)(z + j) - other) * p->scale, slope);
            slope = NAME(select)(probability > 0.0f, probability * slope, (lanes){});
            NAME(store_first)(d + j, slope * p->scale, p->columns - j);
        }
        d[s->choices[row]] += choice * p->scale;
    }
}

#undef BLOCK
