/* A PAM module that asks what its arguments say and lets in who answers right: `show:PROMPT:ANSWER`, `hide:PROMPT:ANSWER`
   (echo on and off) and `tell:TEXT`. The few declarations of PAM it needs are here, so that no headers are needed. */
#include <stdlib.h>
#include <string.h>

enum { SUCCESS = 0, AUTH_ERR = 7, ITEM_CONV = 5, ECHO_OFF = 1, ECHO_ON = 2, TEXT_INFO = 4 };
struct message { int style; const char *text; };
struct response { char *text; int code; };
struct conversation {
    int (*ask)(int, const struct message **, struct response **, void *);
    void *data;
};
int pam_get_item(const void *handle, int item, const void **value);

static int ask(const struct conversation *with, const char *word)
{
    struct message message = { TEXT_INFO, NULL };
    const struct message *messages = &message;
    struct response *answer = NULL;
    char *text = strdup(strchr(word, ':') + 1), *wanted = strrchr(text, ':');
    int good = 1;

    if (strncmp(word, "tell:", 5) != 0) {
        message.style = strncmp(word, "show:", 5) == 0 ? ECHO_ON : ECHO_OFF;
        *wanted++ = '\0';
    }
    char *prompt = malloc(strlen(text) + 3);
    strcpy(prompt, text);
    if (message.style != TEXT_INFO)
        strcat(prompt, ": ");
    message.text = prompt;
    if (with->ask(1, &messages, &answer, with->data) != SUCCESS)
        good = 0;
    else if (message.style != TEXT_INFO)
        good = answer && answer->text && strcmp(answer->text, wanted) == 0;
    if (answer)
        free(answer->text);
    free(answer);
    free(prompt);
    free(text);
    return good;
}

int pam_sm_authenticate(void *handle, int flags, int count, const char **words)
{
    const struct conversation *with = NULL;
    int good = 1;

    (void)flags;
    if (pam_get_item(handle, ITEM_CONV, (const void **)&with) != SUCCESS || !with)
        return AUTH_ERR;
    /* Every question is asked, as by a module that does not tell which answer was wrong. */
    for (int i = 0; i < count; i++)
        good &= ask(with, words[i]);
    return good ? SUCCESS : AUTH_ERR;
}

int pam_sm_setcred(void *handle, int flags, int count, const char **words)
{
    (void)handle, (void)flags, (void)count, (void)words;
    return SUCCESS;
}
