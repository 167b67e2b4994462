/* Strings at and above the wire's limit, strings that are not UTF-8, and empty ones. needs: daemon */
#include "common.h"

/* The limit of one string on the wire. */
#define LIMIT 4194304

static char *filled(size_t length, char byte)
{
    char *string = malloc(length + 1);
    memset(string, byte, length);
    string[length] = '\0';
    return string;
}

/* Messages that hold the whole string are shown by their length alone. */
static void outcome(const char *what, const void *value)
{
    const virError *e = virGetLastError();
    printf("%s: %s ", what, value ? "non-NULL" : "NULL");
    if (!e)
        printf("no error\n");
    else if (e->message && strlen(e->message) > 500)
        printf("code=%d domain=%d level=%d, a message of %zu bytes\n", e->code, e->domain, e->level, strlen(e->message));
    else
        print_error();
    virResetLastError();
}

int main(int argc, char **argv)
{
    virSetErrorFunc(NULL, quiet);
    virConnectPtr c = argc > 1 ? virConnectOpen(argv[1]) : NULL;
    if (!c)
        return 77;
    for (long extra = -1; extra <= 1; extra++) {
        char *name = filled((size_t) (LIMIT + extra), 'n');
        char what[64];
        snprintf(what, sizeof(what), "a name of %ld bytes", LIMIT + extra);
        outcome(what, virDomainLookupByName(c, name));
        free(name);
    }
    char *xml = filled(5 * 1024 * 1024, ' ');
    outcome("a definition above the limit", virDomainDefineXML(c, xml));
    outcome("and again: the connection still works", virDomainLookupByName(c, "nobody"));
    free(xml);

    outcome("not UTF-8", virDomainLookupByName(c, "\xff\xfe\x80name"));
    outcome("half a character", virNetworkLookupByName(c, "caf\xc3"));
    outcome("control characters", virDomainLookupByName(c, "a\nb\tc\x01"));
    outcome("a definition that is not UTF-8", virDomainDefineXML(c, "<domain type='test'><name>\xff</name></domain>"));
    outcome("an empty name", virDomainLookupByName(c, ""));
    outcome("an empty definition", virDomainDefineXML(c, ""));
    outcome("an empty UUID", virDomainLookupByUUIDString(c, ""));
    outcome("a UUID that is too long",
            virDomainLookupByUUIDString(c, "00000000-0000-0000-0000-0000000000000000000000000"));
    printf("close: %d\n", virConnectClose(c));
    return 0;
}
