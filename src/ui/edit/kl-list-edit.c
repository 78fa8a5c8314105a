/* kl-list-edit.c: what is done to a list of records, whatever they are, as steps of a change */

#include "config.h"

#include "kl-list-edit.h"

/* What stands at @place once the record at @from stands at @to, and those between have moved up. */
static guint
source_of (guint place,
           guint from,
           guint to)
{
  if (place == to)
    return from;
  if (place >= from && place < to)
    return place + 1;
  if (place <= from && place > to)
    return place - 1;
  return place;
}

/**
 * kl_list_edit_move:
 * @change: a change
 * @records: a list of #KlRecord, by position: all that belong to something, or some of them
 * @record: one of them
 * @by: how many places it shall move, up where negative; no further than to an end
 *
 * The positions that they have are dealt out anew, so that what else belongs to their owner stays where it is.
 *
 * Returns: whether it moves at all
 */
gboolean
kl_list_edit_move (KlChange   *change,
                   GListModel *records,
                   KlRecord   *record,
                   int         by)
{
  guint n_records = g_list_model_get_n_items (records);
  gint64 last = G_MININT64;
  guint from = 0;
  guint to;

  while (from < n_records)
    {
      g_autoptr(KlRecord) other = g_list_model_get_item (records, from);

      if (other == record)
        break;
      from++;
    }
  if (from == n_records)
    return FALSE;
  to = (guint) CLAMP ((int) from + by, 0, (int) n_records - 1);
  if (to == from)
    return FALSE;

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr(KlRecord) there = g_list_model_get_item (records, i);
      g_autoptr(KlRecord) mover = g_list_model_get_item (records, source_of (i, from, to));

      /* Two that share a position would stay in an order that nobody chose. */
      last = MAX (kl_record_get_position (there), last == G_MININT64 ? last : last + 1);
      if (kl_record_get_position (mover) != last)
        kl_change_set_integer (change, mover, "position", last);
    }

  return TRUE;
}

/**
 * kl_list_edit_remove:
 * @change: a change
 * @records: (element-type KlRecord): what to remove, with all that belongs to it
 */
void
kl_list_edit_remove (KlChange  *change,
                     GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    kl_change_remove (change, G_OBJECT_TYPE (records->pdata[i]), kl_record_get_id (records->pdata[i]));
}
