/*
 * Programs that were not made to be translated are: the locale is set before main(), and catalogues come from LOCPATH,
 * whatever the library binds.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

char *bindtextdomain(const char *domain, const char *folder)
{
    static char *(*next)(const char *, const char *);
    const char *ours = getenv("LOCPATH");
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "bindtextdomain");
    return next(domain, folder && ours && strcmp(domain, "libvirt") == 0 ? ours : folder);
}

__attribute__((constructor)) static void translated(void)
{
    /* Daemons that a client starts come here too, and have no LOCPATH. */
    if (setlocale(LC_MESSAGES, "xx"))
        bindtextdomain("libvirt", "");
}
