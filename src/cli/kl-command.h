#pragma once

#include "kl-invocation.h"

G_BEGIN_DECLS

gboolean kl_command_import  (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_export  (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_link    (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_save    (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_plans   (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_topics  (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_due     (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_insights (KlInvocation  *invocation,
                              GError       **error);
gboolean kl_command_show    (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_history (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_explain (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_suggest (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_search  (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_undo    (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_redo    (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_chart   (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_map     (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_report (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_check   (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_backup  (KlInvocation  *invocation,
                             GError       **error);
gboolean kl_command_restore (KlInvocation  *invocation,
                             GError       **error);

G_END_DECLS
