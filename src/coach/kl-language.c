/* kl-language.c: the languages that an explanation can be read in */

#include "config.h"

#include "kl-language.h"

#include <string.h>

/* Function words are those that any text is full of: articles, pronouns, prepositions, conjunctions, auxiliaries. */
static const KlLanguage languages[] = {
  { "en", "English", "english",
    "a about above after again all also although am an and any are as at be because been before being below between "
    "both "
    "but by can could did do does doing down during each either else ever every few for from further get gets got had "
    "has "
    "have having he her here hers him his how however i if in into is it its itself just like made make makes may me "
    "might "
    "more most much must my of off on once one only onto or other our out over own per really same shall she should "
    "since "
    "so some such than that the their them themselves then there therefore these they thing things this those though "
    "through thus to too under until up upon us use used uses using very was way we well were what when where whether "
    "which while who whom whose why will with within would yet you your s d ll re ve m don isn aren doesn didn won "
    "wouldn "
    "couldn shouldn hasn haven hadn wasn weren ain",
    "t no not never none nothing nobody nowhere neither nor without cannot lack lacks lacking", FALSE },
  { "de", "Deutsch", "german",
    "aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beide "
    "beiden beim bin "
    "bis bist da dabei dadurch dafür damit dann daran darauf daraus darin darüber das dass dazu dein dem den denn der "
    "deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines "
    "er es "
    "etwas euch für gegen gibt hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren "
    "ihrer im in indem ins ist ja jede jedem jeden jeder jedes jene kann können könnte machen macht man mehr mein mit "
    "muss "
    "müssen nach noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie sind so solche soll "
    "sollte "
    "sondern sonst über um und uns unser unter vom von vor war waren was weg weil weiter welche welchem welchen "
    "welcher "
    "welches wenn werde werden wie wieder will wir wird wo wobei wurde wurden zu zum zur zwar zwischen",
    "nicht nichts nie niemals niemand kein keine keinem keinen keiner keines ohne weder noch", FALSE },
  { "fr", "Français", "french",
    "a ai alors au aussi autre aux avec avoir ce ceci cela celle celui ces cet cette chaque chez comme d dans de des "
    "deux "
    "dont du elle elles en encore entre est et être eu eux fait faire font il ils j je l la le les leur leurs lors lui "
    "m ma "
    "mais me même mes moi mon n nos notre nous on ont ou où par parce pas peu peut plus pour pourquoi qu quand que "
    "quel "
    "quelle qui quoi s sa sans se ses si son sont sous sur t ta te tes toi ton tous tout toute très tu un une vos "
    "votre "
    "vous y",
    "ne n pas jamais rien aucun aucune sans ni personne", TRUE },
  { "es", "Español", "spanish",
    "a al algo algunos ante antes así aunque cada como con cual cuando de del desde donde dos e el ella ellas ellos en "
    "entre "
    "era eran es esa ese eso esta está estar este esto estos fue ha había han hasta hay la las le les lo los más me mi "
    "mientras muy o otra otro para pero poco por porque puede que qué quien se según ser si sí sido sin sobre solo son "
    "su "
    "sus también tan tanto te tiene todo todos tu un una uno unos usted y ya yo",
    "no nunca jamás nada nadie ningún ninguna ninguno ni sin tampoco", TRUE },
  { "it", "Italiano", "italian",
    "a ad ai al alla alle anche avere c che chi ci come con cui da dal dalla dei del della delle di dove e ed è era fa "
    "gli ha "
    "hanno i il in io l la le lei lo loro lui ma mi nei nel nella noi o ogni per perché più può qual quale quando "
    "quello "
    "questa questo se sei si sia sono su sua sue sui sul sulla suo tra tu tutti tutto un una uno voi",
    "non no mai niente nulla nessun nessuna nessuno né senza", TRUE },
  { "pt", "Português", "portuguese",
    "a ao aos as até com como da das de dela dele do dos e é ela elas ele eles em entre era essa esse esta está este "
    "eu foi "
    "há isso isto já lhe mais mas me mesmo meu minha muito na nas nem no nos nós o os ou para pela pelo pode por "
    "porque "
    "qual quando que quem se sem ser seu sua são só também te tem tudo um uma você",
    "não nunca jamais nada ninguém nenhum nenhuma nem sem", TRUE },
  { "nl", "Nederlands", "dutch",
    "aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een en er ge haar had "
    "heb "
    "hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen maar me meer men met mij mijn "
    "moet na naar "
    "nog nu of om omdat onder ons ook op over reeds te tegen toch toen tot u uit uw van veel voor want waren was wat "
    "we wel "
    "werd wezen wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zonder zou",
    "niet geen nooit niets niemand nergens noch zonder", FALSE },
  { "sv", "Svenska", "swedish",
    "alla allt att av blev bli blir de dem den denna deras dess det detta dig din du då efter ej eller en er ett från "
    "för ha "
    "hade han har hon hur här i jag kan man med mellan men mig min mot mycket ni nu när och om oss på samma sig sin "
    "ska som "
    "så till under upp ut vad var vara varje vi vid vilken är över",
    "inte ej aldrig ingen inget inga utan icke", FALSE },
  { "da", "Dansk", "danish",
    "af alle alt at blev blive bliver da de dem den der deres det dette dig din du efter eller en end er et for fra "
    "ham han "
    "har havde hun hvad hvor i jeg kan man med men mig min mod når og også om op os over på sig skal som så til ud "
    "under "
    "var ved vi vil være",
    "ikke aldrig ingen intet uden", FALSE },
  { "no", "Norsk", "norwegian",
    "alle alt at av ble bli blir da de deg dem den denne der det dette din du eller en er et etter for fra ha hadde "
    "han har "
    "hun hva hvor i jeg kan man med meg men min mot når og også om opp oss over på seg skal som så til under ut var "
    "ved vi vil "
    "være",
    "ikke aldri ingen intet uten", FALSE },
  { "fi", "Suomi", "finnish",
    "että he hän ja jo joka jos kanssa koska kuin kun me mikä minä mutta myös ne niin nyt ole on oli olla ovat se sekä "
    "siis sitä "
    "tai te tämä",
    "ei en et eivät emme ette eikä älä ilman", FALSE },
  { "hu", "Magyar", "hungarian",
    "a az és is hogy egy ez ezt azt van volt mint meg már csak de ha vagy mert amely ami aki ki mi úgy így lesz lehet "
    "kell",
    "nem ne nincs nincsen sem se soha semmi senki nélkül", TRUE },
  { "ro", "Română", "romanian",
    "a al ale am ar are au că ce cea cel cu cum da dar de din după ea ei el este eu fi fost în îi la le lor lui mai o "
    "pe pentru "
    "prin sa să se si și sunt un una unei unui",
    "nu nici niciodată nimic nimeni fără", TRUE },
  { "ru", "Русский", "russian",
    "а без более был была были было быть в вам вас весь во вот все всё вы где для до его ее её если есть же за и из "
    "или им их "
    "к как когда кто ли между мне может мы на над нас но о об он она они оно от по под при с со так также там то тоже "
    "только "
    "у уже чем что чтобы это этот я",
    "не ни нет никогда ничего никто нельзя без", TRUE },
  { "tr", "Türkçe", "turkish",
    "ama bir bu çok da daha de diye en gibi hem için ile ise kadar ki mi mı o olan olarak olur şey şu ve veya ya",
    "değil yok hiç asla hiçbir olmadan", FALSE },
  { "ar", "العربية", "arabic",
    "في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين هو هي هم أن ان إن كان كانت يكون تكون ما كل بعد قبل بين أو "
    "او ثم "
    "عند عندما حتى قد لكن و كما أي اي إذا اذا حيث منذ",
    "لا ليس ليست لم لن بدون دون غير أبدا", FALSE },
  { "el", "Ελληνικά", "greek",
    "ο η το οι τα του της των τον την και κι σε στο στη στην στον με για από που πως να θα είναι ήταν αν ή αλλά ως "
    "αυτό αυτή "
    "αυτός ένα μια ένας",
    "δεν μη μην όχι ποτέ τίποτα κανένας χωρίς", TRUE },
  { "ca", "Català", "catalan", NULL, "no mai res ningú cap sense ni", TRUE },
  { "eu", "Euskara", "basque", NULL, "ez inoiz gabe", FALSE },
  { "ga", "Gaeilge", "irish", NULL, "ní níl gan", FALSE },
  { "hi", "हिन्दी", "hindi", NULL, "नहीं न मत बिना", FALSE },
  { "hy", "Հայերեն", "armenian", NULL, NULL, FALSE },
  { "id", "Bahasa Indonesia", "indonesian", NULL, "tidak bukan tanpa", FALSE },
  { "lt", "Lietuvių", "lithuanian", NULL, "ne nėra be", TRUE },
  { "ne", "नेपाली", "nepali", NULL, NULL, FALSE },
  { "sr", "Српски", "serbian", NULL, "ne nije bez не није без", TRUE },
  { "ta", "தமிழ்", "tamil", NULL, NULL, FALSE },
  { "yi", "ייִדיש", "yiddish", NULL, "נישט ניט", FALSE },
  /* Known by their scripts, and not brought to stems. */
  { "ja", "日本語", NULL,
    "は を に が の と て で も し た へ や か な る から まで する して した され れる れま ます です ある いる こと "
    "これ それ",
    "ない ません なし", FALSE },
  { "zh", "中文", NULL, "的 了 是 在 和 与 把 将 被 为 之 个 也 都 就 到 从", "不 没 没有 無 无", FALSE },
};

/**
 * kl_language_list:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): all languages that texts can be read in
 */
const KlLanguage *
kl_language_list (gsize *n)
{
  *n = G_N_ELEMENTS (languages);
  return languages;
}

/**
 * kl_language_find:
 * @code: (nullable): a language, such as “de” or “pt-BR”
 *
 * Returns: (nullable): what is known of it; %NULL where nothing is
 */
const KlLanguage *
kl_language_find (const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strncasecmp (code, languages[i].code, 2) == 0 && !g_ascii_isalpha (code[2]))
      return &languages[i];

  return NULL;
}

/* Letters of its script say which language it is, where few share the script. */
static const KlLanguage *
guess_by_script (const char *text)
{
  guint n = 0;
  guint counts[G_N_ELEMENTS (languages)] = { 0 };
  static const struct
  {
    GUnicodeScript script;
    const char *code;
  } scripts[] = {
    { G_UNICODE_SCRIPT_HIRAGANA, "ja" },
    { G_UNICODE_SCRIPT_KATAKANA, "ja" },
    { G_UNICODE_SCRIPT_HAN, "zh" },
    { G_UNICODE_SCRIPT_ARABIC, "ar" },
    { G_UNICODE_SCRIPT_GREEK, "el" },
    { G_UNICODE_SCRIPT_CYRILLIC, "ru" },
    { G_UNICODE_SCRIPT_ARMENIAN, "hy" },
    { G_UNICODE_SCRIPT_DEVANAGARI, "hi" },
    { G_UNICODE_SCRIPT_TAMIL, "ta" },
    { G_UNICODE_SCRIPT_HEBREW, "yi" },
  };

  for (const char *at = text; *at != '\0' && n < 2000; at = g_utf8_find_next_char (at, NULL))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (at));

      n += script != G_UNICODE_SCRIPT_COMMON;
      for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
        counts[i] += script == scripts[i].script;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (counts[i] * (i < 2 ? 10 : 3) > n)
      return kl_language_find (scripts[i].code);

  return NULL;
}

static gboolean
has_word (const char *words,
          const char *word,
          gsize       length)
{
  for (const char *at = words; at != NULL; at = strchr (at, ' '))
    {
      at += *at == ' ';
      if (strncmp (at, word, length) == 0 && (at[length] == ' ' || at[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

/**
 * kl_language_guess:
 * @text: UTF-8
 *
 * Returns: (transfer none): the language whose script, or whose function words, @text has most of; English where
 *   nothing tells
 */
const KlLanguage *
kl_language_guess (const char *text)
{
  const KlLanguage *best = guess_by_script (text);
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 1500));
  g_autofree char *small = g_utf8_strdown (start, -1);
  g_auto(GStrv) words = g_strsplit_set (small, " \n\t.,;:!?()\"", -1);
  guint most = 0;

  if (best != NULL)
    return best;

  best = &languages[0];
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      guint n = 0;

      for (gsize j = 0; words[j] != NULL; j++)
        n += *words[j] != '\0'
             && (has_word (languages[i].function_words, words[j], strlen (words[j]))
                 || has_word (languages[i].negations, words[j], strlen (words[j])));
      if (n > most)
        {
          most = n;
          best = &languages[i];
        }
    }
  return best;
}
