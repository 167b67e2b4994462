/*
 * libvirt.h: manages hypervisors, their guests and what these need: storage, networks, secrets. The
 * one header to include; virterror.h (errors), libvirt-qemu.h, libvirt-lxc.h and libvirt-admin.h
 * come on top.
 *
 * Conventions that hold for every function unless it says otherwise:
 *
 * Errors. NULL, -1 or, where it says so, 0 is failure. The reason is kept for the calling thread
 * until its next call: see virterror.h. A handle that is NULL, freed or of another kind is the
 * VIR_ERR_INVALID_* of its kind; NULL for a pointer that may not be NULL is VIR_ERR_INVALID_ARG; a
 * function the driver lacks is VIR_ERR_NO_SUPPORT.
 *
 * Handles (virDomainPtr and its kin) are counted: a function that returns one gives the caller a
 * reference, virXxxRef() takes another, virXxxFree() or virConnectClose() gives one back. Every
 * handle keeps its connection open. A handle names an object: it does not keep the object itself
 * alive.
 *
 * Memory. Strings and arrays that are handed over are freed with free(); const char * results
 * belong to the handle they were asked from. An array of handles ends in NULL: release each, then
 * free() the array.
 *
 * Room. Where a function takes an array and the address of its length, call it with a length of 0
 * to learn how many entries there are, allocate, and call again.
 *
 * Flags. 0 is always valid. A bit the daemon does not know is VIR_ERR_INVALID_ARG.
 *
 * Threads. Everything may be called from any thread, on shared handles too. Callbacks run on the
 * thread that runs the event loop, and may call any function.
 *
 * Units are in the documentation of each item; memory is mostly KiB, time mostly nanoseconds.
 */

#ifndef LIBVIRT_H
#define LIBVIRT_H

#include <sys/types.h>

#define __VIR_LIBVIRT_H_INCLUDES__
#include <libvirt/libvirt-common.h>
#include <libvirt/libvirt-host.h>
#include <libvirt/libvirt-domain.h>
#include <libvirt/libvirt-domain-checkpoint.h>
#include <libvirt/libvirt-domain-snapshot.h>
#include <libvirt/libvirt-event.h>
#include <libvirt/libvirt-interface.h>
#include <libvirt/libvirt-network.h>
#include <libvirt/libvirt-nodedev.h>
#include <libvirt/libvirt-nwfilter.h>
#include <libvirt/libvirt-secret.h>
#include <libvirt/libvirt-storage.h>
#include <libvirt/libvirt-stream.h>
#undef __VIR_LIBVIRT_H_INCLUDES__

#endif /* LIBVIRT_H */
