#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

/* A library in a folder of its own, whose calls wait: for tests only. */
typedef struct
{
  char      *folder;
  char      *path;
  KlLibrary *library;
} LibraryFixture;

void       library_fixture_set_up      (LibraryFixture  *fixture,
                                        gconstpointer    data);
void       library_fixture_tear_down   (LibraryFixture  *fixture,
                                        gconstpointer    data);
void       library_fixture_close       (LibraryFixture  *fixture);
gboolean   library_fixture_open        (LibraryFixture  *fixture,
                                        GError         **error);
void       library_fixture_reopen      (LibraryFixture  *fixture);
char      *library_fixture_dump        (LibraryFixture  *fixture);
char      *library_fixture_dump_all    (LibraryFixture  *fixture);
void       library_fixture_execute     (LibraryFixture  *fixture,
                                        const char      *sql);

gboolean   library_fixture_apply       (LibraryFixture  *fixture,
                                        KlChange        *change,
                                        GError         **error);
void       library_fixture_change      (LibraryFixture  *fixture,
                                        KlChange        *change);
gboolean   library_fixture_record      (LibraryFixture  *fixture,
                                        KlSubject       *subject,
                                        KlAttempt       *attempt,
                                        GError         **error);
char      *library_fixture_undo        (LibraryFixture  *fixture,
                                        GError         **error);
char      *library_fixture_redo        (LibraryFixture  *fixture,
                                        GError         **error);
void       library_fixture_load_plan   (LibraryFixture  *fixture,
                                        KlPlan          *plan);
void       library_fixture_load        (LibraryFixture  *fixture,
                                        KlSubject       *subject);
gboolean   library_fixture_save_draft  (LibraryFixture  *fixture,
                                        KlDraft         *draft,
                                        GError         **error);
KlDraft   *library_fixture_load_draft  (LibraryFixture  *fixture,
                                        KlSubject       *subject);

KlPlan    *library_fixture_add_plan    (LibraryFixture  *fixture,
                                        const char      *title);
KlSubject *library_fixture_add_subject (LibraryFixture  *fixture,
                                        KlPlan          *plan,
                                        const char      *title);
KlAttempt *library_fixture_new_attempt (const char      *explanation,
                                        double           score);
GAsyncResult *library_fixture_await    (GAsyncResult   **result);
void       library_fixture_done_cb     (GObject         *source,
                                        GAsyncResult    *result,
                                        gpointer         data);

G_END_DECLS
