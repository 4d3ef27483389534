#define _XOPEN_SOURCE 700
#include "editline.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

bool editline_use_utf8(void) {
  if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

EditLine *editline_open(const char *program) {
  FILE *complaints = fopen("/dev/null", "we");
  if (!complaints) return NULL;
  EditLine *editor = el_init(program, stdin, stdout, complaints);
  if (!editor) {
    fclose(complaints);
    return NULL;
  }
  // libedit counts on inserting and deleting half a wide character. Without the capabilities to
  // insert and delete, it writes the rest of the row again, which is right for all.
  static const wchar_t *const forgotten[] = {L"ic", L"IC", L"im", L"dc", L"DC", L"dm"};
  for (size_t i = 0; i < sizeof forgotten / sizeof *forgotten; i++) {
    el_wset(editor, EL_SETTC, forgotten[i], L"", NULL);
  }
  return editor;
}

void editline_close(EditLine *editor) {
  FILE *complaints = NULL;
  el_wget(editor, EL_GETFP, 2, &complaints);
  el_end(editor);
  if (complaints) fclose(complaints);
}

void editline_set_owner(EditLine *editor, void *owner) {
  el_wset(editor, EL_CLIENTDATA, owner);
}

void *editline_owner(EditLine *editor) {
  void *owner = NULL;
  el_wget(editor, EL_CLIENTDATA, &owner);
  return owner;
}

bool editline_can_edit(EditLine *editor) {
  // With el_wget, as with el_get, the name of a capability is a narrow string.
  char name[] = "up";
  char *sequence = NULL;
  return el_wget(editor, EL_GETTC, name, &sequence) == 0 && sequence && *sequence;
}

bool editline_knows_terminal(void) {
  // Only what terminfo says is asked for: with no terminal among its streams, libedit touches none.
  FILE *nothing = fopen("/dev/null", "r+e");
  if (!nothing) return false;
  EditLine *editor = el_init("causerie", nothing, nothing, nothing);
  bool knows = editor && editline_can_edit(editor);
  if (editor) el_end(editor);
  fclose(nothing);
  return knows;
}

void editline_set_prompt(EditLine *editor, wchar_t *(*prompt)(EditLine *)) {
  el_wset(editor, EL_PROMPT, prompt);
}

void editline_set_reader(EditLine *editor, int (*reader)(EditLine *, wchar_t *)) {
  el_wset(editor, EL_GETCFN, reader);
}

void editline_set_history(EditLine *editor, HistoryW *history) {
  el_wset(editor, EL_HIST, history_w, history);
}

void editline_set_keys(EditLine *editor, const wchar_t *name) {
  el_wset(editor, EL_EDITOR, name);
}

bool editline_has_vi_keys(EditLine *editor) {
  const wchar_t *name = NULL;
  return el_wget(editor, EL_EDITOR, &name) == 0 && name && wcscmp(name, L"vi") == 0;
}

bool editline_is_editing(EditLine *editor) {
  int editing = 0;
  return el_wget(editor, EL_EDITMODE, &editing) == 0 && editing;
}

static int (*run_command)(EditLine *, int);

void editline_set_commands(int (*run)(EditLine *editor, int number)) {
  run_command = run;
}

// libedit tells a command neither its name nor anything of ours, so each number has a function.
#define COMMAND(n) \
  static unsigned char command_##n(EditLine *editor, wint_t key) { \
    (void)key; \
    return (unsigned char)run_command(editor, n); \
  }
#define EACH(X) \
  X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) \
  X(16) X(17) X(18) X(19) X(20) X(21) X(22) X(23) X(24) X(25) X(26) X(27) X(28) X(29) X(30) X(31)
EACH(COMMAND)

int editline_add_command(
  EditLine *editor, int number, const wchar_t *name, const wchar_t *help) {
#define NAME(n) command_##n,
  static unsigned char (*const commands[])(EditLine *, wint_t) = {EACH(NAME)};
  if (number < 0 || (size_t)number >= sizeof commands / sizeof *commands) return -1;
  return el_wset(editor, EL_ADDFN, name, help, commands[number]);
}

int editline_bind(
  EditLine *editor, const wchar_t *option, const wchar_t *key, const wchar_t *action) {
  if (!option) return el_wset(editor, EL_BIND, key, action, NULL);
  return el_wset(editor, EL_BIND, option, key, action, NULL);
}

void editline_redraw(EditLine *editor) {
  el_wset(editor, EL_REFRESH);
}

void editline_set_raw(EditLine *editor, bool raw) {
  el_wset(editor, EL_PREP_TERM, (int)raw);
}

void editline_write(EditLine *editor, const char *bytes, size_t count) {
  FILE *output = stdout;
  el_wget(editor, EL_GETFP, 1, &output);
  fwrite(bytes, 1, count, output);
  fflush(output);
}

void editline_limit_history(HistoryW *history, int count) {
  HistEventW event;
  history_w(history, &event, H_SETSIZE, count);
  history_w(history, &event, H_SETUNIQUE, 1);
}

void editline_add_history(HistoryW *history, const wchar_t *entry) {
  HistEventW event;
  history_w(history, &event, H_ENTER, entry);
}

int editline_columns(wchar_t character) {
  return wcwidth(character);
}
