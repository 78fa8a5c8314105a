#pragma once

#include "kl-record.h"

G_BEGIN_DECLS

#define KL_TYPE_AMENDMENT (kl_amendment_get_type ())

G_DECLARE_FINAL_TYPE (KlAmendment, kl_amendment, KL, AMENDMENT, KlRecord)

const char *kl_amendment_get_date (KlAmendment *self);
double      kl_amendment_get_low  (KlAmendment *self);
double      kl_amendment_get_high (KlAmendment *self);
const char *kl_amendment_get_note (KlAmendment *self);
const char *kl_amendment_get_item (KlAmendment *self);
const char *kl_amendment_get_text (KlAmendment *self);
const char *kl_amendment_get_wrong (KlAmendment *self);
const char *kl_amendment_get_right (KlAmendment *self);

G_END_DECLS
