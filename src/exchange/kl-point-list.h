#pragma once

#include "kl-content.h"
#include "kl-reading.h"

G_BEGIN_DECLS

typedef struct _KlPointList KlPointList;

KlPointList *kl_point_list_new     (KlReading       *reading,
                                    KlDepth          depth,
                                    gboolean         graded);
void         kl_point_list_free    (KlPointList     *self);
void         kl_point_list_nest    (KlPointList     *self,
                                    KlPoint         *point);
void         kl_point_list_restart (KlPointList     *self);
void         kl_point_list_add     (KlPointList     *self,
                                    KlDraftSubject  *topic,
                                    const KlContent *item);
gboolean     kl_point_list_extend  (KlPointList     *self,
                                    const KlContent *content);
GPtrArray   *kl_point_list_split   (const char      *text);

gboolean     kl_point_list_read_depth      (const char *words,
                                            KlDepth    *depth);
const char  *kl_point_list_get_depth_words (KlDepth     depth);
char        *kl_point_list_dup_tail        (const char *note,
                                            KlDepth     depth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlPointList, kl_point_list_free)

G_END_DECLS
