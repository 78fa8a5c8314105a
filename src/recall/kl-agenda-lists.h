#pragma once

#include <gio/gio.h>

#include "kl-outlook.h"

G_BEGIN_DECLS

/**
 * KlAgendaLists:
 * @duties: each #KlDuty of today, most needed first
 * @unbegun: those of @duties that are not among the drafts
 * @restudies: each #KlDuty of what was missed and is worth a restudy today
 * @dives: each #KlDive that is next, best first
 * @drafts: the subjects with an explanation that was begun and not recorded
 * @exercises: the exercises, those never tried first
 * @untried: the exercises that were never tried nor begun
 *
 * What there is to do, listed. What stays the same from one update to the next stays where it is.
 */
typedef struct
{
  GListStore *duties;
  GListStore *unbegun;
  GListStore *restudies;
  GListStore *dives;
  GListStore *drafts;
  GListStore *exercises;
  GListStore *untried;
} KlAgendaLists;

KlAgendaLists *kl_agenda_lists_new            (void);
void           kl_agenda_lists_free           (KlAgendaLists       *self);
void           kl_agenda_lists_take_standings (KlAgendaLists       *self,
                                               GPtrArray           *subjects);
void           kl_agenda_lists_take_outlook   (KlAgendaLists       *self,
                                               KlPlan              *plan,
                                               const KlOutlook     *outlook,
                                               KlAgendaFacts       *facts);
guint          kl_agenda_lists_get_count      (const KlAgendaLists *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlAgendaLists, kl_agenda_lists_free)

G_END_DECLS
