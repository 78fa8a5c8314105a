/* kl-subject-title.c: what a subject is called where it is shown */

#include "config.h"

#include "kl-subject-title.h"

#include <glib/gi18n.h>

/**
 * kl_subject_title_get:
 * @subject: a subject
 *
 * Returns: its title; words that say so where it has none, as of a heading without words
 */
const char *
kl_subject_title_get (KlSubject *subject)
{
  const char *title = kl_subject_get_title (subject);

  return title != NULL && *title != '\0' ? title : _("Without a Title");
}
