"""Which nouns count the same, and which are kinds of another: a plan is a document, a ward a unit."""

from __future__ import annotations

_KINDS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("văn bản",),
        ("kế hoạch", "công văn", "quyết định", "chỉ thị", "nghị quyết", "thông báo", "kết luận", "báo cáo",
         "hướng dẫn", "chương trình", "công điện", "tờ trình", "quy chế", "thông tư", "nghị định", "luật"),
    ),
    (
        ("người", "biên chế", "cán bộ", "nhân sự", "trường hợp", "lao động", "chỉ tiêu", "đồng chí"),
        ("công chức", "viên chức", "lãnh đạo", "hợp đồng", "người", "hđlđ", "biên chế", "cán bộ",
         "trường hợp", "đồng chí", "giám đốc", "phó giám", "trưởng phòng", "phó trưởng", "chuyên viên",
         "phó chánh"),
    ),
    (
        ("đầu mối", "đơn vị", "cơ quan", "phòng", "tổ chức"),
        ("phòng", "ban", "sở", "chi cục", "trung tâm", "đơn vị", "tổ chức", "cơ quan", "đầu mối", "văn phòng",
         "xã", "phường", "thị trấn", "huyện", "thành phố", "đặc khu", "trường"),
    ),
    (("đơn vị hành", "xã"), ("xã", "phường", "thị trấn", "đặc khu")),
    (("tin", "sản phẩm"), ("tin", "bài", "phóng sự", "video")),
    (("cuộc", "lượt"), ("cuộc", "lượt", "đợt")),
)  # fmt: skip
"""Whole -> what may be its parts. Words of every office, none of one report."""

_TIME = frozenset(
    (
        "ngày",
        "tháng",
        "năm",
        "giờ",
        "phút",
        "tuần",
        "quý",
        "kỳ",
        "buổi",
        "tuổi",
        "km",
        "ha",
        "kg",
        "tấn",
        "điểm",
    )
)


_SHORT = {
    "vbqppl": "văn bản", "tthc": "thủ tục", "dvc": "dịch vụ", "dvctt": "dịch vụ", "đvsn": "đơn vị",
    "đvsncl": "đơn vị", "cbccvc": "cán bộ", "ccvc": "công chức", "hđlđ": "hợp đồng", "pakn": "phản ánh",
}  # fmt: skip
"""What offices write short."""


def head(noun: str) -> str:
    """The first two words, which tell what is counted: "nhiệm vụ giao" -> "nhiệm vụ"."""
    words = noun.casefold().split()
    return _SHORT.get(words[0]) or " ".join(words[:2]) if words else ""


def same(one: str, other: str) -> bool:
    """Whether both count one thing; a noun that was not written fits any."""
    first, second = head(one), head(other)
    if not first or not second or first == second:
        return True
    return first.split()[0] == second.split()[0] and (first.count(" ") == 0 or second.count(" ") == 0)


def is_kind_of(part: str, whole: str) -> bool:
    """Whether the part's noun is one that the whole's noun takes in."""
    return any(_among(whole, wholes) and _among(part, parts) for wholes, parts in _KINDS)


def are_kin(one: str, other: str) -> bool:
    """Whether some list may count both: people of any post, units of any rank."""
    return any(_among(one, all_) and _among(other, all_) for all_ in (whole + part for whole, part in _KINDS))


def counts_time(noun: str) -> bool:
    """Whether it is a length, a time or a measure, which no list adds up."""
    return head(noun).split(" ")[0] in _TIME


def _among(noun: str, words: tuple[str, ...]) -> bool:
    first = head(noun.replace(",", ""))
    return bool(first) and (first in words or first.split(" ")[0] in words)
