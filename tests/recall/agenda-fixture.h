#pragma once

#include "library-fixture.h"
#include "recall/kl-agenda.h"

G_BEGIN_DECLS

/**
 * AgendaFixture:
 *
 * A library with a plan, and the plan's agenda, which follows it from agenda_fixture_load() on. It is 23 November 2026.
 */
typedef struct
{
  LibraryFixture library;
  KlPlan        *plan;
  KlAgenda      *agenda;
} AgendaFixture;

/* What a test says that an agenda says. */
typedef char *(*AgendaTextFunc) (KlAgenda *agenda);

void       agenda_fixture_set_up          (AgendaFixture  *self,
                                           gconstpointer   data);
void       agenda_fixture_tear_down       (AgendaFixture  *self,
                                           gconstpointer   data);
void       agenda_fixture_load            (AgendaFixture  *self);
void       agenda_fixture_await_change    (AgendaFixture  *self);
void       agenda_fixture_await_text      (AgendaFixture  *self,
                                           AgendaTextFunc  dup_text,
                                           const char     *expected);
void       agenda_fixture_await_duties    (AgendaFixture  *self,
                                           const char     *expected);
char      *agenda_fixture_dup_duties      (GListModel     *duties);
KlProspect agenda_fixture_get             (AgendaFixture  *self,
                                           KlSubject      *subject);

KlSubject *agenda_fixture_add             (AgendaFixture  *self,
                                           const char     *title,
                                           KlSubjectKind   kind,
                                           KlDepth         depth);
void       agenda_fixture_add_record      (AgendaFixture  *self,
                                           KlRecord       *record);
void       agenda_fixture_record          (AgendaFixture  *self,
                                           KlSubject      *subject,
                                           const char     *date,
                                           double          score);
void       agenda_fixture_apply           (AgendaFixture  *self,
                                           KlChange       *change);
void       agenda_fixture_set_depth       (AgendaFixture  *self,
                                           KlSubject      *subject,
                                           KlDepth         depth);
void       agenda_fixture_set_plan_number (AgendaFixture  *self,
                                           const char     *field,
                                           double          value);
void       agenda_fixture_set_day         (AgendaFixture  *self,
                                           const char     *now);

G_END_DECLS
