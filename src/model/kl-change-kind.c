/* kl-change-kind.c: what a person did, by name */

#include "config.h"

#include "kl-change-kind.h"

#include <glib/gi18n.h>

G_DEFINE_ENUM_TYPE (KlChangeKind, kl_change_kind,
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_IMPORT, "import"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_CREATE_PLAN, "create-plan"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_EDIT_PLAN, "edit-plan"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_DELETE_PLAN, "delete-plan"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_CREATE_SUBJECT, "create-subject"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_EDIT_SUBJECT, "edit-subject"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_DELETE_SUBJECT, "delete-subject"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_RECORD_ATTEMPT, "record-attempt"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_AMEND_ATTEMPT, "amend-attempt"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_DELETE_ATTEMPT, "delete-attempt"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_MOVE_SUBJECT, "move-subject"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_LOG_SESSION, "log-session"),
                    G_DEFINE_ENUM_VALUE (KL_CHANGE_IMPORT_RECORDS, "import-records"))

static const char *
description_format (KlChangeKind kind)
{
  switch (kind)
    {
    case KL_CHANGE_IMPORT:
      /* Translators: these name a change that can be undone; %s is the title of a plan or topic. */
      return N_("Import of “%s”");
    case KL_CHANGE_IMPORT_RECORDS:
      return N_("Import of plan “%s”");
    case KL_CHANGE_CREATE_PLAN:
      return N_("New plan “%s”");
    case KL_CHANGE_EDIT_PLAN:
      return N_("Change of plan “%s”");
    case KL_CHANGE_DELETE_PLAN:
      return N_("Deletion of plan “%s”");
    case KL_CHANGE_CREATE_SUBJECT:
      return N_("New topic “%s”");
    case KL_CHANGE_EDIT_SUBJECT:
      return N_("Change of “%s”");
    case KL_CHANGE_DELETE_SUBJECT:
      return N_("Deletion of “%s”");
    case KL_CHANGE_RECORD_ATTEMPT:
      return N_("Attempt on “%s”");
    case KL_CHANGE_AMEND_ATTEMPT:
      return N_("Amendment of an attempt on “%s”");
    case KL_CHANGE_DELETE_ATTEMPT:
      return N_("Deletion of an attempt on “%s”");
    case KL_CHANGE_MOVE_SUBJECT:
      return N_("Move of “%s”");
    case KL_CHANGE_LOG_SESSION:
      return N_("Study session on “%s”");
    default:
      g_return_val_if_reached ("%s");
    }
}

/**
 * kl_change_kind_describe:
 * @kind: what was done
 * @title: the title of what it was done to
 *
 * Returns: (transfer full): the change in the person's language, such as “Attempt on “Pod Networking””
 */
char *
kl_change_kind_describe (KlChangeKind  kind,
                         const char   *title)
{
  const char *format = _(description_format (kind));

  /* The format is one of the literals above, or its translation, which msgfmt checks. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, title);
#pragma GCC diagnostic pop
}
