#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Where a product is fused into a sum, the source says so: a compiler that chooses itself gives every machine other bits.
#pragma STDC FP_CONTRACT OFF
// How a function hands over 16 floats depends on the width; no such function leaves this file.
#pragma clang diagnostic ignored "-Wpsabi"

#define LANES 16
// So many k at a time keep the columns of B that a tile needs in the first cache, and so many rows with them A in the second.
#define DEPTH_BLOCK 128
#define ROW_BLOCK 240
// Where a product asks for it, sums of more k are made of sums over DEPTH_BLOCK; a multiple of that.
#define LONGEST_SUM 512
#define INLINE static inline __attribute__((always_inline))
#define UNROLLED _Pragma("unroll")
typedef float lanes __attribute__((vector_size(64)));
typedef int lane_bits __attribute__((vector_size(64)));
typedef float lanes_in_memory __attribute__((vector_size(64), aligned(4), may_alias));
typedef float quad __attribute__((vector_size(16)));
typedef double doubles __attribute__((vector_size(32)));
typedef long long double_bits __attribute__((vector_size(32)));

// TILE_ROWS × WIDEST_TILE is the fastest tile of those that fit the registers, measured on an Intel Xeon of 2023 (Sapphire
// Rapids); narrower panels have tiles of TALLEST_TILE rows, to keep as many sums going.
#if defined(__x86_64__)
#define NAME(name) name##_512
#define WIDTH 512
#define FUSED 1
#define TILE_ROWS 6
#define TALLEST_TILE 16
#define WIDEST_TILE 4
#pragma clang attribute push(__attribute__((target("avx512f,fma"))), apply_to = function)
#include "width.h"
#pragma clang attribute pop

#define NAME(name) name##_256
#define WIDTH 256
#define FUSED 1
#define TILE_ROWS 6
#define TALLEST_TILE 6
#define WIDEST_TILE 1
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "width.h"
#pragma clang attribute pop
#endif

#define NAME(name) name##_128
#define WIDTH 128
#if defined(__ARM_FEATURE_FMA)
#define FUSED 1
#define TILE_ROWS 6
#define TALLEST_TILE 6
#else
#define FUSED 0
#define TILE_ROWS 2
#define TALLEST_TILE 2
#endif
#define WIDEST_TILE 1
#include "width.h"

const struct ck_kernels *ck_kernels(int width) {
#if defined(__x86_64__)
    if (width == 512) return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("fma") ? &kernels_512 : NULL;
    if (width == 256) return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kernels_256 : NULL;
#endif
    return width == 128 ? &kernels_128 : NULL;
}
