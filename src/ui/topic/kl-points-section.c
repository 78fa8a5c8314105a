/* kl-points-section.c: the key points of a subject, with what the latest attempt did with them
 *
 * A topic may have a thousand points: what a row shows of the others is looked up, never searched for.
 */

#include "config.h"

#include "kl-points-section.h"

#include "model/kl-attempt.h"
#include "model/kl-verdict.h"
#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-section.h"

#include "kl-point-row.h"
#include "kl-points-edit.h"
#include "kl-points-offer.h"
#include "kl-topic-edit.h"

#include <glib/gi18n.h>

#define MAX_LEVEL 6

typedef struct
{
  KlPlan *plan;
  GHashTable *parents;  /* point's id → its parent's, which may be NULL */
  GHashTable *verdicts; /* point's id → KlVerdictValue */
} Around;

static KlAttempt *
find_latest (KlSubject *subject)
{
  GListModel *attempts = kl_subject_get_attempts (subject);
  KlAttempt *latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (attempts); i++)
    {
      /* The subject's list keeps the attempt alive. */
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);

      if (latest == NULL || kl_attempt_compare (attempt, latest) > 0)
        latest = attempt;
    }

  return latest;
}

static void
index_around (Around *around,
              KlPage *page)
{
  KlSubject *subject = kl_page_get_subject (page);
  GListModel *points = kl_subject_get_points (subject);
  KlAttempt *latest = find_latest (subject);
  GListModel *verdicts = latest != NULL ? kl_attempt_get_verdicts (latest) : NULL;

  around->plan = kl_page_get_plan (page);
  around->parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  around->verdicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);

      g_hash_table_insert (around->parents, g_strdup (kl_record_get_id (KL_RECORD (point))),
                           g_strdup (kl_point_get_parent (point)));
    }
  for (guint i = 0; verdicts != NULL && i < g_list_model_get_n_items (verdicts); i++)
    {
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (verdicts, i);

      if (kl_verdict_get_point (verdict) != NULL && kl_verdict_get_value (verdict) != KL_VERDICT_UNSET)
        g_hash_table_insert (around->verdicts, g_strdup (kl_verdict_get_point (verdict)),
                             GUINT_TO_POINTER (kl_verdict_get_value (verdict)));
    }
}

static guint
find_level (Around  *around,
            KlPoint *point)
{
  const char *parent = kl_point_get_parent (point);
  guint level = 0;

  while (parent != NULL && level < MAX_LEVEL)
    {
      parent = g_hash_table_lookup (around->parents, parent);
      level++;
    }

  return level;
}

static void
update_row (gpointer row,
            gpointer user_data)
{
  Around *around = user_data;
  KlPoint *point = kl_point_row_get_point (row);
  KlSubject *target = kl_plan_find_subject (around->plan, kl_point_get_target (point));
  gpointer verdict = g_hash_table_lookup (around->verdicts, kl_record_get_id (KL_RECORD (point)));

  kl_point_row_set_level (row, find_level (around, point));
  kl_point_row_set_verdict (row, verdict != NULL ? (KlVerdictValue) GPOINTER_TO_UINT (verdict) : KL_VERDICT_UNSET,
                            g_hash_table_size (around->verdicts) > 0);
  kl_point_row_set_target (row, target != NULL ? kl_subject_get_title (target) : NULL);
}

static void
update (KlSection *section)
{
  Around around;

  index_around (&around, g_object_get_data (G_OBJECT (section), "kl-page"));
  kl_section_foreach (section, update_row, &around);
  g_hash_table_unref (around.parents);
  g_hash_table_unref (around.verdicts);
}

static KlPage *
get_page (KlSection *section)
{
  return g_object_get_data (G_OBJECT (section), "kl-page");
}

static void
added_cb (gpointer      target,
          const GError *error)
{
  kl_section_added (target, error == NULL);
}

static void
add_cb (KlSection  *section,
        const char *text)
{
  KlSubject *subject = kl_page_get_subject (get_page (section));

  kl_apply (GTK_WIDGET (section), kl_topic_edit_new_child (subject, KL_TYPE_POINT, text), NULL, added_cb, section);
}

static void
move_cb (KlSection *section,
         KlRecord  *point,
         int        by)
{
  KlChange *change = kl_points_edit_new_move (kl_page_get_subject (get_page (section)), KL_POINT (point), by);

  if (change != NULL)
    kl_apply (GTK_WIDGET (section), change, NULL, NULL, NULL);
}

static void
remove_cb (KlSection *section,
           GPtrArray *points)
{
  KlChange *change = kl_points_edit_new_remove (kl_page_get_subject (get_page (section)), points);
  /* With those that were inside them. */
  guint n_points = kl_change_get_n_operations (change);
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("%u point deleted", "%u points deleted", n_points), n_points);

  kl_apply (GTK_WIDGET (section), change, sentence, NULL, NULL);
}

static void
read_only_cb (KlSection *section)
{
  gboolean editable = !kl_library_get_read_only (kl_page_get_library (get_page (section)));

  kl_section_set_can_add (section, editable);
  kl_section_set_arrangeable (section, editable);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  KlPage *page = get_page (user_data);
  GtkWidget *row = kl_point_row_new (item, kl_page_get_subject (page), g_object_get_data (user_data, "kl-menu"));

  g_object_bind_property (kl_page_get_library (page), "read-only", row, "editable",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (item, "notify::parent", G_CALLBACK (update), user_data, G_CONNECT_SWAPPED);
  return row;
}

/**
 * kl_points_section_new:
 * @page: the page of a subject, which the section will be on
 *
 * Returns: (transfer floating): a #KlSection of the subject's points, where more can be added
 */
GtkWidget *
kl_points_section_new (KlPage *page)
{
  GtkWidget *section = kl_section_new (_("Key Points"), _("No key points yet. Write the first one below."));
  KlSubject *subject = kl_page_get_subject (page);
  GListModel *points = kl_subject_get_points (subject);

  /* The page outlives its section. */
  g_object_set_data (G_OBJECT (section), "kl-page", page);
  g_object_set_data_full (G_OBJECT (section), "kl-menu", kl_point_row_create_menu (), g_object_unref);
  kl_section_set_model (KL_SECTION (section), points, create_row_cb, section);
  kl_section_set_adding (KL_SECTION (section), _("Add a Point"));
  kl_section_set_button (KL_SECTION (section), kl_points_offer_new (page));
  /* After the section's own, which makes the rows. */
  g_signal_connect_object (points, "items-changed", G_CALLBACK (update), section, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_subject_get_attempts (subject), "items-changed", G_CALLBACK (update), section,
                           G_CONNECT_SWAPPED);
  g_signal_connect (section, "add", G_CALLBACK (add_cb), NULL);
  g_signal_connect (section, "move", G_CALLBACK (move_cb), NULL);
  g_signal_connect (section, "remove", G_CALLBACK (remove_cb), NULL);
  g_signal_connect_object (kl_page_get_library (page), "notify::read-only", G_CALLBACK (read_only_cb), section,
                           G_CONNECT_SWAPPED);
  read_only_cb (KL_SECTION (section));
  update (KL_SECTION (section));
  return section;
}
