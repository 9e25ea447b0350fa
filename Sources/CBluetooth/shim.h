// Sockets of the kernel's Bluetooth: addresses, channels, and the list of connections.
#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <bluetooth/bluetooth.h>
#include <bluetooth/hci.h>
#include <bluetooth/hci_lib.h>

// The control messages of recvmsg, SO_MEMINFO and the ioctls' numbers and lists are macros and flexible arrays, which
// Swift cannot see.

struct steady_datagram {
    // Octets in the buffer; negative: errno tells.
    ssize_t octets;
    // The datagram was longer than the buffer.
    int is_cut;
    // CLOCK_REALTIME at which the kernel saw it, in microseconds; the time of reading where the kernel gives none.
    int64_t unix_microseconds;
};

static inline int64_t steady_microseconds(struct timespec time) {
    return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static inline struct steady_datagram steady_receive(int socket, void *buffer, size_t size) {
    union {
        struct cmsghdr header;
        char octets[CMSG_SPACE(sizeof(struct timespec))];
    } control;
    struct iovec part = { .iov_base = buffer, .iov_len = size };
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control,
    };
    struct steady_datagram datagram = { .octets = recvmsg(socket, &message, MSG_DONTWAIT) };
    if (datagram.octets < 0) return datagram;
    datagram.is_cut = (message.msg_flags & MSG_TRUNC) != 0;
    struct timespec time;
    struct cmsghdr *item = CMSG_FIRSTHDR(&message);
    if (item && item->cmsg_level == SOL_SOCKET && item->cmsg_type == SCM_TIMESTAMPNS) {
        memcpy(&time, CMSG_DATA(item), sizeof time);
    } else {
        clock_gettime(CLOCK_REALTIME, &time);
    }
    datagram.unix_microseconds = steady_microseconds(time);
    return datagram;
}

// How many datagrams the kernel dropped because the socket's buffer was full; 0 where it does not tell. The monitor
// does not send SO_RXQ_OVFL along.
static inline uint32_t steady_dropped(int socket) {
    uint32_t numbers[9] = { 0 }; // SK_MEMINFO_DROPS is the ninth; linux/sock_diag.h
    socklen_t size = sizeof numbers;
    return getsockopt(socket, SOL_SOCKET, SO_MEMINFO, numbers, &size) == 0 ? numbers[8] : 0;
}

// The numbers of the adapters; answers how many, negative: errno tells.
static inline int steady_adapters(int socket, uint16_t adapters[HCI_MAX_DEV]) {
    union {
        struct hci_dev_list_req request;
        char octets[sizeof(struct hci_dev_list_req) + HCI_MAX_DEV * sizeof(struct hci_dev_req)];
    } list;
    memset(&list, 0, sizeof list);
    list.request.dev_num = HCI_MAX_DEV;
    if (ioctl(socket, HCIGETDEVLIST, &list) < 0) return -1;
    int count = list.request.dev_num < HCI_MAX_DEV ? list.request.dev_num : HCI_MAX_DEV;
    for (int index = 0; index < count; index++) adapters[index] = list.request.dev_req[index].dev_id;
    return count;
}

enum { STEADY_MOST_CONNECTIONS = 64 };

// The connections of an adapter; answers how many, negative: errno tells.
static inline int steady_connections(
    int socket, uint16_t adapter, struct hci_conn_info connections[STEADY_MOST_CONNECTIONS]
) {
    union {
        struct hci_conn_list_req request;
        char octets[sizeof(struct hci_conn_list_req) + STEADY_MOST_CONNECTIONS * sizeof(struct hci_conn_info)];
    } list;
    memset(&list, 0, sizeof list);
    list.request.dev_id = adapter;
    list.request.conn_num = STEADY_MOST_CONNECTIONS;
    if (ioctl(socket, HCIGETCONNLIST, &list) < 0) return -1;
    int count = list.request.conn_num;
    if (count > STEADY_MOST_CONNECTIONS) count = STEADY_MOST_CONNECTIONS;
    memcpy(connections, list.request.conn_info, count * sizeof(struct hci_conn_info));
    return count;
}
