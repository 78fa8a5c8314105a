/* kl-settings.c: settings, where they are installed */

#include "config.h"

#include "kl-settings.h"

/**
 * kl_settings_new:
 * @id: a schema
 * @path: (nullable): where its settings are, if the schema leaves that open
 *
 * GLib ends a program whose schema is not installed; from the build tree it may not be.
 *
 * Returns: (transfer full) (nullable): the settings, %NULL where they are not installed
 */
GSettings *
kl_settings_new (const char *id,
                 const char *path)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, id, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, path) : NULL;
}
