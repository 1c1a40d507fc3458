#pragma once
#include <mpi.h>

// Swift does not see macros that are casts, as these constants of Open MPI are.

/// Joins the job; afterwards one thread at a time may send.
static inline int cmpi_begin(void) {
    int provided = 0;
    int status = MPI_Init_thread(NULL, NULL, MPI_THREAD_SERIALIZED, &provided);
    return status == MPI_SUCCESS && provided >= MPI_THREAD_SERIALIZED;
}

static inline int cmpi_rank(void) {
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return rank;
}

static inline int cmpi_size(void) {
    int size = 0;
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    return size;
}

static inline int cmpi_send(const void *bytes, int count, int other, MPI_Request *request) {
    return MPI_Isend(bytes, count, MPI_BYTE, other, 0, MPI_COMM_WORLD, request);
}

static inline int cmpi_receive(void *bytes, int count, int other, MPI_Request *request) {
    return MPI_Irecv(bytes, count, MPI_BYTE, other, 0, MPI_COMM_WORLD, request);
}

/// Whether a message is through.
static inline int cmpi_is_done(MPI_Request *request) {
    int done = 0;
    MPI_Test(request, &done, MPI_STATUS_IGNORE);
    return done;
}

static inline void cmpi_end(void) { MPI_Finalize(); }

static inline void cmpi_abort(int status) { MPI_Abort(MPI_COMM_WORLD, status); }
