#pragma once

#include "kl-outline.h"
#include "kl-reading.h"
#include "kl-source-map.h"

G_BEGIN_DECLS

/**
 * KlReadingPace:
 * @progress: (nullable): told how far it is, 0–1
 * @progress_data: for @progress
 * @cancellable: (nullable): stops between sections
 * @n_done: how often a section was looked at
 * @n_all: how often that will be
 *
 * How far a reading is.
 */
typedef struct
{
  KlExchangeProgress  progress;
  gpointer            progress_data;
  GCancellable       *cancellable;
  guint               n_done;
  guint               n_all;
} KlReadingPace;

KlReading *kl_plan_sections_read (KlOutline      *outline,
                                  GArray         *sections,
                                  const char     *name,
                                  const char     *language,
                                  KlSourceMap    *map,
                                  KlReadingPace  *pace,
                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
