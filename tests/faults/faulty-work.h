#pragma once

#include "library-fixture.h"

G_BEGIN_DECLS

/* What a person does to a library, each a call that waits. */
typedef struct
{
  LibraryFixture fixture;
  KlPlan *plan;
  KlSubject *subject;
  char *document;
  char *backup;
  guint number; /* grows, so that nothing is the same twice */
} FaultyWork;

void     faulty_work_set_up    (FaultyWork     *self,
                                gconstpointer   data);
void     faulty_work_begin     (FaultyWork     *self);
void     faulty_work_tear_down (FaultyWork     *self,
                                gconstpointer   data);

gboolean faulty_work_record    (FaultyWork     *self,
                                GError        **error);
gboolean faulty_work_type      (FaultyWork     *self,
                                GError        **error);
gboolean faulty_work_import    (FaultyWork     *self,
                                GError        **error);
gboolean faulty_work_undo      (FaultyWork     *self,
                                GError        **error);
gboolean faulty_work_redo      (FaultyWork     *self,
                                GError        **error);
gboolean faulty_work_delete    (FaultyWork     *self,
                                GError        **error);
gboolean faulty_work_back_up   (FaultyWork     *self,
                                GError        **error);
gboolean faulty_work_restore   (FaultyWork     *self,
                                GError        **error);
char   **faulty_work_check     (LibraryFixture *fixture,
                                GError        **error);

G_END_DECLS
