/* The thread's last error, copies, handlers, the default handler's text on standard error. */
#include "common.h"
#include <pthread.h>

static int calls;

static void handler(void *opaque, virErrorPtr error)
{
    calls++;
    printf("  handler %s: ", text(opaque));
    if (error)
        print_fields(error);
    printf("\n");
}

static void show(const char *what)
{
    printf("%s: code %d domain %d message [%s] ", what, virGetLastErrorCode(), virGetLastErrorDomain(),
           text(virGetLastErrorMessage()));
    print_error();
}

static void fail_connection(void)
{
    printf("  returned %d\n", virConnectNumOfDomains(NULL));
}

static void *in_thread(void *opaque)
{
    show("new thread");
    printf("  returned %d\n", virNetworkGetAutostart(NULL, opaque));
    show("thread's own");
    return NULL;
}

static void copies(void)
{
    virError copy;
    memset(&copy, 0, sizeof(copy));
    virResetLastError();
    result("copy of nothing", virCopyLastError(&copy));
    printf("copied: ");
    print_fields(&copy);
    printf("\n");
    fail_connection();
    int code = virCopyLastError(&copy);
    printf("copy returned %d: ", code);
    print_fields(&copy);
    printf("\n");
    virResetLastError();
    show("after reset");
    printf("the copy lives: ");
    print_fields(&copy);
    printf("\n");
    virResetError(&copy);
    printf("the copy reset: ");
    print_fields(&copy);
    printf("\n");
    virResetError(NULL);
    virResetError(&copy);

    fail_connection();
    virErrorPtr saved = virSaveLastError();
    printf("saved: ");
    if (saved)
        print_fields(saved);
    printf("\n");
    show("after save");
    virResetLastError();
    virFreeError(saved);
    show("after free");
    virResetLastError();
    saved = virSaveLastError();
    printf("saved nothing: %s ", saved ? "non-NULL" : "NULL");
    if (saved)
        print_fields(saved);
    printf("\n");
    virFreeError(saved);
    virFreeError(NULL);
}

static void handlers(void)
{
    virSetErrorFunc((void *)"one", handler);
    fail_connection();
    virSetErrorFunc((void *)"two", handler);
    fail_connection();
    virSetErrorFunc((void *)"default again", NULL);
    fail_connection();
    virConnSetErrorFunc(NULL, (void *)"conn", handler);
    show("handler of no connection");
    virSetErrorFunc(NULL, NULL);
    printf("handlers called %d times\n", calls);
}

static void default_text(void)
{
    char message[] = "a message";
    virError error;
    for (int level = -1; level <= 4; level++) {
        memset(&error, 0, sizeof(error));
        error.code = VIR_ERR_INTERNAL_ERROR;
        error.domain = VIR_FROM_QEMU;
        error.level = level;
        error.message = message;
        fprintf(stderr, "level %d\n", level);
        virDefaultErrorFunc(&error);
    }
    for (int domain = -1; domain <= VIR_FROM_CH; domain++) {
        memset(&error, 0, sizeof(error));
        error.code = VIR_ERR_INTERNAL_ERROR;
        error.domain = domain;
        error.level = VIR_ERR_ERROR;
        error.message = message;
        fprintf(stderr, "domain %d\n", domain);
        virDefaultErrorFunc(&error);
    }
    char empty[] = "", lines[] = "two\nlines\n", percent[] = "100%s %n";
    char *const texts[] = {NULL, empty, lines, percent};
    for (int i = 0; i < 4; i++) {
        for (int code = 0; code < 2; code++) {
            if (!texts[i] && code) /* the stock library dies */
                continue;
            memset(&error, 0, sizeof(error));
            error.code = code;
            error.domain = VIR_FROM_NET;
            error.level = VIR_ERR_ERROR;
            error.message = texts[i];
            fprintf(stderr, "text %d code %d\n", i, code);
            virDefaultErrorFunc(&error);
        }
    }
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    printf("initialize %d\n", virInitialize());
    show("at first");
    fail_connection();
    show("after a failure");
    fail_connection();
    unsigned long version;
    printf("a success: %d\n", virGetVersion(&version, NULL, NULL));
    show("after a success");

    pthread_t thread;
    int out = 0;
    fail_connection();
    if (pthread_create(&thread, NULL, in_thread, &out) != 0)
        return 77;
    pthread_join(thread, NULL);
    show("this thread's");
    virResetLastError();
    show("reset");

    copies();
    handlers();
    default_text();
    return 0;
}
