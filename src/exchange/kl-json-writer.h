#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KlJsonWriter KlJsonWriter;

KlJsonWriter *kl_json_writer_new           (void);
KlJsonWriter *kl_json_writer_new_line      (void);
void          kl_json_writer_free          (KlJsonWriter *self);

void          kl_json_writer_begin_object  (KlJsonWriter *self,
                                            const char   *name);
void          kl_json_writer_end_object    (KlJsonWriter *self);
void          kl_json_writer_begin_array   (KlJsonWriter *self,
                                            const char   *name);
void          kl_json_writer_end_array     (KlJsonWriter *self);

void          kl_json_writer_add_string    (KlJsonWriter *self,
                                            const char   *name,
                                            const char   *value);
void          kl_json_writer_add_integer   (KlJsonWriter *self,
                                            const char   *name,
                                            gint64        value);
void          kl_json_writer_add_number    (KlJsonWriter *self,
                                            const char   *name,
                                            double        value);
void          kl_json_writer_add_boolean   (KlJsonWriter *self,
                                            const char   *name,
                                            gboolean      value);
void          kl_json_writer_add_null      (KlJsonWriter *self,
                                            const char   *name);

const char   *kl_json_writer_get_text      (KlJsonWriter *self);
GBytes       *kl_json_writer_free_to_bytes (KlJsonWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlJsonWriter, kl_json_writer_free)

G_END_DECLS
