#pragma once

#include "transfer-fixture.h"

/* A plan that was imported from plan.md in a folder of its own, and linked to it. */
typedef struct
{
  TransferFixture transfer;
  char *folder;
  char *path;
  char *plan_id;
} LinkFixture;

void        link_fixture_set_up    (LinkFixture   *fixture,
                                    gconstpointer  data);
void        link_fixture_tear_down (LinkFixture   *fixture,
                                    gconstpointer  data);

void        link_fixture_put       (const char    *path,
                                    const char    *text);
char       *link_fixture_get       (const char    *path);
guint       link_fixture_import    (LinkFixture   *fixture,
                                    const char    *path);
void        link_fixture_link      (LinkFixture   *fixture,
                                    const char    *path,
                                    KlFollow       follow);
gboolean    link_fixture_try_link  (LinkFixture   *fixture,
                                    const char    *path,
                                    gboolean       replace,
                                    GError       **error);
gboolean    link_fixture_save      (LinkFixture   *fixture,
                                    gboolean      *wrote,
                                    GError       **error);
void        link_fixture_save_well (LinkFixture   *fixture);
KlPlan     *link_fixture_read      (LinkFixture   *fixture,
                                    KlDocument   **document);
KlSubject  *link_fixture_subject   (KlPlan        *plan,
                                    const char    *title);
void        link_fixture_rename    (LinkFixture   *fixture,
                                    const char    *title,
                                    const char    *new_title);
void        link_fixture_add_point (LinkFixture   *fixture,
                                    const char    *title,
                                    const char    *text);
