#pragma once

#include "storage/kl-clock.h"

G_BEGIN_DECLS

#define TEST_TYPE_CLOCK (test_clock_get_type ())

G_DECLARE_FINAL_TYPE (TestClock, test_clock, TEST, CLOCK, GObject)

TestClock *test_clock_new (const char *now);
void       test_clock_set (TestClock  *self,
                           const char *now);

G_END_DECLS
