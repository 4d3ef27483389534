// Makes a WhatsApp export of any size, for Scripts/bench.
//
//   chats ios|android MESSAGES EXPORT TRUTH
//
// EXPORT gets the chat, TRUTH a JSON object: how many messages, notices and lines it has, and how
// many messages each person sent. Everything is invented, and drawn with whole numbers only, so the
// same arguments give the same bytes on every machine.
//
// The words of `tags` below are what the benchmark searches for. They are in no other list, and a
// message has at most one of each kind, in its first line: so the lines that hold one (what rg
// counts) are as many as the messages (what causerie counts).

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { people_count = 48, draws = 4096, first_second = 1357020000 /* 2013-01-01 06:00 */ };
static const int64_t span = 12LL * 365 * 86400 + 150 * 86400; // the chat's seconds, to mid-2025

#define COUNT(list) ((unsigned)(sizeof(list) / sizeof(list)[0]))
#define MARK "\u200e" // iOS puts it before what it writes itself

// The most frequent first: the nth is drawn in proportion to 1 / (n + 3).
static const char *const words[] = {
  "de", "on", "le", "la", "pas", "et", "je", "les", "un", "pour", "ça", "est", "à", "en", "tu",
  "une", "que", "qui", "il", "a", "du", "y", "des", "c'est", "mais", "si", "moi", "vous", "dans",
  "au", "sur", "bien", "nous", "avec", "plus", "elle", "tout", "fait", "là", "ou", "vais", "j'ai",
  "oui", "non", "peut", "encore", "même", "faut", "déjà", "après", "avant", "où", "très", "trop",
  "alors", "donc", "quand", "comme", "chez", "d'accord", "merci", "voilà", "bonne", "idée", "sinon",
  "aussi", "être", "rien", "quelqu'un", "toujours", "jamais", "tôt", "tard", "heure", "demain",
  "hier", "ce", "soir", "matin", "semaine", "mois", "année", "clé", "vélo", "pneu", "frein",
  "atelier", "outil", "marteau", "scie", "vis", "écrou", "planche", "peinture", "échelle",
  "étagère", "grille-pain", "machine", "couture", "tissu", "bouton", "fermeture", "éclair", "lampe",
  "câble", "prise", "fusible", "batterie", "écran", "imprimante", "réparer", "démonter", "recoller",
  "souder", "poncer", "percer", "mesurer", "nettoyer", "ranger", "prêter", "rendre", "apporter",
  "chercher", "trouver", "réserver", "arroser", "jardin", "tomates", "courgettes", "compost",
  "graines", "récolte", "pommes", "cerises", "confiture", "gâteau", "crêpes", "soupe", "pâte",
  "farine", "œufs", "sœur", "frère", "mère", "père", "voisine", "voisin", "chœur", "répétition",
  "concert", "salle", "école", "marché", "gare", "train", "tramway", "pluie", "neige", "forêt",
  "randonnée", "goûter", "café", "thé", "apéro", "fête", "surprise", "cadeau", "boîte", "carton",
  "déménagement", "camionnette", "adresse", "téléphone", "réunion", "compte-rendu", "budget",
  "cotisation", "adhésion", "affiche", "bénévoles", "planning", "caisse", "reçu", "août", "Noël",
  "Pâques", "à-côté", "maïs", "naïve", "ambiguë", "hôtel", "île", "dîner", "bûche",
};

static const char *const first_names[] = {
  "Aurèle", "Bérénice", "Cyprien", "Delphine", "Églantine", "Firmin", "Gaëlle", "Hyacinthe",
  "Isaure", "Joachim", "Kelig", "Léopold", "Mahaut", "Nazaire", "Ombeline", "Philémon",
};
static const char *const last_names[] = {
  "Vermeulen", "d'Ormeaux", "Le Bihan", "Casterède", "Ghorbal", "Quiñones", "Straßer", "Ndiaye",
};
static const char *const emoji[] = {
  "🙂", "😄", "😅", "🤣", "👍", "👌🏽", "🙏", "❤️", "💪", "🎶", "🍅", "🚲", "🔧", "🧵", "👩‍🔧", "🇨🇭",
};
static const char *const sites[] = {
  "https://www.example.org/fiche/", "https://carte.example.net/?lieu=", "http://ex.example/",
  "https://photos.example.com/album/", "https://fr.example.org/wiki/",
};
static const char *const ios_media[] = {
  MARK "image absente", MARK "vidéo absente", MARK "audio omis", MARK "sticker omis",
  MARK "<pièce jointe : 00004821-PHOTO-2021-05-16-18-20-11.jpg>",
};
static const char *const android_media[] = {
  "<Médias omis>", "IMG-20210516-WA0007.jpg (fichier joint)", "Ce message a été supprimé",
};

// What is searched for: a list of spellings, and in how many messages of 100 000 with text one of
// them stands.
static const char *const rare[] = {"héliotrope"};
static const char *const frequent[] = {
  "dimanche midi", "dimanche soir", "dimanche matin", "dimanche prochain",
};
static const char *const accented[] = {"théâtre", "Théâtre", "theatre", "THÉÂTRE", "Theatre"};
static const char *const plain[] = {"lundi", "mardi", "Lundi", "MARDI", "lundis", "mardis"};
static const struct { const char *const *spellings; unsigned count, of_100_000; } tags[] = {
  {rare, COUNT(rare), 5},
  {frequent, COUNT(frequent), 5000},
  {accented, COUNT(accented), 2000},
  {plain, COUNT(plain), 3000},
};

// xorshift64*, by Vigna.
static uint64_t state = 0x2545f4914f6cdd1d;

// A number below n.
static unsigned below(unsigned n) {
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return (unsigned)((((state * 0x2545f4914f6cdd1d) >> 32) * n) >> 32);
}

// One and more, each more half as likely as `stretch` steps before; the mean is near 1.44 stretch.
static unsigned length(unsigned stretch, unsigned most) {
  unsigned n = 1 + below(stretch);
  while (n < most && below(2)) n += stretch;
  return n < most ? n : most;
}

// Fills a table from which entries are drawn, the nth in proportion to 1 / (n + offset).
static void weigh(uint16_t table[draws], unsigned count, unsigned offset) {
  uint64_t sum = 0, until = 0, scale = UINT64_C(1) << 32;
  unsigned filled = 0;
  for (unsigned n = 0; n < count; n++) sum += scale / (n + offset);
  for (unsigned n = 0; n < count; n++) {
    until += scale / (n + offset);
    unsigned end = n + 1 == count ? draws : (unsigned)(until * draws / sum);
    while (filled < end) table[filled++] = (uint16_t)n;
  }
}

static char text[1 << 16]; // the message being written; the longest has a few thousand bytes
static size_t used;
static uint16_t word_table[draws], people_table[draws];
static char names[people_count][64];
static uint64_t sent[people_count], notices, lines;

static void add(const char *part) {
  size_t size = strlen(part);
  memcpy(text + used, part, size);
  used += size;
}

static void add_words(unsigned count) {
  for (unsigned n = 0; n < count; n++) {
    if (n) add(below(16) ? " " : ", ");
    add(words[word_table[below(draws)]]);
  }
}

static void add_tags(void) {
  for (unsigned n = 0; n < COUNT(tags); n++) {
    if (below(100000) >= tags[n].of_100_000) continue;
    add(" ");
    add(tags[n].spellings[below(tags[n].count)]);
  }
}

static void add_link(void) {
  static const char letters[] = "0123456789abcdefghijkmnpqrstuvwxyz";
  add(" ");
  add(sites[below(COUNT(sites))]);
  for (unsigned n = 8 + below(16); n; n--) text[used++] = letters[below(sizeof letters - 1)];
}

static void add_text(void) {
  static const char *const ends[] = {"", "", "", ".", ".", ".", " ?", " !"};
  unsigned kind = below(100);
  add_words(length(7, 140));
  add_tags();
  add(ends[below(COUNT(ends))]);
  if (kind < 7) add_link();
  if (kind >= 80) {
    add(" ");
    for (unsigned n = 1 + below(3); n; n--) add(emoji[below(COUNT(emoji))]);
  }
  if (kind >= 70 && kind < 79)
    for (unsigned n = 1 + below(5); n; n--) {
      add(below(6) ? "\n" : "\n\n");
      if (!below(3)) add("- ");
      add_words(length(7, 60));
    }
  if (!below(50)) add(" " MARK "<Ce message a été modifié>");
}

static void add_notice(int is_ios, const char *name) {
  if (is_ios) add("Atelier du quai: " MARK);
  const char *other = names[below(people_count)];
  switch (below(3)) {
    case 0: add(name); add(" a ajouté "); add(other); break;
    case 1: add(name); add(" a quitté le groupe"); break;
    default: add(name); add(" a changé l'icône de ce groupe");
  }
}

static void name_people(void) {
  for (unsigned n = 0; n < people_count; n++) {
    const char *first = first_names[n % COUNT(first_names)];
    const char *last = last_names[(n + n / COUNT(first_names)) % COUNT(last_names)];
    if (n % 8 == 5)
      snprintf(names[n], sizeof names[n], "+33 6 00 %02u %02u %02u", n, n * 7 % 100, n * 13 % 100);
    else if (n % 8 == 3)
      snprintf(names[n], sizeof names[n], "~\u202f%s %s", first, last);
    else
      snprintf(names[n], sizeof names[n], "%s %s", first, last);
  }
}

// The date of a day counted from 1970-01-01: Howard Hinnant's civil_from_days, for days after it.
static void civil(int64_t days, unsigned *year, unsigned *month, unsigned *day) {
  unsigned from_march_0000 = (unsigned)(days + 719468);
  unsigned era = from_march_0000 / 146097, of_era = from_march_0000 % 146097;
  unsigned years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  unsigned of_year = of_era - (365 * years + years / 4 - years / 100);
  unsigned from_march = (5 * of_year + 2) / 153;
  *day = of_year - (153 * from_march + 2) / 5 + 1;
  *month = from_march < 10 ? from_march + 3 : from_march - 9;
  *year = years + era * 400 + (*month <= 2);
}

static void add_header(int is_ios, int64_t moment) {
  unsigned year, month, day, second = (unsigned)(moment % 86400);
  unsigned hour = second / 3600, minute = second / 60 % 60;
  civil(moment / 86400, &year, &month, &day);
  used += (size_t)(is_ios
    ? sprintf(text + used, "[%02u/%02u/%04u, %02u:%02u:%02u] ", day, month, year, hour, minute,
        second % 60)
    : sprintf(text + used, "%02u/%02u/%04u, %02u:%02u - ", day, month, year, hour, minute));
}

static void add_message(int is_ios, int64_t moment) {
  unsigned kind = below(1000), person = people_table[below(draws)];
  int is_media = kind >= 20 && kind < 65;
  if (is_ios && is_media) add(MARK);
  add_header(is_ios, moment);
  if (kind < 20) {
    add_notice(is_ios, names[person]);
    notices++;
  } else {
    add(names[person]);
    add(": ");
    if (!is_media) add_text();
    else if (is_ios) add(ios_media[below(COUNT(ios_media))]);
    else add(android_media[below(COUNT(android_media))]);
    sent[person]++;
  }
  add("\n");
}

static FILE *opened(const char *path) {
  FILE *file = fopen(path, "wb");
  if (!file) {
    perror(path);
    exit(1);
  }
  return file;
}

static void closed(FILE *file, const char *path) {
  if (ferror(file) | fclose(file)) {
    perror(path);
    exit(1);
  }
}

static void write_truth(const char *path, uint64_t messages) {
  FILE *file = opened(path);
  fprintf(file, "{\"messages\": %" PRIu64 ", \"notices\": %" PRIu64 ", \"lines\": %" PRIu64
    ", \"senders\": {", messages, notices, lines);
  for (unsigned n = 0, written = 0; n < people_count; n++)
    if (sent[n])
      fprintf(file, "%s\"%s\": %" PRIu64, written++ ? ", " : "", names[n], sent[n]);
  fprintf(file, "}}\n");
  closed(file, path);
}

int main(int count, char **arguments) {
  if (count != 5) {
    fprintf(stderr, "usage: chats ios|android MESSAGES EXPORT TRUTH\n");
    return 2;
  }
  int is_ios = !strcmp(arguments[1], "ios");
  uint64_t messages = strtoull(arguments[2], NULL, 10);
  FILE *export = opened(arguments[3]);
  weigh(word_table, COUNT(words), 3);
  weigh(people_table, people_count, 2);
  name_people();

  // Nine gaps in ten are short, and the tenth makes up for them: talk comes in bursts.
  unsigned mean = (unsigned)(span / (int64_t)(messages ? messages : 1));
  int64_t moment = first_second;
  for (uint64_t n = 0; n < messages; n++) {
    moment += below(10) ? below(mean * 2 / 3 + 1) : below(mean * 14 + 1);
    used = 0;
    add_message(is_ios, moment);
    for (const char *at = text; (at = memchr(at, '\n', used - (size_t)(at - text))); at++) lines++;
    fwrite(text, 1, used, export);
  }
  closed(export, arguments[3]);
  write_truth(arguments[4], messages);
  return 0;
}
