; The setup: for one user, without an administrator, in Vietnamese. Read as UTF-8 by makensis, which is given
; PROGRAM (folder of the built program), VERSION (1.2.3), OUT, ICON, LICENCE, MEGABYTES, LANGUAGE (folder
; of the words of its pages, composed), HEAD (a file to work in), PYTHON and HEAD_WORDS (what puts our words
; into its start), SIGN for a certificate, X64 where makensis can make programs of 64 bits, and QUICK for
; one that is only tried.
; Exit codes with /S: 3 Windows is too old, 4 a newer version is installed, 5 the program is open, 6 no room.

Unicode true
!ifdef X64
Target amd64-unicode
!endif
CRCCheck force
!ifdef QUICK
SetCompressor zlib
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!endif
; What it says before any language is read, of a damaged file above all, in Vietnamese.
!packhdr "${HEAD}" '"${PYTHON}" "${HEAD_WORDS}" "${HEAD}"'
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include WordFunc.nsh

!define NAME "Báo cáo CCHC"
!define WINDOW "bao-cao-cchc-cua-so.exe"
!define CONSOLE "bao-cao-cchc.exe"
!define OWN_KEY "Software\BaoCaoCCHC"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\BaoCaoCCHC"
!define FILE_KIND "BaoCaoCCHC.TepTraoDoi"
!define DATA "$LOCALAPPDATA\BaoCaoCCHC"

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\BaoCaoCCHC"
InstallDirRegKey HKCU "${OWN_KEY}" "InstallDir"
AllowSkipFiles off

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileDescription" "Cài đặt ${NAME}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "MIT"

!ifdef SIGN
!uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGEEX "${LANGUAGE}" "Vietnamese"

Var WasThere

; Leave with an exit code, after a sentence for whoever sees the window.
!macro Refuse CODE SENTENCE
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; $0 = 1 while one of our programs runs: Windows lets nobody write to it then.
!macro LookWhetherOpen
  StrCpy $0 0
  ${If} ${FileExists} "$INSTDIR\${WINDOW}"
    ClearErrors
    FileOpen $1 "$INSTDIR\${WINDOW}" a
    ${If} ${Errors}
      StrCpy $0 1
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${CONSOLE}"
    ClearErrors
    FileOpen $1 "$INSTDIR\${CONSOLE}" a
    ${If} ${Errors}
      StrCpy $0 1
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
  ClearErrors
!macroend

; The window is asked to save and to close; without a person to ask, an open program is a refusal.
!macro CloseProgram UN
Function ${UN}CloseProgram
  again:
  !insertmacro LookWhetherOpen
  StrCmp $0 0 closed
  IfSilent 0 +3
    SetErrorLevel 5
    Quit
  MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "${NAME} đang mở. Bấm OK để chương trình tự lưu và đóng, rồi cài đặt làm tiếp." IDOK close
    SetErrorLevel 5
    Quit
  close:
  nsExec::Exec '"$INSTDIR\${CONSOLE}" --close-window'
  Pop $0
  StrCpy $2 0
  wait:
  !insertmacro LookWhetherOpen
  StrCmp $0 0 closed
  Sleep 500
  IntOp $2 $2 + 1
  IntCmp $2 20 again wait again
  closed:
FunctionEnd
!macroend
!insertmacro CloseProgram ""
!insertmacro CloseProgram "un."

Function .onInit
  ${IfNot} ${AtLeastWin10}
    !insertmacro Refuse 3 "${NAME} cần Windows 10 hoặc mới hơn; máy này dùng Windows cũ hơn nên chưa cài được."
  ${EndIf}
  ReadRegStr $WasThere HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $WasThere != ""
    ${VersionCompare} "$WasThere" "${VERSION}" $0
    ${If} $0 == 1
      !insertmacro Refuse 4 "Máy đã có ${NAME} $WasThere, mới hơn bản ${VERSION} này; không cài bản cũ đè lên bản mới."
    ${EndIf}
  ${EndIf}
  Call CloseProgram
FunctionEnd

; A file that cannot be written ends the setup, after the question to try again.
Function .onInstFailed
  SetErrorLevel 6
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\moi"
FunctionEnd

Section
  SetShellVarContext current
  Call CloseProgram
  ; What an earlier try, cut off by a power failure, has left.
  ${If} ${FileExists} "$INSTDIR\cu\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\_internal\*.*"
    Rename "$INSTDIR\cu" "$INSTDIR\_internal"
  ${EndIf}
  RMDir /r "$INSTDIR\moi"
  RMDir /r "$INSTDIR\cu"

  ; The new version is unpacked beside the old one, which stays whole until the new one is.
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  ${If} $1 != ""
  ${AndIf} $1 < ${MEGABYTES}
    !insertmacro Refuse 6 "Ổ đĩa $0 chỉ còn $1 MB trống, cần ${MEGABYTES} MB; hãy giải phóng chỗ trống rồi cài lại. Chương trình và dữ liệu hiện có được giữ nguyên."
  ${EndIf}
  ClearErrors
  SetOutPath "$INSTDIR\moi"
  File /r "${PROGRAM}/*"
  ${If} ${Errors}
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\moi"
    !insertmacro Refuse 6 "Không ghi được các tệp chương trình vào $INSTDIR; hãy kiểm tra chỗ trống và quyền ghi. Chương trình và dữ liệu hiện có được giữ nguyên."
  ${EndIf}
  SetOutPath "$INSTDIR"
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    ClearErrors
    Rename "$INSTDIR\_internal" "$INSTDIR\cu"
    ${If} ${Errors}
      RMDir /r "$INSTDIR\moi"
      !insertmacro Refuse 5 "Có chương trình đang dùng các tệp trong $INSTDIR; hãy đóng ${NAME} rồi cài lại. Bản hiện có được giữ nguyên."
    ${EndIf}
  ${EndIf}
  Rename "$INSTDIR\moi\_internal" "$INSTDIR\_internal"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\${CONSOLE}"
  Rename "$INSTDIR\moi\${WINDOW}" "$INSTDIR\${WINDOW}"
  Rename "$INSTDIR\moi\${CONSOLE}" "$INSTDIR\${CONSOLE}"
  RMDir /r "$INSTDIR\cu"
  RMDir /r "$INSTDIR\moi"

  WriteUninstaller "$INSTDIR\go-cai-dat.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW}"
  ; Whoever has thrown the sign away from the desktop does not get it again with every version.
  ${If} $WasThere == ""
  ${OrIf} ${FileExists} "$DESKTOP\${NAME}.lnk"
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${WINDOW}"
  ${EndIf}
  WriteRegStr HKCU "${OWN_KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\go-cai-dat.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\go-cai-dat.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0

  WriteRegStr HKCU "Software\Classes\.cchc" "" "${FILE_KIND}"
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}" "" "Tệp trao đổi ${NAME}"
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}\shell\open\command" "" '"$INSTDIR\${WINDOW}" --take "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Function un.onInit
  Call un.CloseProgram
FunctionEnd

Section "Uninstall"
  SetShellVarContext current
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\moi"
  RMDir /r "$INSTDIR\cu"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\go-cai-dat.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${OWN_KEY}"
  ReadRegStr $0 HKCU "Software\Classes\.cchc" ""
  ${If} $0 == "${FILE_KIND}"
    DeleteRegKey HKCU "Software\Classes\.cchc"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${FILE_KIND}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ${If} ${FileExists} "${DATA}\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Đã gỡ chương trình. Xóa cả các báo cáo và bản sao lưu trong ${DATA}? Chọn «No» (Không) để giữ lại; đã xóa thì không lấy lại được." /SD IDNO IDNO kept
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Xóa hết báo cáo và bản sao lưu của máy này?" /SD IDNO IDNO kept
    RMDir /r "${DATA}"
    kept:
  ${EndIf}
SectionEnd
