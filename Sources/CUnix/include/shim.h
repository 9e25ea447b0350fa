// What Swift's Glibc module leaves out.
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/pidfd.h>
#include <sys/signalfd.h>

// Kept by the C library from all but GNU programs.
extern int pipe2(int descriptors[2], int flags);
