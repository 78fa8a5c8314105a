#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KL_VALUE_SCALE_MAX_TICKS 24

/**
 * KlValueScale:
 * @low: the value at @start
 * @high: the value at @end, above @low
 * @start: a place in pixels
 * @end: a place in pixels; below @start where values grow upwards
 */
typedef struct
{
  double low;
  double high;
  double start;
  double end;
} KlValueScale;

void   kl_value_scale_init      (KlValueScale       *self,
                                 double              low,
                                 double              high,
                                 double              start,
                                 double              end);
void   kl_value_scale_widen     (KlValueScale       *self,
                                 double              spacing,
                                 gboolean            whole);
double kl_value_scale_get_place (const KlValueScale *self,
                                 double              value);
double kl_value_scale_get_value (const KlValueScale *self,
                                 double              place);
guint  kl_value_scale_ticks     (const KlValueScale *self,
                                 double              spacing,
                                 gboolean            whole,
                                 double              ticks[KL_VALUE_SCALE_MAX_TICKS]);

G_END_DECLS
