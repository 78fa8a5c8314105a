#pragma once

#include "kl-import-preview.h"
#include "storage/kl-progress.h"

G_BEGIN_DECLS

/* Another program that changes the library again and again must not keep an import busy for ever. */
#define KL_IMPORT_JOB_MAX_TRIES 5

/* What an import knows so far; carried by its task from step to step. */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  char *name;
  char *plan_title;
  char *choices;    /* what headings become, as the person wants it */
  KlProgress *progress;
  gboolean whole;   /* whether all of the document is to be read, whatever was changed */
  KlDocument *known; /* what the file held when it was imported last, if that is known */
  KlImport *import;
  gboolean by_path; /* whether the plan was found by its file */
  KlPlan *plan;
  KlDocument *document;
  gint64 revision;
  guint n_records;  /* that the plan has, where only a part of it was read */
  KlImportPreview *preview;
  GListModel *answered;
  gboolean apply;
  guint tries;
} KlImportJob;

KlImportJob *kl_import_job_new  (const char           *plan_title,
                                 KlProgressFunc        progress,
                                 gpointer              progress_data);
void         kl_import_job_free (KlImportJob          *job);

G_END_DECLS
