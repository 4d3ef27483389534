// PCRE2 in its 8-bit form. The function-like macros of pcre2.h do not reach Swift, so the names
// ending in _8 are called as they are.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
