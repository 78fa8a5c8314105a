#pragma once

#include "kl-section.h"
#include "model/kl-record.h"

G_BEGIN_DECLS

/* Parts of a record that stand somewhere in its document. */
#define KL_SOURCE_WHOLE "whole" /* all lines of it, with what is nested in it */
#define KL_SOURCE_OWN   "own"   /* its own lines */
#define KL_SOURCE_TEXT  "text"  /* title or text, without bullet and box */
#define KL_SOURCE_BOX   "box"   /* from where its box stands, or would, up to its text */
#define KL_SOURCE_NOTE  "note"
#define KL_SOURCE_LABEL "label"
#define KL_SOURCE_VALUE "value" /* what stands behind the label of a score, a status or a date */
#define KL_SOURCE_MINUTES "minutes" /* behind the label of how long a topic takes */
#define KL_SOURCE_LINKS "links" /* behind the label of its prerequisites */

/**
 * KlSourceMark:
 * @part: which part of the record, a KL_SOURCE_ constant or the name of a field
 * @start: its first byte
 * @end: one past its last byte
 */
typedef struct
{
  const char *part;
  gsize       start;
  gsize       end;
} KlSourceMark;

/**
 * KlSourceSection:
 * @role: what its heading makes of it
 * @depth: how far its topics were studied
 * @level: of the heading
 * @start: the first byte of the heading
 * @own_end: one past the last line of its own that says something, before the first heading in it
 * @content_end: one past the last line in it that says something; blank lines and rules behind it part it from the next
 * @end: one past its last byte, with the headings in it
 * @title: first byte of its title, and one past the last
 * @atx: whether the title stands behind `#`
 * @parent: index of the section around it, -1 for none
 * @record: (nullable): the subject that it became, or that it is about
 */
typedef struct
{
  KlSectionRole role;
  KlDepth       depth;
  guint         level;
  gsize         start;
  gsize         own_end;
  gsize         content_end;
  gsize         end;
  gsize         title[2];
  gboolean      atx;
  int           parent;
  KlRecord     *record;
} KlSourceSection;

/**
 * KlSourceMap:
 * @sections: (element-type KlSourceSection): its headings, in order
 * @ruled: whether rules part its sections
 * @date: (nullable): the date that a score at the end of all scores would have
 * @body_start: the first byte behind byte order mark and front matter
 * @content_end: one past the last line that says something
 *
 * Where in a document its records stand.
 */
struct _KlSourceMap
{
  GArray     *sections;
  gboolean    ruled;
  char       *date;
  gsize       body_start;
  gsize       content_end;
  GHashTable *marks;
};

KlSourceMap        *kl_source_map_new          (void);
void                kl_source_map_free         (KlSourceMap    *self);
void                kl_source_map_add          (KlSourceMap    *self,
                                                gpointer        record,
                                                const char     *part,
                                                gsize           start,
                                                gsize           end);
void                kl_source_map_add_item     (KlSourceMap    *self,
                                                gpointer        record,
                                                KlOutline      *outline,
                                                const KlBlock  *block);
void                kl_source_map_add_sections (KlSourceMap    *self,
                                                KlOutline      *outline,
                                                GArray         *sections);
void          kl_source_map_shorten  (KlSourceMap   *self,
                                      gpointer       record,
                                      const char    *part,
                                      gsize          end);
const KlSourceMark *kl_source_map_find         (KlSourceMap    *self,
                                                gpointer        record,
                                                const char     *part);
void                kl_source_map_add_lines    (KlSourceMap    *self,
                                                gpointer        record,
                                                const char     *part,
                                                KlOutline      *outline,
                                                gsize           start,
                                                gsize           end);
GArray             *kl_source_map_get_marks    (KlSourceMap    *self,
                                                gpointer        record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlSourceMap, kl_source_map_free)

G_END_DECLS
