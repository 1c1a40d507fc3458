// Attention of one head: some rows in sequence, each of which sees all keys up to its own.

/// So many rows are worked on together: a row needs no later key, a key no earlier row.
#define ATTENTION_ROWS 16
#define WHOLE_LANES(count) (((count) + LANES - 1) / LANES * LANES)

static void NAME(attention)(const struct ck_attention *p) {
    const ptrdiff_t before = p->keys - p->rows;
    for (ptrdiff_t row = 0; row < p->rows; row += ATTENTION_ROWS) {
        const ptrdiff_t rows = p->rows - row < ATTENTION_ROWS ? p->rows - row : ATTENTION_ROWS;
        const ptrdiff_t seen = before + row + rows;
        float *weights = p->weights + row * p->weights_row;
        const struct ck_product scores = {
            .rows = rows, .columns = WHOLE_LANES(seen), .depth = p->width,
            .a = p->queries + row * p->queries_row, .a_row = p->queries_row, .a_column = 1,
            .b = p->transposed_keys, .b_row = p->weights_row, .b_column = 1, .c = weights, .c_row = p->weights_row,
        };
        NAME(multiply)(&scores);
        const struct ck_softmax softmax = {
            .rows = rows, .columns = WHOLE_LANES(seen), .stride = p->weights_row, .visible = before + row + 1, .step = 1,
            .scale = p->scale, .x = weights, .y = weights,
        };
        NAME(softmax)(&softmax);
        if (!p->output) continue;
        const struct ck_product gathered = {
            .rows = rows, .columns = p->width, .depth = seen, .a = weights, .a_row = p->weights_row, .a_column = 1,
            .b = p->values, .b_row = p->values_row, .b_column = 1, .c = p->output + row * p->output_row,
            .c_row = p->output_row,
        };
        NAME(multiply)(&gathered);
    }
}

/// Adds Aᵀ·B of some rows to C, where A's columns are keys.
static void NAME(add_for_keys)(
    ptrdiff_t keys, ptrdiff_t rows, ptrdiff_t width, const float *a, ptrdiff_t a_row, const float *b, ptrdiff_t b_row,
    float *c
) {
    const struct ck_product product = {
        .rows = keys, .columns = width, .depth = rows, .a = a, .a_row = 1, .a_column = a_row, .b = b, .b_row = b_row,
        .b_column = 1, .c = c, .c_row = width, .start = c, .start_row = width,
    };
    NAME(multiply)(&product);
}

static void NAME(attention_gradient)(const struct ck_attention *p, const struct ck_attention_gradient *g) {
    const ptrdiff_t before = p->keys - p->rows;
    for (ptrdiff_t row = 0; row < p->rows; row += ATTENTION_ROWS) {
        const ptrdiff_t rows = p->rows - row < ATTENTION_ROWS ? p->rows - row : ATTENTION_ROWS;
        const ptrdiff_t seen = before + row + rows;
        float *scores = g->scores + row * p->weights_row;
        const struct ck_product weights = {
            .rows = rows, .columns = WHOLE_LANES(seen), .depth = p->width,
            .a = g->output + row * g->output_row, .a_row = g->output_row, .a_column = 1,
            .b = g->transposed_values, .b_row = p->weights_row, .b_column = 1, .c = scores, .c_row = p->weights_row,
        };
        NAME(multiply)(&weights);
        NAME(softmax_gradient)(
            rows, WHOLE_LANES(seen), p->weights_row, p->scale, p->weights + row * p->weights_row, scores);
        const struct ck_product queries = {
            .rows = rows, .columns = p->width, .depth = seen, .a = scores, .a_row = p->weights_row, .a_column = 1,
            .b = g->keys, .b_row = g->keys_row, .b_column = 1, .c = g->queries + row * g->queries_row,
            .c_row = g->queries_row,
        };
        NAME(multiply)(&queries);
    }
    // The keys before these rows are seen by all rows, a block of the others by itself and the rows behind it.
    for (ptrdiff_t key = before > 0 ? -before : 0; key < p->rows; key += key < 0 ? before : ATTENTION_ROWS) {
        const ptrdiff_t first = key < 0 ? 0 : key;
        const ptrdiff_t left = p->rows - key;
        const ptrdiff_t keys = key < 0 ? before : left < ATTENTION_ROWS ? left : ATTENTION_ROWS;
        const ptrdiff_t place = first * p->weights_row + before + key;
        NAME(add_for_keys)(
            keys, p->rows - first, p->width, p->weights + place, p->weights_row, g->output + first * g->output_row,
            g->output_row, g->values + (before + key) * p->width);
        NAME(add_for_keys)(
            keys, p->rows - first, p->width, g->scores + place, p->weights_row, p->queries + first * p->queries_row,
            p->queries_row, g->keys_gradient + (before + key) * p->width);
    }
}

#undef ATTENTION_ROWS
#undef WHOLE_LANES
