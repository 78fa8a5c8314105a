/* kl-heading-choices.c: what the person wants headings to become, kept beside the document
 *
 * A line for each choice: its name, which of the headings of that title it is about, from 1, and the title. Lines of
 * the document would be no use as soon as one is put in above.
 */

#include "config.h"

#include "kl-heading-choices.h"

#include <string.h>

struct _KlHeadingChoices
{
  GHashTable *choices; /* “number title” → choice */
  GHashTable *seen;    /* title → how many */
};

static char *
dup_key (guint       number,
         const char *title)
{
  return g_strdup_printf ("%u %s", number, title);
}

/**
 * kl_heading_choices_new:
 * @text: (nullable): what kl_heading_choices_format() wrote
 *
 * Returns: (transfer full): the choices; lines that are none are left out
 */
KlHeadingChoices *
kl_heading_choices_new (const char *text)
{
  KlHeadingChoices *self = g_new0 (KlHeadingChoices, 1);
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr(GEnumClass) kinds = g_type_class_ref (KL_TYPE_HEADING_KIND);

  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *blank = strchr (lines[i], ' ');
      const GEnumValue *kind;

      if (blank == NULL)
        continue;
      *blank = '\0';
      kind = g_enum_get_value_by_nick (kinds, lines[i]);
      if (kind != NULL && kind->value > (int) KL_HEADING_AUTO && kind->value <= (int) KL_HEADING_SKIP)
        g_hash_table_insert (self->choices, g_strdup (blank + 1), GINT_TO_POINTER (kind->value));
    }
  return self;
}

/**
 * kl_heading_choices_free:
 * @self: (transfer full): choices
 */
void
kl_heading_choices_free (KlHeadingChoices *self)
{
  g_hash_table_unref (self->choices);
  g_hash_table_unref (self->seen);
  g_free (self);
}

static guint
count (GHashTable *seen,
       const char *title)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (seen, title)) + 1;

  g_hash_table_insert (seen, g_strdup (title), GUINT_TO_POINTER (number));
  return number;
}

/**
 * kl_heading_choices_next:
 * @self: choices
 * @title: of the document's next heading
 *
 * Returns: what was chosen for it, %KL_HEADING_AUTO if nothing was
 */
KlHeadingKind
kl_heading_choices_next (KlHeadingChoices *self,
                         const char       *title)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->choices) == 0)
    return KL_HEADING_AUTO;
  key = dup_key (count (self->seen, title), title);
  return (KlHeadingKind) GPOINTER_TO_INT (g_hash_table_lookup (self->choices, key));
}

/**
 * kl_heading_choices_format:
 * @headings: the document's #KlHeading, in order; those for which nothing was chosen may be missing
 *
 * Returns: (transfer full): their choices, "" if there is none
 */
char *
kl_heading_choices_format (GListModel *headings)
{
  GString *text = g_string_new (NULL);
  g_autoptr(GEnumClass) kinds = g_type_class_ref (KL_TYPE_HEADING_KIND);
  guint n = g_list_model_get_n_items (headings);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlHeading) heading = g_list_model_get_item (headings, i);
      KlHeadingKind choice = kl_heading_get_choice (heading);
      g_autofree char *key = NULL;

      if (choice == KL_HEADING_AUTO)
        continue;
      key = dup_key (kl_heading_get_number (heading), kl_heading_get_title (heading));
      g_string_append_printf (text, "%s %s\n", g_enum_get_value (kinds, (int) choice)->value_nick, key);
    }
  return g_string_free (text, FALSE);
}
