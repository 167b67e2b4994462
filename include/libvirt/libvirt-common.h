#ifndef LIBVIRT_COMMON_H
#define LIBVIRT_COMMON_H

#if !defined(__VIR_LIBVIRT_H_INCLUDES__) && !defined(__VIR_ADMIN_H_INCLUDES__)
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#include <stddef.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * VIR_DEPRECATED: marks what new programs should not use.
 */
#ifndef VIR_DEPRECATED
#define VIR_DEPRECATED __attribute__((__deprecated__))
#endif

/**
 * VIR_EXPORT_VAR: declares a variable of the library.
 */
#define VIR_EXPORT_VAR extern

#define LIBVIR_VERSION_NUMBER 12008000
#define VIR_TYPED_PARAM_FIELD_LENGTH 80

typedef enum {
    VIR_CONNECT_CLOSE_REASON_ERROR = 0, /**< (Since: 0.10.0) */
    VIR_CONNECT_CLOSE_REASON_EOF = 1, /**< (Since: 0.10.0) */
    VIR_CONNECT_CLOSE_REASON_KEEPALIVE = 2, /**< (Since: 0.10.0) */
    VIR_CONNECT_CLOSE_REASON_CLIENT = 3, /**< (Since: 0.10.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_CONNECT_CLOSE_REASON_LAST = 4, /**< (Since: 0.10.0) */
#endif
} virConnectCloseReason;

typedef enum {
    VIR_TYPED_PARAM_INT = 1, /**< (Since: 0.9.2) */
    VIR_TYPED_PARAM_UINT = 2, /**< (Since: 0.9.2) */
    VIR_TYPED_PARAM_LLONG = 3, /**< (Since: 0.9.2) */
    VIR_TYPED_PARAM_ULLONG = 4, /**< (Since: 0.9.2) */
    VIR_TYPED_PARAM_DOUBLE = 5, /**< (Since: 0.9.2) */
    VIR_TYPED_PARAM_BOOLEAN = 6, /**< (Since: 0.9.2) */
    VIR_TYPED_PARAM_STRING = 7, /**< (Since: 0.9.8) */
#ifdef VIR_ENUM_SENTINELS
    VIR_TYPED_PARAM_LAST = 8, /**< (Since: 0.9.10) */
#endif
} virTypedParameterType;

typedef enum {
    VIR_TYPED_PARAM_STRING_OKAY = (1 << 2), /**< (Since: 0.9.8) */
} virTypedParameterFlags;

typedef struct _virTypedParameter virTypedParameter;
struct _virTypedParameter {
    char field[VIR_TYPED_PARAM_FIELD_LENGTH];
    int type;
    union {
        int i;
        unsigned int ui;
        long long int l;
        unsigned long long int ul;
        double d;
        char b;
        char *s;
    } value;
};

typedef virTypedParameter *virTypedParameterPtr;

typedef void (*virFreeCallback)(void *opaque);

#define LIBVIR_CHECK_VERSION(major, minor, micro) \
    (LIBVIR_VERSION_NUMBER >= ((major) * 1000000 + (minor) * 1000 + (micro)))

int virTypedParamsAddBoolean(virTypedParameterPtr *params, int *nparams, int *maxparams, const char *name, int value);

int virTypedParamsAddDouble(virTypedParameterPtr *params, int *nparams, int *maxparams, const char *name, double value);

int virTypedParamsAddFromString(virTypedParameterPtr *params, int *nparams, int *maxparams, const char *name, int type, const char *value);

int virTypedParamsAddInt(virTypedParameterPtr *params, int *nparams, int *maxparams, const char *name, int value);

int virTypedParamsAddLLong(virTypedParameterPtr *params, int *nparams, int *maxparams, const char *name, long long value);

int virTypedParamsAddString(virTypedParameterPtr *params, int *nparams, int *maxparams, const char *name, const char *value);

int virTypedParamsAddStringList(virTypedParameterPtr *params, int *nparams, int *maxparams, const char *name, const char **values);

int virTypedParamsAddUInt(virTypedParameterPtr *params, int *nparams, int *maxparams, const char *name, unsigned int value);

int virTypedParamsAddULLong(virTypedParameterPtr *params, int *nparams, int *maxparams, const char *name, unsigned long long value);

void virTypedParamsClear(virTypedParameterPtr params, int nparams);

void virTypedParamsFree(virTypedParameterPtr params, int nparams);

virTypedParameterPtr virTypedParamsGet(virTypedParameterPtr params, int nparams, const char *name);

int virTypedParamsGetBoolean(virTypedParameterPtr params, int nparams, const char *name, int *value);

int virTypedParamsGetDouble(virTypedParameterPtr params, int nparams, const char *name, double *value);

int virTypedParamsGetInt(virTypedParameterPtr params, int nparams, const char *name, int *value);

int virTypedParamsGetLLong(virTypedParameterPtr params, int nparams, const char *name, long long *value);

int virTypedParamsGetString(virTypedParameterPtr params, int nparams, const char *name, const char **value);

int virTypedParamsGetUInt(virTypedParameterPtr params, int nparams, const char *name, unsigned int *value);

int virTypedParamsGetULLong(virTypedParameterPtr params, int nparams, const char *name, unsigned long long *value);

#ifdef __cplusplus
}
#endif

#endif
