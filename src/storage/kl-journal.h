#pragma once

#include "model/kl-change-kind.h"

#include "kl-tables.h"
#include "kl-touched.h"

G_BEGIN_DECLS

/**
 * KlJournalScope:
 * @KL_JOURNAL_RECORDS: what happens to records of plans
 * @KL_JOURNAL_RECORDS_AND_DRAFTS: to drafts as well
 * @KL_JOURNAL_PLAN: only to plans themselves, by a change that makes one: all that it puts there goes with the plan
 *
 * What of a change the journal keeps.
 */
typedef enum
{
  KL_JOURNAL_RECORDS,
  KL_JOURNAL_RECORDS_AND_DRAFTS,
  KL_JOURNAL_PLAN,
} KlJournalScope;

/**
 * KlJournalEntry:
 *
 * A change that is being made: what it does to the rows is captured until it is stored.
 */
typedef struct _KlJournalEntry KlJournalEntry;

KlJournalEntry *kl_journal_begin        (KlDatabase      *database,
                                         KlTables        *tables,
                                         KlJournalScope   scope,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        kl_journal_hold_text    (KlJournalEntry  *entry,
                                         const char      *document_id,
                                         const char      *text,
                                         gboolean        *is_held,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        kl_journal_store        (KlJournalEntry  *entry,
                                         KlChangeKind     kind,
                                         const char      *title,
                                         const char      *sitting,
                                         const char      *date,
                                         KlTouched       *touched,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            kl_journal_entry_free   (KlJournalEntry  *entry);

char           *kl_journal_dup_name     (KlDatabase      *database,
                                         gboolean         undone,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;
char           *kl_journal_undo         (KlDatabase      *database,
                                         KlTables        *tables,
                                         KlTouched       *touched,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;
char           *kl_journal_redo         (KlDatabase      *database,
                                         KlTables        *tables,
                                         KlTouched       *touched,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean        kl_journal_get_revision (KlDatabase      *database,
                                         gint64          *revision,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        kl_journal_add_revision (KlDatabase      *database,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlJournalEntry, kl_journal_entry_free)

G_END_DECLS
