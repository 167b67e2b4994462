/* What every program here prints the same way. Include first. */
#ifndef OXIVIRT_COMPAT_COMMON_H
#define OXIVIRT_COMPAT_COMMON_H

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* virError's object members are deprecated; whether they are set is still behaviour. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Seconds after which what is waited for counts as hung. They are many, because valgrind, QEMU and other work on the machine make
   everything slow, and nothing waits so long where all is well; the runner (programs.py) waits longer, so that the output tells what
   hung. */
#define HANG_TIMEOUT 200

static const char *text(const char *s) { return s ? s : "(null)"; }

static void __attribute__((unused)) print_fields(const virError *e)
{
    printf("code=%d domain=%d level=%d message=[%s] str=[%s][%s][%s] int=%d,%d%s%s%s", e->code, e->domain, (int)e->level,
           text(e->message), text(e->str1), text(e->str2), text(e->str3), e->int1, e->int2, e->conn ? " conn" : "",
           e->dom ? " dom" : "", e->net ? " net" : "");
}

/* The thread's last error on the rest of the line, or "no error". */
static void __attribute__((unused)) print_error(void)
{
    const virError *e = virGetLastError();
    if (!e || e->code == VIR_ERR_OK)
        printf("no error");
    else
        print_fields(e);
    printf("\n");
}

static void __attribute__((unused)) quiet(void *opaque, virErrorPtr error)
{
    (void)opaque;
    (void)error;
}

static void __attribute__((unused)) result(const char *what, long long value)
{
    printf("%s: %lld ", what, value);
    print_error();
    virResetLastError();
}

static void __attribute__((unused)) result_string(const char *what, const char *value)
{
    printf("%s: [%s] ", what, text(value));
    print_error();
    virResetLastError();
}

static void __attribute__((unused)) result_pointer(const char *what, const void *value)
{
    printf("%s: %s ", what, value ? "non-NULL" : "NULL");
    print_error();
    virResetLastError();
}

#endif
