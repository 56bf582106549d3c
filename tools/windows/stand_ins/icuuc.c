/* Windows 10 brings a library of text converters that Wine 8 lacks. Qt only looks whether one can be had;
   it is told that none can, and goes on with its own UTF-8. */

typedef int Status;
enum { FILE_ACCESS_ERROR = 4 };
#define GIVEN __declspec(dllexport)

static void refuse(Status *status) { if (status) *status = FILE_ACCESS_ERROR; }

GIVEN void *ucnv_open(const char *name, Status *status) { refuse(status); return 0; }
GIVEN void ucnv_close(void *converter) {}
GIVEN void ucnv_reset(void *converter) {}
GIVEN signed char ucnv_getMaxCharSize(const void *converter) { return 1; }
GIVEN int ucnv_countAvailable(void) { return 0; }
GIVEN const char *ucnv_getAvailableName(int index) { return 0; }
GIVEN const char *ucnv_getName(const void *converter, Status *status) { refuse(status); return 0; }
GIVEN const char *ucnv_getStandardName(const char *name, const char *standard, Status *status)
{ refuse(status); return 0; }

/* Nothing below is reached without a converter. */
GIVEN void ucnv_getToUCallBack(const void *converter, void **action, const void **context) {}
GIVEN void ucnv_getFromUCallBack(const void *converter, void **action, const void **context) {}
GIVEN void ucnv_setToUCallBack(void *converter, void *action, const void *context, void **old_action,
                               const void **old_context, Status *status) { refuse(status); }
GIVEN void ucnv_setFromUCallBack(void *converter, void *action, const void *context, void **old_action,
                                 const void **old_context, Status *status) { refuse(status); }
GIVEN void ucnv_cbToUWriteUChars(void *arguments, const void *source, int length, int offset, Status *status)
{ refuse(status); }
GIVEN void ucnv_cbFromUWriteUChars(void *arguments, const void **source, const void *end, int offset,
                                   Status *status) { refuse(status); }
GIVEN void ucnv_toUnicode(void *converter, void **target, const void *target_end, const char **source,
                          const char *source_end, int *offsets, signed char flush, Status *status)
{ refuse(status); }
GIVEN void ucnv_fromUnicode(void *converter, char **target, const char *target_end, const void **source,
                            const void *source_end, int *offsets, signed char flush, Status *status)
{ refuse(status); }
GIVEN int ucnv_toUCountPending(const void *converter, Status *status) { refuse(status); return 0; }
GIVEN int ucnv_fromUCountPending(const void *converter, Status *status) { refuse(status); return 0; }
GIVEN void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
GIVEN void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
