// D-Bus (sd-bus), and what a service tells systemd (sd-daemon).
#include <systemd/sd-bus.h>
#include <systemd/sd-daemon.h>
