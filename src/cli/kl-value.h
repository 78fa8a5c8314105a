#pragma once

#include "storage/kl-clock.h"

G_BEGIN_DECLS

gboolean  kl_value_parse_score (const char  *text,
                                const char  *option,
                                double      *score,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char     *kl_value_parse_date  (const char  *text,
                                KlClock     *clock,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char     *kl_value_format_now  (KlClock     *clock);

G_END_DECLS
