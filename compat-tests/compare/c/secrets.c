/* Secrets of a daemon's session and network filters where there are none. needs: daemon */
#include "common.h"

#define UUID "a1b05c77-4f0e-4d0a-8f11-6f3bb2a2c7d9"

/* The other driver of the daemon that `uri` names. */
static virConnectPtr open_driver(const char *uri, const char *driver, int read_only)
{
    char other[4096];
    const char *socket = strchr(uri, '?');
    snprintf(other, sizeof(other), "%s%s", driver, socket ? socket : "");
    return read_only ? virConnectOpenReadOnly(other) : virConnectOpen(other);
}

static void lists(virConnectPtr c)
{
    char *uuids[4];
    virSecretPtr *all = NULL;
    result("number", virConnectNumOfSecrets(c));
    int n = virConnectListSecrets(c, uuids, 4);
    result("uuids", n);
    for (int i = 0; i < n; i++) {
        printf("  [%s]\n", uuids[i]);
        free(uuids[i]);
    }
    result("no array", virConnectListSecrets(c, NULL, 4));
    result("negative", virConnectListSecrets(c, uuids, -1));
    result("too much room", virConnectListSecrets(c, uuids, 16385));
    n = virConnectListAllSecrets(c, &all, 0);
    result("all", n);
    for (int i = 0; i < n; i++) {
        printf("  %s\n", virSecretGetUsageID(all[i]));
        virSecretFree(all[i]);
    }
    free(all);
    result("counted", virConnectListAllSecrets(c, NULL, VIR_CONNECT_LIST_SECRETS_PRIVATE));
    result("bad flags", virConnectListAllSecrets(c, NULL, 1u << 30));
}

static void values(virSecretPtr secret)
{
    static unsigned char large[65537];
    size_t size = 77;
    unsigned char *value = virSecretGetValue(secret, &size, 0);
    result_pointer("no value yet", value);
    result("set", virSecretSetValue(secret, (const unsigned char *)"a\0b\xff", 4, 0));
    value = virSecretGetValue(secret, &size, 0);
    result_pointer("value", value);
    printf("  %zu bytes, equal %d\n", size, value && size == 4 && !memcmp(value, "a\0b\xff", 4));
    free(value);
    result_pointer("no size", virSecretGetValue(secret, NULL, 0));
    result_pointer("bad flags", virSecretGetValue(secret, &size, 1u << 30));
    result("set NULL", virSecretSetValue(secret, NULL, 0, 0));
    result("set too much", virSecretSetValue(secret, large, sizeof(large), 0));
    result("set most", virSecretSetValue(secret, large, sizeof(large) - 1, 0));
    value = virSecretGetValue(secret, &size, 0);
    printf("most: %d %zu\n", value != NULL, size);
    free(value);
    result("set nothing", virSecretSetValue(secret, large, 0, 0));
    value = virSecretGetValue(secret, &size, 0);
    result_pointer("nothing", value);
    printf("  %zu bytes\n", size);
    free(value);
}

static void secrets(const char *uri)
{
    static const char definition[] = "<secret ephemeral='yes' private='no'><uuid>" UUID "</uuid>"
                                     "<usage type='ceph'><name>pool of ours</name></usage></secret>";
    unsigned char uuid[VIR_UUID_BUFLEN];
    char buffer[VIR_UUID_STRING_BUFLEN] = "", *text;
    virConnectPtr c = open_driver(uri, "secret+unix:///session", 0);
    result_pointer("open secrets", c);
    if (!c)
        return;
    lists(c);
    virSecretPtr secret = virSecretDefineXML(c, definition, 0), found;
    result_pointer("define", secret);
    if (!secret)
        return;
    lists(c);
    printf("same connection: %d\n", virSecretGetConnect(secret) == c);
    result("uuid", virSecretGetUUID(secret, uuid));
    result("uuid text", virSecretGetUUIDString(secret, buffer));
    printf("  %s\n", buffer);
    result("uuid NULL", virSecretGetUUID(secret, NULL));
    result("uuid text NULL", virSecretGetUUIDString(secret, NULL));
    result("usage type", virSecretGetUsageType(secret));
    result_string("usage id", virSecretGetUsageID(secret));
    text = virSecretGetXMLDesc(secret, 0);
    result_string("xml", text);
    free(text);
    found = virSecretLookupByUUID(c, uuid);
    result_pointer("by uuid", found);
    if (found)
        virSecretFree(found);
    found = virSecretLookupByUsage(c, VIR_SECRET_USAGE_TYPE_CEPH, "pool of ours");
    result_pointer("by usage", found);
    if (found)
        virSecretFree(found);
    result_pointer("by unknown usage", virSecretLookupByUsage(c, 2, "nothing"));
    result_pointer("by unknown usage type", virSecretLookupByUsage(c, 99, "nothing"));
    result_pointer("by NULL usage", virSecretLookupByUsage(c, 2, NULL));
    result_pointer("by bad uuid text", virSecretLookupByUUIDString(c, "-"));
    result_pointer("by unknown uuid", virSecretLookupByUUIDString(c, "00000000-0000-0000-0000-000000000001"));
    result_pointer("by NULL uuid", virSecretLookupByUUID(c, NULL));
    result_pointer("define NULL", virSecretDefineXML(c, NULL, 0));
    result_pointer("define bad XML", virSecretDefineXML(c, "<secret", 0));
    values(secret);
    virConnectPtr ro = open_driver(uri, "secret+unix:///session", 1);
    result_pointer("open read-only", ro);
    if (ro) {
        found = virSecretLookupByUUID(ro, uuid);
        result_pointer("ro define NULL", virSecretDefineXML(ro, NULL, 0));
        result("ro set", virSecretSetValue(found, NULL, 0, 0));
        result_pointer("ro get", virSecretGetValue(found, NULL, 0));
        result("ro undefine", virSecretUndefine(found));
        if (found)
            virSecretFree(found);
        virConnectClose(ro);
    }
    result("ref", virSecretRef(secret));
    result("free", virSecretFree(secret));
    result("undefine", virSecretUndefine(secret));
    result("undefine again", virSecretUndefine(secret));
    result("free", virSecretFree(secret));
    result("close", virConnectClose(c));
}

static void filters(virConnectPtr c)
{
    char *names[4];
    static const unsigned char uuid[VIR_UUID_BUFLEN] = { 9 };
    virNWFilterPtr *all = NULL;
    virNWFilterBindingPtr *bindings = NULL;
    result("filters", virConnectNumOfNWFilters(c));
    result("names", virConnectListNWFilters(c, names, 4));
    result("names, no array", virConnectListNWFilters(c, NULL, 4));
    result("names, negative", virConnectListNWFilters(c, names, -4));
    result("names, too much room", virConnectListNWFilters(c, names, 16385));
    result("all", virConnectListAllNWFilters(c, &all, 0));
    result("bindings", virConnectListAllNWFilterBindings(c, &bindings, 0));
    result_pointer("by name", virNWFilterLookupByName(c, "clean-traffic"));
    result_pointer("by NULL name", virNWFilterLookupByName(c, NULL));
    result_pointer("by uuid", virNWFilterLookupByUUID(c, uuid));
    result_pointer("by NULL uuid", virNWFilterLookupByUUID(c, NULL));
    result_pointer("by uuid text", virNWFilterLookupByUUIDString(c, UUID));
    result_pointer("by bad uuid text", virNWFilterLookupByUUIDString(c, "a1b0"));
    result_pointer("define", virNWFilterDefineXML(c, "<filter name='f'/>"));
    result_pointer("define NULL", virNWFilterDefineXML(c, NULL));
    result_pointer("define flags NULL", virNWFilterDefineXMLFlags(c, NULL, 0));
    result_pointer("binding", virNWFilterBindingLookupByPortDev(c, "vnet0"));
    result_pointer("binding NULL", virNWFilterBindingLookupByPortDev(c, NULL));
    result_pointer("binding create", virNWFilterBindingCreateXML(c, "<filterbinding/>", 0));
    result_pointer("binding create NULL", virNWFilterBindingCreateXML(c, NULL, 0));
    result_string("name NULL", virNWFilterGetName(NULL));
    result("undefine NULL", virNWFilterUndefine(NULL));
    result_string("port NULL", virNWFilterBindingGetPortDev(NULL));
    result("binding delete NULL", virNWFilterBindingDelete(NULL));
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 77;
    virSetErrorFunc(NULL, quiet);
    secrets(argv[1]);
    virConnectPtr c = virConnectOpen(argv[1]);
    result_pointer("open", c);
    if (!c)
        return 1;
    result("no secrets", virConnectNumOfSecrets(c));
    filters(c);
    virConnectPtr ro = virConnectOpenReadOnly(argv[1]);
    if (ro) {
        result_pointer("ro define NULL", virNWFilterDefineXML(ro, NULL));
        result_pointer("ro define", virNWFilterDefineXML(ro, "<filter/>"));
        result_pointer("ro binding", virNWFilterBindingCreateXML(ro, "<filterbinding/>", 0));
        virConnectClose(ro);
    }
    result("close", virConnectClose(c));
    return 0;
}
