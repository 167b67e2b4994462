/* Threads that close one connection at the same time: one of them closes it, all others say that references remain.
 * needs: daemon */
#include "common.h"
#include <pthread.h>

#define THREADS 4
#define ROUNDS 200

static pthread_barrier_t together;
static virConnectPtr conn;
static int answers[THREADS];

static void *closes(void *place)
{
    for (int round = 0; round < ROUNDS; round++) {
        pthread_barrier_wait(&together);
        *(int *)place = virConnectClose(conn);
        pthread_barrier_wait(&together);
    }
    return NULL;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 77;
    pthread_t threads[THREADS];
    pthread_barrier_init(&together, NULL, THREADS + 1);
    for (int n = 0; n < THREADS; n++)
        pthread_create(&threads[n], NULL, closes, &answers[n]);
    int last = 0, others = 0;
    for (int round = 0; round < ROUNDS; round++) {
        conn = virConnectOpen(argv[1]);
        if (!conn)
            return 1;
        for (int n = 1; n < THREADS; n++)
            virConnectRef(conn);
        pthread_barrier_wait(&together);
        pthread_barrier_wait(&together);
        for (int n = 0; n < THREADS; n++) {
            last += answers[n] == 0;
            others += answers[n] == 1;
        }
    }
    for (int n = 0; n < THREADS; n++)
        pthread_join(threads[n], NULL);
    printf("%d rounds: %d closed it, %d left others\n", ROUNDS, last, others);
    return 0;
}
