#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KlScoreFollowing KlScoreFollowing;

/**
 * KlScoreFollowingFunc:
 * @user_data: who follows
 *
 * Something changed in what is followed.
 */
typedef void (*KlScoreFollowingFunc) (gpointer user_data);

KlScoreFollowing *kl_score_following_new        (KlScoreFollowingFunc  changed,
                                                 gpointer              user_data);
void              kl_score_following_free       (KlScoreFollowing     *self);
gboolean          kl_score_following_set_list   (KlScoreFollowing     *self,
                                                 GListModel           *list);
GPtrArray        *kl_score_following_get_items  (KlScoreFollowing     *self);
gboolean          kl_score_following_hears_each (KlScoreFollowing     *self);

G_END_DECLS
