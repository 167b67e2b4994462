/* Every virTypedParams function: all types, growth, wrong types, NULL, duplicates, text to number, long names, lists. */
#include "common.h"
#include <float.h>
#include <limits.h>

static virTypedParameterPtr params;
static int nparams, maxparams;

static void dump(const char *what)
{
    printf("%s: %d parameters, %s\n", what, nparams, nparams <= maxparams ? "room for them" : "no room for them");
    for (int i = 0; i < nparams; i++) {
        virTypedParameterPtr p = &params[i];
        printf("  [%s] type=%d ", p->field, p->type);
        switch (p->type) {
        case VIR_TYPED_PARAM_INT: printf("%d\n", p->value.i); break;
        case VIR_TYPED_PARAM_UINT: printf("%u\n", p->value.ui); break;
        case VIR_TYPED_PARAM_LLONG: printf("%lld\n", p->value.l); break;
        case VIR_TYPED_PARAM_ULLONG: printf("%llu\n", p->value.ul); break;
        case VIR_TYPED_PARAM_DOUBLE: printf("%.17g\n", p->value.d); break;
        case VIR_TYPED_PARAM_BOOLEAN: printf("%d\n", p->value.b); break;
        case VIR_TYPED_PARAM_STRING: printf("[%s]\n", text(p->value.s)); break;
        default: printf("?\n");
        }
    }
}

static void start_over(void)
{
    virTypedParamsFree(params, nparams);
    params = NULL;
    nparams = maxparams = 0;
    result("freed", 0);
}

#define ADD(kind, ...) result("add " #kind, virTypedParamsAdd##kind(&params, &nparams, &maxparams, __VA_ARGS__))

static void add_all(void)
{
    ADD(Int, "int", INT_MIN);
    ADD(UInt, "uint", UINT_MAX);
    ADD(LLong, "llong", LLONG_MIN);
    ADD(ULLong, "ullong", ULLONG_MAX);
    ADD(Double, "double", DBL_MAX);
    ADD(Boolean, "boolean", 1);
    ADD(String, "string", "text");
}

static void duplicates(void)
{
    ADD(Int, "int", 5);
    ADD(UInt, "int", 6);
    ADD(String, "string", "again");
    ADD(String, "string", "");
    ADD(String, "null string", NULL);
    ADD(Boolean, "two", 2);
    ADD(Boolean, "minus", -1);
    ADD(Int, "", 7);
}

static void look_up(const char *name)
{
    int i = 77;
    unsigned int ui = 77;
    long long l = 77;
    unsigned long long ul = 77;
    double d = 77;
    int b = 77;
    const char *s = "unset";
    printf("look up [%s]\n", name);
    result_pointer("get", virTypedParamsGet(params, nparams, name));
    result("int", virTypedParamsGetInt(params, nparams, name, &i));
    result("uint", virTypedParamsGetUInt(params, nparams, name, &ui));
    result("llong", virTypedParamsGetLLong(params, nparams, name, &l));
    result("ullong", virTypedParamsGetULLong(params, nparams, name, &ul));
    result("double", virTypedParamsGetDouble(params, nparams, name, &d));
    result("boolean", virTypedParamsGetBoolean(params, nparams, name, &b));
    result("string", virTypedParamsGetString(params, nparams, name, &s));
    printf("  %d %u %lld %llu %.17g %d [%s]\n", i, ui, l, ul, d, b, text(s));
}

static void null_arguments(void)
{
    int i = 0;
    printf("NULL arguments\n");
    result_pointer("get name", virTypedParamsGet(params, nparams, NULL));
    result_pointer("get params", virTypedParamsGet(NULL, 3, "int"));
    result_pointer("get none", virTypedParamsGet(params, 0, "int"));
    result("int name", virTypedParamsGetInt(params, nparams, NULL, &i));
    result("int value", virTypedParamsGetInt(params, nparams, "int", NULL));
    result("uint value", virTypedParamsGetUInt(params, nparams, "uint", NULL));
    result("llong value", virTypedParamsGetLLong(params, nparams, "llong", NULL));
    result("ullong value", virTypedParamsGetULLong(params, nparams, "ullong", NULL));
    result("double value", virTypedParamsGetDouble(params, nparams, "double", NULL));
    result("boolean value", virTypedParamsGetBoolean(params, nparams, "boolean", NULL));
    result("string value", virTypedParamsGetString(params, nparams, "string", NULL));
    result("wrong type, no value", virTypedParamsGetInt(params, nparams, "string", NULL));
    result("absent, no value", virTypedParamsGetInt(params, nparams, "absent", NULL));
    virTypedParamsClear(NULL, 3);
    result("clear NULL", 0);
    virTypedParamsFree(NULL, 0);
    result("free NULL", 0);
    virTypedParamsFree(NULL, 9);
    result("free NULL of 9", 0);
}

static void from_text(int type, const char *value)
{
    printf("type %d from [%s]\n", type, text(value));
    result("add", virTypedParamsAddFromString(&params, &nparams, &maxparams, "text", type, value));
    if (nparams > 0)
        dump("from text");
    virTypedParamsClear(params, nparams);
    nparams = 0;
}

static void texts(void)
{
    static const char *const values[] = {
        "0", "1", "-1", "+1", " 1", "1 ", "", "x", "1x", "0x10", "010", "2147483647", "2147483648", "-2147483648",
        "-2147483649", "4294967295", "4294967296", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "1.5", "-0.25",
        "1e400", ".5", "1e3", "nan", "inf", "true", "yes", "text",
    };
    for (int type = 0; type <= 9; type++)
        for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
            from_text(type, values[i]);
    from_text(VIR_TYPED_PARAM_STRING, NULL);
    from_text(-1, "1");
}

static void long_names(void)
{
    char name[100];
    for (int length = 78; length <= 82; length++) {
        memset(name, 'n', sizeof(name));
        name[length] = '\0';
        printf("name of %d bytes\n", length);
        ADD(Int, name, length);
        ADD(UInt, name, 1);
        ADD(LLong, name, 1);
        ADD(ULLong, name, 1);
        ADD(Double, name, 1);
        ADD(Boolean, name, 1);
        ADD(String, name, "value");
        result("from string", virTypedParamsAddFromString(&params, &nparams, &maxparams, name, VIR_TYPED_PARAM_INT, "1"));
        result_pointer("get", virTypedParamsGet(params, nparams, name));
    }
    dump("long names");
}

static void lists(void)
{
    const char *three[] = {"one", "two", "three", NULL}, *none[] = {NULL}, *same[] = {"a", "a", "", NULL};
    result("list of three", virTypedParamsAddStringList(&params, &nparams, &maxparams, "list", three));
    result("list of none", virTypedParamsAddStringList(&params, &nparams, &maxparams, "none", none));
    result("list of the same", virTypedParamsAddStringList(&params, &nparams, &maxparams, "list", same));
    result("list NULL", virTypedParamsAddStringList(&params, &nparams, &maxparams, "null", NULL));
    dump("lists");
}

static void grow(void)
{
    char name[32];
    for (int i = 0; i < 200; i++) {
        snprintf(name, sizeof(name), "n%d", i);
        if (virTypedParamsAddInt(&params, &nparams, &maxparams, name, i) < 0)
            result("grow", -1);
        if (nparams > maxparams)
            printf("more than there is room for\n");
    }
    int value = -1;
    result("last", virTypedParamsGetInt(params, nparams, "n199", &value));
    printf("%d parameters, last %d\n", nparams, value);
}

static void sparse(void)
{
    virTypedParameter own[3];
    memset(own, 0, sizeof(own));
    strcpy(own[0].field, "a");
    own[0].type = VIR_TYPED_PARAM_STRING;
    own[0].value.s = strdup("a");
    strcpy(own[1].field, "a");
    own[1].type = VIR_TYPED_PARAM_INT;
    own[1].value.i = 9;
    strcpy(own[2].field, "b");
    own[2].type = 42;
    int i = 0;
    const char *s = NULL;
    result("first of two", virTypedParamsGetInt(own, 3, "a", &i));
    result("first of two", virTypedParamsGetString(own, 3, "a", &s));
    result("unknown type", virTypedParamsGetInt(own, 3, "b", &i));
    virTypedParamsClear(own, 3);
    printf("cleared: %s\n", own[0].value.s ? "kept" : "NULL");
    virTypedParamsClear(own, 3);
    result("cleared twice", 0);
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    result("initialize", virInitialize());
    add_all();
    duplicates();
    dump("all");
    static const char *const names[] = {"int", "uint", "llong", "ullong", "double", "boolean", "string", "null string",
                                        "absent", ""};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        look_up(names[i]);
    null_arguments();
    virTypedParamsClear(params, nparams);
    result("clear", 0);
    start_over();
    grow();
    start_over();
    texts();
    start_over();
    long_names();
    start_over();
    lists();
    start_over();
    sparse();
    return 0;
}
