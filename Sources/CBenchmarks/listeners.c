// The yardstick: a plain C program that listens to bluetoothd, reads a value's octets, then the clock.
#include "CBenchmarks.h"
#include "link.h"

#include <errno.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

enum { CAPACITY = 100000, PATIENCE_MS = 5000 };
static uint32_t latencies[CAPACITY];
static int came;

uint32_t bench_latency(int number) { return latencies[number]; }

static void note(const uint8_t *value, size_t octets) {
    if (octets != STAMPED_OCTETS || came >= CAPACITY) return;
    latencies[came++] = (uint32_t)((now_ns() - time_stamped(value)) & STAMP_MASK);
}

static int changed(sd_bus_message *message, void *context, sd_bus_error *error) {
    const char *interface, *name;
    if (sd_bus_message_read(message, "s", &interface) < 0) return 0;
    if (sd_bus_message_enter_container(message, 'a', "{sv}") < 0) return 0;
    while (sd_bus_message_enter_container(message, 'e', "sv") > 0) {
        sd_bus_message_read(message, "s", &name);
        if (!strcmp(name, "Value")) {
            const void *octets;
            size_t count;
            sd_bus_message_enter_container(message, 'v', "ay");
            if (sd_bus_message_read_array(message, 'y', &octets, &count) >= 0) note(octets, count);
            sd_bus_message_exit_container(message);
        } else {
            sd_bus_message_skip(message, "v");
        }
        sd_bus_message_exit_container(message);
    }
    return 0;
}

static int call(sd_bus *bus, const char *method, sd_bus_message **reply, const char *types, int arguments) {
    return sd_bus_call_method(
        bus, "org.bluez", STRAP_VALUE, "org.bluez.GattCharacteristic1", method, NULL, reply, types, arguments
    );
}

int bench_listen_bus(int count) {
    sd_bus *bus = NULL;
    if (sd_bus_open_system(&bus) < 0) return 0;
    sd_bus_match_signal(
        bus, NULL, "org.bluez", STRAP_VALUE, "org.freedesktop.DBus.Properties", "PropertiesChanged", changed, NULL
    );
    if (call(bus, "StartNotify", NULL, NULL, 0) < 0) return 0;
    int poll = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event event = {.events = EPOLLIN};
    epoll_ctl(poll, EPOLL_CTL_ADD, sd_bus_get_fd(bus), &event);
    while (came < count) {
        while (sd_bus_process(bus, NULL) > 0) {}
        if (came < count && epoll_wait(poll, &event, 1, PATIENCE_MS) == 0) break;
    }
    close(poll);
    sd_bus_flush_close_unref(bus);
    return came;
}

int bench_listen_socket(int count) {
    sd_bus *bus = NULL;
    sd_bus_message *reply = NULL;
    int descriptor;
    if (sd_bus_open_system(&bus) < 0 || call(bus, "AcquireNotify", &reply, "a{sv}", 0) < 0) return 0;
    if (sd_bus_message_read(reply, "h", &descriptor) < 0) return 0;
    struct timeval patience = {.tv_sec = PATIENCE_MS / 1000};
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    while (came < count) {
        uint8_t value[512];
        ssize_t octets = recv(descriptor, value, sizeof value, 0);
        if (octets <= 0) break;
        note(value, (size_t)octets);
    }
    sd_bus_message_unref(reply);
    sd_bus_flush_close_unref(bus);
    return came;
}
