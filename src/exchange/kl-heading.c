/* kl-heading.c: a heading of a document, and what the person wants it to become */

#include "config.h"

#include "kl-heading.h"

G_DEFINE_ENUM_TYPE (KlHeadingKind, kl_heading_kind,
                    G_DEFINE_ENUM_VALUE (KL_HEADING_AUTO, "auto"),
                    G_DEFINE_ENUM_VALUE (KL_HEADING_GROUP, "group"),
                    G_DEFINE_ENUM_VALUE (KL_HEADING_TOPIC, "topic"),
                    G_DEFINE_ENUM_VALUE (KL_HEADING_SUBTOPIC, "subtopic"),
                    G_DEFINE_ENUM_VALUE (KL_HEADING_POINTS, "points"),
                    G_DEFINE_ENUM_VALUE (KL_HEADING_NOTE, "note"),
                    G_DEFINE_ENUM_VALUE (KL_HEADING_SKIP, "skip"),
                    G_DEFINE_ENUM_VALUE (KL_HEADING_PLAN, "plan"),
                    G_DEFINE_ENUM_VALUE (KL_HEADING_PART, "part"),
                    G_DEFINE_ENUM_VALUE (KL_HEADING_ATTEMPT, "attempt"))

struct _KlHeading
{
  GObject parent_instance;

  char *title;
  guint number;
  guint line;
  guint level;
  KlHeadingKind becomes;
  KlHeadingKind choice;
};

enum
{
  PROP_0,
  PROP_BECOMES,
  PROP_CHOICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KlHeading, kl_heading, G_TYPE_OBJECT)

static void
kl_heading_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (prop_id == PROP_CHOICE)
    g_value_set_enum (value, (int) KL_HEADING (object)->choice);
  else if (prop_id == PROP_BECOMES)
    g_value_set_enum (value, (int) KL_HEADING (object)->becomes);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_heading_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  if (prop_id == PROP_CHOICE)
    kl_heading_set_choice (KL_HEADING (object), (KlHeadingKind) g_value_get_enum (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_heading_finalize (GObject *object)
{
  g_free (KL_HEADING (object)->title);

  G_OBJECT_CLASS (kl_heading_parent_class)->finalize (object);
}

static void
kl_heading_class_init (KlHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_heading_get_property;
  object_class->set_property = kl_heading_set_property;
  object_class->finalize = kl_heading_finalize;

  /**
   * KlHeading:becomes:
   *
   * What the reader made of it.
   */
  properties[PROP_BECOMES] = g_param_spec_enum ("becomes", NULL, NULL, KL_TYPE_HEADING_KIND, KL_HEADING_AUTO,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * KlHeading:choice:
   *
   * What the person wants; %KL_HEADING_AUTO to leave it to the reader.
   */
  properties[PROP_CHOICE] = g_param_spec_enum ("choice", NULL, NULL, KL_TYPE_HEADING_KIND, KL_HEADING_AUTO,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kl_heading_init (KlHeading *self)
{
}

/**
 * kl_heading_new:
 * @title: as written
 * @number: which of the headings of that title it is, from 1
 * @line: that it stands on, from 1
 * @level: 1–6
 * @becomes: what the reader made of it
 * @choice: what the person wanted when it was read
 *
 * Returns: (transfer full): a heading
 */
KlHeading *
kl_heading_new (const char    *title,
                guint          number,
                guint          line,
                guint          level,
                KlHeadingKind  becomes,
                KlHeadingKind  choice)
{
  KlHeading *self = g_object_new (KL_TYPE_HEADING, NULL);

  self->title = g_strdup (title);
  self->number = number;
  self->line = line;
  self->level = level;
  self->becomes = becomes;
  self->choice = choice;
  return self;
}

/**
 * kl_heading_get_title:
 * @self: a heading
 *
 * Returns: (transfer none): as written
 */
const char *
kl_heading_get_title (KlHeading *self)
{
  g_return_val_if_fail (KL_IS_HEADING (self), NULL);

  return self->title;
}

/**
 * kl_heading_get_number:
 * @self: a heading
 *
 * Returns: which of the document's headings of that title it is, from 1
 */
guint
kl_heading_get_number (KlHeading *self)
{
  g_return_val_if_fail (KL_IS_HEADING (self), 0);

  return self->number;
}

/**
 * kl_heading_get_line:
 * @self: a heading
 *
 * Returns: the line that it stands on, from 1
 */
guint
kl_heading_get_line (KlHeading *self)
{
  g_return_val_if_fail (KL_IS_HEADING (self), 0);

  return self->line;
}

/**
 * kl_heading_get_level:
 * @self: a heading
 *
 * Returns: 1–6
 */
guint
kl_heading_get_level (KlHeading *self)
{
  g_return_val_if_fail (KL_IS_HEADING (self), 0);

  return self->level;
}

/**
 * kl_heading_get_becomes:
 * @self: a heading
 *
 * Returns: what the reader made of it
 */
KlHeadingKind
kl_heading_get_becomes (KlHeading *self)
{
  g_return_val_if_fail (KL_IS_HEADING (self), KL_HEADING_AUTO);

  return self->becomes;
}

/**
 * kl_heading_set_becomes:
 * @self: a heading
 * @becomes: what the reader made of it when the document was read again
 */
void
kl_heading_set_becomes (KlHeading     *self,
                        KlHeadingKind  becomes)
{
  g_return_if_fail (KL_IS_HEADING (self));

  if (self->becomes == becomes)
    return;
  self->becomes = becomes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BECOMES]);
}

/**
 * kl_heading_get_choice:
 * @self: a heading
 *
 * Returns: what the person wants
 */
KlHeadingKind
kl_heading_get_choice (KlHeading *self)
{
  g_return_val_if_fail (KL_IS_HEADING (self), KL_HEADING_AUTO);

  return self->choice;
}

/**
 * kl_heading_set_choice:
 * @self: a heading
 * @choice: %KL_HEADING_AUTO to %KL_HEADING_SKIP
 *
 * Says what the person wants; it counts when the document is read again.
 */
void
kl_heading_set_choice (KlHeading     *self,
                       KlHeadingKind  choice)
{
  g_return_if_fail (KL_IS_HEADING (self));
  g_return_if_fail (choice <= KL_HEADING_SKIP);

  if (self->choice == choice)
    return;
  self->choice = choice;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}
