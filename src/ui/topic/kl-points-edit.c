/* kl-points-edit.c: what is done to the points of a subject, as changes for the library
 *
 * The list is in reading order: a point, then all that is inside it.
 */

#include "config.h"

#include "kl-points-edit.h"

/* As deep as the page shows them. */
#define MAX_LEVEL 6

typedef struct
{
  GPtrArray *points;
  GHashTable *by_id;
} Outline;

static Outline *
outline_new (KlSubject *subject)
{
  GListModel *points = kl_subject_get_points (subject);
  guint n_points = g_list_model_get_n_items (points);
  Outline *outline = g_new0 (Outline, 1);

  outline->points = g_ptr_array_new_with_free_func (g_object_unref);
  outline->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n_points; i++)
    {
      KlRecord *point = g_list_model_get_item (points, i);

      g_ptr_array_add (outline->points, point);
      g_hash_table_insert (outline->by_id, g_strdup (kl_record_get_id (point)), point);
    }

  return outline;
}

static void
outline_free (Outline *outline)
{
  g_ptr_array_unref (outline->points);
  g_hash_table_unref (outline->by_id);
  g_free (outline);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outline, outline_free)

static KlPoint *
find_parent (Outline *outline,
             KlPoint *point)
{
  const char *parent = kl_point_get_parent (point);

  return parent != NULL ? g_hash_table_lookup (outline->by_id, parent) : NULL;
}

static guint
find_level (Outline *outline,
            KlPoint *point)
{
  guint level = 0;

  for (KlPoint *above = find_parent (outline, point); above != NULL && level < outline->points->len;
       above = find_parent (outline, above))
    level++;
  return level;
}

/* Whether it is inside one of @ancestors. */
static gboolean
is_inside (Outline    *outline,
           KlPoint    *point,
           GHashTable *ancestors)
{
  KlPoint *above = find_parent (outline, point);

  for (guint steps = 0; above != NULL && steps < outline->points->len; steps++)
    {
      if (g_hash_table_contains (ancestors, above))
        return TRUE;
      above = find_parent (outline, above);
    }

  return FALSE;
}

/* A point with all that is inside it, as places in the list. */
static guint
find_end (Outline *outline,
          guint    start)
{
  g_autoptr(GHashTable) ancestors = g_hash_table_new (NULL, NULL);
  guint end = start + 1;

  g_hash_table_add (ancestors, outline->points->pdata[start]);
  while (end < outline->points->len && is_inside (outline, outline->points->pdata[end], ancestors))
    end++;
  return end;
}

/* The place of the sibling before or after the point at @start, or -1. */
static int
find_sibling (Outline *outline,
              guint    start,
              int      by)
{
  KlPoint *parent = find_parent (outline, outline->points->pdata[start]);

  for (int i = (int) start + by; i >= 0 && i < (int) outline->points->len; i += by)
    if (find_parent (outline, outline->points->pdata[i]) == parent)
      return i;

  return -1;
}

/* Puts what is from @middle up to @end before what is from @start, and numbers the list. */
static void
swap (Outline  *outline,
      guint     start,
      guint     middle,
      guint     end,
      KlChange *change)
{
  for (guint i = 0; i < outline->points->len; i++)
    {
      KlRecord *point = outline->points->pdata[i];
      guint to = i;

      if (i >= start && i < middle)
        to = i + (end - middle);
      else if (i >= middle && i < end)
        to = i - (middle - start);
      if (kl_record_get_position (point) != (gint64) to + 1)
        kl_change_set_integer (change, point, "position", (gint64) to + 1);
    }
}

static KlChange *
new_change (KlSubject *subject)
{
  return kl_change_new (KL_CHANGE_EDIT_SUBJECT, kl_subject_get_title (subject));
}

/**
 * kl_points_edit_new_remove:
 * @subject: a subject
 * @points: (element-type KlPoint): points of it
 *
 * Returns: (transfer full): the change that removes them, with those inside them
 */
KlChange *
kl_points_edit_new_remove (KlSubject *subject,
                           GPtrArray *points)
{
  g_autoptr(Outline) outline = outline_new (subject);
  g_autoptr(GHashTable) removed = g_hash_table_new (NULL, NULL);
  KlChange *change = new_change (subject);

  for (guint i = 0; i < points->len; i++)
    g_hash_table_add (removed, points->pdata[i]);
  /* The innermost first: they go with the outer ones, and could not be found any more. */
  for (guint i = outline->points->len; i > 0; i--)
    {
      KlPoint *point = outline->points->pdata[i - 1];

      if (g_hash_table_contains (removed, point) || is_inside (outline, point, removed))
        kl_change_remove (change, KL_TYPE_POINT, kl_record_get_id (KL_RECORD (point)));
    }

  return change;
}

/**
 * kl_points_edit_new_depth:
 * @subject: a subject
 * @points: (element-type KlPoint): points of it
 * @depth: how deeply they are known
 *
 * What was written about the depth that a point had (“Mentioned, …”) is not true any more, and goes.
 *
 * Returns: (transfer full) (nullable): the change; %NULL where they are all known so deeply
 */
KlChange *
kl_points_edit_new_depth (KlSubject *subject,
                          GPtrArray *points,
                          KlDepth    depth)
{
  g_autoptr(KlChange) change = new_change (subject);

  for (guint i = 0; i < points->len; i++)
    {
      KlPoint *point = points->pdata[i];

      if (kl_point_get_depth (point) == depth)
        continue;
      kl_change_set_integer (change, KL_RECORD (point), "depth", depth);
      if (kl_point_get_note (point) != NULL)
        kl_change_set_string (change, KL_RECORD (point), "note", NULL);
    }

  return kl_change_get_n_operations (change) > 0 ? g_steal_pointer (&change) : NULL;
}

/**
 * kl_points_edit_new_move:
 * @subject: a subject
 * @point: one of its points, which takes along those inside it
 * @by: -1 for before the sibling before it, 1 for after the one after it
 *
 * Returns: (transfer full) (nullable): the change, %NULL where there is nowhere to go
 */
KlChange *
kl_points_edit_new_move (KlSubject *subject,
                         KlPoint   *point,
                         int        by)
{
  g_autoptr(Outline) outline = outline_new (subject);
  g_autoptr(KlChange) change = NULL;
  guint place, first, second;
  int sibling;

  if (!g_ptr_array_find (outline->points, point, &place))
    return NULL;
  sibling = find_sibling (outline, place, by);
  if (sibling < 0)
    return NULL;

  change = new_change (subject);
  first = MIN (place, (guint) sibling);
  second = MAX (place, (guint) sibling);
  swap (outline, first, find_end (outline, first), find_end (outline, second), change);
  return g_steal_pointer (&change);
}

/**
 * kl_points_edit_new_indent:
 * @subject: a subject
 * @point: one of its points
 *
 * Returns: (transfer full) (nullable): the change that puts it, with those inside it, into the sibling before it; %NULL
 *   where there is none, or it would be too deep
 */
KlChange *
kl_points_edit_new_indent (KlSubject *subject,
                           KlPoint   *point)
{
  g_autoptr(Outline) outline = outline_new (subject);
  KlChange *change;
  guint place, end;
  int sibling;

  if (!g_ptr_array_find (outline->points, point, &place))
    return NULL;
  sibling = find_sibling (outline, place, -1);
  if (sibling < 0)
    return NULL;
  end = find_end (outline, place);
  for (guint i = place; i < end; i++)
    if (find_level (outline, outline->points->pdata[i]) >= MAX_LEVEL)
      return NULL;

  /* It stands right after all that is inside that one already. */
  change = new_change (subject);
  kl_change_set_string (change, KL_RECORD (point), "parent", kl_record_get_id (outline->points->pdata[sibling]));
  return change;
}

/**
 * kl_points_edit_new_outdent:
 * @subject: a subject
 * @point: one of its points
 *
 * Returns: (transfer full) (nullable): the change that puts it, with those inside it, after the point that it is inside
 *   of; %NULL where it is inside of none
 */
KlChange *
kl_points_edit_new_outdent (KlSubject *subject,
                            KlPoint   *point)
{
  g_autoptr(Outline) outline = outline_new (subject);
  KlPoint *parent = find_parent (outline, point);
  KlChange *change;
  guint place, above;

  if (parent == NULL || !g_ptr_array_find (outline->points, point, &place)
      || !g_ptr_array_find (outline->points, parent, &above))
    return NULL;

  change = new_change (subject);
  kl_change_set_string (change, KL_RECORD (point), "parent", kl_point_get_parent (parent));
  swap (outline, place, find_end (outline, place), find_end (outline, above), change);
  return change;
}
