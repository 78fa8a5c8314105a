/* test-markdown-writer.c: the document comes back, changed only where the plan was */

#include "config.h"

#include <string.h>

#include "exchange-fixture.h"
#include "exchange/kl-markdown-writer.h"
#include "exchange/kl-merge.h"
#include "model/kl-amendment.h"
#include "model/kl-amendment.h"
#include "model/kl-assessment.h"
#include "model/kl-band.h"
#include "model/kl-gap.h"
#include "model/kl-link.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"
#include "model/kl-study-kind.h"
#include "model/kl-verdict.h"

static char *
write_plan (KlImport *import)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes
    = kl_markdown_writer_write (kl_import_get_plan (import), kl_import_get_document (import), &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length);
  return g_strndup (data, length);
}

static KlImport *
read_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "example-plan.md", NULL);

  return fixture_read_path (path);
}

/* Importing what was written brings nothing that the plan does not have; what the document calls differently may be
 * taken over. Then it is written as it is. */
static void
assert_settled (KlImport   *import,
                const char *written)
{
  g_autoptr(KlImport) again = fixture_read (written);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlMerge) merge
    = kl_merge_new (again, kl_import_get_plan (import), kl_import_get_document (import), NULL, NULL, &error);
  const KlMergeCounts *counts = kl_merge_get_counts (merge);
  g_autofree char *rewritten = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (kl_merge_get_questions (merge)), ==, 0);
  g_assert_cmpuint (counts->topics, ==, 0);
  g_assert_cmpuint (counts->points, ==, 0);
  g_assert_cmpuint (counts->gaps, ==, 0);
  g_assert_cmpuint (counts->exercises, ==, 0);
  g_assert_cmpuint (counts->attempts, ==, 0);
  g_assert_cmpuint (counts->others, ==, 0);
  g_assert_cmpuint (counts->removed, ==, 0);

  fixture_apply (merge, kl_import_get_plan (import), kl_import_get_document (import));
  rewritten = write_plan (import);
  g_assert_cmpstr (rewritten, ==, written);
}

typedef struct
{
  const char *before;
  const char *after;
} Change;

/* What is written is the document with these pieces replaced, each once, and nothing else. */
static void
assert_diff (KlImport     *import,
             const Change *changes,
             guint         n_changes)
{
  g_autofree char *written = write_plan (import);
  g_autofree char *expected = g_strdup (kl_document_get_text (kl_import_get_document (import)));

  for (guint i = 0; i < n_changes; i++)
    {
      g_auto(GStrv) parts = g_strsplit (expected, changes[i].before, -1);

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_free (expected);
      expected = g_strjoinv (changes[i].after, parts);
    }
  g_assert_cmpstr (written, ==, expected);
  assert_settled (import, written);
}

#define ASSERT_DIFF(import, ...)                                                                                      \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    const Change changes_[] = { __VA_ARGS__ };                                                                        \
    assert_diff (import, changes_, G_N_ELEMENTS (changes_));                                                          \
  }                                                                                                                   \
  G_STMT_END

static KlPoint *
find_point (KlImport   *import,
            const char *topic,
            const char *part)
{
  GListModel *points = kl_subject_get_points (fixture_subject (import, topic));

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    if (strstr (kl_point_get_text (fixture_item (points, i)), part) != NULL)
      return fixture_item (points, i);
  g_error ("no point says %s", part);
}

static void
remove_record (GListModel *list,
               gpointer    record)
{
  guint position;

  g_assert_true (g_list_store_find (G_LIST_STORE (list), record, &position));
  g_list_store_remove (G_LIST_STORE (list), position);
}

static void
insert_record (gpointer    owner,
               GListModel *list,
               guint       position,
               gpointer    record)
{
  g_object_set (record, "owner", kl_record_get_id (owner), NULL);
  g_list_store_insert (G_LIST_STORE (list), position, record);
}

static void
move_record (GListModel *list,
             guint       from,
             guint       to)
{
  g_autoptr(GObject) record = g_list_model_get_item (list, from);

  g_list_store_remove (G_LIST_STORE (list), from);
  g_list_store_insert (G_LIST_STORE (list), to, record);
}

static void
test_unchanged (void)
{
  g_autoptr(KlImport) import = read_example ();
  g_autofree char *written = write_plan (import);

  g_assert_cmpstr (written, ==, kl_document_get_text (kl_import_get_document (import)));
}

static KlImport *
read_real (void)
{
  const char *folder = g_getenv ("KLEARN_REAL_PLANS");
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "shared", "plans",
                                            "eks-kubernetes-learning-plan.md", NULL);
  g_autofree char *given = folder != NULL ? g_build_filename (folder, "eks-kubernetes-learning-plan.md", NULL) : NULL;
  const char *plan = given != NULL ? given : path;

  if (g_file_test (plan, G_FILE_TEST_EXISTS))
    return fixture_read_path (plan);
  g_test_skip ("the real plan is not beside the project");
  return NULL;
}

static void
test_real_unchanged (void)
{
  g_autoptr(KlImport) import = read_real ();
  g_autofree char *written = import != NULL ? write_plan (import) : NULL;

  if (import != NULL)
    g_assert_cmpstr (written, ==, kl_document_get_text (kl_import_get_document (import)));
}

static void
test_rename_topic (void)
{
  g_autoptr(KlImport) import = read_example ();

  g_object_set (fixture_subject (import, "RAID Levels"), "title", "RAID Layouts", NULL);
  ASSERT_DIFF (import, { "### RAID Levels\n**Status", "### RAID Layouts\n**Status" },
               { "### RAID Levels\n**Score", "### RAID Layouts\n**Score" },
               { "Write ✅, RAID Levels ✅", "Write ✅, RAID Layouts ✅" });
}

/* Headings that name the topic in another way name it as it is called now, and keep all else. */
static void
test_rename_scored (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "# P\n\n## 2. DNS / Service Discovery\n- a\n\n## Storage\n- b\n\n## Scores\n\n### DNS – 🟢 Strong (95%)\n\n"
    "### 2. DNS / Service Discovery (second attempt)\n**Score:** 70%\n\n### 1. Storage - retry: 8/10\n");

  g_object_set (fixture_subject (import, "2. DNS / Service Discovery"), "title", "2. Names", NULL);
  g_object_set (fixture_subject (import, "Storage"), "title", "Volumes", NULL);
  ASSERT_DIFF (import, { "## 2. DNS / Service Discovery\n- a", "## 2. Names\n- a" }, { "## Storage", "## Volumes" },
               { "### DNS –", "### Names –" }, { "### 2. DNS / Service Discovery (", "### 2. Names (" },
               { "1. Storage - retry", "1. Volumes - retry" });
}

/* A score that was amended is written where it stands. */
static void
test_amend_scored (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "# P\n\n## DNS\n- a\n\n## Scores\n\n### DNS – 🟢 Strong (95%)\n\n### DNS\n- Score: 70%\n- Nailed:\n  - x\n\n"
    "### DNS\n**Score: 40% → 91%** after a break\n");
  static const struct
  {
    guint index;
    double score;
  } amended[] = { { 0, 60 }, { 1, 61 }, { 3, 62 } };

  for (guint i = 0; i < G_N_ELEMENTS (amended); i++)
    {
      g_autoptr(KlAmendment) amendment
        = g_object_new (KL_TYPE_AMENDMENT, "low", amended[i].score, "high", amended[i].score, NULL);

      kl_record_append (KL_RECORD (fixture_attempt (import, "DNS", amended[i].index)), KL_RECORD (amendment));
    }
  ASSERT_DIFF (import, { "🟢 Strong (95%)", "🟢 Strong (60%)" }, { "Score: 70%", "Score: 61%" }, { "→ 91%", "→ 62%" });
}

static void
rename_plan (const char *text,
             const char *before,
             const char *after)
{
  g_autoptr(KlImport) import = fixture_read (text);

  g_object_set (kl_import_get_plan (import), "title", "C#: the #", NULL);
  ASSERT_DIFF (import, { before, after });
}

static void
test_rename_plan (void)
{
  g_autoptr(KlImport) import = read_example ();
  g_autofree char *written = NULL;

  rename_plan ("# Old #\n\n## T\n- a\n", "# Old #", "# C#: the # #");
  rename_plan ("Old\n===\n\n## T\n- a\n", "Old\n===\n", "# C#: the # #\n");
  rename_plan ("---\ntitle: Old\n---\n## T\n- a\n", "title: Old", "title: \"C#: the #\"");
  rename_plan ("\xef\xbb\xbf## T\r\n- a\r\n", "## T", "# C#: the # #\r\n\r\n## T");
  rename_plan ("- a\n- b\n", "- a", "# C#: the # #\n\n- a");

  /* What was never renamed is not written, whatever the document says. */
  g_object_set (kl_import_get_plan (import), "title", "Asked for", NULL);
  g_object_set (kl_import_get_document (import), "title", "Asked for", NULL);
  written = write_plan (import);
  g_assert_cmpstr (written, ==, kl_document_get_text (kl_import_get_document (import)));
}

static void
test_rename_queued_topic (void)
{
  g_autoptr(KlImport) import = read_example ();

  g_object_set (fixture_subject (import, "Logical Volumes"), "title", "LVM", NULL);
  ASSERT_DIFF (import, { "### Logical Volumes\n", "### LVM\n" }, { "Logical Volumes (25 min)", "LVM (25 min)" });
}

static void
test_rename_point (void)
{
  g_autoptr(KlImport) import = read_example ();

  g_object_set (find_point (import, "Journaling", "Replay"), "text", "Replay at mount", NULL);
  g_object_set (find_point (import, "Kinds of Drives", "SATA"), "text", "SATA drives", NULL);
  ASSERT_DIFF (import, { "- Replay at mount, and why it is safe to replay twice\n", "- Replay at mount\n" },
               { "- SATA SSD: Mentioned", "- SATA drives: Mentioned" });
}

static void
test_add_points (void)
{
  g_autoptr(KlImport) import = read_example ();
  KlSubject *journaling = fixture_subject (import, "Journaling");
  KlSubject *copying = fixture_subject (import, "Copy-on-Write File Systems");
  GListModel *points = kl_subject_get_points (journaling);
  GListModel *nested = kl_subject_get_points (copying);
  g_autoptr(KlPoint) first = g_object_new (KL_TYPE_POINT, "text", "- starts with a dash", NULL);
  g_autoptr(KlPoint) last = g_object_new (KL_TYPE_POINT, "text", "The last one", "depth", KL_DEPTH_SURFACE, NULL);
  g_autoptr(KlPoint) inner
    = g_object_new (KL_TYPE_POINT, "text", "Inner", "parent",
                    kl_record_get_id (fixture_item (nested, 2)), NULL);
  g_autoptr(KlPoint) below
    = g_object_new (KL_TYPE_POINT, "text", "Below", "parent",
                    kl_record_get_id (fixture_item (nested, 0)), NULL);

  insert_record (journaling, points, 0, first);
  insert_record (journaling, points, 6, last);
  insert_record (copying, nested, 5, inner);
  insert_record (copying, nested, 1, below);
  ASSERT_DIFF (import, { "- Problem a journal", "- \\- starts with a dash\n- Problem a journal" },
               { "of files in writeback mode\n", "of files in writeback mode\n- The last one: Covered basics\n" },
               { "last snapshot lets go\n", "last snapshot lets go\n    - Inner\n" },
               { "- Never overwrite a live block\n", "- Never overwrite a live block\n  - Below\n" });
}

static void
test_delete_points (void)
{
  g_autoptr(KlImport) import = read_example ();
  GListModel *points = kl_subject_get_points (fixture_subject (import, "Network File Systems"));

  remove_record (points, fixture_item (points, 2));
  remove_record (points, fixture_item (points, 0));
  ASSERT_DIFF (import, { "- NFS versions and state\n- SMB\n- Close-to-open consistency\n", "- SMB\n" });
}

static void
test_move_point (void)
{
  g_autoptr(KlImport) import = read_example ();

  move_record (kl_subject_get_points (fixture_subject (import, "Network File Systems")), 0, 2);
  ASSERT_DIFF (import, { "- NFS versions and state\n- SMB\n- Close-to-open consistency\n",
                         "- SMB\n- Close-to-open consistency\n- NFS versions and state\n" });
}

static void
test_move_nested_points (void)
{
  const char *moved = "- Snapshots\n"
                      "    - Reading an old root costs nothing\n"
                      "    - Space comes back only when the last snapshot lets go\n"
                      "    - Inner\n"
                      "- Never overwrite a live block\n";
  g_autoptr(KlImport) import = read_example ();
  KlSubject *copying = fixture_subject (import, "Copy-on-Write File Systems");
  GListModel *points = kl_subject_get_points (copying);
  KlPoint *snapshots = find_point (import, "Copy-on-Write File Systems", "Snapshots");
  g_autoptr(KlPoint) inner
    = g_object_new (KL_TYPE_POINT, "text", "Inner", "parent", kl_record_get_id (KL_RECORD (snapshots)), NULL);

  insert_record (copying, points, 5, inner);
  move_record (points, 2, 0);
  g_object_set (snapshots, "text", "Snapshots", NULL);
  ASSERT_DIFF (import, { "- Snapshots as shared subtrees\n    - Reading an old root costs nothing\n"
                         "    - Space comes back only when the last snapshot lets go\n",
                         "" },
               { "- Never overwrite a live block\n", moved });
}

/* Into the point above and out again: only its indentation is another, and that of what is inside it. */
static void
test_indent_points (void)
{
  g_autoptr(KlImport) import = read_example ();
  KlPoint *last = find_point (import, "Copy-on-Write File Systems", "Space comes back");
  KlPoint *smb = find_point (import, "Network File Systems", "SMB");
  KlPoint *nfs = find_point (import, "Network File Systems", "NFS");

  g_object_set (smb, "parent", kl_record_get_id (KL_RECORD (nfs)), NULL);
  g_object_set (last, "parent", NULL, NULL);
  ASSERT_DIFF (import, { "- SMB\n", "  - SMB\n" },
               { "    - Space comes back only when", "- Space comes back only when" });
}

/* Its depth in other words, or in words of its own. */
static void
test_point_note (void)
{
  g_autoptr(KlImport) import = read_example ();

  g_object_set (find_point (import, "Kinds of Drives", "Zoned"), "note", "Not covered, no use for them", NULL);
  g_object_set (find_point (import, "Kinds of Drives", "Spinning"), "depth", KL_DEPTH_DEEP, "note", "Mastered", NULL);
  g_object_set (find_point (import, "Kinds of Drives", "SATA"), "note", NULL, NULL);
  g_object_set (find_point (import, "Kinds of Drives", "NVMe"), "note", "in the new laptop", NULL);
  g_object_set (find_point (import, "Network File Systems", "SMB"), "note", "at work only", NULL);
  ASSERT_DIFF (import, { "- Zoned drives: Not covered\n", "- Zoned drives: Not covered, no use for them\n" },
               { "- Spinning disks: Covered basics\n", "- Spinning disks: Mastered\n" },
               { "- SATA SSD: Mentioned, explored in the context of TRIM\n", "- SATA SSD\n" },
               { "- NVMe: Mentioned, queues compared with AHCI\n", "- NVMe: Covered basics, in the new laptop\n" },
               { "- SMB\n", "- SMB: Not covered, at work only\n" });
}

static void
test_move_gap (void)
{
  g_autoptr(KlImport) import = read_example ();
  GListModel *gaps = kl_subject_get_gaps (fixture_subject (import, "Journaling"));

  move_record (gaps, 1, 0);
  ASSERT_DIFF (import, { "- Fast commits\n- Checksums in the journal (`journal_checksum_v3`)\n",
                         "- Checksums in the journal (`journal_checksum_v3`)\n- Fast commits\n" });
}

static void
test_last_gap (void)
{
  g_autoptr(KlImport) import = read_example ();
  GListModel *gaps = kl_subject_get_gaps (fixture_subject (import, "Journaling"));

  remove_record (gaps, fixture_item (gaps, 1));
  remove_record (gaps, fixture_item (gaps, 0));
  ASSERT_DIFF (import, { "\n**Gaps identified:**\n- Fast commits\n- Checksums in the journal (`journal_checksum_v3`)\n",
                         "" });
}

static void
test_point_depth (void)
{
  g_autoptr(KlImport) import = read_example ();

  g_object_set (find_point (import, "Kinds of Drives", "Zoned"), "depth", KL_DEPTH_SURFACE, NULL);
  g_object_set (find_point (import, "Kinds of Drives", "Spinning"), "depth", KL_DEPTH_DEEP, NULL);
  g_object_set (find_point (import, "Network File Systems", "SMB"), "depth", KL_DEPTH_SURFACE, NULL);
  ASSERT_DIFF (import, { "- Zoned drives: Not covered\n", "- Zoned drives\n" },
               { "- Spinning disks: Covered basics\n", "- Spinning disks: Deep dive complete\n" },
               { "- SMB\n", "- SMB: Covered basics\n" });
}

static void
test_gaps (void)
{
  g_autoptr(KlImport) import = read_example ();
  KlSubject *journaling = fixture_subject (import, "Journaling");
  KlSubject *inodes = fixture_subject (import, "Inodes and Directories");
  GListModel *gaps = kl_subject_get_gaps (journaling);
  g_autoptr(KlGap) fresh = g_object_new (KL_TYPE_GAP, "text", "Barriers", "open", TRUE, NULL);
  g_autoptr(KlGap) only = g_object_new (KL_TYPE_GAP, "text", "How a directory grows", "open", TRUE, NULL);

  g_object_set (fixture_item (gaps, 0), "open", FALSE, NULL);
  insert_record (journaling, gaps, 2, fresh);
  insert_record (inodes, kl_subject_get_gaps (inodes), 0, only);
  ASSERT_DIFF (import, { "- Fast commits\n", "- [x] Fast commits\n" },
               { "(`journal_checksum_v3`)\n", "(`journal_checksum_v3`)\n- Barriers\n" },
               { "- Renaming inside one file system is atomic\n",
                 "- Renaming inside one file system is atomic\n\n**Gaps identified:**\n- How a directory grows\n" });
}

static KlSubject *
add_topic (KlImport   *import,
           guint       position,
           const char *title,
           KlDepth     depth,
           KlSubject  *parent)
{
  g_autoptr(KlSubject) topic = g_object_new (KL_TYPE_SUBJECT, "title", title, "depth", depth, NULL);

  if (parent != NULL)
    g_object_set (topic, "parent", kl_record_get_id (KL_RECORD (parent)), NULL);
  insert_record (kl_import_get_plan (import), kl_plan_get_subjects (kl_import_get_plan (import)), position, topic);
  /* The plan keeps it alive. */
  return topic;
}

static void
add_point (KlSubject  *topic,
           const char *text)
{
  g_autoptr(KlPoint) point = g_object_new (KL_TYPE_POINT, "text", text, NULL);

  kl_record_append (KL_RECORD (topic), KL_RECORD (point));
}

static guint
index_of (KlImport   *import,
          const char *title)
{
  guint position;

  g_assert_true (g_list_store_find (G_LIST_STORE (kl_plan_get_subjects (kl_import_get_plan (import))),
                                    fixture_subject (import, title), &position));
  return position;
}

static void
test_add_topics (void)
{
  g_autoptr(KlImport) import = read_example ();

  add_point (add_topic (import, index_of (import, "Journaling"), "Barriers", KL_DEPTH_DEEP, NULL), "What they order");
  add_point (add_topic (import, index_of (import, "Kinds of Drives"), "Last Deep One", KL_DEPTH_DEEP, NULL), "x");
  add_point (add_topic (import, index_of (import, "Logical Volumes"), "Tape", KL_DEPTH_SURFACE, NULL), "Reels");
  add_point (add_topic (import, index_of (import, "Journaling") + 1, "Commit Records", KL_DEPTH_DEEP,
                        fixture_subject (import, "Journaling")),
             "One sector");
  ASSERT_DIFF (import,
               { "### Journaling\n**Status",
                 "### Barriers\n**Topics covered:**\n- What they order\n\n---\n\n### Journaling\n**Status" },
               { "(`journal_checksum_v3`)\n",
                 "(`journal_checksum_v3`)\n\n#### Commit Records\n**Topics covered:**\n- One sector\n" },
               { "\n---\n\n## Surface-Level",
                 "\n---\n\n### Last Deep One\n**Topics covered:**\n- x\n\n---\n\n## Surface-Level" },
               { "which blocks are free\n", "which blocks are free\n\n### Tape\n- Reels\n" });
}

/* The gap becomes a topic that is not covered yet. */
static void
test_gap_into_topic (void)
{
  g_autoptr(KlImport) import = read_example ();
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (import));
  GListModel *gaps = kl_subject_get_gaps (fixture_subject (import, "Journaling"));
  const char *text = kl_gap_get_text (fixture_item (gaps, 1));

  add_topic (import, g_list_model_get_n_items (subjects), text, KL_DEPTH_NONE, NULL);
  remove_record (gaps, fixture_item (gaps, 1));
  ASSERT_DIFF (import, { "- Checksums in the journal (`journal_checksum_v3`)\n", "" },
               { "- io_uring\n", "- io_uring\n\n### Checksums in the journal (`journal_checksum_v3`)\n" });
}

static void
test_delete_topics (void)
{
  g_autoptr(KlImport) import = read_example ();
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (import));

  remove_record (subjects, fixture_subject (import, "Inodes and Directories"));
  remove_record (subjects, fixture_subject (import, "Encryption at Rest"));
  remove_record (subjects, fixture_subject (import, "Advanced Topics"));
  ASSERT_DIFF (import,
               { "### Inodes and Directories\n**Status:** Deep dive complete\n**Topics covered:**\n"
                 "- An inode holds everything about a file except its name\n"
                 "- A directory is a table of names → inode numbers\n"
                 "- Hard links (two names, one inode) vs symbolic links (a file that holds a path)\n"
                 "- Link count and open handles decide when blocks are freed\n"
                 "- Path lookup, component by component, through the dentry cache\n"
                 "- Renaming inside one file system is atomic\n\n---\n\n",
                 "" },
               { "### Inodes and Directories\n**Score: 🟢 Strong (94%)**\n\n**What you absolutely crushed:**\n"
                 "- Name, inode and blocks as three separate things\n"
                 "- **A file without a name lives on until the last handle is closed**\n"
                 "- Why a hard link can not cross a file system, and a symbolic link can\n"
                 "- `mv` in one file system moves a name, not a byte\n\n**Your money quote:**\n"
                 "> \"Deleting is really un-naming: the directory forgets a name, the inode counts one less, and only "
                 "when nobody points there and nobody has it open do the blocks become free.\"\n\n"
                 "**Minor refinements learned:**\n"
                 "- The dentry cache also remembers names that do not exist (negative dentries)\n"
                 "- A directory's size is that of its table, not of what is inside\n\n"
                 "**Result:** Ready to explain why `df` and `du` disagree.\n\n---\n\n",
                 "" },
               { "\n### Encryption at Rest\n- Keys in a header, wrapped by a passphrase\n"
                 "- What stays readable while the machine runs\n"
                 "- Discards tell an onlooker which blocks are free\n",
                 "" },
               { "\n### Advanced Topics\n- Persistent memory (DAX)\n- FUSE\n- overlayfs\n- io_uring\n", "" });
}

static void
test_move_topics (void)
{
  g_autoptr(KlImport) import = read_example ();
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (import));
  guint from = index_of (import, "Network File Systems");

  move_record (subjects, from, from - 1);
  g_object_set (fixture_subject (import, "Quotas and Limits"), "depth", KL_DEPTH_SURFACE, NULL);
  ASSERT_DIFF (import,
               { "### Logical Volumes\n- Physical volumes, volume groups, logical volumes\n",
                 "### Network File Systems\n- NFS versions and state\n- SMB\n- Close-to-open consistency\n\n"
                 "### Logical Volumes\n- Physical volumes, volume groups, logical volumes\n" },
               { "Copy-on-Write File Systems)\n\n### Network File Systems\n- NFS versions and state\n- SMB\n"
                 "- Close-to-open consistency\n\n### Quotas and Limits\n- User and project quotas\n- Reserved blocks\n"
                 "- Running out of inodes\n",
                 "Copy-on-Write File Systems)\n" },
               { "which blocks are free\n",
                 "which blocks are free\n\n### Quotas and Limits\n- User and project quotas\n"
                 "- Reserved blocks\n- Running out of inodes\n" });
}

static void
add_prerequisite (KlImport   *import,
                  const char *title,
                  const char *target)
{
  KlSubject *subject = fixture_subject (import, title);
  KlSubject *other = fixture_subject (import, target);
  GListModel *links = kl_subject_get_links (subject);
  g_autoptr(KlLink) link
    = g_object_new (KL_TYPE_LINK, "kind", KL_LINK_PREREQUISITE, "target", kl_record_get_id (KL_RECORD (other)), "text",
                    kl_subject_get_title (other), NULL);

  insert_record (subject, links, g_list_model_get_n_items (links), link);
}

/* Where nothing of it is there yet; what the study queue says of a topic is not said again. */
static void
test_facts (void)
{
  g_autoptr(KlImport) import = read_example ();

  g_object_set (fixture_subject (import, "Journaling"), "minutes", (gint64) 45, NULL);
  add_prerequisite (import, "Journaling", "Inodes and Directories");
  add_prerequisite (import, "Journaling", "The Path of a Write");
  add_prerequisite (import, "Encryption at Rest", "Kinds of Drives");
  g_object_set (fixture_subject (import, "Logical Volumes"), "minutes", (gint64) 20, NULL);
  add_prerequisite (import, "Logical Volumes", "Kinds of Drives");
  ASSERT_DIFF (import,
               { "### Journaling\n**Status:** Deep dive complete\n",
                 "### Journaling\n**Status:** Deep dive complete\n**Time:** 45 min\n"
                 "**Prerequisites:** Inodes and Directories, The Path of a Write\n" },
               { "### Encryption at Rest\n", "### Encryption at Rest\n**Prerequisites:** Kinds of Drives\n" },
               { "### Logical Volumes\n",
                 "### Logical Volumes\n**Time:** 20 min\n**Prerequisites:** Kinds of Drives\n" });
}

#define FACTS                                                                                                         \
  "# P\n\n## Deep Dives Completed\n\n### Ropes, Knots\n- Bowline\n- Splices\n\n### Sails\n"              \
  "**Estimated time:** 1 hour\n**Requires:** Ropes, Knots ✅, Stars\nSome words.\n\n### Tides\n**Time:** 5 min\n"  \
  "- Springs\n\n## Not Yet Covered\n\n### Wind\nBlows.\n"

/* As the document says it: with its labels, its marks, and what is no topic. */
static void
test_facts_changed (void)
{
  g_autoptr(KlImport) import = fixture_read (FACTS);
  KlSubject *sails = fixture_subject (import, "Sails");
  KlRecord *ropes = KL_RECORD (fixture_subject (import, "Ropes, Knots"));
  KlLink *link;

  g_assert_cmpint (kl_subject_get_minutes (sails), ==, 60);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_links (sails)), ==, 2);
  link = fixture_item (kl_subject_get_links (sails), 0);
  g_assert_cmpstr (kl_link_get_target (link), ==, kl_record_get_id (ropes));
  link = fixture_item (kl_subject_get_links (sails), 1);
  g_assert_null (kl_link_get_target (link));
  g_assert_cmpstr (kl_link_get_text (link), ==, "Stars");

  g_object_set (sails, "minutes", (gint64) 75, NULL);
  add_prerequisite (import, "Sails", "Wind");
  g_object_set (fixture_subject (import, "Tides"), "minutes", (gint64) 0, NULL);
  g_object_set (fixture_subject (import, "Wind"), "minutes", (gint64) 15, NULL);
  ASSERT_DIFF (import, { "1 hour", "75 min" }, { "✅, Stars", "✅, Stars, Wind" }, { "**Time:** 5 min\n", "" },
               { "### Wind\n", "### Wind\n**Time:** 15 min\n\n" });
}

static void
test_prerequisites_removed (void)
{
  g_autoptr(KlImport) import = fixture_read (FACTS);
  GListModel *links = kl_subject_get_links (fixture_subject (import, "Sails"));

  remove_record (links, fixture_item (links, 1));
  g_object_set (fixture_subject (import, "Ropes, Knots"), "title", "Ropes and Knots", NULL);
  ASSERT_DIFF (import, { "### Ropes, Knots", "### Ropes and Knots" }, { "Ropes, Knots ✅, Stars", "Ropes and Knots" });
  remove_record (links, fixture_item (links, 0));
  ASSERT_DIFF (import, { "**Requires:** Ropes and Knots\n", "" });
}

static KlAttempt *
add_attempt (KlImport   *import,
             const char *title,
             const char *date,
             double      score)
{
  KlSubject *subject = fixture_subject (import, title);
  GListModel *attempts = kl_subject_get_attempts (subject);
  g_autoptr(KlAttempt) attempt = g_object_new (KL_TYPE_ATTEMPT, "date", date, "low", score, "high", score, NULL);

  insert_record (subject, attempts, g_list_model_get_n_items (attempts), attempt);
  /* The subject keeps it alive. */
  return attempt;
}

static void
add_feedback (KlAttempt      *attempt,
              KlFeedbackKind  kind,
              const char     *text,
              const char     *wrong,
              const char     *right)
{
  g_autoptr(KlFeedback) feedback
    = g_object_new (KL_TYPE_FEEDBACK, "kind", kind, "text", text, "wrong", wrong, "right", right, NULL);

  kl_record_append (KL_RECORD (attempt), KL_RECORD (feedback));
}

static void
add_whole_attempt (KlImport   *import,
                   const char *title)
{
  KlAttempt *attempt = add_attempt (import, title, "2026-11-23T21:04:05+01", 97);

  add_feedback (attempt, KL_FEEDBACK_NAILED, "The order of things", NULL, NULL);
  add_feedback (attempt, KL_FEEDBACK_NAILED, "The names of things", NULL, NULL);
  add_feedback (attempt, KL_FEEDBACK_NEEDS_WORK, "Forgot the sizes", NULL, NULL);
  add_feedback (attempt, KL_FEEDBACK_CORRECTION, "it is fast -> it is safe", "it is fast", "it is safe");
  add_feedback (attempt, KL_FEEDBACK_ACTION, "Look at the sizes", NULL, NULL);
  add_feedback (attempt, KL_FEEDBACK_INSIGHT, "Order is all", NULL, NULL);
  add_feedback (attempt, KL_FEEDBACK_QUOTE, "First the journal, then the rest.", NULL, NULL);
  add_feedback (attempt, KL_FEEDBACK_DEFENDED, "The name is fine", NULL, NULL);
}

#define NEW_ATTEMPT                                                                                                   \
  "**Score: 🟢 Strong (97%)**\n\n**What you nailed:**\n- The order of things\n- The names of things\n\n"               \
  "**What needed work:**\n- Forgot the sizes\n\n**Critical errors corrected:**\n- ❌ it is fast → ✅ it is safe\n\n"  \
  "**Action items:**\n- Look at the sizes\n\n**Key insight mastered:** Order is all\n\n"                            \
  "**Your money quote:**\n> First the journal, then the rest.\n\n"                                                  \
  "**What you defended successfully:**\n- The name is fine\n\n---\n\n"

static void
test_new_attempts (void)
{
  g_autoptr(KlImport) import = read_example ();

  add_whole_attempt (import, "Journaling");
  add_attempt (import, "Encryption at Rest", "2026-11-23", 55);
  add_attempt (import, "Compare a snapshot with a backup", "2026-03-14", 45);
  ASSERT_DIFF (import,
               { "### Overall Assessment\n",
                 "### Compare a snapshot with a backup\n**Score: 🔴 Needs Review (45%)**\n\n---\n\n"
                 "**Date: 2026-11-23**\n\n### Journaling\n" NEW_ATTEMPT
                 "### Encryption at Rest\n**Score: 🟠 Fair (55%)**\n\n---\n\n### Overall Assessment\n" });
}

static KlVerdict *
add_verdict (KlAttempt      *attempt,
             const char     *text,
             KlVerdictValue  value)
{
  g_autoptr(KlVerdict) verdict = g_object_new (KL_TYPE_VERDICT, "text", text, "value", value, NULL);

  kl_record_append (KL_RECORD (attempt), KL_RECORD (verdict));
  /* The attempt keeps it alive. */
  return verdict;
}

#define EXPLAINED                                                                                                     \
  "**Explanation:**\n> First the journal,\n> # then the rest\n>\n>     - [x] > all of it\n\n**Point by point:**\n"   \
  "- ✅ Write-ahead order: journal, commit record, checkpoint\n- 🟡 Replay: once more\n- ❌ Barriers\n\n"

static void
test_explanation (void)
{
  const char *order = "Write-ahead order: journal, commit record, checkpoint";
  g_autoptr(KlImport) import = read_example ();
  KlAttempt *attempt = add_attempt (import, "Journaling", "2026-11-23T21:04:05+01", 97);
  g_autofree char *written = NULL;
  g_autoptr(KlImport) again = NULL;
  KlAttempt *read;
  KlVerdict *verdict;

  g_object_set (attempt, "explanation", "First the journal,  \n# then the rest\n\n    - [x] > all of it\n\n", NULL);
  add_verdict (attempt, order, KL_VERDICT_COVERED);
  add_verdict (attempt, "Replay: once more", KL_VERDICT_PARTLY);
  g_object_set (add_verdict (attempt, "Nobody said", KL_VERDICT_UNSET), "suggested", KL_VERDICT_COVERED, NULL);
  g_object_set (add_verdict (attempt, "Barriers", KL_VERDICT_MISSED), "suggested", KL_VERDICT_PARTLY, NULL);
  add_feedback (attempt, KL_FEEDBACK_NAILED, "The order of things", NULL, NULL);
  written = write_plan (import);
  again = fixture_read (written);
  ASSERT_DIFF (import, { "### Overall Assessment\n",
                         "**Date: 2026-11-23**\n\n### Journaling\n**Score: 🟢 Strong (97%)**\n\n" EXPLAINED
                         "**What you nailed:**\n- The order of things\n\n---\n\n"
                         "### Overall Assessment\n" });

  /* Into another library it comes whole. */
  read = fixture_attempt (again, "Journaling", 2);
  g_assert_cmpstr (kl_attempt_get_explanation (read), ==,
                   "First the journal,\n# then the rest\n\n    - [x] > all of it");
  g_assert_cmpuint (g_list_model_get_n_items (kl_attempt_get_verdicts (read)), ==, 3);
  verdict = fixture_item (kl_attempt_get_verdicts (read), 0);
  g_assert_cmpint (kl_verdict_get_value (verdict), ==, KL_VERDICT_COVERED);
  g_assert_cmpstr (kl_verdict_get_text (verdict), ==, order);
  g_assert_cmpstr (kl_verdict_get_point (verdict), ==,
                   kl_record_get_id (KL_RECORD (find_point (again, "Journaling", order))));
}

/* What was imported without words gets them, what has them gets others. */
static void
test_explained_later (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "# P\n\n## T\n- a\n\n## Retention Scores\n\n**Date: 2026-01-02**\n\n### T\n**Score: Good (75%)**\n\n"
    "**Explanation:**\n> Old words\n\n**Point by point:**\n- ✅ a\n- ❌ b\n\n**Date: 2026-01-03**\n\n"
    "**Score: Good (76%)**\n");
  KlAttempt *first = fixture_attempt (import, "T", 0);
  KlAttempt *second = fixture_attempt (import, "T", 1);

  g_assert_cmpstr (kl_attempt_get_explanation (first), ==, "Old words");
  g_assert_null (kl_attempt_get_explanation (second));
  g_object_set (first, "explanation", "New words", NULL);
  remove_record (kl_attempt_get_verdicts (first), fixture_item (kl_attempt_get_verdicts (first), 0));
  g_object_set (fixture_item (kl_attempt_get_verdicts (first), 0), "value", KL_VERDICT_PARTLY, NULL);
  add_verdict (first, "c", KL_VERDICT_COVERED);
  g_object_set (second, "explanation", "Said again", NULL);
  ASSERT_DIFF (import, { "> Old words", "> New words" }, { "- ✅ a\n- ❌ b\n", "- 🟡 b\n- ✅ c\n" },
               { "(76%)**\n", "(76%)**\n\n**Explanation:**\n> Said again\n" });
}

/* What KLearn had suggested is none of the document's. */
static void
test_suggestions_stay_out (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "# P\n\n## T\n- a\n\n## Retention Scores\n\n**Date: 2026-01-02**\n\n### T\n**Score: Good (75%)**\n\n"
    "**Point by point:**\n- ✅ a\n- ❌ b\n\n");
  KlAttempt *attempt = fixture_attempt (import, "T", 0);
  g_autofree char *written = NULL;

  g_object_set (attempt, "suggested", 60.0, NULL);
  g_object_set (fixture_item (kl_attempt_get_verdicts (attempt), 0), "suggested", KL_VERDICT_PARTLY, NULL);
  g_object_set (add_verdict (attempt, "c", KL_VERDICT_UNSET), "suggested", KL_VERDICT_MISSED, NULL);
  written = write_plan (import);
  g_assert_cmpstr (written, ==, kl_document_get_text (kl_import_get_document (import)));
  assert_settled (import, written);
}

static void
test_real_new_attempt (void)
{
  g_autoptr(KlImport) import = read_real ();

  if (import == NULL)
    return;
  add_whole_attempt (import, "Pod Networking");
  ASSERT_DIFF (import, { "### Overall Assessment\n", "**Date: 2026-11-23**\n\n### Pod Networking\n" NEW_ATTEMPT
                                                     "### Overall Assessment\n" });
}

static void
test_amended_attempt (void)
{
  g_autoptr(KlImport) import = read_example ();
  KlAttempt *attempt = fixture_attempt (import, "Copy-on-Write File Systems", 0);
  g_autoptr(KlAmendment) amendment = g_object_new (KL_TYPE_AMENDMENT, "low", 71.0, "high", 74.0, NULL);

  kl_record_append (KL_RECORD (attempt), KL_RECORD (amendment));
  g_object_set (fixture_feedback (attempt, "Draw a tree"), "done", TRUE, NULL);
  add_feedback (attempt, KL_FEEDBACK_ACTION, "Read the superblock", NULL, NULL);
  add_feedback (attempt, KL_FEEDBACK_INSIGHT, "Two roots", NULL, NULL);
  ASSERT_DIFF (
    import, { "**Score: 🟠 Fair (62%)**", "**Score: 🟡 Good (71-74%)**" },
    { "- Draw a tree of three", "- [x] Draw a tree of three" },
    { "disk and read its report\n", "disk and read its report\n- Read the superblock\n" },
    { "the accounting is not yet.\n", "the accounting is not yet.\n\n**Key insight mastered:** Two roots\n" });
}

/* Other words of every kind of feedback: each where it stands, in the form that it has. */
static void
test_amended_feedback (void)
{
  g_autoptr(KlImport) import = read_example ();
  KlAttempt *raid = fixture_attempt (import, "RAID Levels", 1);
  KlAttempt *inodes = fixture_attempt (import, "Inodes and Directories", 0);
  KlAttempt *copying = fixture_attempt (import, "Copy-on-Write File Systems", 0);
  KlFeedback *blocked = fixture_feedback (copying, "Misunderstood free space");

  g_object_set (fixture_feedback (raid, "Parity as XOR"), "text", "Parity, computed", NULL);
  g_object_set (fixture_feedback (raid, "Chose RAID 10"), "text", "✅ Chose ten", NULL);
  g_object_set (fixture_feedback (raid, "Worked out the odds"), "text", "Odds", NULL);
  g_object_set (fixture_feedback (raid, "RAID 0 is not"), "text", "The R is wrong", NULL);
  g_object_set (fixture_feedback (raid, "Colleague-ready"), "text", "Ready.", NULL);
  g_object_set (fixture_feedback (raid, "Redundancy buys"), "text", "> Time, no more", NULL);
  g_object_set (fixture_feedback (inodes, "Deleting is really"), "text", "> Un-naming", NULL);
  g_object_set (fixture_feedback (inodes, "negative dentries"), "text", "Negative ones", NULL);
  g_object_set (fixture_feedback (copying, "Implements vs"), "text", "Finds, not mends", NULL);
  g_object_set (blocked, "text",
                "❌ Misunderstood free space (said \"gone is free\" vs \"blocks that a snapshot shares stay in use\")",
                "wrong", "gone is free", NULL);
  ASSERT_DIFF (import, { "- Parity as XOR, and computing a lost block from the others ✅\n", "- Parity, computed\n" },
               { "- ✅ Chose RAID 10 for a database because small writes to RAID 5 read before they write\n",
                 "- ✅ Chose ten\n" },
               { "- Worked out the odds of a read error during a rebuild of 16 TB ✅\n", "- Odds\n" },
               { "- “RAID 0 is not redundant at all, so the R is wrong” - Valid! It was left out of the first paper "
                 "for that very reason\n",
                 "- The R is wrong\n" },
               { "**Result:** Colleague-ready. Take the whiteboard next time!", "**Result:** Ready." },
               { "> \"Redundancy buys time to replace a drive. It never buys back a mistake.\"\n\n"
                 "That sentence belongs on the wall of every machine room.\n",
                 "> Time, no more\n" },
               { "> \"Deleting is really un-naming: the directory forgets a name, the inode counts one less, and "
                 "only when nobody points there and nobody has it open do the blocks become free.\"\n",
                 "> Un-naming\n" },
               { "- The dentry cache also remembers names that do not exist (negative dentries)\n",
                 "- Negative ones\n" },
               { "- Implements vs guarantees: checksums find damage, only a second copy mends it\n",
                 "- Finds, not mends\n" },
               { "said \"deleting a file frees its blocks\" vs", "said \"gone is free\" vs" });
}

static void
test_deleted_attempt (void)
{
  g_autoptr(KlImport) import = read_example ();
  GListModel *attempts = kl_subject_get_attempts (fixture_subject (import, "Lower Half of a Write"));
  g_autofree char *written = NULL;
  g_auto(GStrv) parts = NULL;

  remove_record (attempts, fixture_item (attempts, 0));
  written = write_plan (import);
  g_assert_null (strstr (written, "### Lower Half of a Write"));
  parts = g_strsplit (kl_document_get_text (kl_import_get_document (import)), "### Lower Half of a Write", 2);
  g_assert_true (g_str_has_prefix (written, parts[0]));
  g_assert_true (g_str_has_suffix (parts[1], written + strlen (parts[0])));
}

static void
test_queue (void)
{
  g_autoptr(KlImport) import = read_example ();
  KlPlan *plan = kl_import_get_plan (import);
  GListModel *queue = kl_plan_get_queue (plan);
  g_autoptr(KlQueueEntry) entry = g_object_new (KL_TYPE_QUEUE_ENTRY, "title", "Quotas and Limits", "minutes",
                                                (gint64) 30, "why", "Full disks", NULL);

  move_record (queue, 1, 0);
  g_object_set (fixture_item (queue, 0), "minutes", (gint64) 35, NULL);
  insert_record (plan, queue, 2, entry);
  ASSERT_DIFF (import,
               { "**Target:** Logical Volumes (25 min)\n"
                 "**Why:** The server at work has one volume group for everything, and it is 91 % full\n"
                 "**Prerequisites:** The Path of a Write ✅, RAID Levels ✅\n\n"
                 "**After that:** Observing I/O / Tracing (40 min)\n"
                 "**Why:** “The disk is slow” is a guess until it is measured; needs the vocabulary of Logical Volumes "
                 "first\n",
                 "**Target:** Observing I/O / Tracing (35 min)\n"
                 "**Why:** “The disk is slow” is a guess until it is measured; needs the vocabulary of Logical Volumes "
                 "first\n\n"
                 "**After that:** Logical Volumes (25 min)\n"
                 "**Why:** The server at work has one volume group for everything, and it is 91 % full\n"
                 "**Prerequisites:** The Path of a Write ✅, RAID Levels ✅\n\n"
                 "**After that:** Quotas and Limits (30 min)\n**Why:** Full disks\n" });
}

static void
test_queue_values (void)
{
  g_autoptr(KlImport) import = read_example ();
  GListModel *queue = kl_plan_get_queue (kl_import_get_plan (import));

  g_object_set (fixture_item (queue, 0), "minutes", (gint64) 0, "why", NULL, NULL);
  g_object_set (fixture_item (queue, 1), "prerequisites", "Journaling", NULL);
  {
    g_autofree char *written = write_plan (import);

    g_assert_nonnull (strstr (written, "**Target:** Logical Volumes\n**Prerequisites:** The Path"));
    g_assert_nonnull (strstr (written, "Tracing (40 min)\n**Prerequisites:** Journaling\n**Why:** “The disk"));
  }
}

static void
test_strategy (void)
{
  g_autoptr(KlImport) import = read_example ();
  KlPlan *plan = kl_import_get_plan (import);
  g_autoptr(KlBand) band = g_object_new (KL_TYPE_BAND, "name", "Master", "emoji", "🔵", "low", 98.0, "high", 100.0,
                                         "meaning", "By heart", NULL);
  g_autoptr(KlStudyKind) kind = g_object_new (KL_TYPE_STUDY_KIND, "name", "Walk", "meaning", "Thinking", NULL);

  g_object_set (fixture_item (kl_plan_get_bands (plan), 1), "low", 75.0, NULL);
  insert_record (plan, kl_plan_get_bands (plan), 0, band);
  insert_record (plan, kl_plan_get_study_kinds (plan), 3, kind);
  ASSERT_DIFF (import, { "- 🟢 **Strong", "- 🔵 **Master (98-100%)**: By heart\n- 🟢 **Strong" },
               { "**Good (70-89%)**", "**Good (75-89%)**" },
               { "then compare and correct\n", "then compare and correct\n4. **Walk** = Thinking\n" });
}

/* The lowest band is said to end below a score only where the next one begins at it. */
static void
test_lowest_band (void)
{
  g_autoptr(KlImport) import = read_example ();
  GListModel *bands = kl_plan_get_bands (kl_import_get_plan (import));

  g_object_set (fixture_item (bands, 2), "low", 40.0, NULL);
  g_object_set (fixture_item (bands, 3), "high", 40.0, NULL);
  ASSERT_DIFF (import, { "(50-69%)", "(40-69%)" }, { "(<50%)", "(<40%)" });

  g_object_set (fixture_item (bands, 3), "high", 39.0, NULL);
  ASSERT_DIFF (import, { "(<40%)", "(0-39%)" });
}

/* Another program may write a plan whose parts say nothing. */
static void
test_without_words (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", "Plan", NULL);
  g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT, "title", "Topic", NULL);
  g_autoptr(KlAttempt) attempt
    = g_object_new (KL_TYPE_ATTEMPT, "number", (gint64) 1, "date", "2025-10-10", "low", 50.0, "high", 50.0, NULL);
  g_autoptr(KlRecord) point = g_object_new (KL_TYPE_POINT, "depth", KL_DEPTH_DEEP, NULL);
  g_autoptr(KlRecord) band = g_object_new (KL_TYPE_BAND, "low", 0.0, "high", 100.0, NULL);
  g_autoptr(KlRecord) quote = g_object_new (KL_TYPE_FEEDBACK, "kind", KL_FEEDBACK_QUOTE, NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  kl_record_append (KL_RECORD (attempt), quote);
  kl_record_append (KL_RECORD (subject), point);
  kl_record_append (KL_RECORD (subject), KL_RECORD (attempt));
  kl_record_append (KL_RECORD (plan), band);
  kl_record_append (KL_RECORD (plan), KL_RECORD (subject));

  bytes = kl_markdown_writer_write (plan, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "### Topic\n**Score: 50%**\n\n**Your money quote:**\n- \n"));
}

static void
test_assessment (void)
{
  g_autoptr(KlImport) import = read_example ();
  KlPlan *plan = kl_import_get_plan (import);
  GListModel *subjects = kl_plan_get_subjects (plan);
  g_autoptr(KlAssessment) strength
    = g_object_new (KL_TYPE_ASSESSMENT, "kind", KL_ASSESSMENT_STRENGTH, "text", "Patient", NULL);
  g_autoptr(KlAssessment) note
    = g_object_new (KL_TYPE_ASSESSMENT, "kind", KL_ASSESSMENT_NOTE, "text", "Better by the week", NULL);
  g_autoptr(KlSubject) exercise
    = g_object_new (KL_TYPE_SUBJECT, "kind", KL_SUBJECT_EXERCISE, "title", "Draw a tree of blocks", NULL);

  insert_record (plan, kl_plan_get_assessments (plan), 0, strength);
  insert_record (plan, kl_plan_get_assessments (plan), 7, note);
  g_object_set (fixture_item (kl_plan_get_assessments (plan), 4), "text", "Numbers", NULL);
  insert_record (plan, subjects, g_list_model_get_n_items (subjects), exercise);
  remove_record (subjects, fixture_subject (import, "Compare a snapshot with a backup"));
  ASSERT_DIFF (
    import, { "- Clear pictures", "- Patient\n- Clear pictures" },
    { "- Numbers: thresholds, sizes, how long things take\n", "- Numbers\n" },
    { "- Compare a snapshot with a backup\n", "" },
    { "one after the other\n", "one after the other\n- Draw a tree of blocks\n\n**Notes:**\n- Better by the week\n" });
}

static void
test_notes (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "# Plan\n\nOne.\n\nTwo.\n\n## Topic\n\nFirst note.\n\n- a point\n\nSecond note.\n\n## Other\n\n- b\n");

  g_object_set (fixture_subject (import, "Topic"), "notes", "First note.\n\nAnother note.", NULL);
  g_object_set (fixture_subject (import, "Other"), "notes", "New.", NULL);
  g_object_set (kl_import_get_plan (import), "notes", "One.\n\nTwo.\n\nThree.", NULL);
  ASSERT_DIFF (import, { "Second note.", "Another note." }, { "- b\n", "- b\n\nNew.\n" },
               { "Two.\n", "Two.\n\nThree.\n" });
}

static void
test_heading_without_words (void)
{
  static const char *const headings[][2] = { { "##\n", "## Two\n" }, { "## \n", "## Two \n" },
                                             { "## ##\n", "## Two ##\n" }, { "##   ##\n", "##   Two ##\n" } };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *text = g_strconcat ("# Plan\n\n", headings[i][0], "\n- b\n", NULL);
      g_autoptr(KlImport) import = fixture_read (text);

      g_object_set (fixture_subject (import, ""), "title", "Two", NULL);
      ASSERT_DIFF (import, { headings[i][0], headings[i][1] });
    }
}

static void
test_outline (void)
{
  g_autoptr(KlImport) import
    = fixture_read ("# Plan\r\n\r\n## Group\r\n\r\n### A\r\n\r\n- [ ] one\r\n- [x] two\r\n\r\n### B\r\n\r\n* three");

  g_object_set (find_point (import, "A", "one"), "depth", KL_DEPTH_DEEP, NULL);
  g_object_set (find_point (import, "B", "three"), "depth", KL_DEPTH_DEEP, NULL);
  add_point (add_topic (import, 3, "C", KL_DEPTH_NONE, fixture_subject (import, "Group")), "four");
  g_object_set (fixture_subject (import, "A"), "depth", KL_DEPTH_DEEP, NULL);
  ASSERT_DIFF (import, { "- [ ] one", "- [x] one" }, { "* three", "* [x] three\r\n\r\n### C\r\n- four" },
               { "### A\r\n", "### A\r\n**Status:** Deep dive complete\r\n" });
}

/* A plan that was made in KLearn has the form of one that was imported: with the example's records and no document, the
 * document is written anew. */
static void
test_made_in_klearn (void)
{
  g_autoptr(KlImport) import = read_example ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = kl_markdown_writer_write (kl_import_get_plan (import), NULL, &error);
  g_autoptr(KlImport) again = NULL;
  g_autoptr(KlMerge) merge = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (g_test_verbose ())
    g_print ("%s", text);
  again = fixture_read (text);
  g_assert_cmpuint (fixture_count_subjects (again, KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, TRUE), ==, 6);
  g_assert_cmpuint (fixture_count_subjects (again, KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE, TRUE), ==, 2);
  g_assert_cmpuint (fixture_count_subjects (again, KL_SUBJECT_TOPIC, KL_DEPTH_NONE, TRUE), ==, 5);
  g_assert_cmpuint (fixture_count_subjects (again, KL_SUBJECT_EXERCISE, -1, TRUE), ==, 6);
  merge = kl_merge_new (again, kl_import_get_plan (import), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kl_merge_get_counts (merge)->topics, ==, 0);
  g_assert_cmpuint (kl_merge_get_counts (merge)->attempts, ==, 0);
  g_assert_cmpuint (kl_merge_get_counts (merge)->points, ==, 0);
  g_assert_cmpuint (kl_merge_get_counts (merge)->others, ==, 0);
}

static const char *const pieces[] = {
  "# Title",
  "## Deep Dives Completed ✅",
  "## Not Yet Covered",
  "## Retention Scores",
  "### A topic ###",
  "###### Far below ✔",
  "# ",
  "## Contents",
  "- [A topic](#a-topic)",
  "- ✅ ticked by a mark",
  "+ ❌ open by a mark",
  "Setext\n======",
  "Under\n---",
  "#no heading",
  "- item",
  "  - nested",
  "\t- by a tab",
  "10) ten",
  "* [ ] open",
  "* [x] done",
  "- ",
  "| a | b |",
  "|---|--:|",
  "<div>\n\n**x**\n</div>",
  "<!-- - no item -->",
  "```\n# no heading\n```",
  "~~~\nopen",
  "    indented code",
  "> quote\n> - item",
  "---",
  "***",
  "+++",
  "title: x",
  "**Status:** Deep dive complete",
  "**Topics covered:**",
  "**Gaps identified:** a, b",
  "**Score: 🟡 Good (75-85%)**",
  "**Date: 2025-10-10**",
  "**Learning journey:**",
  "- First: 40%",
  "- ❌ a → ✅ b",
  "**Target:** A topic (15 min)",
  "**Why:** because",
  "## Next Deep Dive",
  "### Overall Assessment",
  "**Next retention exercises to try:**",
  "## Learning Strategy",
  "1. **Deep Dive** = 30+ min",
  "- 🟢 **Strong (90-100%)**: good",
  "[a]: http://example.com",
  "text  ",
  "\\- escaped",
  "“curly” → 🟢 שלום",
  " ",
  "\t",
  "",
  "",
};

static char *
dup_random_document (void)
{
  static const char *const breaks[] = { "\n", "\n", "\n", "\r\n", "\r", "\n\n" };
  GString *text = g_string_new (g_test_rand_int_range (0, 8) == 0 ? "\xef\xbb\xbf" : "");
  int n = g_test_rand_int_range (1, 40);
  gboolean mixed = g_test_rand_int_range (0, 3) == 0;
  const char *usual = breaks[g_test_rand_int_range (0, G_N_ELEMENTS (breaks))];

  if (g_test_rand_int_range (0, 8) == 0)
    g_string_append (text, "---\ntitle: Front\n---\n");
  for (int i = 0; i < n; i++)
    {
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (i + 1 < n || g_test_rand_int_range (0, 2) == 0)
        g_string_append (text, mixed ? breaks[g_test_rand_int_range (0, G_N_ELEMENTS (breaks))] : usual);
    }
  /* A document without a word is refused. */
  if (text->len <= strlen ("\xef\xbb\xbf"))
    g_string_append_c (text, 'x');
  return g_string_free (text, FALSE);
}

static void
assert_same (const char *text)
{
  g_autoptr(KlImport) import = NULL;
  g_autofree char *written = NULL;

  if (*text == '\0' || g_str_equal (text, "\xef\xbb\xbf"))
    return;
  import = fixture_read (text);
  written = write_plan (import);
  g_assert_cmpstr (written, ==, text);
}

static void
test_any_document (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = dup_random_document ();

      assert_same (text);
    }
}

/* After an edit of any one point of any document, the rest of its lines are all there. */
static void
test_any_point (void)
{
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *text = dup_random_document ();
      g_autoptr(KlImport) import = fixture_read (text);
      GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (import));
      guint n = g_list_model_get_n_items (subjects);
      KlSubject *subject = n > 0 ? fixture_item (subjects, (guint) g_test_rand_int_range (0, (gint32) n)) : NULL;
      g_autofree char *written = NULL;
      gssize most;

      if (subject == NULL || g_list_model_get_n_items (kl_subject_get_points (subject)) == 0)
        continue;
      most = 80 + 2 * (gssize) strlen (kl_point_get_text (fixture_item (kl_subject_get_points (subject), 0)));
      g_object_set (fixture_item (kl_subject_get_points (subject), 0), "text", "something else", NULL);
      written = write_plan (import);
      g_assert_true (g_utf8_validate (written, -1, NULL));
      g_assert_cmpint (ABS ((gssize) strlen (written) - (gssize) strlen (text)), <, most);
    }
}

static void
check_folder (const char *path,
              guint       depth,
              guint      *n_files)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && depth < 5 && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      gsize length = 0;

      if (*name == '.' || g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        check_folder (child, depth + 1, n_files);
      else if (g_str_has_suffix (name, ".md") && g_file_get_contents (child, &text, &length, NULL) &&
               g_utf8_validate_len (text, length, NULL))
        {
          assert_same (text);
          *n_files += 1;
        }
    }
}

static void
test_every_file (void)
{
  g_autofree char *project = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", NULL);
  g_autofree char *shared = g_build_filename (project, "..", "shared", NULL);
  guint n_files = 0;

  check_folder (project, 0, &n_files);
  check_folder (shared, 0, &n_files);
  if (g_getenv ("KLEARN_PLANS") != NULL)
    check_folder (g_getenv ("KLEARN_PLANS"), 0, &n_files);
  g_assert_cmpuint (n_files, >=, 5);
  g_test_message ("%u files", n_files);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-writer/unchanged", test_unchanged);
  g_test_add_func ("/markdown-writer/real-unchanged", test_real_unchanged);
  g_test_add_func ("/markdown-writer/rename-plan", test_rename_plan);
  g_test_add_func ("/markdown-writer/rename-topic", test_rename_topic);
  g_test_add_func ("/markdown-writer/rename-scored", test_rename_scored);
  g_test_add_func ("/markdown-writer/amend-scored", test_amend_scored);
  g_test_add_func ("/markdown-writer/rename-queued-topic", test_rename_queued_topic);
  g_test_add_func ("/markdown-writer/rename-point", test_rename_point);
  g_test_add_func ("/markdown-writer/add-points", test_add_points);
  g_test_add_func ("/markdown-writer/delete-points", test_delete_points);
  g_test_add_func ("/markdown-writer/move-point", test_move_point);
  g_test_add_func ("/markdown-writer/move-nested-points", test_move_nested_points);
  g_test_add_func ("/markdown-writer/indent-points", test_indent_points);
  g_test_add_func ("/markdown-writer/point-note", test_point_note);
  g_test_add_func ("/markdown-writer/move-gap", test_move_gap);
  g_test_add_func ("/markdown-writer/gap-into-topic", test_gap_into_topic);
  g_test_add_func ("/markdown-writer/last-gap", test_last_gap);
  g_test_add_func ("/markdown-writer/point-depth", test_point_depth);
  g_test_add_func ("/markdown-writer/gaps", test_gaps);
  g_test_add_func ("/markdown-writer/add-topics", test_add_topics);
  g_test_add_func ("/markdown-writer/delete-topics", test_delete_topics);
  g_test_add_func ("/markdown-writer/move-topics", test_move_topics);
  g_test_add_func ("/markdown-writer/facts", test_facts);
  g_test_add_func ("/markdown-writer/facts-changed", test_facts_changed);
  g_test_add_func ("/markdown-writer/prerequisites-removed", test_prerequisites_removed);
  g_test_add_func ("/markdown-writer/new-attempts", test_new_attempts);
  g_test_add_func ("/markdown-writer/explanation", test_explanation);
  g_test_add_func ("/markdown-writer/explained-later", test_explained_later);
  g_test_add_func ("/markdown-writer/suggestions-stay-out", test_suggestions_stay_out);
  g_test_add_func ("/markdown-writer/real-new-attempt", test_real_new_attempt);
  g_test_add_func ("/markdown-writer/amended-attempt", test_amended_attempt);
  g_test_add_func ("/markdown-writer/amended-feedback", test_amended_feedback);
  g_test_add_func ("/markdown-writer/deleted-attempt", test_deleted_attempt);
  g_test_add_func ("/markdown-writer/queue", test_queue);
  g_test_add_func ("/markdown-writer/queue-values", test_queue_values);
  g_test_add_func ("/markdown-writer/strategy", test_strategy);
  g_test_add_func ("/markdown-writer/lowest-band", test_lowest_band);
  g_test_add_func ("/markdown-writer/without-words", test_without_words);
  g_test_add_func ("/markdown-writer/assessment", test_assessment);
  g_test_add_func ("/markdown-writer/notes", test_notes);
  g_test_add_func ("/markdown-writer/heading-without-words", test_heading_without_words);
  g_test_add_func ("/markdown-writer/outline", test_outline);
  g_test_add_func ("/markdown-writer/made-in-klearn", test_made_in_klearn);
  g_test_add_func ("/markdown-writer/any-document", test_any_document);
  g_test_add_func ("/markdown-writer/any-point", test_any_point);
  g_test_add_func ("/markdown-writer/every-file", test_every_file);

  return g_test_run ();
}
