/* What a program sees whose rights are not those of its user. `argv[1]` is a connection URI, `argv[2]` the call that comes
 * first: the first one initialises the library. Prints every result, and on standard error where the library is. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

static void result(const char *what, long long value)
{
    const virError *e = virGetLastError();
    printf("%s: %lld", what, value);
    if (e && e->code)
        printf(" code=%d domain=%d level=%d [%s]", e->code, e->domain, (int)e->level, e->message ? e->message : "(null)");
    printf("\n");
    virResetLastError();
}

static void handler(void *opaque, virErrorPtr error)
{
    printf("handler %s: code=%d [%s]\n", (const char *)opaque, error->code, error->message ? error->message : "(null)");
}

static void parameters(void)
{
    virTypedParameterPtr list = NULL;
    int n = 0, room = 0, number = 0;
    const char *text = NULL;
    result("add int", virTypedParamsAddInt(&list, &n, &room, "number", 7));
    result("add string", virTypedParamsAddString(&list, &n, &room, "text", "value"));
    result("get int", virTypedParamsGetInt(list, n, "number", &number));
    result("its value", number);
    result("get string", virTypedParamsGetString(list, n, "text", &text));
    result("same", text && strcmp(text, "value") == 0);
    result("add from a text that is no number", virTypedParamsAddFromString(&list, &n, &room, "third", VIR_TYPED_PARAM_INT, "x"));
    virTypedParamsFree(list, n);
}

static void errors(void)
{
    virError copy;
    char *saved;
    virSetErrorFunc((void *)"one", handler);
    result("a NULL connection", virConnectClose(NULL));
    virConnectClose(NULL);
    memset(&copy, 0, sizeof(copy));
    result("copied", virCopyLastError(&copy));
    saved = copy.message;
    printf("copy: %d [%s]\n", copy.code, saved ? saved : "(null)");
    virResetError(&copy);
    virSetErrorFunc(NULL, NULL);
}

static void opened(const char *what, virConnectPtr conn)
{
    result(what, conn != NULL);
    if (conn)
        virConnectClose(conn);
}

/* Nobody listens at that port. The stock library writes before it reads, and ssh may have ended by then. */
static virConnectPtr open_ssh(void)
{
    virConnectPtr conn;
    signal(SIGPIPE, SIG_IGN);
    do {
        conn = virConnectOpen("qemu+ssh://127.0.0.1:1/system");
    } while (!conn && strncmp(virGetLastErrorMessage(), "Cannot write data", 17) == 0);
    return conn;
}

/* Whether there is such a call. */
static int first_call(const char *name, const char *uri)
{
    unsigned long version = 0;
    if (strcmp(name, "initialize") == 0)
        result(name, virInitialize());
    else if (strcmp(name, "version") == 0)
        result(name, virGetVersion(&version, NULL, NULL));
    else if (strcmp(name, "open") == 0)
        opened(name, virConnectOpen(uri));
    else if (strcmp(name, "open-default") == 0)
        opened(name, virConnectOpen(NULL));
    else if (strcmp(name, "open-read-only") == 0)
        opened(name, virConnectOpenReadOnly(uri));
    else if (strcmp(name, "open-ssh") == 0)
        opened(name, open_ssh());
    else if (strcmp(name, "open-session") == 0)
        opened(name, virConnectOpen("qemu:///session"));
    else if (strcmp(name, "open-ext") == 0)
        opened(name, virConnectOpen("qemu+ext:///system?command=only-there"));
    else if (strcmp(name, "open-auth") == 0)
        opened(name, virConnectOpenAuth(uri, virConnectAuthPtrDefault, 0));
    else
        return 0;
    return 1;
}

static void quiet(void *opaque, virErrorPtr error)
{
    (void)opaque;
    (void)error;
}

int main(int argc, char **argv)
{
    Dl_info info;
    int (*initialize)(void) = virInitialize;
    if (argc != 3)
        return 2;
    memset(&info, 0, sizeof(info));
    dladdr((void *)initialize, &info);
    fprintf(stderr, "%s\n", info.dli_fname ? info.dli_fname : "?");
    printf("secure %d\n", getauxval(AT_SECURE) != 0);
    virSetErrorFunc(NULL, quiet);
    if (!first_call(argv[2], argv[1]))
        return 2;
    printf("it opens again: %d\n", virConnectOpen(argv[1]) != NULL);
    virResetLastError();
    parameters();
    errors();
    return 0;
}
