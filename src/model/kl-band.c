/* kl-band.c: a range of scores with a name */

#include "config.h"

#include "kl-band.h"

struct _KlBand
{
  KlRecord parent_instance;

  char *name;
  char *emoji;
  double low;
  double high;
  char *meaning;
  char *source;
};

G_DEFINE_FINAL_TYPE (KlBand, kl_band, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "name", KL_FIELD_STRING, G_STRUCT_OFFSET (KlBand, name), NULL },
  { "emoji", KL_FIELD_STRING, G_STRUCT_OFFSET (KlBand, emoji), NULL },
  { "low", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlBand, low), NULL },
  { "high", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlBand, high), NULL },
  { "meaning", KL_FIELD_STRING, G_STRUCT_OFFSET (KlBand, meaning), NULL },
  { "source", KL_FIELD_STRING, G_STRUCT_OFFSET (KlBand, source), NULL },
};

static void
kl_band_class_init (KlBandClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_band_init (KlBand *self)
{
}

/**
 * kl_band_get_name:
 * @self: a band
 *
 * Returns: (transfer none): what it is called; a plan that another program wrote may have one without a name
 */
const char *
kl_band_get_name (KlBand *self)
{
  g_return_val_if_fail (KL_IS_BAND (self), "");

  return self->name != NULL ? self->name : "";
}

const char *
kl_band_get_emoji (KlBand *self)
{
  g_return_val_if_fail (KL_IS_BAND (self), NULL);

  return self->emoji;
}

double
kl_band_get_low (KlBand *self)
{
  g_return_val_if_fail (KL_IS_BAND (self), 0);

  return self->low;
}

double
kl_band_get_high (KlBand *self)
{
  g_return_val_if_fail (KL_IS_BAND (self), 0);

  return self->high;
}

const char *
kl_band_get_meaning (KlBand *self)
{
  g_return_val_if_fail (KL_IS_BAND (self), NULL);

  return self->meaning;
}

const char *
kl_band_get_source (KlBand *self)
{
  g_return_val_if_fail (KL_IS_BAND (self), NULL);

  return self->source;
}
