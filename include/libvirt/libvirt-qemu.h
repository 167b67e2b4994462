/*
 * libvirt-qemu.h: what only the QEMU driver offers: raw access to the monitor and the guest agent.
 * Functions here live in libvirt-qemu.so.0. What they change behind the driver's back is not
 * tracked: a domain used this way may become tainted, and its behaviour is not supported.
 */

#ifndef LIBVIRT_QEMU_H
#define LIBVIRT_QEMU_H

#include <libvirt/libvirt.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Monitor
 */

/**
 * virDomainQemuMonitorCommandFlags:
 *
 * Language of a monitor command.
 *
 * Since: 0.8.8
 */
typedef enum {
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT = 0, /**< QMP: a JSON object (Since: 0.8.8) */
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP = (1 << 0),
        /**< the monitor's language for people: a command line (Since: 0.8.8) */
} virDomainQemuMonitorCommandFlags;

/**
 * virDomainQemuMonitorCommand:
 * @domain: running domain
 * @cmd: command: JSON of QMP, or a line with VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP
 * @result: receives the answer as QEMU gave it, errors of QMP included; to be freed with free()
 * @flags: OR of virDomainQemuMonitorCommandFlags
 *
 * Sends a command to the QEMU monitor of a running domain and waits for the answer. Not allowed on
 * a read-only connection.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.8.3
 */
int virDomainQemuMonitorCommand(virDomainPtr domain, const char *cmd, char **result,
                                unsigned int flags);

/**
 * virDomainQemuMonitorCommandWithFiles:
 * @domain: running domain
 * @cmd: command
 * @ninfiles: number of descriptors for QEMU
 * @infiles: the descriptors; they stay open here
 * @noutfiles: receives the number of descriptors QEMU sent; may be NULL together with @outfiles
 * @outfiles: receives an array of them: close() each, free() the array; may be NULL
 * @result: receives the answer; to be freed with free()
 * @flags: OR of virDomainQemuMonitorCommandFlags
 *
 * As virDomainQemuMonitorCommand(), with descriptors passed along. Needs a connection over a UNIX
 * socket.
 *
 * Returns 0, or -1 on error (VIR_ERR_ARGUMENT_UNSUPPORTED where descriptors cannot be passed).
 *
 * Since: 8.2.0
 */
int virDomainQemuMonitorCommandWithFiles(virDomainPtr domain, const char *cmd,
                                         unsigned int ninfiles, int *infiles,
                                         unsigned int *noutfiles, int **outfiles, char **result,
                                         unsigned int flags);

/**
 * virConnectDomainQemuMonitorEventCallback:
 * @conn: connection
 * @dom: domain the event comes from
 * @event: name QEMU gives the event
 * @seconds: time of the event by the host's clock: seconds since 1970
 * @micros: microseconds of that second
 * @details: data of the event as JSON, or NULL
 * @opaque: pointer given with the callback
 *
 * Called on the thread of the event loop for each monitor event that was registered for. Arguments
 * are valid during the call only.
 *
 * Since: 1.2.3
 */
typedef void (*virConnectDomainQemuMonitorEventCallback)(virConnectPtr conn, virDomainPtr dom,
                                                         const char *event, long long seconds,
                                                         unsigned int micros, const char *details,
                                                         void *opaque);

/**
 * virConnectDomainQemuMonitorEventRegisterFlags:
 *
 * How the name of an event is matched.
 *
 * Since: 1.2.3
 */
typedef enum {
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX = (1 << 0),
        /**< the name is a regular expression (Since: 1.2.3) */
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE = (1 << 1),
        /**< upper and lower case are the same (Since: 1.2.3) */
} virConnectDomainQemuMonitorEventRegisterFlags;

/**
 * virConnectDomainQemuMonitorEventRegister:
 * @conn: connection
 * @dom: domain to hear of, or NULL for all
 * @event: name to hear of, or NULL for all
 * @cb: called for each event
 * @opaque: passed to @cb and @freecb
 * @freecb: releases @opaque after deregistration; may be NULL
 * @flags: OR of virConnectDomainQemuMonitorEventRegisterFlags
 *
 * Asks for monitor events. Not allowed on a read-only connection; needs a registered event loop.
 *
 * Returns an id for virConnectDomainQemuMonitorEventDeregister(), or -1 on error; then @freecb is
 * not called.
 *
 * Since: 1.2.3
 */
int virConnectDomainQemuMonitorEventRegister(virConnectPtr conn, virDomainPtr dom,
                                             const char *event,
                                             virConnectDomainQemuMonitorEventCallback cb,
                                             void *opaque, virFreeCallback freecb,
                                             unsigned int flags);

/**
 * virConnectDomainQemuMonitorEventDeregister:
 * @conn: connection
 * @callbackID: id from virConnectDomainQemuMonitorEventRegister()
 *
 * Ends a registration.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 1.2.3
 */
int virConnectDomainQemuMonitorEventDeregister(virConnectPtr conn, int callbackID);

/**
 * virDomainQemuAttach:
 * @conn: connection
 * @pid_value: process id
 * @flags: no flag is defined: 0
 *
 * Makes a domain of a QEMU process that was started by other means. Daemons dropped support in
 * 5.5.0: newer ones answer VIR_ERR_NO_SUPPORT.
 *
 * Returns the domain, to be released with virDomainFree(), or NULL on error.
 *
 * Since: 0.9.4
 */
virDomainPtr virDomainQemuAttach(virConnectPtr conn, unsigned int pid_value, unsigned int flags);

/*
 * Guest agent
 */

/**
 * virDomainQemuAgentCommandTimeoutValues:
 *
 * Special timeouts of virDomainQemuAgentCommand(); positive values are seconds.
 *
 * Since: 0.10.0
 */
typedef enum {
    VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK,
        /**< lowest value allowed (Since: 0.10.0) */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK,
        /**< wait without limit (Since: 0.10.0) */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT,
        /**< the daemon's own timeout (Since: 0.10.0) */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT,
        /**< do not wait for an answer (Since: 0.10.0) */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN = 60,
        /**< seconds the driver itself grants a shutdown by agent (Since: 1.2.15) */
} virDomainQemuAgentCommandTimeoutValues;

/**
 * virDomainQemuAgentCommand:
 * @domain: running domain with an agent channel
 * @cmd: JSON object in the agent's protocol
 * @timeout: seconds to wait, or a virDomainQemuAgentCommandTimeoutValues
 * @flags: no flag is defined: 0
 *
 * Sends a command to the agent inside a running guest and waits for the answer. Not allowed on a
 * read-only connection.
 *
 * Returns the answer as JSON, to be freed with free(), or NULL on error (VIR_ERR_AGENT_UNRESPONSIVE
 * when no agent answers).
 *
 * Since: 0.10.0
 */
char *virDomainQemuAgentCommand(virDomainPtr domain, const char *cmd, int timeout,
                                unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_QEMU_H */
