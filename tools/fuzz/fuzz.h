#pragma once

#include <glib.h>

/* What libFuzzer calls with one made-up input after the other, and the corpus test with each file. */
int LLVMFuzzerInitialize   (int    *argc,
                            char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         length);
