/* Virtual networks, their ports and leases: good and bad arguments, reading and changing. needs: daemon */
#include "common.h"

#define UUID "5c3f7a9e-0b1d-4e62-9f37-b8a0d14c2e01"
#define XML(name, extra) "<network><name>" name "</name>" extra "</network>"

static const char definition[] = XML("blue", "<uuid>" UUID "</uuid><forward mode='nat'/><bridge name='vblue0'/>"
                                             "<ip address='10.77.0.1' netmask='255.255.255.0'><dhcp>"
                                             "<range start='10.77.0.10' end='10.77.0.99'/></dhcp></ip>");

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static int by_network(const void *a, const void *b)
{
    return strcmp(virNetworkGetName(*(const virNetworkPtr *)a), virNetworkGetName(*(const virNetworkPtr *)b));
}

static void print_names(const char *what, char **names, int count)
{
    result(what, count);
    if (count > 0)
        qsort(names, (size_t)count, sizeof(*names), by_name);
    for (int i = 0; i < count; i++) {
        printf("  [%s]\n", names[i]);
        free(names[i]);
    }
}

static void lists(virConnectPtr c)
{
    char *names[8];
    result("active", virConnectNumOfNetworks(c));
    result("inactive", virConnectNumOfDefinedNetworks(c));
    print_names("names", names, virConnectListNetworks(c, names, 8));
    print_names("defined names", names, virConnectListDefinedNetworks(c, names, 8));
    print_names("no room", names, virConnectListNetworks(c, names, 0));
    print_names("no room, no array", names, virConnectListNetworks(c, NULL, 0));
    result("negative", virConnectListNetworks(c, names, -1));
    result("negative, no array", virConnectListNetworks(c, NULL, -1));
    result("no array", virConnectListNetworks(c, NULL, 4));
    result("too much room", virConnectListNetworks(c, names, 16385));
    result("too much room, defined", virConnectListDefinedNetworks(c, names, 2147483647));

    virNetworkPtr *nets = NULL;
    int n = virConnectListAllNetworks(c, &nets, 0);
    result("all", n);
    if (n > 0)
        qsort(nets, (size_t)n, sizeof(*nets), by_network);
    for (int i = 0; i < n; i++) {
        printf("  %s active %d\n", virNetworkGetName(nets[i]), virNetworkIsActive(nets[i]));
        virNetworkFree(nets[i]);
    }
    printf("terminated: %d\n", nets && !nets[n]);
    free(nets);
    result("all, counted", virConnectListAllNetworks(c, NULL, 0));
    result("all, inactive", virConnectListAllNetworks(c, NULL, VIR_CONNECT_LIST_NETWORKS_INACTIVE));
    nets = (virNetworkPtr *)names;
    result("all, bad flags", virConnectListAllNetworks(c, &nets, 1u << 30));
    printf("cleared: %d\n", nets == NULL);
    nets = (virNetworkPtr *)names;
    result("all, no connection", virConnectListAllNetworks(NULL, &nets, 0));
    printf("cleared: %d\n", nets == NULL);
}

static void lookups(virConnectPtr c, virNetworkPtr net)
{
    static const unsigned char nowhere[VIR_UUID_BUFLEN] = { 1, 2, 3 };
    unsigned char uuid[VIR_UUID_BUFLEN];
    char buffer[VIR_UUID_STRING_BUFLEN];
    result("uuid", virNetworkGetUUID(net, uuid));
    result("uuid text", virNetworkGetUUIDString(net, buffer));
    printf("  %s\n", buffer);
    result("uuid NULL", virNetworkGetUUID(net, NULL));
    result("uuid text NULL", virNetworkGetUUIDString(net, NULL));
    virNetworkPtr found = virNetworkLookupByUUID(c, uuid);
    result_pointer("by uuid", found);
    if (found)
        virNetworkFree(found);
    found = virNetworkLookupByUUIDString(c, "  5c3f7a9e0b1d4e629f37-b8a0 d14c2e01 ");
    result_pointer("by odd uuid text", found);
    if (found)
        virNetworkFree(found);
    result_pointer("by unknown uuid", virNetworkLookupByUUID(c, nowhere));
    result_pointer("by NULL uuid", virNetworkLookupByUUID(c, NULL));
    result_pointer("by bad uuid text", virNetworkLookupByUUIDString(c, "5c3f7a9e"));
    result_pointer("by NULL uuid text", virNetworkLookupByUUIDString(c, NULL));
    result_pointer("by unknown name", virNetworkLookupByName(c, "nobody"));
    result_pointer("by empty name", virNetworkLookupByName(c, ""));
    result_pointer("by NULL name", virNetworkLookupByName(c, NULL));
}

static void changes(virConnectPtr c, virNetworkPtr net)
{
    int autostart = 42;
    char *text;
    result("autostart", virNetworkGetAutostart(net, &autostart));
    printf("  %d\n", autostart);
    result("autostart NULL", virNetworkGetAutostart(net, NULL));
    result("set autostart", virNetworkSetAutostart(net, 1));
    result("autostart", virNetworkGetAutostart(net, &autostart));
    printf("  %d\n", autostart);
    result("persistent", virNetworkIsPersistent(net));
    result("start", virNetworkCreate(net));
    result("start again", virNetworkCreate(net));
    result("active", virNetworkIsActive(net));
    result_string("bridge", text = virNetworkGetBridgeName(net));
    free(text);
    text = virNetworkGetXMLDesc(net, 0);
    result_pointer("xml", text);
    printf("  has the uuid: %d\n", text && strstr(text, UUID) != NULL);
    free(text);
    result_pointer("xml, bad flags", virNetworkGetXMLDesc(net, 1u << 30));
    result("update", virNetworkUpdate(net, VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_IP_DHCP_HOST, 0,
                                      "<host mac='52:54:00:77:00:01' name='one' ip='10.77.0.5'/>",
                                      VIR_NETWORK_UPDATE_AFFECT_LIVE));
    text = virNetworkGetXMLDesc(net, 0);
    printf("  has the host: %d\n", text && strstr(text, "10.77.0.5") != NULL);
    free(text);
    result("update, bad command", virNetworkUpdate(net, 77, VIR_NETWORK_SECTION_IP_DHCP_HOST, 0, "<host/>", 1));
    result("update, bad section", virNetworkUpdate(net, VIR_NETWORK_UPDATE_COMMAND_MODIFY, 77, 0, "<host/>", 1));
    result("update, NULL", virNetworkUpdate(net, 3, 5, 0, NULL, 0));
    result("destroy", virNetworkDestroy(net));
    result("destroy again", virNetworkDestroy(net));
    result_pointer("transient", net = virNetworkCreateXML(c, XML("red", "<uuid>6d407b8f-1c2e-4f73-8048-c9b1e25d3f12</uuid>")));
    if (net) {
        result("transient persistent", virNetworkIsPersistent(net));
        result("transient destroy", virNetworkDestroy(net));
        result("transient xml after", virNetworkIsActive(net));
        virNetworkFree(net);
    }
    result_pointer("create, bad XML", virNetworkCreateXML(c, "<network>"));
    result_pointer("create, NULL", virNetworkCreateXML(c, NULL));
    result_pointer("create flags, NULL", virNetworkCreateXMLFlags(c, NULL, 0));
    result_pointer("create flags, bad flags", virNetworkCreateXMLFlags(c, XML("x", ""), 1u << 30));
    result_pointer("define, NULL", virNetworkDefineXML(c, NULL));
    result_pointer("define flags, NULL", virNetworkDefineXMLFlags(c, NULL, 0));
    result_pointer("define flags, bad flags", virNetworkDefineXMLFlags(c, XML("x", ""), 1u << 30));
}

static void ports(virNetworkPtr net)
{
    static const unsigned char nowhere[VIR_UUID_BUFLEN] = { 1 };
    virNetworkPortPtr *list = NULL;
    result("ports", virNetworkListAllPorts(net, &list, 0));
    result("ports, counted", virNetworkListAllPorts(net, NULL, 0));
    result_pointer("port", virNetworkPortLookupByUUID(net, nowhere));
    result_pointer("port NULL", virNetworkPortLookupByUUID(net, NULL));
    result_pointer("port text", virNetworkPortLookupByUUIDString(net, UUID));
    result_pointer("port bad text", virNetworkPortLookupByUUIDString(net, "zz"));
    result_pointer("port NULL text", virNetworkPortLookupByUUIDString(net, NULL));
    result_pointer("port create", virNetworkPortCreateXML(net, "<networkport/>", 0));
    result_pointer("port create NULL", virNetworkPortCreateXML(net, NULL, 0));
    result("port delete NULL", virNetworkPortDelete(NULL, 0));
    result_pointer("port network NULL", virNetworkPortGetNetwork(NULL));

    virNetworkDHCPLeasePtr *leases = (virNetworkDHCPLeasePtr *)&list;
    result("leases", virNetworkGetDHCPLeases(net, NULL, &leases, 0));
    result("leases, counted", virNetworkGetDHCPLeases(net, "52:54:00:77:00:01", NULL, 0));
    leases = (virNetworkDHCPLeasePtr *)&list;
    result("leases, no network", virNetworkGetDHCPLeases(NULL, NULL, &leases, 0));
    printf("cleared: %d\n", leases == NULL);
    virNetworkDHCPLeaseFree(NULL);
    print_error();
}

static void read_only(const char *uri)
{
    virConnectPtr c = virConnectOpenReadOnly(uri);
    if (!c)
        return;
    virNetworkPtr net = virNetworkLookupByName(c, "blue");
    result_pointer("ro lookup", net);
    result_pointer("ro create", virNetworkCreateXML(c, XML("x", "")));
    result_pointer("ro create NULL", virNetworkCreateXML(c, NULL));
    result_pointer("ro define NULL", virNetworkDefineXML(c, NULL));
    result_pointer("ro define flags NULL", virNetworkDefineXMLFlags(c, NULL, 0));
    result("ro start", virNetworkCreate(net));
    result("ro destroy", virNetworkDestroy(net));
    result("ro undefine", virNetworkUndefine(net));
    result("ro autostart", virNetworkSetAutostart(net, 0));
    result("ro update", virNetworkUpdate(net, 0, 0, 0, NULL, 0));
    result_pointer("ro port create", virNetworkPortCreateXML(net, "<networkport/>", 0));
    result_pointer("ro port create NULL", virNetworkPortCreateXML(net, NULL, 0));
    virNetworkFree(net);
    result("ro close", virConnectClose(c));
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 77;
    virSetErrorFunc(NULL, quiet);
    virConnectPtr c = virConnectOpen(argv[1]);
    result_pointer("open", c);
    if (!c)
        return 1;
    lists(c);
    virNetworkPtr net = virNetworkDefineXML(c, definition);
    result_pointer("define", net);
    if (!net)
        return 1;
    printf("same connection: %d\n", virNetworkGetConnect(net) == c);
    result("ref", virNetworkRef(net));
    result("free", virNetworkFree(net));
    lists(c);
    lookups(c, net);
    changes(c, net);
    ports(net);
    read_only(argv[1]);
    result("undefine", virNetworkUndefine(net));
    result("undefine again", virNetworkUndefine(net));
    result("last free", virNetworkFree(net));
    result("close", virConnectClose(c));
    return 0;
}
