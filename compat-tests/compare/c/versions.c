/* virGetVersion and virInitialize with every combination of arguments; never the version itself. */
#include "common.h"

static void ask(unsigned long *library, const char *type, unsigned long *driver)
{
    int ret = virGetVersion(library, type, driver);
    printf("library=%s type=%s driver=%s: %d %s %s ", library ? "asked" : "NULL", text(type), driver ? "asked" : "NULL",
           ret, library ? (*library >= 9000000 && *library < 100000000 ? "plausible" : "odd") : "-",
           driver && library ? (*driver == *library ? "equal" : "other") : "-");
    print_error();
    virResetLastError();
}

int main(void)
{
    static const char *const types[] = {NULL, "QEMU", "Test", "xen", "", "no such driver"};
    setvbuf(stdout, NULL, _IOLBF, 0);
    result("initialize", virInitialize());
    result("initialize again", virInitialize());
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        unsigned long library = 1, driver = 2;
        ask(&library, types[i], &driver);
        library = 1;
        ask(&library, types[i], NULL);
        driver = 2;
        ask(NULL, types[i], &driver);
        ask(NULL, types[i], NULL);
    }
    return 0;
}
