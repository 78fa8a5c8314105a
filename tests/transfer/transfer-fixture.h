#pragma once

#include "transfer/kl-importer.h"

typedef struct
{
  char *folder;
  KlClock *clock;
  KlLibrary *library;
  KlImporter *importer;
} TransferFixture;

void          transfer_fixture_set_up     (TransferFixture *fixture,
                                           gconstpointer    data);
void          transfer_fixture_tear_down  (TransferFixture *fixture,
                                           gconstpointer    data);
void          transfer_fixture_start_anew (TransferFixture *fixture);
void          transfer_fixture_done_cb    (GObject         *source,
                                           GAsyncResult    *result,
                                           gpointer         user_data);
GAsyncResult *transfer_fixture_wait_for   (GAsyncResult   **result);
void          transfer_fixture_apply      (TransferFixture *fixture,
                                           KlChange        *change);
void          transfer_fixture_undo       (TransferFixture *fixture);
