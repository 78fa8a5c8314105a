#pragma once

#include "kl-chart-bands.h"
#include "kl-chart-sheet.h"
#include "kl-score-scale.h"

G_BEGIN_DECLS

/* Half a mark with its ring and the highlight around it. */
#define KL_SCORE_FRAME_INSET_X 10.0
#define KL_SCORE_FRAME_INSET_Y 8.0

/**
 * KlScoreFrame:
 * @sheet: where it is
 * @bands: (element-type KlChartBand): the bands, best first
 * @names_width: how much room there is for the names of the bands
 * @scale: days and percent as places
 *
 * What stands around and behind the marks of scores in time: the zones of the bands with their limits and names, and
 * the dates.
 */
typedef struct
{
  KlChartSheet *sheet;
  const GArray *bands;
  double        names_width;
  KlScoreScale  scale;
} KlScoreFrame;

void         kl_score_frame_init       (KlScoreFrame       *self,
                                        KlChartSheet       *sheet,
                                        const GArray       *bands);
void         kl_score_frame_set_days   (KlScoreFrame       *self,
                                        int                 first,
                                        int                 last);
gboolean     kl_score_frame_is_seen    (const KlScoreFrame *self,
                                        int                 day);
KlChartColor kl_score_frame_get_color  (const KlScoreFrame *self,
                                        int                 rank);
void         kl_score_frame_lay_zones  (const KlScoreFrame *self);
void         kl_score_frame_lay_today  (const KlScoreFrame *self,
                                        int                 today);
void         kl_score_frame_lay_due    (const KlScoreFrame *self,
                                        int                 due);
void         kl_score_frame_lay_limits (const KlScoreFrame *self);
void         kl_score_frame_lay_dates  (const KlScoreFrame *self,
                                        int                 today,
                                        int                 due,
                                        int                 crossing);
void         kl_score_frame_lay_words  (const KlScoreFrame *self,
                                        const char         *words);

G_END_DECLS
