#pragma once

#include "kl-table.h"

G_BEGIN_DECLS

#define KL_TYPE_TABLES (kl_tables_get_type ())

G_DECLARE_FINAL_TYPE (KlTables, kl_tables, KL, TABLES, GObject)

KlTables      *kl_tables_new    (void);
const KlTable *kl_tables_lookup (KlTables *self,
                                 GType     type);
guint          kl_tables_get_n  (KlTables *self);
const KlTable *kl_tables_get    (KlTables *self,
                                 guint     index);

G_END_DECLS
