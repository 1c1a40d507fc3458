#pragma once

#include <stddef.h>

// The inner loops of Autodiff, once for every vector width of the processor family, all with the same bits: a matrix product
// sums over k in ascending order with one accumulator per element, where a product and its addition are rounded once,
// together, or of more than 512 k in blocks if it is told to; a sum over a row has 16 accumulators. Lengths and strides are in floats. Rows that a function reads may be read
// up to 15 floats beyond their end; nothing is written there.

/// C = A·B + start: A is rows × depth, B depth × columns, C rows × columns, start null for none, a row for all (its start_row
/// is 0) or a matrix, which may be C itself. The sums begin with what is added. Aᵀ is A with its strides exchanged, Bᵀ too;
/// one of B's strides is 1.
struct ck_product {
    ptrdiff_t rows, columns, depth;
    const float *_Nonnull a;
    ptrdiff_t a_row, a_column;
    const float *_Nonnull b;
    ptrdiff_t b_row, b_column;
    float *_Nonnull c;
    ptrdiff_t c_row;
    const float *_Nullable start;
    ptrdiff_t start_row;
    /// Whether more than 512 k are summed up in blocks of 128, whose sums, the first with what is added, are added in ascending
    /// order. One after the other, each term would be rounded at the height of all before it.
    int in_blocks;
};

/// Row i of y = softmax(scale · row i of x), of which only the first `visible + i · step` entries are seen; the others of
/// the `columns` become 0. The largest seen x and Σ exp(scale · (x - largest)) of each row go to `largest` and `sum`, unless
/// those are null. y may be x.
struct ck_softmax {
    ptrdiff_t rows, columns, stride, visible, step;
    float scale;
    const float *_Nonnull x;
    float *_Nonnull y;
    float *_Nullable largest;
    float *_Nullable sum;
};

/// y = (x - mean) · scale ∘ gain + bias for every row, with the row's mean and scale = 1 / √(variance + epsilon), which are
/// kept for the gradient. Not centred: the mean counts as 0. The bias may be null.
struct ck_norm {
    ptrdiff_t rows, columns;
    int centred;
    float epsilon;
    const float *_Nonnull x;
    const float *_Nonnull gain;
    const float *_Nullable bias;
    float *_Nullable y;
    float *_Nonnull mean;
    float *_Nonnull scale;
};

/// A step of Adam: m ← kept_mean · m + (1 - kept_mean) · g, v ← kept_square · v + (1 - kept_square) · g²,
/// x ← shrink · x - step · m / (√v / correction + epsilon).
struct ck_adam {
    float kept_mean, kept_square, step, correction, epsilon, shrink;
};

/// The attention of the last `rows` of `keys` positions, of one head of `width` features: row i sees the keys before all rows
/// and those of rows 0 to i. Its weights are softmax(scale · query · key), and go to `weights`, whose rows are a whole number
/// of 16 floats long, as are those of the transposed keys: width × keys, filled up with zeros.
struct ck_attention {
    ptrdiff_t rows, keys, width;
    float scale;
    const float *_Nonnull queries;
    ptrdiff_t queries_row;
    const float *_Nonnull transposed_keys;
    const float *_Nonnull values;
    ptrdiff_t values_row;
    float *_Nonnull weights;
    ptrdiff_t weights_row;
    /// Null if only the weights are asked for.
    float *_Nullable output;
    ptrdiff_t output_row;
};

/// The way back through it: from the output's gradient to that of the queries, which is written, and those of keys and
/// values, which are added to. `keys_gradient` and `values` are keys × width without gaps; `scores` is as large as the weights.
struct ck_attention_gradient {
    const float *_Nonnull output;
    ptrdiff_t output_row;
    const float *_Nonnull keys;
    ptrdiff_t keys_row;
    const float *_Nonnull transposed_values;
    float *_Nonnull queries;
    ptrdiff_t queries_row;
    float *_Nonnull keys_gradient;
    float *_Nonnull values;
    float *_Nonnull scores;
};

/// Rows of logits x without gaps between them. With u = scale · (x - largest x): of each row the largest x, Σ eᵘ, and, unless
/// null, Σ eᵘ · u.
struct ck_scores {
    ptrdiff_t rows, columns;
    float scale;
    const float *_Nonnull x;
    float *_Nonnull largest;
    float *_Nonnull sum;
    float *_Nullable products;
};

/// The slopes of a loss in row's softmax p: `choice` at the logit of the row's choice, and p · (level + tilt · u + pull ·
/// (u - v)) at every logit, where v is what u is for the reference.
struct ck_score_slopes {
    const ptrdiff_t *_Nonnull choices;
    const float *_Nonnull choice;
    const float *_Nonnull level;
    const float *_Nonnull tilt;
    const float *_Nonnull pull;
};

struct ck_kernels {
    /// The width of the vectors in bits.
    int width;
    void (*_Nonnull multiply)(const struct ck_product *_Nonnull);
    /// y = xᵀ. The rows of y are filled up with zeros to a whole number of 16 floats; y_row is at least that.
    void (*_Nonnull transpose)(
        ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t x_row, const float *_Nonnull x, ptrdiff_t y_row, float *_Nonnull y);
    void (*_Nonnull softmax)(const struct ck_softmax *_Nonnull);
    /// Turns dy, the gradient of y = softmax(scale · x), into that of x: scale · y ∘ (dy - Σ dy ∘ y), row by row.
    void (*_Nonnull softmax_gradient)(
        ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t stride, float scale, const float *_Nonnull y, float *_Nonnull dy);

    void (*_Nonnull norm)(const struct ck_norm *_Nonnull);
    /// Adds to the gradients of gain and bias, and writes dx plus another gradient of x. All but those of y and gain may be null.
    void (*_Nonnull norm_gradient)(
        const struct ck_norm *_Nonnull, const float *_Nonnull dy, const float *_Nullable other, float *_Nullable dx,
        float *_Nonnull gain_gradient, float *_Nullable bias_gradient);
    /// Adds every row of x to `sum`, from the first row down. Rows lie `stride` apart.
    void (*_Nonnull add_rows)(
        ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t stride, const float *_Nonnull x, float *_Nonnull sum);

    /// sum = x + y; the sum may be one of them.
    void (*_Nonnull add)(ptrdiff_t count, const float *_Nonnull x, const float *_Nonnull y, float *_Nonnull sum);
    /// x ← factor · x.
    void (*_Nonnull scale)(ptrdiff_t count, float factor, float *_Nonnull x);
    void (*_Nonnull adam)(
        const struct ck_adam *_Nonnull, ptrdiff_t count, const float *_Nonnull g, float *_Nonnull m, float *_Nonnull v,
        float *_Nonnull x);

    // y = f(x), and dx = dy · f′(x), with y again unless it is null.
    void (*_Nonnull exp)(ptrdiff_t count, const float *_Nonnull x, float *_Nonnull y);
    void (*_Nonnull tanh)(ptrdiff_t count, const float *_Nonnull x, float *_Nonnull y);
    void (*_Nonnull sigmoid)(ptrdiff_t count, const float *_Nonnull x, float *_Nonnull y);
    void (*_Nonnull gelu)(ptrdiff_t count, const float *_Nonnull x, float *_Nonnull y);
    void (*_Nonnull silu)(ptrdiff_t count, const float *_Nonnull x, float *_Nonnull y);
    void (*_Nonnull gelu_gradient)(
        ptrdiff_t count, const float *_Nonnull x, const float *_Nonnull dy, float *_Nonnull dx, float *_Nullable y);
    void (*_Nonnull silu_gradient)(
        ptrdiff_t count, const float *_Nonnull x, const float *_Nonnull dy, float *_Nonnull dx, float *_Nullable y);

    /// y = silu(gate) ∘ value, where a row of x holds `columns` gates and then as many values.
    void (*_Nonnull swiglu)(ptrdiff_t rows, ptrdiff_t columns, const float *_Nonnull x, float *_Nonnull y);
    /// The gradient of x, and y again.
    void (*_Nonnull swiglu_gradient)(
        ptrdiff_t rows, ptrdiff_t columns, const float *_Nonnull x, const float *_Nonnull dy, float *_Nonnull dx,
        float *_Nonnull y);

    void (*_Nonnull attention)(const struct ck_attention *_Nonnull);
    void (*_Nonnull attention_gradient)(
        const struct ck_attention *_Nonnull, const struct ck_attention_gradient *_Nonnull);
    /// Turns feature j of every head and the feature half a head further by the angle of the row's position, the other way
    /// round if sign is -1. A position's row in the table: the cosine for every feature, then the sine, negative for the first
    /// half. Rows lie `stride` apart.
    void (*_Nonnull rotate)(
        ptrdiff_t rows, ptrdiff_t heads, ptrdiff_t width, const int *_Nonnull positions, const float *_Nonnull table,
        float sign, ptrdiff_t stride, float *_Nonnull x);

    void (*_Nonnull score)(const struct ck_scores *_Nonnull);
    /// Σ p · (u - v - shift) of each row, where p is the softmax of u.
    void (*_Nonnull diverge)(
        const struct ck_scores *_Nonnull, const struct ck_scores *_Nonnull reference, const float *_Nonnull shift,
        float *_Nonnull divergence);
    /// The gradient of the logits; dx may be x.
    void (*_Nonnull score_gradient)(
        const struct ck_scores *_Nonnull, const struct ck_scores *_Nullable reference,
        const struct ck_score_slopes *_Nonnull, float *_Nonnull dx);
};

/// The kernels for vectors of 128, 256 or 512 bits, or null if this processor has no such vectors.
const struct ck_kernels *_Nullable ck_kernels(int width);
