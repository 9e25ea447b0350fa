// What a signal handler may do, and Swift may not: puts the terminal back when the program is ended by force.
#include <stddef.h>
#include <termios.h>

// From now on a signal that ends the program first writes these octets to standard output and gives standard input these
// modes. `octets` has to last as long as the program. What it did before comes after that; signals that are ignored stay so.
void steady_rescue_arm(const struct termios *modes, const unsigned char *octets, size_t count);

// The terminal was put back: nothing is to be done any more.
void steady_rescue_disarm(void);
