#pragma once

#include <stddef.h>

// The inner loops of Autodiff, once for every vector width of the processor family, all with the same bits: a matrix product
// sums over k in ascending order with one accumulator per element, where a product and its addition are rounded once,
// together; a sum over a row has 16 accumulators. Lengths and strides are in floats. Rows that a function reads may be read
// up to 15 floats beyond their end; nothing is written there.

/// C = A·B, C = A·B + start in every row, or C += A·B: A is rows × depth, B depth × columns, C rows × columns, start null or
/// columns long. The sums begin with what is added. Aᵀ is A with its strides exchanged.
struct ck_product {
    ptrdiff_t rows, columns, depth;
    const float *_Nonnull a;
    ptrdiff_t a_row, a_column;
    const float *_Nonnull b;
    ptrdiff_t b_row;
    float *_Nonnull c;
    ptrdiff_t c_row;
    const float *_Nullable start;
    int accumulate;
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

struct ck_kernels {
    /// The width of the vectors in bits.
    int width;
    void (*_Nonnull multiply)(const struct ck_product *_Nonnull);
    /// y = xᵀ: the rows of x lie `stride` apart, those of y, as long as x has rows, without gaps.
    void (*_Nonnull transpose)(
        ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t stride, const float *_Nonnull x, float *_Nonnull y);
    void (*_Nonnull softmax)(const struct ck_softmax *_Nonnull);
    /// Turns dy, the gradient of y = softmax(scale · x), into that of x: scale · y ∘ (dy - Σ dy ∘ y), row by row.
    void (*_Nonnull softmax_gradient)(
        ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t stride, float scale, const float *_Nonnull y, float *_Nonnull dy);

    void (*_Nonnull norm)(const struct ck_norm *_Nonnull);
    /// Adds to the gradients of gain and bias, and writes dx; the latter two may be null.
    void (*_Nonnull norm_gradient)(
        const struct ck_norm *_Nonnull, const float *_Nonnull dy, float *_Nullable dx, float *_Nonnull gain_gradient,
        float *_Nullable bias_gradient);
    /// Adds every row of x to `sum`, from the first row down.
    void (*_Nonnull add_rows)(ptrdiff_t rows, ptrdiff_t columns, const float *_Nonnull x, float *_Nonnull sum);

    /// sum = x + y; the sum may be one of them.
    void (*_Nonnull add)(ptrdiff_t count, const float *_Nonnull x, const float *_Nonnull y, float *_Nonnull sum);
    /// x ← factor · x.
    void (*_Nonnull scale)(ptrdiff_t count, float factor, float *_Nonnull x);
    void (*_Nonnull adam)(
        const struct ck_adam *_Nonnull, ptrdiff_t count, const float *_Nonnull g, float *_Nonnull m, float *_Nonnull v,
        float *_Nonnull x);

    // y = f(x), and dx = dy · f′(x).
    void (*_Nonnull exp)(ptrdiff_t count, const float *_Nonnull x, float *_Nonnull y);
    void (*_Nonnull tanh)(ptrdiff_t count, const float *_Nonnull x, float *_Nonnull y);
    void (*_Nonnull sigmoid)(ptrdiff_t count, const float *_Nonnull x, float *_Nonnull y);
    void (*_Nonnull gelu)(ptrdiff_t count, const float *_Nonnull x, float *_Nonnull y);
    void (*_Nonnull silu)(ptrdiff_t count, const float *_Nonnull x, float *_Nonnull y);
    void (*_Nonnull gelu_gradient)(
        ptrdiff_t count, const float *_Nonnull x, const float *_Nonnull dy, float *_Nonnull dx);
    void (*_Nonnull silu_gradient)(
        ptrdiff_t count, const float *_Nonnull x, const float *_Nonnull dy, float *_Nonnull dx);
};

/// The kernels for vectors of 128, 256 or 512 bits, or null if this processor has no such vectors.
const struct ck_kernels *_Nullable ck_kernels(int width);
