// Devices of the machine, as udev knows them.
#include <libudev.h>
