#ifndef CEDITLINE_EDITLINE_H
#define CEDITLINE_EDITLINE_H

#include <histedit.h>
#include <stdbool.h>
#include <stddef.h>

/// Sets a UTF-8 character type for the process: the environment's, or C.UTF-8 where that is not
/// UTF-8. Answers false where the system has neither. Call it before anything below.
bool editline_use_utf8(void);

/// An editor on standard input and output for `program` (the name that ~/.editrc lines may begin
/// with), or NULL. libedit's own complaints about terminals and ~/.editrc are not printed.
EditLine *editline_open(const char *program);

/// Gives the terminal its modes back and frees the editor.
void editline_close(EditLine *editor);

/// A pointer of the caller's own, for commands and readers to find their way back.
void editline_set_owner(EditLine *editor, void *owner);
void *editline_owner(EditLine *editor);

/// Whether the terminal can do what editing over several rows needs: move its cursor up.
bool editline_can_edit(EditLine *editor);

/// Whether that holds for the terminal that TERM names, whatever the process's streams are.
bool editline_knows_terminal(void);

/// The prompt is asked for at each redraw; its text has to outlive the call.
void editline_set_prompt(EditLine *editor, wchar_t *(*prompt)(EditLine *));

/// `reader` stores the next character and returns 1, or returns 0 at the end and -1 to give up.
void editline_set_reader(EditLine *editor, int (*reader)(EditLine *, wchar_t *));

void editline_set_history(EditLine *editor, HistoryW *history);

/// "emacs" or "vi".
void editline_set_keys(EditLine *editor, const wchar_t *name);

bool editline_has_vi_keys(EditLine *editor);

/// False where ~/.editrc or the terminal's kind has switched editing off.
bool editline_is_editing(EditLine *editor);

/// `run` carries out the command with the number it is given, from 0, and returns one of the
/// `CC_…` codes of <histedit.h>. It serves all editors.
void editline_set_commands(int (*run)(EditLine *editor, int number));

/// Makes command `number`, from 0 to 31, known by a name that keys can be bound to. `name` and
/// `help` have to live as long as the editor: libedit keeps the pointers. Answers -1 on failure.
int editline_add_command(
  EditLine *editor, int number, const wchar_t *name, const wchar_t *help);

/// The `bind` of editrc(5): `option` is NULL, "-s" (the action is a macro) or "-a" (the map of
/// vi's command mode).
int editline_bind(
  EditLine *editor, const wchar_t *option, const wchar_t *key, const wchar_t *action);

/// Draws prompt and line from the screen cursor on, which has to be at the start of an empty row.
void editline_redraw(EditLine *editor);

/// Switches the terminal between the modes for editing and those it had before.
void editline_set_raw(EditLine *editor, bool raw);

/// Writes to the terminal at once, in order with what libedit writes.
void editline_write(EditLine *editor, const char *bytes, size_t count);

/// Keeps at most `count` entries, and no entry equal to the one before it.
void editline_limit_history(HistoryW *history, int count);

void editline_add_history(HistoryW *history, const wchar_t *entry);

/// The columns that libedit counts for a character: wcwidth(3), which Swift does not see.
int editline_columns(wchar_t character);

#endif
