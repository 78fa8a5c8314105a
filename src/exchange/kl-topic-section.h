#pragma once

#include "kl-reading.h"
#include "kl-section.h"

G_BEGIN_DECLS

gboolean kl_topic_section_is_label   (const char *folded);
void     kl_topic_section_read       (KlReading  *reading,
                                      KlSection  *section);
void     kl_topic_section_read_list  (KlReading  *reading,
                                      KlSection  *section);
void     kl_topic_section_read_intro (KlReading  *reading,
                                      guint       first_block,
                                      guint       end_block,
                                      gboolean    only);
void     kl_topic_section_read_points (KlReading      *reading,
                                       KlSection      *section,
                                       KlDraftSubject *topic);
void     kl_topic_section_read_note  (KlReading      *reading,
                                       KlSection      *section,
                                       KlDraftSubject *topic);

G_END_DECLS
