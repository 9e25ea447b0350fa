// Poses as bluetoothd, with two sensors that are connected, as far as listening to them needs it.
#include "CBenchmarks.h"
#include "link.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#define HEART_RATE_SERVICE "0000180d-0000-1000-8000-00805f9b34fb"
#define MACHINE_SERVICE "00001826-0000-1000-8000-00805f9b34fb"

enum { QUIET_NS = 400000000 };
static sd_bus *bus;
static int has_treadmill;
// Who listens to what, and when the last of them said something.
static int strap_wanted, treadmill_wanted, descriptor = -1;
static uint64_t last_call;

// MARK: Objects

static void text(sd_bus_message *to, const char *name, const char *type, const char *value) {
    sd_bus_message_append(to, "{sv}", name, type, value);
}
static void flag(sd_bus_message *to, const char *name, int value) {
    sd_bus_message_append(to, "{sv}", name, "b", value);
}
static void texts(sd_bus_message *to, const char *name, const char *value) {
    sd_bus_message_append(to, "{sv}", name, "as", 1, value);
}
static void open_object(sd_bus_message *to, const char *path, const char *interface) {
    sd_bus_message_open_container(to, 'e', "oa{sa{sv}}");
    sd_bus_message_append(to, "o", path);
    sd_bus_message_open_container(to, 'a', "{sa{sv}}");
    sd_bus_message_open_container(to, 'e', "sa{sv}");
    sd_bus_message_append(to, "s", interface);
    sd_bus_message_open_container(to, 'a', "{sv}");
}
static void close_object(sd_bus_message *to) {
    for (int level = 0; level < 4; level++) sd_bus_message_close_container(to);
}

static void append_sensor(
    sd_bus_message *to, const char *path, const char *address, const char *name, const char *service_path,
    const char *service, const char *value_path, const char *characteristic
) {
    open_object(to, path, "org.bluez.Device1");
    text(to, "Address", "s", address);
    text(to, "AddressType", "s", "random");
    text(to, "Name", "s", name);
    text(to, "Alias", "s", name);
    text(to, "Adapter", "o", "/org/bluez/hci0");
    flag(to, "Paired", 0);
    flag(to, "Trusted", 1);
    flag(to, "Blocked", 0);
    flag(to, "Connected", 1);
    flag(to, "ServicesResolved", 1);
    texts(to, "UUIDs", service);
    close_object(to);
    open_object(to, service_path, "org.bluez.GattService1");
    text(to, "UUID", "s", service);
    text(to, "Device", "o", path);
    flag(to, "Primary", 1);
    close_object(to);
    open_object(to, value_path, "org.bluez.GattCharacteristic1");
    text(to, "UUID", "s", characteristic);
    text(to, "Service", "o", service_path);
    texts(to, "Flags", "notify");
    flag(to, "Notifying", 0);
    close_object(to);
}

static int tell_objects(sd_bus_message *call) {
    sd_bus_message *reply = NULL;
    sd_bus_message_new_method_return(call, &reply);
    sd_bus_message_open_container(reply, 'a', "{oa{sa{sv}}}");
    open_object(reply, "/org/bluez/hci0", "org.bluez.Adapter1");
    text(reply, "Address", "s", "00:AA:01:00:00:00");
    text(reply, "AddressType", "s", "public");
    text(reply, "Name", "s", "bench");
    text(reply, "Alias", "s", "bench");
    flag(reply, "Powered", 1);
    flag(reply, "Discovering", 0);
    close_object(reply);
    append_sensor(
        reply, STRAP, "C0:11:22:33:44:01", "Strap", STRAP_SERVICE, HEART_RATE_SERVICE, STRAP_VALUE,
        "00002a37-0000-1000-8000-00805f9b34fb"
    );
    if (has_treadmill)
        append_sensor(
            reply, TREADMILL, "C0:11:22:33:44:02", "Treadmill", TREADMILL_SERVICE, MACHINE_SERVICE, TREADMILL_VALUE,
            "00002acd-0000-1000-8000-00805f9b34fb"
        );
    sd_bus_message_close_container(reply);
    int result = sd_bus_send(bus, reply, NULL);
    sd_bus_message_unref(reply);
    return result < 0 ? result : 1;
}

// MARK: Calls

static int hand_over(sd_bus_message *call) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) return -errno;
    if (descriptor >= 0) close(descriptor);
    descriptor = pair[0];
    int result = sd_bus_reply_method_return(call, "hq", pair[1], 247);
    close(pair[1]);
    return result < 0 ? result : 1;
}

static int answer(sd_bus_message *call, void *context, sd_bus_error *error) {
    const char *path = sd_bus_message_get_path(call), *member = sd_bus_message_get_member(call);
    last_call = now_ns();
    if (!strcmp(member, "GetManagedObjects")) return tell_objects(call);
    int is_strap = !strcmp(path, STRAP_VALUE);
    if (!strcmp(member, "AcquireNotify") && is_strap) return strap_wanted = 1, hand_over(call);
    if (!strcmp(member, "StartNotify")) {
        if (descriptor >= 0) close(descriptor);
        descriptor = -1;
        *(is_strap ? &strap_wanted : &treadmill_wanted) = 1;
    }
    if (!strcmp(member, "StopNotify")) *(is_strap ? &strap_wanted : &treadmill_wanted) = 0;
    return sd_bus_reply_method_return(call, NULL);
}

int bench_bluetoothd_open(void) {
    int result = sd_bus_open_system(&bus);
    if (result >= 0) result = sd_bus_add_fallback(bus, NULL, "/", answer, NULL);
    if (result >= 0) result = sd_bus_request_name(bus, "org.bluez", 0);
    return result < 0 ? result : 0;
}

// MARK: Values

static void tell(const char *path, const uint8_t *octets, size_t count) {
    sd_bus_message *signal = NULL;
    sd_bus_message_new_signal(bus, &signal, path, "org.freedesktop.DBus.Properties", "PropertiesChanged");
    sd_bus_message_append(signal, "s", "org.bluez.GattCharacteristic1");
    sd_bus_message_open_container(signal, 'a', "{sv}");
    sd_bus_message_open_container(signal, 'e', "sv");
    sd_bus_message_append(signal, "s", "Value");
    sd_bus_message_open_container(signal, 'v', "ay");
    sd_bus_message_append_array(signal, 'y', octets, count);
    sd_bus_message_close_container(signal);
    sd_bus_message_close_container(signal);
    sd_bus_message_close_container(signal);
    sd_bus_message_append(signal, "as", 0);
    sd_bus_send(bus, signal, NULL);
    sd_bus_flush(bus);
    sd_bus_message_unref(signal);
}

static int answer_calls(void) {
    int result;
    while ((result = sd_bus_process(bus, NULL)) > 0) {}
    return result;
}

static void sleep_until(uint64_t moment) {
    struct timespec time = {.tv_sec = (time_t)(moment / 1000000000u), .tv_nsec = (long)(moment % 1000000000u)};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL) == EINTR) {}
}

static int tell_series(int fast, int slow) {
    uint64_t moment = now_ns();
    for (int index = 0; index < fast + slow && !strap_wanted; index++) {
        uint8_t value[STAMPED_OCTETS];
        moment += index < fast ? 1000000 : 20000000;
        sleep_until(moment);
        int result = answer_calls();
        if (result < 0) return result;
        stamp(value, now_ns());
        if (descriptor < 0) tell(STRAP_VALUE, value, sizeof value);
        else if (send(descriptor, value, sizeof value, MSG_NOSIGNAL) < 0) break;
    }
    return 0;
}

int bench_bluetoothd_series(int fast, int slow) {
    while (1) {
        int result = answer_calls();
        if (result < 0) return result;
        // Whoever asked is still busy with its beginnings for a moment.
        if (strap_wanted && now_ns() - last_call > QUIET_NS) {
            strap_wanted = 0;
            if ((result = tell_series(fast, slow)) < 0) return result;
        }
        if ((result = sd_bus_wait(bus, strap_wanted ? 20000 : UINT64_MAX)) < 0 && result != -EINTR) return result;
    }
}

static void tell_heart_rate(long number) {
    uint16_t interval = (uint16_t)(440 + number * 7 % 40);
    uint8_t value[] = {0x10, (uint8_t)(128 + number / 30 % 12), (uint8_t)interval, (uint8_t)(interval >> 8)};
    tell(STRAP_VALUE, value, sizeof value);
}

// Speed, distance, slope, time: flags 0x040C.
static void tell_treadmill(long number) {
    uint32_t speed = 900 + (uint32_t)(number / 100 % 40), metres = (uint32_t)(number * 5 / 8), seconds = (uint32_t)(number / 4);
    uint8_t value[] = {
        0x0C, 0x04, (uint8_t)speed, (uint8_t)(speed >> 8), (uint8_t)metres, (uint8_t)(metres >> 8),
        (uint8_t)(metres >> 16), 10, 0, (uint8_t)(number % 4), 0, (uint8_t)seconds, (uint8_t)(seconds >> 8)
    };
    tell(TREADMILL_VALUE, value, sizeof value);
}

int bench_bluetoothd_run(int speed, long values) {
    has_treadmill = 1;
    const uint64_t step = 1000000000u / (uint64_t)(4 * speed);
    uint64_t next = now_ns();
    for (long number = 0;;) {
        int result = answer_calls();
        if (result < 0) return result;
        uint64_t now = now_ns();
        if (now >= next) {
            next = next + step > now ? next + step : now + step;
            if (number * 5 / 4 < values && (strap_wanted || treadmill_wanted)) {
                if (treadmill_wanted) tell_treadmill(number);
                if (strap_wanted && number % 4 == 0) tell_heart_rate(number / 4);
                number++;
            }
            continue;
        }
        if ((result = sd_bus_wait(bus, (next - now) / 1000 + 1)) < 0 && result != -EINTR) return result;
    }
}
