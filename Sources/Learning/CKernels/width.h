// Every kernel for one vector width, and their table. The includer defines NAME and the
// constants that are undefined at the end; FUSED says whether one instruction multiplies and adds.
#include "lanes.h"
#include "transpose.h"
#include "matrix.h"
#include "functions.h"
#include "softmax.h"
#include "norm.h"
#include "arrays.h"
#include "attention.h"
#include "rotation.h"
#include "gated.h"
#include "scores.h"

static const struct ck_kernels NAME(kernels) = {
    .width = WIDTH,
    .multiply = NAME(multiply),
    .transpose = NAME(transpose),
    .softmax = NAME(softmax),
    .softmax_gradient = NAME(softmax_gradient),
    .norm = NAME(norm),
    .norm_gradient = NAME(norm_gradient),
    .add_rows = NAME(add_rows),
    .add = NAME(add),
    .scale = NAME(scale),
    .adam = NAME(adam),
    .exp = NAME(exp),
    .tanh = NAME(tanh),
    .sigmoid = NAME(sigmoid),
    .gelu = NAME(gelu),
    .silu = NAME(silu),
    .gelu_gradient = NAME(gelu_gradient),
    .silu_gradient = NAME(silu_gradient),
    .swiglu = NAME(swiglu),
    .swiglu_gradient = NAME(swiglu_gradient),
    .attention = NAME(attention),
    .attention_gradient = NAME(attention_gradient),
    .rotate = NAME(rotate),
    .score = NAME(score),
    .diverge = NAME(diverge),
    .score_gradient = NAME(score_gradient),
};

#undef NAME
#undef WIDTH
#undef FUSED
#undef TILE_ROWS
#undef TALLEST_TILE
#undef WIDEST_TILE
