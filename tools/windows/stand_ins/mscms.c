/* The colour profiles of screens, of which Wine 8 knows less than Qt asks: no screen here has one. */

#include <windows.h>

#define GIVEN __declspec(dllexport)

GIVEN HANDLE WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD creation) { return NULL; }
GIVEN BOOL WINAPI CloseColorProfile(HANDLE profile) { return TRUE; }
GIVEN HANDLE WINAPI WcsCreateIccProfile(HANDLE profile, DWORD options) { return NULL; }
GIVEN BOOL WINAPI GetColorProfileFromHandle(HANDLE profile, BYTE *bytes, DWORD *size) { return FALSE; }
GIVEN BOOL WINAPI GetColorProfileElement(HANDLE profile, DWORD tag, DWORD offset, DWORD *size, void *bytes,
                                         BOOL *reference) { return FALSE; }
GIVEN BOOL WINAPI GetColorDirectoryW(const WCHAR *machine, WCHAR *directory, DWORD *size) { return FALSE; }
GIVEN BOOL WINAPI WcsGetDefaultColorProfileSize(DWORD scope, const WCHAR *device, DWORD type, DWORD subtype,
                                                DWORD id, DWORD *size) { return FALSE; }
GIVEN BOOL WINAPI WcsGetDefaultColorProfile(DWORD scope, const WCHAR *device, DWORD type, DWORD subtype,
                                            DWORD id, DWORD size, WCHAR *name) { return FALSE; }
