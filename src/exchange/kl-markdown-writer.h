#pragma once

#include "model/kl-document.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

GBytes *kl_markdown_writer_write        (KlPlan      *plan,
                                         KlDocument  *document,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *kl_markdown_writer_write_edited (KlPlan      *plan,
                                         KlDocument  *document,
                                         GHashTable  *edited,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
