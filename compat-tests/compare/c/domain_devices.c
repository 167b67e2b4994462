/* Devices, keys, block jobs, backups, throttle groups, saving and dumping; paths become absolute in the library.
 * needs: daemon */
#include "common.h"
#include <unistd.h>

static const char *disk_xml = "<disk type='file' device='disk'><source file='/nonexistent/d'/><target dev='vdz'/></disk>";

static void devices(virDomainPtr dom)
{
    unsigned int keys[20] = { 1, 2, 3 };
    result("attach", virDomainAttachDevice(dom, disk_xml));
    result("attach bad", virDomainAttachDevice(dom, "<nonsense"));
    result("attach NULL", virDomainAttachDevice(dom, NULL));
    result("attach flags", virDomainAttachDeviceFlags(dom, disk_xml, VIR_DOMAIN_AFFECT_CONFIG));
    result("attach flags NULL", virDomainAttachDeviceFlags(dom, NULL, 0));
    result("detach", virDomainDetachDevice(dom, disk_xml));
    result("detach NULL", virDomainDetachDevice(dom, NULL));
    result("detach flags", virDomainDetachDeviceFlags(dom, disk_xml, 1 << 30));
    result("detach flags NULL", virDomainDetachDeviceFlags(dom, NULL, 0));
    result("detach alias", virDomainDetachDeviceAlias(dom, "nosuch", 0));
    result("detach alias NULL", virDomainDetachDeviceAlias(dom, NULL, 0));
    result("update", virDomainUpdateDeviceFlags(dom, disk_xml, 0));
    result("update NULL", virDomainUpdateDeviceFlags(dom, NULL, 0));
    result("keys", virDomainSendKey(dom, VIR_KEYCODE_SET_LINUX, 10, keys, 3, 0));
    result("keys NULL", virDomainSendKey(dom, 0, 10, NULL, 3, 0));
    result("keys none", virDomainSendKey(dom, 0, 10, keys, 0, 0));
    result("keys -1", virDomainSendKey(dom, 0, 10, keys, -1, 0));
    result("keys many", virDomainSendKey(dom, 0, 10, keys, 17, 0));
    result("keys set", virDomainSendKey(dom, 10, 10, keys, 1, 0));
    result("keys set huge", virDomainSendKey(dom, (unsigned int)-1, 10, keys, 1, 0));
    result("signal", virDomainSendProcessSignal(dom, 1, 9, 0));
    result("signal 0", virDomainSendProcessSignal(dom, 0, 9, 0));
}

static void blocks(virDomainPtr dom)
{
    virDomainBlockJobInfo info;
    virTypedParameter params[20];
    memset(params, 0, sizeof(params));
    memset(&info, 0x55, sizeof(info));
    strcpy(params[0].field, "bandwidth");
    params[0].type = VIR_TYPED_PARAM_ULLONG;
    for (int i = 1; i < 20; i++) {
        params[i] = params[0];
        params[i].type = VIR_TYPED_PARAM_UINT;
    }
    result("resize", virDomainBlockResize(dom, "vda", 1024, 0));
    result("resize NULL", virDomainBlockResize(dom, NULL, 1024, 0));
    result("threshold", virDomainSetBlockThreshold(dom, "vda", 1024, 0));
    result("threshold NULL", virDomainSetBlockThreshold(dom, NULL, 1024, 0));
    result("job info", virDomainGetBlockJobInfo(dom, "vda", &info, 0));
    printf("type %d cur %llu\n", info.type, info.cur);
    result("job info NULL", virDomainGetBlockJobInfo(dom, "vda", NULL, 0));
    result("job info disk", virDomainGetBlockJobInfo(dom, NULL, &info, 0));
    result("job abort", virDomainBlockJobAbort(dom, "vda", 0));
    result("job abort NULL", virDomainBlockJobAbort(dom, NULL, 0));
    result("job speed", virDomainBlockJobSetSpeed(dom, "vda", 5, 0));
    result("job speed NULL", virDomainBlockJobSetSpeed(dom, NULL, 5, 0));
    result("pull", virDomainBlockPull(dom, "vda", 5, 0));
    result("pull NULL", virDomainBlockPull(dom, NULL, 5, 0));
    result("commit", virDomainBlockCommit(dom, "vda", NULL, NULL, 0, 0));
    result("commit NULL", virDomainBlockCommit(dom, NULL, "a", "b", 0, 0));
    result("rebase", virDomainBlockRebase(dom, "vda", NULL, 0, 0));
    result("rebase NULL", virDomainBlockRebase(dom, NULL, NULL, 0, 0));
    result("rebase copy", virDomainBlockRebase(dom, "vda", NULL, 0, VIR_DOMAIN_BLOCK_REBASE_COPY));
    result("rebase shallow", virDomainBlockRebase(dom, "vda", "x", 0, VIR_DOMAIN_BLOCK_REBASE_SHALLOW));
    result("rebase relative", virDomainBlockRebase(dom, "vda", "x", 0, VIR_DOMAIN_BLOCK_REBASE_RELATIVE));
    result("copy", virDomainBlockCopy(dom, "vda", disk_xml, params, 1, 0));
    result("copy none", virDomainBlockCopy(dom, "vda", disk_xml, NULL, 0, 0));
    result("copy -1", virDomainBlockCopy(dom, "vda", disk_xml, params, -1, 0));
    result("copy NULL", virDomainBlockCopy(dom, "vda", disk_xml, NULL, 1, 0));
    result("copy disk", virDomainBlockCopy(dom, NULL, disk_xml, params, 1, 0));
    result("copy xml", virDomainBlockCopy(dom, "vda", NULL, params, 1, 0));
    result("backup", virDomainBackupBegin(dom, "<domainbackup/>", NULL, 0));
    result("backup NULL", virDomainBackupBegin(dom, NULL, NULL, 0));
    result_string("backup xml", virDomainBackupGetXMLDesc(dom, 0));
}

static void saving(virConnectPtr conn, virDomainPtr dom)
{
    virTypedParameter params[70];
    memset(params, 0, sizeof(params));
    for (int i = 0; i < 70; i++) {
        strcpy(params[i].field, "file");
        params[i].type = VIR_TYPED_PARAM_STRING;
        params[i].value.s = (char *)"/nonexistent/file";
    }
    const char *bad[] = { "/nonexistent/a/../b", "/nonexistent//x/./y/", "/..//../nonexistent/z/..", "//nonexistent/q",
                          "///nonexistent/w", "/nonexistent/..x/.y" };
    for (int i = 0; i < 6; i++) {
        result("save", virDomainSave(dom, bad[i]));
        result("restore", virDomainRestore(conn, bad[i]));
        result("dump", virDomainCoreDump(dom, bad[i], 0));
    }
    result("restore relative", virDomainRestore(conn, "no/../such"));
    result("restore up", virDomainRestore(conn, "../../../../../../../../nonexistent"));
    result("restore empty", virDomainRestoreFlags(conn, "", NULL, 0));
    result("restore NULL", virDomainRestore(conn, NULL));
    result("restore flags NULL", virDomainRestoreFlags(conn, NULL, NULL, 6));
    result("restore flags both", virDomainRestoreFlags(conn, "/nonexistent/a", NULL, 6));
    result("restore params", virDomainRestoreParams(conn, params, 1, 0));
    result("restore params both", virDomainRestoreParams(conn, params, 1, 6));
    result("save NULL", virDomainSave(dom, NULL));
    result("save flags", virDomainSaveFlags(dom, "/nonexistent/a", NULL, 1 << 30));
    result("save flags both", virDomainSaveFlags(dom, "/nonexistent/a", NULL, 6));
    result("save flags NULL", virDomainSaveFlags(dom, NULL, NULL, 6));
    result("save params", virDomainSaveParams(dom, params, 1, 1 << 30));
    result("save params both", virDomainSaveParams(dom, params, 1, 6));
    result("dump NULL", virDomainCoreDump(dom, NULL, 3));
    result("dump both", virDomainCoreDump(dom, "/nonexistent/a", VIR_DUMP_CRASH | VIR_DUMP_LIVE));
    result("dump both", virDomainCoreDump(dom, "/nonexistent/a", VIR_DUMP_CRASH | VIR_DUMP_RESET));
    result("dump both", virDomainCoreDump(dom, "/nonexistent/a", VIR_DUMP_LIVE | VIR_DUMP_RESET));
    result("dump format", virDomainCoreDumpWithFormat(dom, "/nonexistent/a", 1, 0));
    result("dump format 5", virDomainCoreDumpWithFormat(dom, "/nonexistent/a", 5, 3));
    result("dump format huge", virDomainCoreDumpWithFormat(dom, "/nonexistent/a", (unsigned int)-1, 3));
    result("dump format both", virDomainCoreDumpWithFormat(dom, "/nonexistent/a", 0, 3));
    char *xml = virDomainSaveImageGetXMLDesc(conn, "/nonexistent/./a", 0);
    result_string("image xml", xml);
    free(xml);
    result_string("image xml NULL", virDomainSaveImageGetXMLDesc(conn, NULL, 0));
    result("define image", virDomainSaveImageDefineXML(conn, "/nonexistent/a", "<domain/>", 0));
    result("define image both", virDomainSaveImageDefineXML(conn, "/nonexistent/a", "<domain/>", 6));
    result("define image NULL", virDomainSaveImageDefineXML(conn, "/nonexistent/a", NULL, 6));
    result("define image file", virDomainSaveImageDefineXML(conn, NULL, "<domain/>", 6));
    result("has image", virDomainHasManagedSaveImage(dom, 0));
    result("has image flags", virDomainHasManagedSaveImage(dom, 1));
    result("managed both", virDomainManagedSave(dom, 6));
    result("managed define", virDomainManagedSaveDefineXML(dom, "<domain/>", 0));
    result("managed define NULL", virDomainManagedSaveDefineXML(dom, NULL, 0));
    result("managed define both", virDomainManagedSaveDefineXML(dom, NULL, 6));
    result_string("managed xml", virDomainManagedSaveGetXMLDesc(dom, 0));
    result_string("managed xml secure", virDomainManagedSaveGetXMLDesc(dom, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE));
    result("managed remove", virDomainManagedSaveRemove(dom, 0));
}

int main(int argc, char **argv)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    virConnectPtr conn = argc > 1 ? virConnectOpen(argv[1]) : NULL;
    virConnectPtr readonly = argc > 1 ? virConnectOpenReadOnly(argv[1]) : NULL;
    virDomainPtr dom = conn ? virDomainLookupByName(conn, "test") : NULL;
    virDomainPtr looking = readonly ? virDomainLookupByName(readonly, "test") : NULL;
    /* Relative paths show in messages: they must be the same everywhere. */
    if (!dom || !looking || chdir("/usr/lib") < 0) {
        print_error();
        return 1;
    }
    devices(dom);
    blocks(dom);
    saving(conn, dom);
    printf("-- read-only\n");
    devices(looking);
    blocks(looking);
    saving(readonly, looking);
    printf("-- managed image\n");
    result("managed save", virDomainManagedSave(dom, VIR_DOMAIN_SAVE_PAUSED));
    result("has image", virDomainHasManagedSaveImage(dom, 0));
    result("managed remove", virDomainManagedSaveRemove(dom, 0));
    result("has image", virDomainHasManagedSaveImage(dom, 0));
    virDomainFree(looking);
    virDomainFree(dom);
    result("close", virConnectClose(readonly));
    result("close", virConnectClose(conn));
    return 0;
}
