// What MPI_Allreduce makes of the sum of eight fixed parts, and what the tree of `Ranks` makes of it, for as many ranks as there are: both
// sums' digests, on one line. `Tests/MPI/run` compares them for 1, 2 and 4 ranks.
#include <mpi.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { parts = 8, numbers = 1 << 16 };

static uint64_t digest(const float *values) {
    uint64_t hash = 0xcbf29ce484222325;
    for (int i = 0; i < (int)(numbers * sizeof *values); i++)
        hash = (hash ^ ((const unsigned char *)values)[i]) * 0x100000001b3;
    return hash;
}

int main(int count, char **words) {
    int rank, size;
    MPI_Init(&count, &words);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    int own = parts / size;
    if (own * size != parts || (own & (own - 1))) return 1;
    float (*part)[numbers] = malloc(parts * sizeof *part);
    uint64_t state = 7;
    for (int p = 0; p < parts; p++)
        for (int i = 0; i < numbers; i++) {
            state = state * 6364136223846793005 + 1442695040888963407;
            part[p][i] = (float)(int32_t)(state >> 32) * 0x1p-31f;
        }

    // The usual way: each rank adds its parts, and MPI the ranks'.
    static float mine[numbers], sum[numbers], tree[numbers], other[numbers];
    for (int p = rank * own; p < (rank + 1) * own; p++)
        for (int i = 0; i < numbers; i++) mine[i] += part[p][i];
    MPI_Allreduce(mine, sum, numbers, MPI_FLOAT, MPI_SUM, MPI_COMM_WORLD);

    // The tree: pairs, then pairs of pairs, below as above the border between ranks.
    for (int step = 1; step < own; step *= 2)
        for (int p = rank * own; p < (rank + 1) * own; p += 2 * step)
            for (int i = 0; i < numbers; i++) part[p][i] += part[p + step][i];
    for (int i = 0; i < numbers; i++) tree[i] = part[rank * own][i];
    for (int step = 1; step < size && rank % step == 0; step *= 2) {
        if (rank % (2 * step)) {
            MPI_Send(tree, numbers, MPI_FLOAT, rank - step, 0, MPI_COMM_WORLD);
            break;
        }
        MPI_Recv(other, numbers, MPI_FLOAT, rank + step, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        for (int i = 0; i < numbers; i++) tree[i] += other[i];
    }
    if (rank == 0) printf("allreduce %016lx tree %016lx\n", (unsigned long)digest(sum), (unsigned long)digest(tree));
    MPI_Finalize();
    return 0;
}
