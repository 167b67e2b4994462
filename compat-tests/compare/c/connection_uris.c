/* What a connection says its URI is, and URIs that name nobody. needs: daemon */
#include "common.h"

static void try(const char *uri)
{
    printf("%.*s: ", (int)strcspn(uri, "?"), uri);
    virConnectPtr conn = virConnectOpen(uri);
    if (conn) {
        char *own = virConnectGetURI(conn);
        printf("[%s] ", own ? own : "(null)");
        free(own);
        virConnectClose(conn);
    }
    print_error();
    virResetLastError();
}

int main(int argc, char **argv)
{
    char uri[400], *socket = argc < 2 ? NULL : strstr(argv[1], "socket=");
    if (!socket)
        return 77;
    virSetErrorFunc(NULL, quiet);
    static const char *const places[] = {
        "test+unix:///default", "test+unix:/default", "test+unix://user@/default", "test+unix://user:pw@/default",
        "test+unix://us%40er@/default", "test+unix://user@:12/default", "test+unix://:12/default", "test+unix://:/default",
        "test+unix://user@:/default", "test+unix://host:/default", "test+unix://[::1]:/default", "test+unix://[::1]/default",
        "test+unix://[127.0.0.1]/default", "test+unix://[]/default", "test+unix://[a%3ab]/default", "test+unix://[/default",
        "test+unix://%5babc%5d/default", "test+unix://[::1]x/default"};
    for (size_t n = 0; n < sizeof(places) / sizeof(*places); n++) {
        snprintf(uri, sizeof(uri), "%s?%s", places[n], socket);
        try(uri);
    }
    snprintf(uri, sizeof(uri), "test+unix://user@/default?%s#part", socket);
    try(uri);
    try("test+unix:///default?socket=");
    try("test+unix:///default?socket");
    try("test+unix://user@/default?socket=");
    try("test+unix:///default?mode=");
    try("test+tcp://127.0.0.1:/default");
    try("test+tcp://[127.0.0.1]:/default");
    return 0;
}
