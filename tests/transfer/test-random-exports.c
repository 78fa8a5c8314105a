/* test-random-exports.c: whatever of a plan is changed, and taken back: what is written of it into its document is the
 * same whether all of it was read, or only what was changed */

#include "config.h"

#include "link-fixture.h"

#include <string.h>

#include "exchange/kl-markdown-writer.h"
#include "model/kl-amendment.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"
#include "storage/kl-storage-error.h"
#include "transfer/kl-plan-export.h"

#define N_PLANS 8
#define N_STEPS 30
#define EDIT    "Something"

typedef struct
{
  LinkFixture *fixture;
  GRand *rand;
  char *plan_ids[2];
  GBytes *records; /* the first plan as JSON, as it was once */
  guint n_made; /* so that each word is a new one */
  guint n_parts; /* how often only a part was read */
} Walk;

static const char *const documents[] = {
  "# Storage\n\nAbout *disks*.\n\n## Deep Dives Completed ✅\n\n"
  "### 1. Journaling\n**Status:** Deep dive complete\n**Topics covered:**\n* commit records\n  * checksums\n"
  "* checkpoints: how far\n* Caching (mentioned below)\n\n**Gaps identified:**\n- [ ] torn pages\n- [x] order\n\n"
  "### 2. Caching\n**Prerequisites:** journaling, Replication\n**Topics covered:**\n- eviction\n- Write path: buffers, "
  "flushes\n\nA note, **bold**.\n\n---\n\n"
  "## Surface-Level Knowledge 📖\n\n### Layout\n- inodes: covered basics\n- extents\n\n"
  "## Not Yet Covered ⏳\n\n### Replication\n- quorum\n- Journaling\n\n### More\n- raft\n\n"
  "## Next Deep Dive\n\n**Target:** Replication (30 minutes)\n**Why:** it comes next\n**Prerequisites:** Caching ✅\n\n"
  "**After that:**\n1. Layout (20 min) - since\n2. More (15 min)\n\n"
  "## Retention Scores 📊\n\n**Date:** 2025-10-10\n\n### 1. Journaling\n**Score: 🟢 Strong (92%)**\n\n"
  "**What you nailed:**\n- records\n- order\n\n**Action items:**\n- [ ] read it again\n\n**Initial gaps corrected:**\n"
  "- ❌ said first → ✅ said last\n\n### Write path\n**Score: 🟡 75-85%**\n\n**Your money quote:**\n> a line\n\n"
  "**Date:** 2025-11-11\n\n### Caching\n**Score: 🟡 Good (80%)**\n\n**What needed work:**\n- Missed flushes entirely\n\n"
  "### Overall Assessment\n**Strengths:**\n- words\n\n**Areas for improvement:**\n- numbers\n\n"
  "**Next retention exercises to try:**\n1. Explain Caching and Replication\n2. Explain it all\n\n"
  "## Learning Strategy\n\n1. **Deep dive:** 30+ minutes\n2. **Surface:** less\n\n**Scoring System:**\n"
  "- 🟢 Strong (90-100%): sure\n- 🟡 Good (70-89%): nearly\n- 🔴 Weak (0-69%): again\n",
  "# Another\n\nWords.\n\n## Alpha group\n\n### Alpha\n\n* [x] known already\n* [ ] not known yet\n  * below it\n\n"
  "#### Half\n- of it\n\n## Beta group\n\n1. first\n2. second\n",
  "\xef\xbb\xbf# Lines\r\n\r\n## Alpha\r\n- a\r\n  - b\r\n\r\nSome prose, **bold**.\r\n\r\n## Beta\r\n- c\r\n\r\n"
  "## Retention Scores\r\n\r\n### Beta\r\n**Score: 50%** (2025-01-01)\r\n\r\n### Gamma\r\n**Score: 60%**",
};

static KlPlan *
read_plan (Walk        *walk,
           const char  *plan_id,
           KlDocument **document)
{
  g_free (walk->fixture->plan_id);
  walk->fixture->plan_id = g_strdup (plan_id);
  return link_fixture_read (walk->fixture, document);
}

static gint32
up_to (Walk  *walk,
       guint  n)
{
  return g_rand_int_range (walk->rand, 0, (gint32) n);
}

static void
collect (KlRecord  *record,
         GPtrArray *all)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  g_ptr_array_add (all, g_object_ref (record));
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *list = kl_record_peek_items (record, &klass->lists[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);

          collect (child, all);
        }
    }
}

static KlRecord *
find (GPtrArray  *all,
      const char *id)
{
  for (guint i = 0; id != NULL && i < all->len; i++)
    if (g_strcmp0 (kl_record_get_id (all->pdata[i]), id) == 0)
      return all->pdata[i];
  return NULL;
}

static const char *
get_parent (KlRecord *record)
{
  const KlField *field = kl_record_class_find_field (KL_RECORD_GET_CLASS (record), "parent");

  return field != NULL ? kl_record_get_string (record, field) : NULL;
}

static gboolean
is_below (GPtrArray *all,
          KlRecord  *record,
          KlRecord  *above)
{
  for (KlRecord *at = record; at != NULL; at = find (all, get_parent (at)))
    if (at == above)
      return TRUE;
  return FALSE;
}

/* A subject, a point that was judged, or another one of the same subject for a part of it; now and then none. */
static const char *
pick_reference (Walk          *walk,
                GPtrArray     *all,
                KlRecord      *record,
                const KlField *field)
{
  gboolean is_parent = g_str_equal (field->name, "parent");
  gboolean is_point = g_str_equal (field->name, "point");
  GType type = is_parent ? G_OBJECT_TYPE (record) : is_point ? KL_TYPE_POINT : KL_TYPE_SUBJECT;

  for (guint i = 0; i < 8; i++)
    {
      KlRecord *other = all->pdata[up_to (walk, all->len)];

      if (G_OBJECT_TYPE (other) == type
          && (!is_parent
              || (!is_below (all, other, record)
                  && g_str_equal (kl_record_get_owner (other), kl_record_get_owner (record)))))
        return kl_record_get_id (other);
    }
  return NULL;
}

static char *
make_words (Walk *walk)
{
  static const char *const forms[] = { "the %s %u",        "%s %u: more",      "**%s** _%u_", "%s,\ncomma %u",
                                       "- %s\n- item %u",  "# %s %u",          " %s %u ",     "%s (%u min)",
                                       "%s %u\n\n> below", "1. %s\n   %u more" };
  static const char *const parts[] = { "network", "storage", "memory", "Journaling", "Caching", "quorum" };

  switch (up_to (walk, 12))
    {
    case 0:
      return g_strdup ("");
    case 1:
      return g_strdup (parts[up_to (walk, G_N_ELEMENTS (parts))]);
    default:
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      return g_strdup_printf (forms[up_to (walk, G_N_ELEMENTS (forms))], parts[up_to (walk, G_N_ELEMENTS (parts))],
                              walk->n_made++);
#pragma GCC diagnostic pop
    }
}

/* What the library numbers, and what says where a record came from, is nothing that a person edits; what a plan wishes
 * of its schedule is not in its document. */
static gboolean
is_editable (KlRecord      *record,
             const KlField *field)
{
  static const char *const fixed[]
    = { "number", "source", "date", "item", "started", "due", "due-attempts", "weights", "event-date", NULL };

  return !g_strv_contains (fixed, field->name) && !(KL_IS_PLAN (record) && field->kind == KL_FIELD_NUMBER);
}

static void
init_value (Walk          *walk,
            GPtrArray     *all,
            KlRecord      *record,
            const KlField *field,
            GValue        *value)
{
  g_value_init (value, kl_record_get_pspec (record, field)->value_type);
  switch (field->kind)
    {
    case KL_FIELD_STRING:
      g_value_take_string (value, make_words (walk));
      break;
    case KL_FIELD_INTEGER:
      g_value_set_int64 (value, up_to (walk, 90));
      break;
    case KL_FIELD_NUMBER:
      /* “low” is never above “high”. */
      g_value_set_double (value, up_to (walk, 51) + (g_str_equal (field->name, "high") ? 50 : 0));
      break;
    case KL_FIELD_BOOLEAN:
      g_value_set_boolean (value, g_rand_boolean (walk->rand));
      break;
    case KL_FIELD_CHOICE:
      {
        g_autoptr(GEnumClass) choices = g_type_class_ref (field->choice_type ());

        g_value_set_enum (value, choices->values[up_to (walk, choices->n_values)].value);
      }
      break;
    case KL_FIELD_REFERENCE:
    default:
      g_value_set_string (value, pick_reference (walk, all, record, field));
    }
}

/* Whoever edits one end is asked for a range whose ends are in order. */
static void
edit_range (Walk     *walk,
            KlChange *change,
            KlRecord *record)
{
  static const char *const ends[] = { "low", "high" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const KlField *field = kl_record_class_find_field (KL_RECORD_GET_CLASS (record), ends[i]);
      g_auto(GValue) value = G_VALUE_INIT;

      init_value (walk, NULL, record, field, &value);
      kl_change_set_value (change, G_OBJECT_TYPE (record), kl_record_get_id (record), ends[i], &value);
    }
}

static void
edit_value (Walk      *walk,
            KlChange  *change,
            GPtrArray *all,
            KlRecord  *record)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  const KlField *field = &klass->fields[up_to (walk, klass->n_fields)];
  g_auto(GValue) value = G_VALUE_INIT;

  if (!is_editable (record, field) || KL_IS_ATTEMPT (record) || KL_IS_AMENDMENT (record))
    return;
  if (field->kind == KL_FIELD_NUMBER)
    {
      edit_range (walk, change, record);
      return;
    }
  init_value (walk, all, record, field, &value);
  kl_change_set_value (change, G_OBJECT_TYPE (record), kl_record_get_id (record), field->name, &value);
}

/* One more of a list: with all that a person can say of it. */
static void
insert (Walk      *walk,
        KlChange  *change,
        GPtrArray *all,
        KlRecord  *owner)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (owner);
  const KlList *list = klass->n_lists > 0 ? &klass->lists[up_to (walk, klass->n_lists)] : NULL;
  GType type = list != NULL ? list->item_type () : G_TYPE_NONE;
  g_autoptr(KlRecord) fresh = NULL;

  if (list == NULL || g_str_equal (list->name, "drafts"))
    return;
  fresh = g_object_new (type, "owner", kl_record_get_id (owner), "position", (gint64) up_to (walk, 20), NULL);
  if (KL_IS_ATTEMPT (fresh))
    g_object_set (fresh, "number", (gint64) 100 + walk->n_made++, NULL);
  if (kl_record_class_find_field (KL_RECORD_GET_CLASS (fresh), "date") != NULL)
    g_object_set (fresh, "date", g_rand_boolean (walk->rand) ? "2025-11-11" : "2025-12-24T10:00:00+01:00", NULL);
  for (guint i = 0; i < KL_RECORD_GET_CLASS (fresh)->n_fields; i++)
    {
      const KlField *field = &KL_RECORD_GET_CLASS (fresh)->fields[i];
      g_auto(GValue) value = G_VALUE_INIT;

      if (!is_editable (fresh, field) || g_rand_boolean (walk->rand))
        continue;
      init_value (walk, all, fresh, field, &value);
      g_object_set_property (G_OBJECT (fresh), field->name, &value);
    }
  if (KL_IS_SUBJECT (fresh) && kl_subject_get_title (KL_SUBJECT (fresh)) == NULL)
    g_object_set (fresh, "title", "", NULL);
  if (KL_IS_ATTEMPT (fresh) || KL_IS_AMENDMENT (fresh))
    {
      double score = up_to (walk, 101);

      g_object_set (fresh, "low", score, "high", score, NULL);
    }
  kl_change_insert (change, fresh);
}

static void
turn_gap_into_topic (Walk      *walk,
                     KlChange  *change,
                     KlPlan    *plan,
                     GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr(KlRecord) topic = NULL;

      if (!KL_IS_GAP (all->pdata[i]) || g_rand_boolean (walk->rand))
        continue;
      topic = g_object_new (KL_TYPE_SUBJECT, "owner", kl_record_get_id (KL_RECORD (plan)), "position", (gint64) 1000,
                            "title", kl_gap_get_text (all->pdata[i]), NULL);
      kl_change_insert (change, topic);
      kl_change_set_integer (change, all->pdata[i], "open", FALSE);
      return;
    }
}

/* What cannot be, is refused: topics that build on each other in a circle. */
static void
apply (Walk     *walk,
       KlChange *change)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_apply_async (walk->fixture->transfer.library, change, -1, NULL, transfer_fixture_done_cb, &result);
  if (!kl_library_apply_finish (walk->fixture->transfer.library, transfer_fixture_wait_for (&result), &error))
    g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_INVALID);
}

/* There are many of what belongs to topics, and few topics, which others name. */
static KlRecord *
pick (Walk      *walk,
      GPtrArray *all)
{
  KlRecord *record = all->pdata[up_to (walk, all->len)];
  KlRecord *owner = g_rand_boolean (walk->rand) ? find (all, kl_record_get_owner (record)) : NULL;

  return owner != NULL && KL_IS_SUBJECT (owner) ? owner : record;
}

static void
edit (Walk       *walk,
      const char *plan_id)
{
  g_autoptr(KlPlan) plan = read_plan (walk, plan_id, NULL);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, EDIT);
  KlRecord *record;

  collect (KL_RECORD (plan), all);
  record = pick (walk, all);
  switch (up_to (walk, 10))
    {
    case 0:
      turn_gap_into_topic (walk, change, plan, all);
      break;
    case 1:
      if (!KL_IS_PLAN (record))
        kl_change_remove (change, G_OBJECT_TYPE (record), kl_record_get_id (record));
      break;
    case 2:
    case 3:
    case 4:
      insert (walk, change, all, record);
      break;
    case 5:
      if (!KL_IS_PLAN (record))
        kl_change_set_integer (change, record, "position", up_to (walk, 20));
      break;
    default:
      edit_value (walk, change, all, record);
    }
  if (kl_change_get_n_operations (change) == 0)
    return;
  apply (walk, change);
}

/* The imports stay. */
static void
undo (Walk *walk)
{
  const char *name = kl_library_get_undo_name (walk->fixture->transfer.library);

  if (name != NULL && strstr (name, EDIT) != NULL)
    transfer_fixture_undo (&walk->fixture->transfer);
}

static void
redo (Walk *walk)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;

  if (kl_library_get_redo_name (walk->fixture->transfer.library) == NULL)
    return;
  kl_library_redo_async (walk->fixture->transfer.library, NULL, transfer_fixture_done_cb, &result);
  name = kl_library_redo_finish (walk->fixture->transfer.library, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
note_part (Walk       *walk,
           const char *plan_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlEditedPlan) edited = NULL;

  kl_library_read_edited_async (walk->fixture->transfer.library, plan_id, NULL, transfer_fixture_done_cb, &result);
  edited
    = kl_library_read_edited_finish (walk->fixture->transfer.library, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  walk->n_parts += edited->edited != NULL || edited->plan == NULL;
}

static GBytes *
export (Walk       *walk,
        const char *plan_id,
        const char *form)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *bytes;
  guint format;

  g_assert_true (kl_plan_export_find_format (form, &format));
  kl_plan_export_async (walk->fixture->transfer.library, plan_id, format, NULL, NULL, transfer_fixture_done_cb,
                        &result);
  bytes = kl_plan_export_finish (transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_exported_alike (Walk       *walk,
                       const char *plan_id)
{
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) plan = read_plan (walk, plan_id, &document);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) whole = kl_markdown_writer_write (plan, document, &error);
  g_autoptr(GBytes) exported = export (walk, plan_id, "md");
  g_autofree char *expected = NULL;
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  expected = g_strndup (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
  written = g_strndup (g_bytes_get_data (exported, NULL), g_bytes_get_size (exported));
  g_assert_cmpstr (written, ==, expected);
  note_part (walk, plan_id);
}

/* What was changed since then, as another library may send it. */
static void
keep_or_import_records (Walk *walk)
{
  TransferFixture *transfer = &walk->fixture->transfer;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) preview = NULL;
  g_autoptr(KlImportPreview) applied = NULL;

  if (walk->records == NULL)
    {
      walk->records = export (walk, walk->plan_ids[0], "json");
      return;
    }
  kl_importer_read_bytes_async (transfer->importer, walk->records, "plan.json", NULL, NULL, NULL, NULL,
                                transfer_fixture_done_cb, &read);
  preview = kl_importer_read_finish (transfer->importer, transfer_fixture_wait_for (&read), &error);
  g_assert_no_error (error);
  kl_importer_apply_async (transfer->importer, preview, NULL, transfer_fixture_done_cb, &done);
  applied = kl_importer_apply_finish (transfer->importer, transfer_fixture_wait_for (&done), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kl_import_preview_get_plan_id (applied), ==, walk->plan_ids[0]);
  g_clear_pointer (&walk->records, g_bytes_unref);
}

static void
step (Walk *walk)
{
  switch (up_to (walk, 16))
    {
    case 0:
    case 1:
      redo (walk);
      break;
    case 2:
    case 3:
    case 4:
    case 5:
      undo (walk);
      break;
    case 6:
      keep_or_import_records (walk);
      break;
    default:
      edit (walk, walk->plan_ids[g_rand_boolean (walk->rand)]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (walk->plan_ids); i++)
    assert_exported_alike (walk, walk->plan_ids[i]);
}

static char *
import (Walk       *walk,
        const char *text,
        const char *name)
{
  g_autofree char *path = g_build_filename (walk->fixture->folder, name, NULL);

  link_fixture_put (path, text);
  link_fixture_import (walk->fixture, path);
  return g_strdup (walk->fixture->plan_id);
}

static void
test_walks (void)
{
  for (guint i = 0; i < N_PLANS; i++)
    {
      LinkFixture fixture = { 0 };
      guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      Walk walk = { &fixture, rand, { NULL, NULL }, NULL, 0, 0 };

      g_test_message ("seed %u", seed);
      link_fixture_set_up (&fixture, NULL);
      walk.plan_ids[0] = import (&walk, documents[0], "first.md");
      walk.plan_ids[1] = import (&walk, documents[1 + i % (G_N_ELEMENTS (documents) - 1)], "second.md");
      for (guint j = 0; j < N_STEPS; j++)
        step (&walk);
      g_assert_cmpuint (walk.n_parts, >, 0);
      g_free (walk.plan_ids[0]);
      g_free (walk.plan_ids[1]);
      g_clear_pointer (&walk.records, g_bytes_unref);
      link_fixture_tear_down (&fixture, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random-exports/walks", test_walks);
  return g_test_run ();
}
