#pragma once

#include "kl-output.h"

G_BEGIN_DECLS

typedef struct _KlTextTable KlTextTable;

KlTextTable *kl_text_table_new       (guint        n_columns);
void         kl_text_table_free      (KlTextTable *self);
void         kl_text_table_set_right (KlTextTable *self,
                                      guint        column);
void         kl_text_table_set_head  (KlTextTable *self,
                                      ...) G_GNUC_NULL_TERMINATED;
void         kl_text_table_add       (KlTextTable *self,
                                      ...) G_GNUC_NULL_TERMINATED;
void         kl_text_table_print     (KlTextTable *self,
                                      KlOutput    *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlTextTable, kl_text_table_free)

G_END_DECLS
