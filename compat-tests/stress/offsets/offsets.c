/* A session, undisturbed and then with one fault at every offset and every system call: offsets CASE DIRECTORY [URI STRIDE].
 *
 * Short and interrupted calls change nothing: the session says the same. After the end of the connection every step fails with
 * an error that names the cause, at once. With a URI the session runs against a daemon that is there. */
#define _GNU_SOURCE
#include "faults.h"
#include "peer.h"
#include <dirent.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <malloc.h>
#include <stdarg.h>
#include <sys/stat.h>

#define WATCHDOG 120
#define ROOM 16384

static char said[ROOM], good[ROOM], uri[512], path[100];
static size_t length;
static int events_seen;
static virConnectPtr conn;
static virDomainPtr domain;

static void hung(int signal)
{
    static const char text[] = "a step did not end: ";
    (void)signal;
    if (syscall(SYS_write, 1, text, sizeof(text) - 1) > 0)
        syscall(SYS_write, 1, said + (length > 200 ? length - 200 : 0), length > 200 ? 200 : length);
    _exit(3);
}

__attribute__((format(printf, 1, 2))) static void wrong(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    putchar('\n');
    exit(1);
}

static void quiet(void *data, virErrorPtr error)
{
    (void)data, (void)error;
}

/* One step's outcome goes to the transcript; whether it worked. */
static bool step(const char *name, bool worked, const char *text)
{
    const virError *error = virGetLastError();
    if (worked) {
        length += (size_t)snprintf(said + length, ROOM - length, "%s: %s\n", name, text ? text : "");
    } else if (!error || error->code == VIR_ERR_OK || !error->message || !error->message[0]) {
        wrong("%s failed without an error, after %s", name, said);
    } else {
        length += (size_t)snprintf(said + length, ROOM - length, "%s: error %d %d %s\n", name, error->code, error->domain,
                                   error->message);
    }
    if (length >= ROOM)
        wrong("the transcript is too long");
    virResetLastError();
    return worked;
}

static void on_free(void *opaque)
{
    (void)opaque;
    length += (size_t)snprintf(said + length, ROOM - length, "free\n");
}

static int on_event(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)c, (void)opaque;
    events_seen++;
    length += (size_t)snprintf(said + length, ROOM - length, "event %s %d %d\n", virDomainGetName(dom), event, detail);
    return 0;
}

static void on_title(virConnectPtr c, virDomainPtr dom, int type, const char *uri_of_it, void *opaque)
{
    (void)uri_of_it;
    on_event(c, dom, type, 0, opaque);
}

static void too_late(int timer, void *opaque)
{
    (void)timer;
    *(bool *)opaque = true;
}

/* Runs the loop until the events came or the connection ended. */
static void run_loop(int wanted)
{
    bool late = false;
    int timer = virEventAddTimeout(WATCHDOG * 500, too_late, &late, NULL);
    while (events_seen < wanted && !late && virConnectIsAlive(conn) == 1)
        if (virEventRunDefaultImpl() < 0)
            wrong("the event loop failed: %s", virGetLastErrorMessage());
    virEventRemoveTimeout(timer);
    if (late)
        wrong("%d of %d events came, after %s", events_seen, wanted, said);
    virResetLastError();
}

static void text_step(const char *name, char *text)
{
    char sum[64];
    unsigned total = 0;
    for (const char *c = text; c && *c; c++)
        total = total * 31 + (unsigned char)*c;
    snprintf(sum, sizeof(sum), "%zu bytes, %u", text ? strlen(text) : 0, total);
    step(name, text, sum);
    free(text);
}

static void descriptors_step(void)
{
    char text[64] = "";
    struct stat got, null;
    int fd = virDomainOpenGraphicsFD(domain, 0, 0);
    if (fd >= 0 && fstat(fd, &got) == 0 && stat("/dev/null", &null) == 0)
        snprintf(text, sizeof(text), "null %d close-on-exec %d", got.st_rdev == null.st_rdev, (fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0);
    step("graphics", fd >= 0, text);
    if (fd >= 0)
        close(fd);
    int files[2] = {0, 1};
    virDomainPtr other = virDomainCreateXMLWithFiles(conn, "<domain/>", 2, files, 0);
    step("create with files", other, NULL);
    if (other)
        virDomainFree(other);
}

static void streams_step(void)
{
    char data[512], text[64];
    size_t sum = 0;
    int got = 0;
    virStoragePoolPtr pool = virStoragePoolLookupByName(conn, "pool");
    virStorageVolPtr vol = step("pool", pool, NULL) ? virStorageVolLookupByName(pool, "vol") : NULL;
    virStreamPtr st = pool && step("vol", vol, NULL) ? virStreamNew(conn, 0) : NULL;
    if (st) {
        if (step("download", virStorageVolDownload(vol, st, 0, 0, 0) == 0, NULL)) {
            while ((got = virStreamRecv(st, data, sizeof(data))) > 0)
                for (int i = 0; i < got; i++)
                    sum = sum * 31 + (unsigned char)data[i];
            snprintf(text, sizeof(text), "%zu", sum);
            step("receive", got == 0, text);
            step("finish", got == 0 ? virStreamFinish(st) == 0 : virStreamAbort(st) == 0, NULL);
        }
        virStreamFree(st);
        st = virStreamNew(conn, 0);
    }
    if (st) {
        memset(data, 'u', sizeof(data));
        if (step("upload", virStorageVolUpload(vol, st, 0, 0, 0) == 0, NULL)) {
            for (size_t sent = 0; sent < sizeof(data) && got >= 0; sent += got > 0 ? (size_t)got : 0)
                got = virStreamSend(st, data + sent, sizeof(data) - sent);
            step("send", got >= 0, NULL);
            step("finish", got >= 0 ? virStreamFinish(st) == 0 : virStreamAbort(st) == 0, NULL);
        }
        virStreamFree(st);
    }
    if (vol)
        virStorageVolFree(vol);
    if (pool)
        virStoragePoolFree(pool);
    virResetLastError();
}

static void events_step(bool scripted)
{
    int id = scripted
        ? virConnectDomainEventRegisterAny(conn, domain, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, on_free)
        : virConnectDomainEventRegisterAny(conn, domain, VIR_DOMAIN_EVENT_ID_METADATA_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(on_title), NULL,
                                           on_free);
    if (!step("register", id >= 0, NULL))
        return;
    if (scripted) {
        text_step("host name", virConnectGetHostname(conn));
        run_loop(2);
        text_step("host name", virConnectGetHostname(conn));
        run_loop(4);
    } else {
        for (int i = 0; i < 2; i++)
            if (step("title", virDomainSetMetadata(domain, VIR_DOMAIN_METADATA_TITLE, "title", NULL, NULL, 0) == 0, NULL))
                run_loop(events_seen + 1);
    }
    step("deregister", virConnectDomainEventDeregisterAny(conn, id) == 0, NULL);
}

static void on_freed(void *opaque)
{
    *(bool *)opaque = true;
}

static void on_turn(int timer, void *opaque)
{
    (void)timer;
    ++*(int *)opaque;
}

/* The event loop frees what was removed from it, timers at last and in order. */
static void settle(void)
{
    bool freed = false;
    virEventRemoveTimeout(virEventAddTimeout(-1, too_late, &freed, on_freed));
    while (!freed)
        if (virEventRunDefaultImpl() < 0)
            wrong("the event loop failed: %s", virGetLastErrorMessage());
}

static void session(bool scripted)
{
    unsigned long version = 0;
    char text[64];
    length = 0;
    events_seen = 0;
    said[0] = 0;
    conn = virConnectOpenAuth(uri, virConnectAuthPtrDefault, 0);
    if (!step("open", conn, NULL))
        return;
    bool got = virConnectGetLibVersion(conn, &version) == 0;
    snprintf(text, sizeof(text), "%lu", version);
    step("version", got, text);
    text_step("capabilities", virConnectGetCapabilities(conn));
    virDomainPtr missing = virDomainLookupByName(conn, "missing");
    step("missing", missing, NULL);
    domain = virDomainLookupByName(conn, scripted ? "name" : "test");
    if (step("domain", domain, NULL)) {
        if (scripted)
            descriptors_step();
        events_step(scripted);
        virDomainFree(domain);
    }
    if (scripted)
        streams_step();
    step("close", virConnectClose(conn) >= 0, NULL);
    settle();
}

static int descriptors(void)
{
    int count = 0;
    DIR *dir = opendir("/proc/self/fd");
    while (dir && readdir(dir))
        count++;
    closedir(dir);
    return count;
}

/* One run with a fault; what it was in words, for complaints. */
static void run(enum fault kind, long at, int error, bool scripted)
{
    alarm(WATCHDOG);
    fault_plan(kind, at, error);
    session(scripted);
    fault_over();
}

static void same(const char *name, long at)
{
    if (strcmp(said, good) != 0)
        wrong("%s at %ld: the session says\n%sinstead of\n%s", name, at, said, good);
}

/* How the first step after the end failed, and how often. */
static struct {
    char text[512];
    long times;
} causes[64];

static void note_cause(const char *text)
{
    for (int i = 0; i < 64; i++) {
        if (!causes[i].text[0])
            snprintf(causes[i].text, sizeof(causes[i].text), "%s", text);
        if (strcmp(causes[i].text, text) == 0) {
            causes[i].times++;
            return;
        }
    }
    wrong("too many kinds of errors: %s", text);
}

static bool names_the_end(const char *text)
{
    static const char *const names[] = {"nd of file", "roken pipe", "socket is closed", "terminated"};
    for (int i = 0; i < 4; i++)
        if (strstr(text, names[i]))
            return true;
    return false;
}

/* The end of the connection: what went before is as it was, then every step fails and says why. */
static void ended(long at)
{
    size_t equal = 0, line = 0;
    int failures = 0;
    for (; said[equal] && said[equal] == good[equal]; equal++)
        if (said[equal] == '\n')
            line = equal + 1;
    for (const char *from = said + line; *from; from = strchr(from, '\n') + 1) {
        char one[512];
        if (strncmp(from, "free\n", 5) == 0 || strncmp(from, "close: ", 7) == 0)
            continue;
        snprintf(one, sizeof(one), "%.*s", (int)(strchr(from, '\n') - from), from);
        if (!strstr(one, ": error ") || !names_the_end(one))
            wrong("end at %ld: after the end\n%s\ninstead of an error that names it, in\n%s", at, one, said);
        if (failures++ == 0)
            note_cause(one);
    }
}

/* Memory in use: the least and the most in the first, the third and the last fifth of the runs. */
struct memory {
    size_t least[3], most[3];
};

static void note_memory(struct memory *seen, long at, long end)
{
    long fifth = at * 5 / end;
    size_t used = mallinfo2().uordblks;
    if (fifth % 2 != 0 || fifth > 4)
        return;
    if (!seen->most[fifth / 2] || used < seen->least[fifth / 2])
        seen->least[fifth / 2] = used;
    if (used > seen->most[fifth / 2])
        seen->most[fifth / 2] = used;
}

/* Buffers find their size once, in whatever run; a leak goes on, so memory grows towards the middle and again from there.
 * Handles are used again late, so their slots grow in number during the first thousand sessions. */
static bool leaks(const struct memory *seen, long runs)
{
    const size_t room = runs < 1000 ? 16384 : 4096;
    return seen->least[1] > seen->most[0] + room && seen->least[2] > seen->most[1] + room;
}

/* The same fault at all offsets. Descriptors stay as they are, and memory does not go on growing. */
static void everywhere(enum fault kind, long most, long stride, bool scripted, const char *name)
{
    int before = 0;
    struct memory memory = {0};
    long first = kind == CUT_IN || kind == CUT_OUT ? 1 : 0, runs = 0;
    memset(causes, 0, sizeof(causes));
    for (long at = first; at < most; at += stride, runs++) {
        run(kind, at, 0, scripted);
        if (kind == CUT_IN || kind == CUT_OUT) {
            same(name, at);
        } else {
            ended(at);
        }
        note_memory(&memory, at, most);
        if (runs == 10)
            before = descriptors();
    }
    printf("%s: %ld offsets, descriptors %d to %d, memory %zu, %zu, %zu\n", name, runs, before, descriptors(), memory.most[0],
           memory.most[1], memory.most[2]);
    if (descriptors() != before || leaks(&memory, runs))
        wrong("%s: something leaks", name);
    for (int i = 0; i < 64 && causes[i].text[0]; i++)
        printf("    %ld times %s\n", causes[i].times, causes[i].text);
}

static void each_call(int error, bool scripted, const char *name)
{
    long runs = 0;
    do {
        run(FAILS, runs, error, scripted);
        same(name, runs);
        runs++;
    } while (fault.reached);
    printf("%s: %ld system calls\n", name, runs - 1);
}

/* A loop that always has something to do frees removed timers never; descriptors of closed connections do not wait for that. */
static void busy(void)
{
    int before = 0, turns = 0;
    int timer = virEventAddTimeout(0, on_turn, &turns, NULL);
    for (int i = 0; i < 50; i++) {
        conn = virConnectOpen(uri);
        if (!conn)
            wrong("open: %s", virGetLastErrorMessage());
        virConnectClose(conn);
        for (int wanted = turns + 4; turns < wanted;)
            if (virEventRunDefaultImpl() < 0)
                wrong("the event loop failed: %s", virGetLastErrorMessage());
        if (i == 10)
            before = descriptors();
    }
    virEventRemoveTimeout(timer);
    printf("busy: descriptors %d to %d\n", before, descriptors());
    if (descriptors() > before)
        wrong("closed connections keep their descriptors");
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    setvbuf(stdout, NULL, _IOLBF, 0);
    const char *name = argv[1];
    bool scripted = argc < 5;
    long stride = argc > 4 ? strtol(argv[4], NULL, 10) : 1;
    pid_t server = -1;
    signal(SIGALRM, hung);
    signal(SIGPIPE, SIG_IGN);
    faults_path = path;
    if (strcmp(name, "large") == 0) {
        large_reply = 200000;
        stride = 199;
    }
    if (scripted) {
        snprintf(path, sizeof(path), "%s/%s", argv[2], name);
        snprintf(uri, sizeof(uri), "test+unix:///default?socket=%s", path);
        server = start_serving(path, serve_all_kinds, STEADY, 0);
    } else {
        snprintf(uri, sizeof(uri), "%s", argv[3]);
        const char *socket = strstr(uri, "socket=");
        snprintf(path, sizeof(path), "%s", socket ? socket + 7 : "");
    }
    virSetErrorFunc(NULL, quiet);
    if (virInitialize() < 0 || virEventRegisterDefaultImpl() < 0)
        return 1;
    run(NO_FAULT, 0, 0, scripted);
    strcpy(good, said);
    long in = fault.in, out = fault.out, calls = fault.calls;
    printf("%s: %ld bytes in, %ld out, %ld system calls\n", name, in, out, calls);
    if (!strstr(good, "close: ") || fault.in < 1000)
        wrong("no session: %s", good);
    if (strcmp(name, "session") == 0)
        fputs(good, stdout);
    if (strcmp(name, "busy") == 0)
        busy();
    if (strcmp(name, "pieces") == 0 || strcmp(name, "large") == 0)
        everywhere(CUT_IN, in, stride, scripted, "cut in");
    if (strcmp(name, "pieces") == 0) {
        everywhere(CUT_OUT, out, stride, scripted, "cut out");
        run(DRIP_IN, 0, 0, scripted);
        same("dripped in", 0);
        run(DRIP_OUT, 0, 0, scripted);
        same("dripped out", 0);
    }
    if (strcmp(name, "errors") == 0) {
        each_call(EINTR, scripted, "EINTR");
        each_call(EAGAIN, scripted, "EAGAIN");
    }
    if (strcmp(name, "ends") == 0) {
        everywhere(END_IN, in, stride, scripted, "end in");
        everywhere(END_BOTH, in, stride, scripted, "end both");
    }
    if (server > 0)
        stop_daemon(server);
    return 0;
}
