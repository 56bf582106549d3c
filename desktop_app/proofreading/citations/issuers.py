"""Who issued a document, read behind it: "của Chính phủ", "của UBND tỉnh Bình Sơn"."""

from __future__ import annotations

import re

_LEVELS = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
_PROPER = r"(?:[ ](?!UBND|HĐND)[A-ZĐÂÊÔƠƯÁÀẢÃẠÍÌÚÝỶ][\w']*){0,4}"
_PEOPLE = r"(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân)"
_FIXED = (
    rf"(?:Chủ tịch[ ]|Thường trực[ ])?{_PEOPLE}(?:[ ]{_LEVELS}{_PROPER}|[ ]cấp (?:tỉnh|huyện|xã))?",
    r"Thủ tướng(?: Chính phủ)?|(?:Bộ trưởng,? Chủ nhiệm )?Văn phòng Chính phủ|Chính phủ",
    r"Ủy ban Thường vụ Quốc hội|Quốc hội|Chủ tịch nước",
    r"Ban Chấp hành Trung ương(?: Đảng)?|Ban Chấp hành Đảng bộ tỉnh|Bộ Chính trị|Ban Bí thư",
    r"Ban Thường vụ (?:Tỉnh|Thành) ?ủy|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Đảng ủy|Trung ương",
    rf"Văn phòng {_PEOPLE} tỉnh{_PROPER}|Văn phòng UBND|Văn phòng (?:Tỉnh|Thành|Huyện) ủy|Văn phòng",
)
_KNOWN = re.compile("|".join(_FIXED))
_HEADED = re.compile(
    r"(?:Bộ trưởng,? |Giám đốc |Chánh |Cục trưởng |Tổng )?"
    r"(?:Bộ|Sở|Ban|Cục|Thanh tra|Chi cục|Tổng cục|Đoàn|Hội|Phòng|Trung tâm)\b"
)
_STOPS = {
    "về", "ban", "phê", "quy", "hướng", "triển", "thực", "kèm", "năm", "ngày", "để", "đã", "đang", "được",
    "có", "là", "với", "tại", "trên", "theo", "trong", "nhằm", "sửa", "bổ", "thay", "tăng", "v/v", "cho",
    "kiểm", "xây", "đẩy", "tiếp", "nâng", "giao", "công", "tổ", "giai", "đến", "từ", "và", "yêu", "đề",
}  # fmt: skip
"""Small words with which the name of an agency ends; "và" goes on before a capital."""
MOST = 90


def read_issuer(text: str, begin: int) -> tuple[str, int]:
    """The agency named at `begin` and the place behind it; ("", begin) when none is."""
    if found := _KNOWN.match(text, begin):
        return found.group(), found.end()
    if not _HEADED.match(text, begin):
        return "", begin
    end = begin
    for word in re.finditer(r"[^\s,;.:()\[\]“”\u2060]+(,?)\s?", text[begin : begin + MOST]):
        plain = word.group().strip(" ,")
        after = text[begin + word.end() : begin + word.end() + 1]
        if plain in _STOPS and not (plain == "và" and after.isupper()):
            break
        if begin + word.start() > end + 1:
            break
        end = begin + word.start() + len(plain)
        if word[1] and not after.isupper():
            break
    return text[begin:end], end
