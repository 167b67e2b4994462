/* The process that carries a connection (transport ext): what happens when it cannot be executed, for each reason, and what it
 * inherits; with children that the program ignores or reaps by itself, with signals ignored and blocked, with descriptors that
 * every exec inherits, and where the system has no close_range. not emulated: valgrind and QEMU execute programs in their own way. */
#define _GNU_SOURCE
#include "common.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static char here[4096];

static void make(const char *name, const char *contents, size_t length, mode_t mode)
{
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    if (fd < 0 || write(fd, contents, length) != (ssize_t)length || fchmod(fd, mode) < 0)
        perror(name);
    close(fd);
}

static void script(const char *name, const char *contents)
{
    make(name, contents, strlen(contents), 0700);
}

static void open_through(const char *what, const char *command)
{
    char uri[8192];
    snprintf(uri, sizeof(uri), "test+ext:///default?command=%s", command);
    virConnectPtr conn = virConnectOpen(uri);
    /* The stock library writes before it reads; its child may be gone by then. */
    while (!conn && strncmp(virGetLastErrorMessage(), "Cannot write data", 17) == 0)
        conn = virConnectOpen(uri);
    result_pointer(what, conn);
    if (conn)
        virConnectClose(conn);
}

static void open_file(const char *what, const char *name)
{
    char path[8000];
    snprintf(path, sizeof(path), "%s/%s", here, name);
    open_through(what, path);
}

static void what_cannot_be_executed(const char *when)
{
    static const char garbage[] = "\177ELF and no more";
    printf("-- %s\n", when);
    mkdir("folder", 0700);
    make("forbidden", "#!/bin/sh\n", 10, 0600);
    script("interpreter", "#!/nonexistent/interpreter\n");
    script("text", "touch was-run-by-a-shell\n");
    make("garbage", garbage, sizeof(garbage), 0700);
    make("empty", "", 0, 0700);
    open_file("missing", "missing");
    open_file("not executable", "forbidden");
    open_file("a folder", "folder");
    open_file("a file as a folder", "text/below");
    open_file("bad interpreter", "interpreter");
    open_file("no #!", "text");
    open_file("broken binary", "garbage");
    open_file("empty file", "empty");
    open_through("not in PATH", "no-such-program-here");
    open_through("a folder in PATH", "folder");
    printf("run by a shell: %d\n", access("was-run-by-a-shell", F_OK) == 0);
}

static void print_file(const char *name)
{
    char line[4096];
    FILE *file = fopen(name, "r");
    while (file && fgets(line, sizeof(line), file))
        fputs(line, stdout);
    if (file)
        fclose(file);
    unlink(name);
}

/* What a process finds; the two real-time signals that the C library keeps to itself are not the program's. */
static void what_is_inherited(const char *when)
{
    printf("-- %s\n", when);
    script("tell",
           "#!/bin/sh\n"
           "head -c 28 >/dev/null\n"
           "cd \"${0%/*}\"\n"
           "{\n"
           "    for fd in /proc/$$/fd/*; do\n"
           "        case $(readlink $fd) in /dev/*) echo descriptor ${fd##*/};; esac\n"
           "    done\n"
           "    env | sed 's/=.*//' | grep -v '^PWD$\\|^_$\\|^OLDPWD$\\|^SHLVL$' | sort | tr '\\n' ' '\n"
           "} >told\n"
           "while read name value; do\n"
           "    case $name in SigIgn:|SigBlk:) printf '%s %x\\n' $name $((0x$value & ~0x380000000)) >>told;; esac\n"
           "done </proc/$$/status\n");
    open_file("a process that tells", "tell");
    print_file("told");
}

static void reap(int signal)
{
    int error = errno;
    (void)signal;
    while (waitpid(-1, NULL, WNOHANG) > 0)
        ;
    errno = error;
}

static void handle(int number, void (*handler)(int))
{
    struct sigaction action;
    memset(&action, 0, sizeof(action));
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(number, &action, NULL);
}

/* close_range as on a kernel before 5.9, or behind a filter that does not know it. */
static int without_close_range(int error)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_close_range, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned)error),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof(filter) / sizeof(filter[0]), filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* Descriptors that every exec inherits, of which a child may get none. */
static void inheritable(void)
{
    if (dup2(open("/dev/null", O_RDONLY | O_CLOEXEC), 77) != 77 || dup2(77, 900) != 900)
        exit(1);
    printf("descriptors that exec inherits: %d\n", (fcntl(77, F_GETFD) == 0) + (fcntl(900, F_GETFD) == 0));
}

/* A process of its own, because libraries may find out once what the system has. */
static int in_filtered_child(void)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        if (!without_close_range(ENOSYS))
            _exit(77);
        inheritable();
        what_is_inherited("without close_range");
        what_cannot_be_executed("without close_range");
        fflush(stdout);
        _exit(0);
    }
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

int main(void)
{
    sigset_t some;
    if (!getcwd(here, sizeof(here)))
        return 1;
    virSetErrorFunc(NULL, quiet);
    handle(SIGPIPE, SIG_IGN);
    if (in_filtered_child() != 0)
        return 77;
    what_cannot_be_executed("as usual");
    handle(SIGCHLD, SIG_IGN);
    what_cannot_be_executed("SIGCHLD is ignored");
    what_is_inherited("SIGCHLD is ignored");
    handle(SIGCHLD, reap);
    what_cannot_be_executed("children are reaped");
    what_is_inherited("children are reaped");
    handle(SIGCHLD, SIG_DFL);
    handle(SIGUSR1, SIG_IGN);
    handle(SIGTERM, SIG_IGN);
    sigemptyset(&some);
    sigaddset(&some, SIGUSR2);
    sigaddset(&some, SIGTERM);
    sigaddset(&some, SIGALRM);
    pthread_sigmask(SIG_BLOCK, &some, NULL);
    what_is_inherited("signals ignored and blocked");
    inheritable();
    what_is_inherited("descriptors that exec inherits");
    return 0;
}
