/// What Swift needs of libedit and of signals, as functions with fixed signatures.
///
/// libedit's `el_wset`, `el_wget` and `history_w` are variadic, which Swift cannot call. Each
/// function here is one of their operations; the rest of <histedit.h> is called as it is.
#ifndef CEDITLINE_H
#define CEDITLINE_H

#include "editline.h"
#include "signals.h"

#endif
