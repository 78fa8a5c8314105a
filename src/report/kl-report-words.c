/* kl-report-words.c: words, plain or in Markdown, as blocks of a report
 *
 * Markdown is shown as the window shows it. What only a click would tell there, where a link leads, is written behind
 * its words.
 */

#include "config.h"

#include "kl-report-words.h"

#include <pango/pango.h>
#include <string.h>

#include "exchange/kl-markdown-markup.h"

/* Between a sign and the words that it belongs to. */
#define SIGN_WIDTH 16

/* Of a list in a text: how far it stands in, as KlMarkdownMarkup has it. */
#define STEP "    "
#define STEP_WIDTH 16

#define BETWEEN_LINES 1
#define BETWEEN_PARAGRAPHS 6

/**
 * Written:
 * @text: what is to be read
 * @attributes: (element-type PangoAttribute): how, in order
 * @next: the first of them that is not over yet: lines are cut one after the other
 */
typedef struct
{
  char *text;
  GPtrArray *attributes;
  guint next;
} Written;

/**
 * kl_report_words_add:
 * @report: a report
 * @text: plain words
 * @style: how they are set
 * @above: how much room is left free above
 *
 * Returns: (transfer none): the paragraph that they are now
 */
KlReportBlock *
kl_report_words_add (KlReport      *report,
                     const char    *text,
                     KlReportStyle  style,
                     double         above)
{
  KlReportBlock *block = kl_report_block_new ();

  kl_report_block_add (block, kl_report_text_new (text, style, NULL), 0, 0);
  block->above = above;
  return kl_report_add (report, block);
}

/**
 * kl_report_words_add_heading:
 * @report: a report
 * @text: plain words
 * @style: how they are set
 * @above: how much room is left free above
 *
 * Returns: (transfer none): the heading of what is added next
 */
KlReportBlock *
kl_report_words_add_heading (KlReport      *report,
                             const char    *text,
                             KlReportStyle  style,
                             double         above)
{
  KlReportBlock *block = kl_report_words_add (report, text, style, above);

  block->keeps_next = TRUE;
  return block;
}

/* Pango knows no links: their words are underlined, and the address stands behind them, unless they are the address. */
static char *
spell_out_links (const char *markup)
{
  static const char begin[] = "<a href=\"", end[] = "</a>";
  GString *out = g_string_new (NULL);
  g_autofree char *address = NULL;
  const char *words = NULL;

  while (*markup != '\0')
    {
      if (g_str_has_prefix (markup, begin))
        {
          const char *from = markup + strlen (begin);

          g_free (address);
          address = g_strndup (from, strcspn (from, "\""));
          markup = strchr (from, '>') + 1;
          words = markup;
          g_string_append (out, "<u>");
        }
      else if (g_str_has_prefix (markup, end) && words != NULL)
        {
          gboolean tells = (gsize) (markup - words) == strlen (address) && g_str_has_prefix (words, address);

          g_string_append (out, "</u>");
          if (!tells)
            g_string_append_printf (out, " (%s)", address);
          markup += strlen (end);
          words = NULL;
        }
      else
        {
          g_string_append_c (out, *markup++);
        }
    }
  return g_string_free (out, FALSE);
}

static Written
read_written (const char *markdown)
{
  g_autofree char *markup = kl_markdown_to_markup (markdown);
  g_autofree char *spelled = NULL;
  PangoAttrList *attributes = NULL;
  Written self = { .attributes = g_ptr_array_new_with_free_func ((GDestroyNotify) pango_attribute_destroy) };

  if (strpbrk (markup, "<&") == NULL)
    {
      self.text = g_steal_pointer (&markup);
      return self;
    }

  spelled = spell_out_links (markup);
  /* What a parser of markup would not have is shown as it was written. */
  if (!pango_parse_markup (spelled, -1, 0, &attributes, &self.text, NULL, NULL))
    self.text = g_utf8_make_valid (markdown != NULL ? markdown : "", -1);
  if (attributes != NULL)
    {
      GSList *all = pango_attr_list_get_attributes (attributes);

      for (GSList *link = all; link != NULL; link = link->next)
        g_ptr_array_add (self.attributes, link->data);
      g_slist_free (all);
      pango_attr_list_unref (attributes);
    }
  return self;
}

static void
written_clear (Written *self)
{
  g_ptr_array_unref (self->attributes);
  g_free (self->text);
}

/* How long the mark of a list's item is, “• ” or “12. ”; 0 where there is none. */
static gsize
measure_mark (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (g_str_has_prefix (line, "• "))
    return strlen ("• ");
  return digits > 0 && digits < 10 && line[digits] == '.' && line[digits + 1] == ' ' ? digits + 2 : 0;
}

/* What stands in a line, which is none of those that were cut before. */
static KlReportText *
cut (Written    *self,
     const char *from,
     gsize       length)
{
  guint start = (guint) (from - self->text), end = start + (guint) length;
  g_autofree char *words = g_strndup (from, length);
  PangoAttrList *attributes = NULL;

  while (self->next < self->attributes->len
         && ((PangoAttribute *) g_ptr_array_index (self->attributes, self->next))->end_index <= start)
    self->next++;
  for (guint i = self->next; i < self->attributes->len; i++)
    {
      const PangoAttribute *whole = g_ptr_array_index (self->attributes, i);
      PangoAttribute *part;

      if (whole->start_index >= end)
        break;
      part = pango_attribute_copy (whole);
      part->start_index = MAX (whole->start_index, start) - start;
      part->end_index = MIN (whole->end_index, end) - start;
      attributes = attributes != NULL ? attributes : pango_attr_list_new ();
      if (whole->end_index > start)
        pango_attr_list_insert (attributes, part);
      else
        pango_attribute_destroy (part);
    }
  return kl_report_text_new (words, KL_REPORT_STYLE_BODY, attributes);
}

/* An item of a list hangs on its mark, also with its further lines. */
static KlReportBlock *
create_line (Written    *self,
             const char *line,
             gsize       length,
             double      start)
{
  KlReportBlock *block = kl_report_block_new ();
  const char *words = line;
  double step = 0;
  gsize mark;

  for (; g_str_has_prefix (words, STEP); words += strlen (STEP))
    step += STEP_WIDTH;
  mark = measure_mark (words);
  if (mark == 0)
    {
      kl_report_block_add (block, cut (self, line, length), start, 0)->align = KL_REPORT_ALIGN_OWN;
      return block;
    }

  kl_report_block_add (block, cut (self, words, mark), start + step, STEP_WIDTH);
  words += mark;
  kl_report_block_add (block, cut (self, words, length - (gsize) (words - line)), start + step + STEP_WIDTH, 0);
  return block;
}

/**
 * kl_report_words_add_written:
 * @report: a report
 * @markdown: (nullable): what was written, of any length
 * @start: how far it stands in
 * @above: how much room is left free above
 *
 * Adds each of its lines as a paragraph.
 */
void
kl_report_words_add_written (KlReport   *report,
                             const char *markdown,
                             double      start,
                             double      above)
{
  Written written = read_written (markdown);
  double room = above;

  for (const char *line = written.text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n\r");

      if (length == 0)
        room = MAX (room, BETWEEN_PARAGRAPHS);
      else
        {
          kl_report_add (report, create_line (&written, line, length, start))->above = room;
          room = BETWEEN_LINES;
        }
      line += length;
      if (*line != '\0')
        line++;
    }
  written_clear (&written);
}

/**
 * kl_report_words_add_item:
 * @report: a report
 * @sign: what stands before it
 * @markdown: (nullable): what was written
 * @start: how far it stands in
 * @width: how wide it may be, as in #KlReportCell
 * @above: how much room is left free above
 *
 * Returns: (transfer none): the first line of it, with the sign
 */
KlReportBlock *
kl_report_words_add_item (KlReport   *report,
                          const char *sign,
                          const char *markdown,
                          double      start,
                          double      width,
                          double      above)
{
  Written written = read_written (markdown);
  KlReportBlock *first = NULL;
  const char *line = written.text;

  do
    {
      gsize length = strcspn (line, "\n\r");
      KlReportBlock *block = kl_report_block_new ();

      if (first == NULL)
        kl_report_block_add (block, kl_report_text_new (sign, KL_REPORT_STYLE_BODY, NULL), start, SIGN_WIDTH);
      kl_report_block_add (block, cut (&written, line, length), start + SIGN_WIDTH, width);
      block->above = first == NULL ? above : BETWEEN_LINES;
      first = first != NULL ? first : block;
      kl_report_add (report, block);
      line += length;
      line += strspn (line, "\n\r");
    }
  while (*line != '\0');
  written_clear (&written);
  return first;
}
