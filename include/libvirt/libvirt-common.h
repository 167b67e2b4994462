/*
 * libvirt-common.h: what both libvirt.h and libvirt-admin.h need: the version of the interface, the
 * reasons for losing a connection, and typed parameters.
 */

#if !defined(__VIR_LIBVIRT_H_INCLUDES__) && !defined(__VIR_ADMIN_H_INCLUDES__)
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifndef LIBVIRT_COMMON_H
#define LIBVIRT_COMMON_H

#include <stddef.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Counting enumerations end in a *_LAST sentinel that grows with releases. A program sees it only
 * when it defines VIR_ENUM_SENTINELS before the first include; enumerations of flags have none.
 */

/* Marks what new programs should not use; define it empty to keep the compiler quiet. */
#ifndef VIR_DEPRECATED
#ifdef __GNUC__
#define VIR_DEPRECATED __attribute__((__deprecated__))
#else
#define VIR_DEPRECATED
#endif
#endif

/* Declares a variable that lives in the library. */
#define VIR_EXPORT_VAR extern

/**
 * LIBVIR_VERSION_NUMBER:
 *
 * Version of the interface these headers describe: major * 1,000,000 + minor * 1,000 + micro. The
 * version of the library loaded at run time is virGetVersion().
 *
 * Since: 0.0.1
 */
#define LIBVIR_VERSION_NUMBER 12008000

/**
 * LIBVIR_CHECK_VERSION:
 * @major: major number of the release
 * @minor: minor number
 * @micro: micro number
 *
 * Compares the headers with a release, for conditional compilation.
 *
 * Returns true when the headers are of that release or newer.
 *
 * Since: 1.2.0
 */
#define LIBVIR_CHECK_VERSION(major, minor, micro) \
    (LIBVIR_VERSION_NUMBER >= ((major) * 1000000 + (minor) * 1000 + (micro)))

/**
 * virFreeCallback:
 * @opaque: the private data
 *
 * Releases the private data that was registered together with a callback. Called once, when the
 * library will not use the data again; from the thread of the event loop or from the one that
 * deregisters.
 *
 * Since: 0.5.0
 */
typedef void (*virFreeCallback)(void *opaque);

/*
 * Connections
 */

/**
 * virConnectCloseReason:
 *
 * Why a connection ended, as told to a close callback.
 *
 * Since: 0.10.0
 */
typedef enum {
    VIR_CONNECT_CLOSE_REASON_ERROR = 0,
        /**< the socket failed, or the peer broke the protocol (Since: 0.10.0) */
    VIR_CONNECT_CLOSE_REASON_EOF = 1, /**< the daemon closed its end (Since: 0.10.0) */
    VIR_CONNECT_CLOSE_REASON_KEEPALIVE = 2, /**< keepalive probes went unanswered (Since: 0.10.0) */
    VIR_CONNECT_CLOSE_REASON_CLIENT = 3, /**< this program closed it (Since: 0.10.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_CONNECT_CLOSE_REASON_LAST = 4, /**< number of reasons (Since: 0.10.0) */
#endif
} virConnectCloseReason;

/*
 * Typed parameters: arrays of named, typed values
 */

/**
 * virTypedParameterType:
 *
 * Which member of the value union of a virTypedParameter counts.
 *
 * Since: 0.9.2
 */
typedef enum {
    VIR_TYPED_PARAM_INT = 1, /**< signed 32-bit integer, member i (Since: 0.9.2) */
    VIR_TYPED_PARAM_UINT = 2, /**< unsigned 32-bit integer, member ui (Since: 0.9.2) */
    VIR_TYPED_PARAM_LLONG = 3, /**< signed 64-bit integer, member l (Since: 0.9.2) */
    VIR_TYPED_PARAM_ULLONG = 4, /**< unsigned 64-bit integer, member ul (Since: 0.9.2) */
    VIR_TYPED_PARAM_DOUBLE = 5, /**< floating point number, member d (Since: 0.9.2) */
    VIR_TYPED_PARAM_BOOLEAN = 6, /**< 0 or 1, member b (Since: 0.9.2) */
    VIR_TYPED_PARAM_STRING = 7, /**< NUL-terminated string, member s (Since: 0.9.8) */
#ifdef VIR_ENUM_SENTINELS
    VIR_TYPED_PARAM_LAST = 8, /**< one more than the highest type (Since: 0.9.10) */
#endif
} virTypedParameterType;

/**
 * virTypedParameterFlags:
 *
 * Flags common to the functions that fill typed parameters. The values are reserved there: no such
 * function uses them for anything else.
 *
 * Since: 0.9.8
 */
typedef enum {
    VIR_TYPED_PARAM_STRING_OKAY = (1 << 2),
        /**< the caller can take VIR_TYPED_PARAM_STRING values. Getters of this library always send
         *   it: programs need not (Since: 0.9.8) */
} virTypedParameterFlags;

/**
 * VIR_TYPED_PARAM_FIELD_LENGTH:
 *
 * Bytes of the name of a typed parameter, terminating NUL included.
 *
 * Since: 0.9.2
 */
#define VIR_TYPED_PARAM_FIELD_LENGTH 80

/**
 * virTypedParameter:
 *
 * One named value.
 *
 * Since: 0.9.2
 */
typedef struct _virTypedParameter virTypedParameter;
struct _virTypedParameter {
    char field[VIR_TYPED_PARAM_FIELD_LENGTH]; /**< name, NUL-terminated */
    int type; /**< a virTypedParameterType; selects the member of value */
    union {
        int i; /**< VIR_TYPED_PARAM_INT */
        unsigned int ui; /**< VIR_TYPED_PARAM_UINT */
        long long int l; /**< VIR_TYPED_PARAM_LLONG */
        unsigned long long int ul; /**< VIR_TYPED_PARAM_ULLONG */
        double d; /**< VIR_TYPED_PARAM_DOUBLE */
        char b; /**< VIR_TYPED_PARAM_BOOLEAN: 0 or 1 */
        char *s; /**< VIR_TYPED_PARAM_STRING: malloc()ed, owned by the array */
    } value; /**< the value */
};

/**
 * virTypedParameterPtr:
 *
 * Pointer to a virTypedParameter.
 *
 * Since: 0.9.2
 */
typedef virTypedParameter *virTypedParameterPtr;

/**
 * virTypedParamsGet:
 * @params: array, or NULL for an empty one
 * @nparams: entries of @params
 * @name: name to look for
 *
 * Looks a parameter up by name, whatever its type.
 *
 * With several entries of the name the first counts. The result lies inside @params: do not free
 * it.
 *
 * Returns the entry, or NULL when there is none. Absence is not an error.
 *
 * Since: 1.0.2
 */
virTypedParameterPtr virTypedParamsGet(virTypedParameterPtr params, int nparams, const char *name);

/**
 * virTypedParamsGetInt:
 * @params: array, or NULL for an empty one
 * @nparams: entries of @params
 * @name: name to look for
 * @value: receives the value; may be NULL to test for presence
 *
 * Reads a VIR_TYPED_PARAM_INT.
 *
 * Returns 1 when found, 0 when absent (@value keeps its content), -1 with VIR_ERR_INVALID_ARG when
 * the parameter has another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetInt(virTypedParameterPtr params, int nparams, const char *name, int *value);

/**
 * virTypedParamsGetUInt:
 * @params: array, or NULL for an empty one
 * @nparams: entries of @params
 * @name: name to look for
 * @value: receives the value; may be NULL
 *
 * Reads a VIR_TYPED_PARAM_UINT.
 *
 * Returns as virTypedParamsGetInt().
 *
 * Since: 1.0.2
 */
int virTypedParamsGetUInt(virTypedParameterPtr params, int nparams, const char *name,
                          unsigned int *value);

/**
 * virTypedParamsGetLLong:
 * @params: array, or NULL for an empty one
 * @nparams: entries of @params
 * @name: name to look for
 * @value: receives the value; may be NULL
 *
 * Reads a VIR_TYPED_PARAM_LLONG.
 *
 * Returns as virTypedParamsGetInt().
 *
 * Since: 1.0.2
 */
int virTypedParamsGetLLong(virTypedParameterPtr params, int nparams, const char *name,
                           long long *value);

/**
 * virTypedParamsGetULLong:
 * @params: array, or NULL for an empty one
 * @nparams: entries of @params
 * @name: name to look for
 * @value: receives the value; may be NULL
 *
 * Reads a VIR_TYPED_PARAM_ULLONG.
 *
 * Returns as virTypedParamsGetInt().
 *
 * Since: 1.0.2
 */
int virTypedParamsGetULLong(virTypedParameterPtr params, int nparams, const char *name,
                            unsigned long long *value);

/**
 * virTypedParamsGetDouble:
 * @params: array, or NULL for an empty one
 * @nparams: entries of @params
 * @name: name to look for
 * @value: receives the value; may be NULL
 *
 * Reads a VIR_TYPED_PARAM_DOUBLE.
 *
 * Returns as virTypedParamsGetInt().
 *
 * Since: 1.0.2
 */
int virTypedParamsGetDouble(virTypedParameterPtr params, int nparams, const char *name,
                            double *value);

/**
 * virTypedParamsGetBoolean:
 * @params: array, or NULL for an empty one
 * @nparams: entries of @params
 * @name: name to look for
 * @value: receives 0 or 1; may be NULL
 *
 * Reads a VIR_TYPED_PARAM_BOOLEAN.
 *
 * Returns as virTypedParamsGetInt().
 *
 * Since: 1.0.2
 */
int virTypedParamsGetBoolean(virTypedParameterPtr params, int nparams, const char *name,
                             int *value);

/**
 * virTypedParamsGetString:
 * @params: array, or NULL for an empty one
 * @nparams: entries of @params
 * @name: name to look for
 * @value: receives the string; may be NULL
 *
 * Reads a VIR_TYPED_PARAM_STRING. The string stays the property of the array: copy what must
 * outlive it.
 *
 * Returns as virTypedParamsGetInt().
 *
 * Since: 1.0.2
 */
int virTypedParamsGetString(virTypedParameterPtr params, int nparams, const char *name,
                            const char **value);

/**
 * virTypedParamsAddInt:
 * @params: address of the array, reallocated as needed
 * @nparams: address of the number of entries used
 * @maxparams: address of the number of entries allocated
 * @name: name, at most VIR_TYPED_PARAM_FIELD_LENGTH - 1 bytes
 * @value: value
 *
 * Appends a VIR_TYPED_PARAM_INT. Start with a NULL array and both counts 0; the array is then grown
 * as needed and can be released with virTypedParamsFree(). The name is copied.
 *
 * Names may repeat. On failure the array and its counts remain valid.
 *
 * Returns 0, or -1 on error (VIR_ERR_INVALID_ARG for a name that is too long).
 *
 * Since: 1.0.2
 */
int virTypedParamsAddInt(virTypedParameterPtr *params, int *nparams, int *maxparams,
                         const char *name, int value);

/**
 * virTypedParamsAddUInt:
 * @params: address of the array, reallocated as needed
 * @nparams: address of the number of entries used
 * @maxparams: address of the number of entries allocated
 * @name: name
 * @value: value
 *
 * Appends a VIR_TYPED_PARAM_UINT; otherwise as virTypedParamsAddInt().
 *
 * Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddUInt(virTypedParameterPtr *params, int *nparams, int *maxparams,
                          const char *name, unsigned int value);

/**
 * virTypedParamsAddLLong:
 * @params: address of the array, reallocated as needed
 * @nparams: address of the number of entries used
 * @maxparams: address of the number of entries allocated
 * @name: name
 * @value: value
 *
 * Appends a VIR_TYPED_PARAM_LLONG; otherwise as virTypedParamsAddInt().
 *
 * Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddLLong(virTypedParameterPtr *params, int *nparams, int *maxparams,
                           const char *name, long long value);

/**
 * virTypedParamsAddULLong:
 * @params: address of the array, reallocated as needed
 * @nparams: address of the number of entries used
 * @maxparams: address of the number of entries allocated
 * @name: name
 * @value: value
 *
 * Appends a VIR_TYPED_PARAM_ULLONG; otherwise as virTypedParamsAddInt().
 *
 * Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddULLong(virTypedParameterPtr *params, int *nparams, int *maxparams,
                            const char *name, unsigned long long value);

/**
 * virTypedParamsAddDouble:
 * @params: address of the array, reallocated as needed
 * @nparams: address of the number of entries used
 * @maxparams: address of the number of entries allocated
 * @name: name
 * @value: value
 *
 * Appends a VIR_TYPED_PARAM_DOUBLE; otherwise as virTypedParamsAddInt().
 *
 * Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddDouble(virTypedParameterPtr *params, int *nparams, int *maxparams,
                            const char *name, double value);

/**
 * virTypedParamsAddBoolean:
 * @params: address of the array, reallocated as needed
 * @nparams: address of the number of entries used
 * @maxparams: address of the number of entries allocated
 * @name: name
 * @value: 0 is stored as 0, anything else as 1
 *
 * Appends a VIR_TYPED_PARAM_BOOLEAN; otherwise as virTypedParamsAddInt().
 *
 * Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddBoolean(virTypedParameterPtr *params, int *nparams, int *maxparams,
                             const char *name, int value);

/**
 * virTypedParamsAddString:
 * @params: address of the array, reallocated as needed
 * @nparams: address of the number of entries used
 * @maxparams: address of the number of entries allocated
 * @name: name
 * @value: string to copy; NULL is stored as NULL
 *
 * Appends a VIR_TYPED_PARAM_STRING with a copy of the string; otherwise as virTypedParamsAddInt().
 *
 * Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddString(virTypedParameterPtr *params, int *nparams, int *maxparams,
                            const char *name, const char *value);

/**
 * virTypedParamsAddStringList:
 * @params: address of the array, reallocated as needed
 * @nparams: address of the number of entries used
 * @maxparams: address of the number of entries allocated
 * @name: name shared by the entries
 * @values: NULL-terminated list; NULL adds nothing
 *
 * Appends one VIR_TYPED_PARAM_STRING per string, all with the same name.
 *
 * When one string cannot be added, those before it stay in the array.
 *
 * Returns 0, or -1 on error. A list that is not NULL but empty gives -1 without an error.
 *
 * Since: 1.2.17
 */
int virTypedParamsAddStringList(virTypedParameterPtr *params, int *nparams, int *maxparams,
                                const char *name, const char **values);

/**
 * virTypedParamsAddFromString:
 * @params: address of the array, reallocated as needed
 * @nparams: address of the number of entries used
 * @maxparams: address of the number of entries allocated
 * @name: name
 * @type: the virTypedParameterType to convert to
 * @value: decimal number; "0", "1", "true" or "false" for a boolean; or the string itself
 *
 * Appends a value written as text, as a command line gives it.
 *
 * Returns 0, or -1 on error: VIR_ERR_INVALID_ARG when @value is NULL or not of @type.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddFromString(virTypedParameterPtr *params, int *nparams, int *maxparams,
                                const char *name, int type, const char *value);

/**
 * virTypedParamsClear:
 * @params: array; NULL does nothing
 * @nparams: entries of @params
 *
 * Frees the strings inside an array, not the array itself: for arrays on the stack, or to be filled
 * anew.
 *
 * Since: 1.0.2
 */
void virTypedParamsClear(virTypedParameterPtr params, int nparams);

/**
 * virTypedParamsFree:
 * @params: array made by the library; NULL does nothing
 * @nparams: entries of @params
 *
 * Frees an array together with the strings in it.
 *
 * Since: 1.0.2
 */
void virTypedParamsFree(virTypedParameterPtr params, int nparams);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_COMMON_H */
