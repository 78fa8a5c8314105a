#pragma once

#include "kl-database.h"
#include "kl-tables.h"
#include "model/kl-document.h"

G_BEGIN_DECLS

KlDocument *kl_known_document_query_find  (KlDatabase  *database,
                                           KlTables    *tables,
                                           const char  *path,
                                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    kl_known_document_query_check (KlDatabase  *database,
                                           KlDocument  *document,
                                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
