/*
 * libvirt-lxc.h: what only the LXC driver offers: entering what surrounds a container. Functions
 * here live in libvirt-lxc.so.0. Entering changes the calling process: it is meant for a child that
 * is about to execute a program inside the container, and needs the container on the same host.
 */

#ifndef LIBVIRT_LXC_H
#define LIBVIRT_LXC_H

#include <libvirt/libvirt.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * virDomainLxcOpenNamespace:
 * @domain: running container
 * @fdlist: receives an array of descriptors, one per namespace: close() each, free() the array
 * @flags: no flag is defined: 0
 *
 * Opens the namespaces of a running container. Needs a connection over a UNIX socket that is not
 * read-only.
 *
 * Returns number of descriptors, or -1 on error.
 *
 * Since: 1.0.2
 */
int virDomainLxcOpenNamespace(virDomainPtr domain, int **fdlist, unsigned int flags);

/**
 * virDomainLxcEnterNamespace:
 * @domain: container
 * @nfdlist: number of descriptors
 * @fdlist: descriptors from virDomainLxcOpenNamespace()
 * @noldfdlist: receives the number of descriptors in @oldfdlist; may be NULL
 * @oldfdlist: receives an array of descriptors of the namespaces left, for the way back: close()
 *     each, free() the array; may be NULL
 * @flags: no flag is defined: 0
 *
 * Moves the calling process into namespaces. A new PID namespace holds for children only: fork
 * afterwards.
 *
 * On failure nothing is stored in @oldfdlist; some namespaces may have been entered already.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virDomainLxcEnterNamespace(virDomainPtr domain, unsigned int nfdlist, int *fdlist,
                               unsigned int *noldfdlist, int **oldfdlist, unsigned int flags);

/**
 * virDomainLxcEnterSecurityLabel:
 * @model: security model of the host, from virNodeGetSecurityModel()
 * @label: label of the container, from virDomainGetSecurityLabel()
 * @oldlabel: receives the label left, where the model tells it; may be NULL
 * @flags: no flag is defined: 0
 *
 * Puts the calling process under the container's security label: with SELinux from the next exec
 * on, with AppArmor at once.
 *
 * Returns 0, or -1 on error (VIR_ERR_ARGUMENT_UNSUPPORTED for a model that is not available).
 *
 * Since: 1.0.4
 */
int virDomainLxcEnterSecurityLabel(virSecurityModelPtr model, virSecurityLabelPtr label,
                                   virSecurityLabelPtr oldlabel, unsigned int flags);

/**
 * virDomainLxcEnterCGroup:
 * @domain: running container
 * @flags: no flag is defined: 0
 *
 * Moves the calling process into the control groups of the container.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virDomainLxcEnterCGroup(virDomainPtr domain, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_LXC_H */
