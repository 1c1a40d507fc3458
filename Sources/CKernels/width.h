// Every kernel for one vector width, and their table. The includer defines NAME, WIDTH, TILE_ROWS and TILE_VECTORS.
#include "lanes.h"
#include "matrix.h"
#include "functions.h"
#include "softmax.h"
#include "norm.h"

static const struct ck_kernels NAME(kernels) = {
    .width = WIDTH,
    .multiply = NAME(multiply),
    .softmax = NAME(softmax),
    .softmax_gradient = NAME(softmax_gradient),
    .norm = NAME(norm),
    .norm_gradient = NAME(norm_gradient),
    .add_rows = NAME(add_rows),
    .exp = NAME(exp),
    .tanh = NAME(tanh),
    .sigmoid = NAME(sigmoid),
    .gelu = NAME(gelu),
    .silu = NAME(silu),
    .gelu_gradient = NAME(gelu_gradient),
    .silu_gradient = NAME(silu_gradient),
};

#undef NAME
#undef WIDTH
#undef TILE_ROWS
#undef TILE_VECTORS
