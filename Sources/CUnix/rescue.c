#include "rescue.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

static struct termios saved;
static const unsigned char *restoring;
static size_t restoring_count;
static atomic_bool is_armed;
static struct sigaction previous[NSIG];
static atomic_bool is_caught[NSIG];

// Ends the program by default, and cannot be meant for something else.
static int ends_program(int number) {
    switch (number) {
    case SIGKILL: case SIGSTOP: case SIGTSTP: case SIGTTIN: case SIGTTOU:
    case SIGCONT: case SIGCHLD: case SIGURG: case SIGWINCH: return 0;
    default: return number < SIGRTMIN ? number < 32 : number <= SIGRTMAX;
    }
}

// Only what is safe in a handler: write, tcsetattr, sigaction, raise.
static void rescue(int number, siginfo_t *information, void *context) {
    (void)context;
    int code = errno;
    if (atomic_exchange(&is_armed, 0)) {
        for (size_t sent = 0; sent < restoring_count;) {
            ssize_t count = write(STDOUT_FILENO, restoring + sent, restoring_count - sent);
            if (count <= 0) break;
            sent += (size_t)count;
        }
        tcsetattr(STDIN_FILENO, TCSANOW, &saved);
    }
    // Back to what it did before. A faulty instruction is tried once more when this handler is left; what was sent, and a
    // breakpoint, which is behind the program by now, is sent again, and waits until then.
    sigaction(number, &previous[number], NULL);
    errno = code;
    if (information->si_code <= 0 || information->si_code == SI_KERNEL || number == SIGTRAP) raise(number);
}

void steady_rescue_arm(const struct termios *modes, const unsigned char *octets, size_t count) {
    // A stack that ran over leaves no room for a handler.
    static char *stack;
    if (!stack && (stack = malloc(65536))) {
        stack_t other = {.ss_sp = stack, .ss_size = 65536};
        sigaltstack(&other, NULL);
    }
    atomic_store(&is_armed, 0);
    saved = *modes;
    restoring = octets;
    restoring_count = count;
    atomic_store(&is_armed, 1);
    struct sigaction action = {.sa_sigaction = rescue, .sa_flags = SA_ONSTACK | SA_SIGINFO};
    sigfillset(&action.sa_mask);
    for (int number = 1; number < NSIG; number++) {
        if (!ends_program(number) || is_caught[number]) continue;
        struct sigaction old;
        // Swift's own handlers of a crash come after this one, to a terminal that is as it was.
        if (sigaction(number, NULL, &old) != 0 || old.sa_handler == SIG_IGN) continue;
        previous[number] = old;
        is_caught[number] = sigaction(number, &action, NULL) == 0;
    }
}

void steady_rescue_disarm(void) {
    if (!atomic_exchange(&is_armed, 0)) return;
    for (int number = 1; number < NSIG; number++) {
        if (is_caught[number]) sigaction(number, &previous[number], NULL);
        is_caught[number] = 0;
    }
}
