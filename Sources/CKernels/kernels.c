#include "kernels.h"

// A compiler that fuses a product into a sum rounds once where others round twice: other bits.
#pragma STDC FP_CONTRACT OFF
// How a function hands over 16 floats depends on the width; no such function leaves this file.
#pragma clang diagnostic ignored "-Wpsabi"

#define LANES 16
#define INLINE static inline __attribute__((always_inline))
typedef float lanes __attribute__((vector_size(64)));
typedef int lane_bits __attribute__((vector_size(64)));
typedef float lanes_in_memory __attribute__((vector_size(64), aligned(4), may_alias));

// The tiles fill the registers: 16 of them hold the sums of 8 × 32 numbers on the widest machines.
#if defined(__x86_64__)
#define NAME(name) name##_512
#define WIDTH 512
#define TILE_ROWS 8
#define TILE_VECTORS 2
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq"))), apply_to = function)
#include "width.h"
#pragma clang attribute pop

#define NAME(name) name##_256
#define WIDTH 256
#define TILE_ROWS 4
#define TILE_VECTORS 1
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "width.h"
#pragma clang attribute pop
#endif

#define NAME(name) name##_128
#define WIDTH 128
#define TILE_ROWS 2
#define TILE_VECTORS 1
#include "width.h"

const struct ck_kernels *ck_kernels(int width) {
#if defined(__x86_64__)
    if (width == 512) return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") ? &kernels_512 : NULL;
    if (width == 256) return __builtin_cpu_supports("avx2") ? &kernels_256 : NULL;
#endif
    return width == 128 ? &kernels_128 : NULL;
}
