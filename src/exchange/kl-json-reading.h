#pragma once

#include <json-glib/json-glib.h>

#include "kl-json-shape.h"

G_BEGIN_DECLS

/**
 * KlJsonReading:
 * @name: (nullable): what the document is called
 * @shapes: for kl_json_shapes_get()
 * @records: (element-type utf8 KlRecord): what was read so far, by id; it belongs to the plan
 * @references: what has to be looked up when all is read
 * @unknown: (element-type utf8): members that were noted
 * @notes: (element-type KlImportNote): for the person
 * @path: where it is, as in “$.plan.subjects[3]”
 * @cancellable: (nullable): stops between records
 * @error: takes what is wrong
 *
 * What reading a plan out of JSON knows at a time.
 */
typedef struct
{
  const char    *name;
  GHashTable    *shapes;
  GHashTable    *records;
  GPtrArray     *references;
  GHashTable    *unknown;
  GPtrArray     *notes;
  GString       *path;
  GCancellable  *cancellable;
  GError       **error;
} KlJsonReading;

void        kl_json_reading_init             (KlJsonReading     *self,
                                              const char        *name,
                                              GCancellable      *cancellable,
                                              GError           **error);
void        kl_json_reading_clear            (KlJsonReading     *self);
gboolean    kl_json_reading_refuse           (KlJsonReading     *self,
                                              const char        *member,
                                              const char        *message);
JsonNode   *kl_json_reading_get_member       (JsonObject        *object,
                                              const char        *member);
gboolean    kl_json_reading_get_integer      (KlJsonReading     *self,
                                              JsonObject        *object,
                                              const char        *member,
                                              gint64            *value);
const char *kl_json_reading_get_id           (KlJsonReading     *self,
                                              JsonObject        *object);
void        kl_json_reading_note_unknown     (KlJsonReading     *self,
                                              JsonObject        *object,
                                              const KlJsonShape *shape);
void        kl_json_reading_refer            (KlJsonReading     *self,
                                              KlRecord          *record,
                                              const KlField     *field,
                                              KlJsonRule         rule,
                                              const char        *member);
gboolean    kl_json_reading_check_references (KlJsonReading     *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KlJsonReading, kl_json_reading_clear)

G_END_DECLS
