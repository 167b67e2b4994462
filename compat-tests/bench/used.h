/* What a program used. */
#ifndef OXIVIRT_BENCH_USED_H
#define OXIVIRT_BENCH_USED_H

#include <stdio.h>
#include <sys/time.h>

/* Memory that is there now, not the peak. */
static long resident_kib(void)
{
    char line[256];
    long kib = -1;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof(line), status))
        if (sscanf(line, "VmRSS: %ld kB", &kib) == 1)
            break;
    if (status)
        fclose(status);
    return kib;
}

static double seconds(struct timeval t)
{
    return (double) t.tv_sec + (double) t.tv_usec / 1e6;
}

#endif
