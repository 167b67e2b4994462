/* A socket between the library and the daemon, so that a program can let its connection die. */
#ifndef OXIVIRT_COMPAT_RELAY_H
#define OXIVIRT_COMPAT_RELAY_H

#include "common.h"
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* Passes bytes between a socket of its own and the daemon until it is killed. */
static pid_t __attribute__((unused)) relay(const char *daemon, const char *path)
{
    struct sockaddr_un here, there;
    memset(&here, 0, sizeof(here));
    memset(&there, 0, sizeof(there));
    here.sun_family = there.sun_family = AF_UNIX;
    snprintf(here.sun_path, sizeof(here.sun_path), "%s", path);
    snprintf(there.sun_path, sizeof(there.sun_path), "%s", daemon);
    unlink(path);
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *)&here, sizeof(here)) < 0 || listen(listener, 1) < 0)
        exit(77);
    fflush(stdout);
    pid_t pid = fork();
    if (pid != 0) {
        close(listener);
        return pid;
    }
    int near = accept(listener, NULL, NULL), far = socket(AF_UNIX, SOCK_STREAM, 0);
    if (near < 0 || connect(far, (struct sockaddr *)&there, sizeof(there)) < 0)
        _exit(1);
    struct pollfd set[2] = {{near, POLLIN, 0}, {far, POLLIN, 0}};
    for (;;) {
        char buffer[4096];
        if (poll(set, 2, -1) < 0)
            _exit(0);
        for (int i = 0; i < 2; i++) {
            if (!set[i].revents)
                continue;
            ssize_t got = read(set[i].fd, buffer, sizeof(buffer));
            /* A call of procedure 59, the host name, is where the line breaks when asked to. */
            if (got <= 0 || (i == 0 && got >= 16 && getenv("BREAK") && buffer[15] == 59))
                _exit(0);
            if (write(set[!i].fd, buffer, (size_t)got) != got)
                _exit(0);
        }
    }
}

static void __attribute__((unused)) end(pid_t pid)
{
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

#endif
