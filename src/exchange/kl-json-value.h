#pragma once

#include <json-glib/json-glib.h>

#include "kl-json-shape.h"

G_BEGIN_DECLS

gboolean  kl_json_value_is_number (JsonNode      *node);
char     *kl_json_value_take      (KlRecord      *record,
                                   const KlField *field,
                                   KlJsonRule     rule,
                                   JsonNode      *node) G_GNUC_WARN_UNUSED_RESULT;
char     *kl_json_value_check     (KlRecord      *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
