"""Plugs a made-up stick in and out while a program watches; to be run by umockdev-wrapper.

usage: hotplug.py MACHINE PROGRAM ARGUMENT...

The program prints a line when it begins, and one with each change. After each line comes the next act; after the last
act the program is ended as by Ctrl-C. Its lines are printed as they come, each after the act that it followed.
libumockdev is called as a C library: its bindings for Python are a package of their own.
"""

import ctypes
import os
import signal
import subprocess
import sys

STICK = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-3"
HOST = STICK + "/1-3:1.0/bluetooth/hci0"
SWITCH = HOST + "/rfkill0"

library = ctypes.CDLL("libumockdev.so.0")
library.umockdev_testbed_new.restype = ctypes.c_void_p


def call(function, *arguments):
    converted = [a.encode() if isinstance(a, str) else a for a in arguments]
    return getattr(library, "umockdev_testbed_" + function)(ctypes.c_void_p(testbed), *converted)


testbed = library.umockdev_testbed_new()
machine = open(sys.argv[1]).read()
if not call("add_from_string", machine, None):
    sys.exit("the description of the machine is wrong")


def block():
    call("set_attribute", SWITCH, "soft", "1")
    call("uevent", SWITCH, "change")


def free():
    call("set_attribute", SWITCH, "soft", "0")
    call("uevent", SWITCH, "change")


def pull():
    # The kernel takes a device away before it tells; umockdev can only tell while it is there. So the program is made
    # to look away.
    program.send_signal(signal.SIGSTOP)
    os.waitpid(program.pid, os.WUNTRACED)
    for device in (SWITCH, HOST):
        call("uevent", device, "remove")
        call("remove_device", device)
    call("remove_device", STICK + "/1-3:1.0")
    call("remove_device", STICK)
    program.send_signal(signal.SIGCONT)


def plug():
    # What stayed is not to be described again.
    parts = [part for part in machine.split("\n\n") if STICK.removeprefix("/sys") in part]
    call("add_from_string", "\n\n".join(parts) + "\n", None)
    call("uevent", HOST, "add")


def connect():
    # A link of the adapter: no adapter, and no news. What follows it is.
    link = call_path("add_device", "bluetooth", "hci0:64", HOST, "DEVTYPE", "link")
    call("uevent", link, "add")
    block()


def call_path(function, subsystem, name, parent, key, value):
    library.umockdev_testbed_add_device.restype = ctypes.c_char_p
    none = ctypes.c_char_p(None)
    path = call(function, subsystem, name, parent, none, key, value, none)
    return path.decode()


program = subprocess.Popen(sys.argv[2:], stdout=subprocess.PIPE, text=True)
# Whoever is tired of waiting ends this with SIGTERM, and the program with it.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
try:
    print("begin", program.stdout.readline(), end="", flush=True)
    for act in (block, free, pull, plug, connect):
        act()
        print(act.__name__, program.stdout.readline(), end="", flush=True)
    program.send_signal(signal.SIGINT)
    rest = program.stdout.read()
    print("end", program.wait(), *rest.split())
finally:
    program.kill()
