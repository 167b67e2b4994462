/* Interfaces and devices of the host: good and bad arguments, reading and changing. needs: daemon */
#include "common.h"

static void interfaces(virConnectPtr c)
{
    static const char definition[] =
        "<interface type='ethernet' name='oxi0'><start mode='none'/><mac address='02:00:5e:10:00:07'/></interface>";
    char *names[4], *text;
    result("active", virConnectNumOfInterfaces(c));
    result("defined", virConnectNumOfDefinedInterfaces(c));
    int n = virConnectListInterfaces(c, names, 4);
    result("names", n);
    for (int i = 0; i < n; i++) {
        printf("  [%s]\n", names[i]);
        free(names[i]);
    }
    result("defined names", virConnectListDefinedInterfaces(c, names, 4));
    result("no array", virConnectListInterfaces(c, NULL, 4));
    result("negative", virConnectListDefinedInterfaces(c, names, -4));
    result("too much room", virConnectListInterfaces(c, names, 16385));

    virInterfacePtr *all = NULL;
    n = virConnectListAllInterfaces(c, &all, 0);
    result("all", n);
    for (int i = 0; i < n; i++) {
        printf("  %s %s\n", virInterfaceGetName(all[i]), virInterfaceGetMACString(all[i]));
        virInterfaceFree(all[i]);
    }
    free(all);
    result("counted", virConnectListAllInterfaces(c, NULL, VIR_CONNECT_LIST_INTERFACES_INACTIVE));

    virInterfacePtr iface = virInterfaceDefineXML(c, definition, 0);
    result_pointer("define", iface);
    if (!iface)
        return;
    printf("same connection: %d, %s %s\n", virInterfaceGetConnect(iface) == c, virInterfaceGetName(iface),
           virInterfaceGetMACString(iface));
    result("active", virInterfaceIsActive(iface));
    result("create", virInterfaceCreate(iface, 0));
    result("create, bad flags", virInterfaceCreate(iface, 9));
    result("active", virInterfaceIsActive(iface));
    result("destroy", virInterfaceDestroy(iface, 0));
    text = virInterfaceGetXMLDesc(iface, 0);
    result_string("xml", text);
    free(text);
    result("ref", virInterfaceRef(iface));
    result("free", virInterfaceFree(iface));
    virInterfacePtr found = virInterfaceLookupByMACString(c, "02:00:5E:10:00:07");
    result_pointer("by mac", found);
    if (found)
        virInterfaceFree(found);
    result_pointer("by unknown mac", virInterfaceLookupByMACString(c, "02:00:00:00:00:00"));
    result_pointer("by NULL mac", virInterfaceLookupByMACString(c, NULL));
    result_pointer("by unknown name", virInterfaceLookupByName(c, "nobody0"));
    result_pointer("by NULL name", virInterfaceLookupByName(c, NULL));
    result_pointer("define NULL", virInterfaceDefineXML(c, NULL, 0));
    result_pointer("define bad XML", virInterfaceDefineXML(c, "<interface/>", 0));
    result("begin", virInterfaceChangeBegin(c, 0));
    result("begin again", virInterfaceChangeBegin(c, 0));
    result("undefine", virInterfaceUndefine(iface));
    result("rollback", virInterfaceChangeRollback(c, 0));
    result("commit", virInterfaceChangeCommit(c, 0));
    result("undefine", virInterfaceUndefine(iface));
    result("undefine again", virInterfaceUndefine(iface));
    virInterfaceFree(iface);
}

static void devices(virConnectPtr c)
{
    char *names[16], *text;
    int autostart = 42, n;
    result("devices", virNodeNumOfDevices(c, NULL, 0));
    result("devices, system", virNodeNumOfDevices(c, "system", 0));
    n = virNodeListDevices(c, "system", names, 16, 0);
    result("names", n);
    for (int i = 0; i < n; i++) {
        printf("  [%s]\n", names[i]);
        free(names[i]);
    }
    result("no array", virNodeListDevices(c, NULL, NULL, 4, 0));
    result("negative", virNodeListDevices(c, NULL, names, -4, 0));
    result("too much room", virNodeListDevices(c, NULL, names, 65537, 0));
    result("bad flags", virNodeNumOfDevices(c, NULL, 4));
    result("counted", virConnectListAllNodeDevices(c, NULL, 0));
    virNodeDevicePtr *all = NULL;
    n = virConnectListAllNodeDevices(c, &all, VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM);
    result("all", n);
    for (int i = 0; i < n; i++) {
        printf("  %s\n", virNodeDeviceGetName(all[i]));
        virNodeDeviceFree(all[i]);
    }
    free(all);

    virNodeDevicePtr dev = virNodeDeviceLookupByName(c, "computer");
    result_pointer("by name", dev);
    if (!dev)
        return;
    result_string("parent", virNodeDeviceGetParent(dev));
    result("caps", virNodeDeviceNumOfCaps(dev));
    n = virNodeDeviceListCaps(dev, names, 16);
    result("cap names", n);
    for (int i = 0; i < n; i++) {
        printf("  [%s]\n", names[i]);
        free(names[i]);
    }
    result("cap names, no array", virNodeDeviceListCaps(dev, NULL, 1));
    result("cap names, negative", virNodeDeviceListCaps(dev, names, -1));
    result("cap names, too much room", virNodeDeviceListCaps(dev, names, 65537));
    text = virNodeDeviceGetXMLDesc(dev, 0);
    result_string("xml", text);
    free(text);
    result_pointer("by unknown name", virNodeDeviceLookupByName(c, "nothing"));
    result_pointer("by NULL name", virNodeDeviceLookupByName(c, NULL));
    result_pointer("by wwn", virNodeDeviceLookupSCSIHostByWWN(c, "2000000012341234", "1000000012341234", 0));
    result_pointer("by NULL wwnn", virNodeDeviceLookupSCSIHostByWWN(c, NULL, NULL, 0));
    result_pointer("by NULL wwpn", virNodeDeviceLookupSCSIHostByWWN(c, "20", NULL, 0));
    result_pointer("create NULL", virNodeDeviceCreateXML(c, NULL, 0));
    result_pointer("create bad XML", virNodeDeviceCreateXML(c, "<device/>", 0));
    result_pointer("define NULL", virNodeDeviceDefineXML(c, NULL, 0));
    result_pointer("define", virNodeDeviceDefineXML(c, "<device/>", 0));
    result("destroy", virNodeDeviceDestroy(dev));
    result("undefine", virNodeDeviceUndefine(dev, 0));
    result("start", virNodeDeviceCreate(dev, 0));
    result("detach", virNodeDeviceDettach(dev));
    result("detach flags", virNodeDeviceDetachFlags(dev, "vfio", 0));
    result("detach flags, no driver", virNodeDeviceDetachFlags(dev, NULL, 0));
    result("attach", virNodeDeviceReAttach(dev));
    result("reset", virNodeDeviceReset(dev));
    result("autostart", virNodeDeviceGetAutostart(dev, &autostart));
    printf("  %d\n", autostart);
    result("set autostart", virNodeDeviceSetAutostart(dev, 1));
    result("persistent", virNodeDeviceIsPersistent(dev));
    result("active", virNodeDeviceIsActive(dev));
    result("ref", virNodeDeviceRef(dev));
    result("free", virNodeDeviceFree(dev));
    result("free", virNodeDeviceFree(dev));
    dev = virNodeDeviceLookupByName(c, "scsi_host2");
    result_pointer("adapter", dev);
    if (dev) {
        result_string("parent", virNodeDeviceGetParent(dev));
        result_string("parent again", virNodeDeviceGetParent(dev));
        virNodeDeviceFree(dev);
    }
}

static void read_only(const char *uri)
{
    virConnectPtr c = virConnectOpenReadOnly(uri);
    if (!c)
        return;
    virInterfacePtr iface = virInterfaceLookupByName(c, "eth1");
    virNodeDevicePtr dev = virNodeDeviceLookupByName(c, "computer");
    result_pointer("ro define NULL", virInterfaceDefineXML(c, NULL, 0));
    result("ro create", virInterfaceCreate(iface, 0));
    result("ro destroy", virInterfaceDestroy(iface, 0));
    result("ro undefine", virInterfaceUndefine(iface));
    result("ro begin", virInterfaceChangeBegin(c, 0));
    result("ro commit", virInterfaceChangeCommit(c, 0));
    result("ro rollback", virInterfaceChangeRollback(c, 0));
    result_pointer("ro device create NULL", virNodeDeviceCreateXML(c, NULL, 0));
    result_pointer("ro device define NULL", virNodeDeviceDefineXML(c, NULL, 0));
    result("ro device destroy", virNodeDeviceDestroy(dev));
    result("ro device undefine", virNodeDeviceUndefine(dev, 0));
    result("ro device start", virNodeDeviceCreate(dev, 0));
    result("ro device detach", virNodeDeviceDettach(dev));
    result("ro device detach flags", virNodeDeviceDetachFlags(dev, NULL, 0));
    result("ro device attach", virNodeDeviceReAttach(dev));
    result("ro device reset", virNodeDeviceReset(dev));
    result("ro device set autostart", virNodeDeviceSetAutostart(dev, 1));
    if (iface)
        virInterfaceFree(iface);
    if (dev)
        virNodeDeviceFree(dev);
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
    interfaces(c);
    devices(c);
    read_only(argv[1]);
    result("close", virConnectClose(c));
    return 0;
}
