/* What a credentials callback may do while its connection opens: auth URI NESTED-URI. Prints what came of it. */
#define _GNU_SOURCE
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *nested;
static const char *doing;
static int depth;

static void say(const char *what, int good)
{
    const virError *error = virGetLastError();
    printf("%s: %s %d %s\n", doing, what, good, error && error->code ? error->message : "");
}

static void quiet(void *opaque, virErrorPtr error)
{
    (void)opaque, (void)error;
}

static void turned(int timer, void *opaque)
{
    (void)timer;
    ++*(int *)opaque;
}

static void act(void)
{
    unsigned long version = 0;
    int ticks = 0, timer;
    virConnectPtr other;
    if (strcmp(doing, "call") == 0) {
        other = virConnectOpenAuth(nested, virConnectAuthPtrDefault, 0);
        say("open", other != NULL);
        say("call", virConnectGetLibVersion(other, &version));
        say("close", virConnectClose(other));
    } else if (strcmp(doing, "fail") == 0) {
        say("open", virConnectOpen("test+unix:///default?socket=/nowhere") != NULL);
    } else if (strcmp(doing, "turn") == 0) {
        timer = virEventAddTimeout(1, turned, &ticks, NULL);
        while (!ticks && virEventRunDefaultImpl() == 0)
            ;
        say("turn", virEventRemoveTimeout(timer));
    } else if (strcmp(doing, "handler") == 0) {
        virResetLastError();
        virSetErrorFunc(NULL, quiet);
    }
}

static int answer(virConnectCredentialPtr credentials, unsigned count, void *opaque)
{
    (void)opaque;
    if (depth++ == 0)
        act();
    depth--;
    if (strcmp(doing, "refuse") == 0)
        return -1;
    for (unsigned i = 0; i < count; i++) {
        const char *text = credentials[i].type == VIR_CRED_AUTHNAME ? "fred" : "secret";
        credentials[i].result = strdup(text);
        credentials[i].resultlen = (unsigned)strlen(text);
    }
    return 0;
}

int main(int argc, char **argv)
{
    static const char *const all[] = {"nothing", "call", "fail", "turn", "handler", "refuse"};
    int types[] = {VIR_CRED_AUTHNAME, VIR_CRED_PASSPHRASE};
    virConnectAuth auth = {types, 2, answer, NULL};
    if (argc != 3)
        return 2;
    nested = argv[2];
    alarm(60);
    virSetErrorFunc(NULL, quiet);
    virEventRegisterDefaultImpl();
    for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
        unsigned long version = 0;
        doing = all[i];
        virConnectPtr conn = virConnectOpenAuth(argv[1], &auth, 0);
        say("opened", conn != NULL);
        if (conn) {
            say("version", virConnectGetLibVersion(conn, &version));
            say("closed", virConnectClose(conn));
        }
        virResetLastError();
    }
    return 0;
}
