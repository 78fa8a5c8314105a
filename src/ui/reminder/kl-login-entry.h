#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlLoginEntry:
 * @KL_LOGIN_ENTRY_NONE: there is no file
 * @KL_LOGIN_ENTRY_READY: it starts KLearn's service
 * @KL_LOGIN_ENTRY_MOVED: it would, but the program is not there any more
 * @KL_LOGIN_ENTRY_OFF: it would, but the person or a tool of the desktop has switched it off
 * @KL_LOGIN_ENTRY_CHANGED: it starts KLearn, in another way than KLearn writes
 * @KL_LOGIN_ENTRY_CHANGED_OFF: it would, but is switched off
 * @KL_LOGIN_ENTRY_FOREIGN: it starts something else, or is no such file
 *
 * What the file in the autostart folder does.
 */
typedef enum
{
  KL_LOGIN_ENTRY_NONE,
  KL_LOGIN_ENTRY_READY,
  KL_LOGIN_ENTRY_MOVED,
  KL_LOGIN_ENTRY_OFF,
  KL_LOGIN_ENTRY_CHANGED,
  KL_LOGIN_ENTRY_CHANGED_OFF,
  KL_LOGIN_ENTRY_FOREIGN,
} KlLoginEntry;

char         *kl_login_entry_dup_path    (void);
char         *kl_login_entry_dup_program (void);
KlLoginEntry  kl_login_entry_look        (const char  *path);
gboolean      kl_login_entry_write       (const char  *path,
                                          const char  *program,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      kl_login_entry_remove      (const char  *path,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
