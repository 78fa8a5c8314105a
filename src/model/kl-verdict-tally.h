#pragma once

#include <gio/gio.h>

#include "kl-verdict-value.h"

G_BEGIN_DECLS

#define KL_TYPE_VERDICT_TALLY (kl_verdict_tally_get_type ())

G_DECLARE_FINAL_TYPE (KlVerdictTally, kl_verdict_tally, KL, VERDICT_TALLY, GObject)

KlVerdictTally *kl_verdict_tally_new    (const char     *text);
char           *kl_verdict_tally_format (KlVerdictTally *self);
KlVerdictValue  kl_verdict_tally_get    (KlVerdictTally *self,
                                         const char     *point);
gboolean        kl_verdict_tally_set    (KlVerdictTally *self,
                                         const char     *point,
                                         KlVerdictValue  value);
double          kl_verdict_tally_mean   (KlVerdictTally *self,
                                         GListModel     *points,
                                         guint          *n_set);

G_END_DECLS
