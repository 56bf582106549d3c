"""How kinds of findings are called on the screen."""

from __future__ import annotations

_NAMES = {
    "D0": "Ngày không có trong lịch",
    "D1": "Ngày sau báo cáo",
    "D2": "Khoảng thời gian ngược",
    "D3": "Một văn bản, hai cách ghi",
    "D4": "Năm của ký hiệu và ngày",
    "D5": "Thứ tự số và ngày",
    "D6": "Thiếu số 0",
    "D7": "Viện dẫn lần đầu, lần sau",
    "D8": "Ký hiệu, tên loại, cơ quan ban hành",
    "D9": "Văn bản của Trung ương",
    "X6": "Danh sách và lời văn",
    "word.double": "Lặp từ",
    "word.clause": "Lặp ý trong câu",
    "word.sentence": "Câu có ở hai nơi",
    "word.syllable": "Âm tiết lạ",
    "word.compound": "Lỗi gõ",
    "word.missing": "Thiếu tiếng",
    "word.cut": "Câu bị ngắt",
    "word.tone": "Vị trí dấu thanh",
    "word.capital": "Viết hoa giữa câu",
    "word.rule": "Viết hoa theo quy định",
    "word.stop": "Thiếu dấu câu cuối đoạn",
    "word.space": "Dấu cách",
    "word.mark": "Dấu câu",
    "word.pair": "Ngoặc chưa đủ cặp",
    "word.quote": "Dấu ngoặc kép",
    "word.name": "Cách viết tên",
    "word.abbreviation": "Chữ viết tắt",
    "word.abbreviation_two": "Chữ viết tắt",
    "word.period": "Chữ của kỳ khác",
    "word.day": "Ngày ngoài kỳ",
    "word.agency": "Tên cơ quan khác",
    "word.legacy": "Bảng mã cũ",
    "offer": "Gợi ý trước khi ký",
}
OTHER = "Số trong lời văn"
"""All that is found about numbers."""


def kind_name(code: str) -> str:
    """The name of the kind of a finding of the words."""
    return _NAMES.get(code) or _NAMES.get(code.split(".")[0]) or OTHER
