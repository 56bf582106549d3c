; What starts the portable program: it says what to do while everything is still inside the archive.
; Read as UTF-8 by makensis, which is given VERSION (1.2.3), OUT, ICON, LANGUAGE, HEAD, PYTHON and
; HEAD_WORDS as the setup is, and X64 where it can make programs of 64 bits.

Unicode true
!ifdef X64
Target amd64-unicode
!endif
; What it says before any language is read, of a damaged file above all, in Vietnamese.
!packhdr "${HEAD}" '"${PYTHON}" "${HEAD_WORDS}" "${HEAD}"'
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all
SilentInstall silent
Icon "${ICON}"
OutFile "${OUT}"
Name "Báo cáo CCHC"
Caption "Báo cáo CCHC"

!include LogicLib.nsh
!include WinVer.nsh

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "Báo cáo CCHC"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileDescription" "Mở Báo cáo CCHC mang theo"
VIAddVersionKey /LANG=1066 "LegalCopyright" "MIT"
LoadLanguageFile "${LANGUAGE}/Vietnamese.nlf"

!macro Refuse CODE SENTENCE
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}"
  SetErrorLevel ${CODE}
  Quit
!macroend

Section
  ${IfNot} ${AtLeastWin10}
    !insertmacro Refuse 3 "Báo cáo CCHC cần Windows 10 hoặc mới hơn."
  ${EndIf}
  ${IfNot} ${FileExists} "$EXEDIR\chuong-trinh\_internal\*.*"
    !insertmacro Refuse 7 "Chương trình còn nằm trong tệp nén. Hãy đóng cửa sổ này, bấm chuột phải vào tệp .zip, chọn «Extract All» (Giải nén tất cả), rồi mở lại trong thư mục vừa giải nén."
  ${EndIf}
  Exec '"$EXEDIR\chuong-trinh\bao-cao-cchc-cua-so.exe"'
SectionEnd
