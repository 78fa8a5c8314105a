/* kl-report-pages.c: a report on pages: which lines of which block stand where
 *
 * Everything comes once and in order, except for the heads of tables, which are repeated. Nothing stands below the
 * margin. A heading stands on the page of what follows it; a paragraph leaves no single line behind.
 */

#include "config.h"

#include "kl-report-pages.h"

/* On paper that has less room, everything is smaller. */
#define LEAST_WIDTH 380
#define LEAST_HEIGHT 300

/* So many lines of a paragraph stay together at least. */
#define TOGETHER 2

/* So many blocks keep what was laid out of them until they are painted. A page does not need as many. */
#define MAX_KEPT 20000

/* So often it is told how far it is, in blocks. */
#define PROGRESS_STEP 64

/* What rounding may do. */
#define TINY 0.01

typedef struct
{
  guint first_part;
  guint n_parts;
} Page;

struct _KlReportPages
{
  GObject parent_instance;

  KlReport *report;
  KlReportPaper paper;
  KlReportFonts *fonts;
  double scale;
  double width; /* between the margins, before it is made smaller */
  double height;

  GArray *pages;
  GArray *parts;
  guint *sections; /* the pages that they begin on */

  /* While it is put on pages. */
  double y;
  gboolean has_content; /* on the page, besides the head of a table */
  GArray *next_lines;   /* of guint: of each cell of the block, the line that is next */
};

G_DEFINE_FINAL_TYPE (KlReportPages, kl_report_pages, G_TYPE_OBJECT)

static void
kl_report_pages_finalize (GObject *object)
{
  KlReportPages *self = KL_REPORT_PAGES (object);

  g_object_unref (self->report);
  g_clear_pointer (&self->fonts, kl_report_fonts_free);
  g_array_unref (self->pages);
  g_array_unref (self->parts);
  g_array_unref (self->next_lines);
  g_free (self->sections);

  G_OBJECT_CLASS (kl_report_pages_parent_class)->finalize (object);
}

static void
kl_report_pages_class_init (KlReportPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_report_pages_finalize;
}

static void
kl_report_pages_init (KlReportPages *self)
{
  self->pages = g_array_new (FALSE, TRUE, sizeof (Page));
  self->parts = g_array_new (FALSE, TRUE, sizeof (KlReportPart));
  self->next_lines = g_array_new (FALSE, TRUE, sizeof (guint));
}

static KlReportBlock *
get_block (KlReportPages *self,
           guint          index)
{
  KlReportBlock *block = kl_report_get_block (self->report, index);

  kl_report_block_set_width (block, self->fonts, self->width);
  return block;
}

static void
begin_page (KlReportPages *self)
{
  Page page = { self->parts->len, 0 };

  g_array_append_val (self->pages, page);
  self->y = 0;
  self->has_content = FALSE;
}

static void
add_part (KlReportPages *self,
          KlReportPart   part)
{
  g_array_append_val (self->parts, part);
  g_array_index (self->pages, Page, self->pages->len - 1).n_parts++;
}

static guint
find_block (KlReportPages       *self,
            const KlReportBlock *block,
            guint                before)
{
  while (before > 0 && kl_report_get_block (self->report, before - 1) != block)
    before--;
  return before - 1;
}

/* The head of the table goes on the page where the table goes on. */
static void
repeat_head (KlReportPages       *self,
             const KlReportBlock *block,
             guint                index)
{
  guint head;

  if (block->head == NULL)
    return;

  head = find_block (self, block->head, index);
  for (guint i = 0; i < block->head->cells->len; i++)
    {
      guint n_lines = kl_report_text_get_n_lines (kl_report_block_get (block->head, i)->text);

      add_part (self, (KlReportPart) { head, i, 0, n_lines, self->y, TRUE });
    }
  self->y += kl_report_block_get_height (block->head);
}

static double
get_room (KlReportPages *self)
{
  return self->height - self->y + TINY;
}

/* How many lines from the next one on fit into what is left of the page. */
static guint
count_fitting (KlReportPages      *self,
               const KlReportText *text,
               guint               from,
               double             *height)
{
  guint line = from;

  *height = 0;
  for (; line < kl_report_text_get_n_lines (text); line++)
    {
      double next = kl_report_text_get_height (text, line);

      if (*height + next > get_room (self))
        break;
      *height += next;
    }
  return line - from;
}

/* A single line is left neither here nor there. */
static guint
share (guint n_left,
       guint n_fit)
{
  if (n_fit >= n_left)
    return n_left;
  if (n_left - n_fit < TOGETHER && n_fit > TOGETHER)
    return n_fit - (TOGETHER - (n_left - n_fit));
  return n_fit;
}

/* Returns whether the block is complete now. Each cell goes on by itself. */
static gboolean
place_lines (KlReportPages       *self,
             const KlReportBlock *block,
             guint                index)
{
  double highest = 0;
  gboolean complete = TRUE;

  for (guint i = 0; i < block->cells->len; i++)
    {
      const KlReportText *text = kl_report_block_get (block, i)->text;
      guint *next = &g_array_index (self->next_lines, guint, i);
      guint n_left = kl_report_text_get_n_lines (text) - *next;
      double height;
      guint n = share (n_left, count_fitting (self, text, *next, &height));

      /* Not even the page has room for it. */
      if (n == 0 && n_left > 0 && !self->has_content)
        n = 1;
      height = 0;
      for (guint line = *next; line < *next + n; line++)
        height += kl_report_text_get_height (text, line);
      if (n > 0)
        add_part (self, (KlReportPart) { index, i, *next, n, self->y, FALSE });
      *next += n;
      highest = MAX (highest, height);
      complete = complete && n == n_left;
    }
  self->y += highest;
  return complete;
}

/* Whether its beginning fits: all of a chart, the first lines of words. */
static gboolean
begins_here (KlReportPages       *self,
             const KlReportBlock *block)
{
  return kl_report_block_get_least (block, TOGETHER) <= get_room (self);
}

static void
note_section (KlReportPages       *self,
              const KlReportBlock *block)
{
  int section = block->section != NULL ? kl_report_find_section (self->report, block->section) : -1;

  if (section >= 0)
    self->sections[section] = self->pages->len - 1;
}

static void
place (KlReportPages *self,
       guint          index)
{
  KlReportBlock *block = get_block (self, index);
  guint none = 0;

  g_array_set_size (self->next_lines, 0);
  for (guint i = 0; i < block->cells->len; i++)
    g_array_append_val (self->next_lines, none);

  if (self->has_content)
    self->y += block->above;
  if (self->has_content && !begins_here (self, block))
    {
      begin_page (self);
      repeat_head (self, block, index);
    }
  note_section (self, block);
  if (block->chart != NULL || block->is_ruled || block->bar > 0 || block->section != NULL)
    add_part (self, (KlReportPart) { index, KL_REPORT_WHOLE, 0, 0, self->y, FALSE });
  self->y += block->chart_height;
  while (!place_lines (self, block, index))
    {
      begin_page (self);
      repeat_head (self, block, index);
    }
  self->has_content = TRUE;
}

/* What has to stand on the page of a block besides it: all headings, and the beginning of what they head. */
static double
get_chain_height (KlReportPages *self,
                  guint          index)
{
  guint n_blocks = kl_report_get_n_blocks (self->report);
  double height = 0;

  for (guint i = index; i < n_blocks && height <= self->height; i++)
    {
      const KlReportBlock *block = get_block (self, i);

      height += block->above;
      if (!block->keeps_next)
        return height + kl_report_block_get_least (block, TOGETHER);
      height += kl_report_block_get_height (block);
    }
  return height;
}

/* Whether all of a group stands on what is left of the page. */
static gboolean
fits_group (KlReportPages *self,
            guint          index)
{
  guint n_blocks = kl_report_get_n_blocks (self->report);
  double height = 0;

  for (guint i = index; i < n_blocks; i++)
    {
      const KlReportBlock *block = get_block (self, i);

      if (i > index && (block->begins_group || block->begins_page))
        break;
      height += block->above + kl_report_block_get_height (block);
      if (height > get_room (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
wants_page (KlReportPages       *self,
            const KlReportBlock *block,
            guint                index)
{
  gboolean is_headed = index > 0 && kl_report_get_block (self->report, index - 1)->keeps_next;

  if (!self->has_content)
    return FALSE;
  if (block->begins_page)
    return TRUE;
  if (is_headed)
    return FALSE;
  if (block->begins_group && !fits_group (self, index))
    return TRUE;
  return block->keeps_next && get_chain_height (self, index) > get_room (self);
}

static void
put_on_pages (KlReportPages        *self,
              GCancellable         *cancellable,
              KlReportProgressFunc  progress,
              gpointer              user_data)
{
  guint n_blocks = kl_report_get_n_blocks (self->report);
  guint n_kept = 0;

  begin_page (self);
  for (guint i = 0; i < n_blocks && !g_cancellable_is_cancelled (cancellable); i++)
    {
      KlReportBlock *block = get_block (self, i);

      if (wants_page (self, block, i))
        begin_page (self);
      place (self, i);
      /* The head of the page that is under way may be repeated. */
      if (++n_kept > MAX_KEPT)
        kl_report_block_forget (block);
      if (progress != NULL && i % PROGRESS_STEP == 0)
        progress ((double) i / n_blocks, user_data);
    }
}

/**
 * kl_report_pages_new:
 * @report: what is put on pages
 * @paper: the paper
 * @cancellable: (nullable): stops it; what is then returned is not whole
 * @progress: (nullable): is told how far it is, in this thread
 * @user_data: data for @progress
 *
 * It may be made in one thread and painted in another, as long as only one at a time has to do with it and with
 * @report, which is broken into lines for it: only one may have a report at a time.
 *
 * Returns: (transfer full): the report on pages
 */
KlReportPages *
kl_report_pages_new (KlReport             *report,
                     const KlReportPaper  *paper,
                     GCancellable         *cancellable,
                     KlReportProgressFunc  progress,
                     gpointer              user_data)
{
  KlReportPages *self = g_object_new (KL_TYPE_REPORT_PAGES, NULL);
  double width = MAX (paper->width - paper->left - paper->right, 1);
  double height = MAX (paper->height - paper->top - paper->bottom, 1);

  self->report = g_object_ref (report);
  self->paper = *paper;
  self->fonts = kl_report_fonts_new (kl_report_get_right_to_left (report));
  self->scale = MIN (1, MIN (width / LEAST_WIDTH, height / LEAST_HEIGHT));
  self->width = width / self->scale;
  self->height = height / self->scale;
  self->sections = g_new0 (guint, kl_report_get_n_sections (report) + 1);
  put_on_pages (self, cancellable, progress, user_data);
  return self;
}

/**
 * kl_report_pages_get_report:
 * @self: a report on pages
 *
 * Returns: (transfer none): the report
 */
KlReport *
kl_report_pages_get_report (KlReportPages *self)
{
  g_return_val_if_fail (KL_IS_REPORT_PAGES (self), NULL);

  return self->report;
}

/**
 * kl_report_pages_get_paper:
 * @self: a report on pages
 *
 * Returns: (transfer none): the paper
 */
const KlReportPaper *
kl_report_pages_get_paper (KlReportPages *self)
{
  g_return_val_if_fail (KL_IS_REPORT_PAGES (self), NULL);

  return &self->paper;
}

/**
 * kl_report_pages_get_fonts:
 * @self: a report on pages
 *
 * Returns: (transfer none): what it is set with
 */
const KlReportFonts *
kl_report_pages_get_fonts (KlReportPages *self)
{
  g_return_val_if_fail (KL_IS_REPORT_PAGES (self), NULL);

  return self->fonts;
}

/**
 * kl_report_pages_get_scale:
 * @self: a report on pages
 *
 * Returns: how much smaller everything is than usual, 1 where it is not
 */
double
kl_report_pages_get_scale (KlReportPages *self)
{
  g_return_val_if_fail (KL_IS_REPORT_PAGES (self), 1);

  return self->scale;
}

/**
 * kl_report_pages_get_width:
 * @self: a report on pages
 *
 * Returns: how wide pages are between their margins, before they are made smaller
 */
double
kl_report_pages_get_width (KlReportPages *self)
{
  g_return_val_if_fail (KL_IS_REPORT_PAGES (self), 0);

  return self->width;
}

/**
 * kl_report_pages_get_height:
 * @self: a report on pages
 *
 * Returns: how high pages are between their margins, before they are made smaller
 */
double
kl_report_pages_get_height (KlReportPages *self)
{
  g_return_val_if_fail (KL_IS_REPORT_PAGES (self), 0);

  return self->height;
}

/**
 * kl_report_pages_get_n:
 * @self: a report on pages
 *
 * Returns: how many pages there are
 */
guint
kl_report_pages_get_n (KlReportPages *self)
{
  g_return_val_if_fail (KL_IS_REPORT_PAGES (self), 0);

  return self->pages->len;
}

/**
 * kl_report_pages_get_parts:
 * @self: a report on pages
 * @page: the index of a page
 * @n_parts: (out): how many
 *
 * Returns: (transfer none) (array length=n_parts): what stands on it
 */
const KlReportPart *
kl_report_pages_get_parts (KlReportPages *self,
                           guint          page,
                           guint         *n_parts)
{
  const Page *found;

  *n_parts = 0;
  g_return_val_if_fail (KL_IS_REPORT_PAGES (self), NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  found = &g_array_index (self->pages, Page, page);
  *n_parts = found->n_parts;
  return (const KlReportPart *) (gconstpointer) self->parts->data + found->first_part;
}

/**
 * kl_report_pages_find:
 * @self: a report on pages
 * @section: the index of a section
 *
 * Returns: the index of the page that it begins on
 */
guint
kl_report_pages_find (KlReportPages *self,
                      guint          section)
{
  g_return_val_if_fail (KL_IS_REPORT_PAGES (self), 0);
  g_return_val_if_fail (section < kl_report_get_n_sections (self->report), 0);

  return self->sections[section];
}
