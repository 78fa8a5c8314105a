/* kl-report-paper.c: what a report is put on */

#include "config.h"

#include "kl-report-paper.h"

#include <langinfo.h>

#define POINTS_PER_MILLIMETRE (72 / 25.4)

/* Of paper that is as large as this, or larger. */
#define MARGIN 56
#define MARGIN_ABOVE 72
#define MARGIN_BELOW 64

static const struct
{
  const char *name;
  int width; /* in millimetres, rounded as the C library does */
  int height;
  double points_wide;
  double points_high;
} papers[] = {
  { "a4", 210, 297, 210 * POINTS_PER_MILLIMETRE, 297 * POINTS_PER_MILLIMETRE },
  { "letter", 216, 279, 612, 792 },
};

/**
 * kl_report_paper_new:
 * @width: how wide it is, in points
 * @height: how high it is, in points
 *
 * Returns: such paper, with margins of the usual width, or less where it is small
 */
KlReportPaper
kl_report_paper_new (double width,
                     double height)
{
  double margin = MIN (MARGIN, width / 8);
  KlReportPaper self = { .width = width, .height = height, .left = margin, .right = margin };

  self.top = MIN (MARGIN_ABOVE, height / 6);
  self.bottom = MIN (MARGIN_BELOW, height / 6);
  return self;
}

/**
 * kl_report_paper_find:
 * @name: “a4” or “letter”, in capitals or not
 * @paper: (out): what is called so
 *
 * Returns: whether anything is
 */
gboolean
kl_report_paper_find (const char    *name,
                      KlReportPaper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        *paper = kl_report_paper_new (papers[i].points_wide, papers[i].points_high);
        return TRUE;
      }
  return FALSE;
}

/**
 * kl_report_paper_for_locale:
 *
 * Returns: what the person's country prints on
 */
KlReportPaper
kl_report_paper_for_locale (void)
{
#ifdef __GLIBC__
  /* The C library gives a number in place of a text. */
  int height = (int) (gintptr) nl_langinfo (_NL_PAPER_HEIGHT);
#else
  int height = papers[0].height;
#endif
  guint found = height == papers[1].height ? 1 : 0;

  return kl_report_paper_new (papers[found].points_wide, papers[found].points_high);
}
