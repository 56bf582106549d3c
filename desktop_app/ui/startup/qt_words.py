"""Qt's own words in Vietnamese, for dialogs and menus that the program does not write itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

KEYS = "QShortcut"
"""Names of keys stay as they stand on the keyboard."""

_BUTTONS = {
    "OK": "Đồng ý", "Cancel": "Hủy", "Close": "Đóng", "Save": "Lưu", "Save All": "Lưu tất cả", "Open": "Mở",
    "&Yes": "&Có", "&No": "&Không", "Yes to &All": "Có cho &tất cả", "N&o to All": "Kh&ông cho tất cả",
    "Abort": "Dừng", "Apply": "Áp dụng", "Discard": "Bỏ", "Help": "Trợ giúp", "Ignore": "Bỏ qua",
    "Reset": "Đặt lại", "Restore Defaults": "Về mặc định", "Retry": "Thử lại",
    "Show Details...": "Xem chi tiết…", "Hide Details...": "Ẩn chi tiết…",
}  # fmt: skip
_EDITING = {
    "&Undo": "&Hoàn tác", "&Redo": "&Làm lại", "Cu&t": "Cắ&t", "&Copy": "&Chép", "&Paste": "&Dán",
    "Delete": "Xóa", "Select All": "Chọn tất cả", "&Select All": "&Chọn tất cả",
    "Copy &Link Location": "Chép địa chỉ &liên kết", "&Step up": "&Tăng", "Step &down": "&Giảm",
    "Scroll here": "Cuộn đến đây", "Top": "Đầu", "Bottom": "Cuối", "Left edge": "Mép trái",
    "Right edge": "Mép phải", "Page up": "Trang trước", "Page down": "Trang sau", "Page left": "Sang trái",
    "Page right": "Sang phải", "Scroll up": "Cuộn lên", "Scroll down": "Cuộn xuống",
    "Scroll left": "Cuộn sang trái", "Scroll right": "Cuộn sang phải", "Scroll Left": "Cuộn sang trái",
    "Scroll Right": "Cuộn sang phải",
}  # fmt: skip
_FILES = {
    "&Look in:": "&Tìm trong:", "File &name:": "Tê&n tệp:", "Files of &type:": "&Loại tệp:",
    "Directory:": "Thư mục:", "&Open": "&Mở", "&Save": "&Lưu", "&Choose": "&Chọn", "Save As": "Lưu thành",
    "Find Directory": "Tìm thư mục", "&Rename": "Đổ&i tên", "&Delete": "&Xóa", "Remove": "Bỏ khỏi danh sách",
    "&New Folder": "Thư mục &mới", "New Folder": "Thư mục mới", "Create New Folder": "Tạo thư mục mới",
    "Create a New Folder": "Tạo thư mục mới", "Show &hidden files": "Hiện tệp ẩ&n", "Show ": "Hiện ",
    "All Files (*)": "Mọi tệp (*)", "Back": "Lùi", "Forward": "Tiến", "Go back": "Lùi lại",
    "Go forward": "Tiến tới", "Parent Directory": "Thư mục trên",
    "Go to the parent directory": "Lên thư mục trên", "List View": "Dạng danh sách",
    "Detail View": "Dạng chi tiết", "Change to list view mode": "Xem dạng danh sách",
    "Change to detail view mode": "Xem dạng chi tiết", "Sidebar": "Khung bên", "Files": "Tệp",
    "List of places and bookmarks": "Các nơi hay dùng", "Recent Places": "Nơi gần đây",
    "My Computer": "Máy này", "Computer": "Máy này", "Drive": "Ổ đĩa", "Folder": "Thư mục",
    "File Folder": "Thư mục", "File": "Tệp", "No such file or directory": "Không có tệp hoặc thư mục này",
    "%1 File": "Tệp %1", "Unknown": "Không rõ", "Name": "Tên", "Size": "Cỡ", "Type": "Loại",
    "Date Modified": "Sửa lần cuối", "Directories": "Thư mục",
    "%1 already exists.\nDo you want to replace it?": "%1 đã có.\nThay bằng tệp mới?",
    "%1\nFile not found.\nPlease verify the correct file name was given.":
        "%1\nKhông có tệp này; hãy xem lại tên tệp.",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.":
        "%1\nKhông có thư mục này; hãy xem lại tên thư mục.",
    "'%1' is write protected.\nDo you want to delete it anyway?": "«%1» chỉ cho đọc.\nVẫn xóa?",
    "Are you sure you want to delete '%1'?": "Xóa «%1»?",
    "Could not delete directory.": "Không xóa được thư mục.", "Invalid filename": "Tên tệp không dùng được",
    '<b>The name "%1" cannot be used.</b><p>Try using another name, with fewer characters or no '
    "punctuation marks.":
        "<b>Không dùng được tên «%1».</b><p>Hãy đặt tên khác, ngắn hơn hoặc không có dấu câu.",
}  # fmt: skip
_PRINTING = {
    "Print": "In", "&Print": "&In", "&Options >>": "&Tùy chọn >>", "&Options <<": "&Tùy chọn <<",
    "Print to File (PDF)": "In ra tệp (PDF)", "Local file": "Tệp trên máy này",
    "Write PDF file": "Ghi tệp PDF", "Print To File ...": "In ra tệp…", "All Pages": "Mọi trang",
    "Odd Pages": "Trang lẻ",
    "Even Pages": "Trang chẵn", "Printer": "Máy in", "&Name:": "Tê&n:", "P&roperties": "Th&uộc tính",
    "Location:": "Nơi đặt:", "Preview": "Xem trước", "Type:": "Loại:", "Output &file:": "Tệ&p ghi ra:",
    "Copies": "Số bản", "Print range": "Trang cần in", "Print all": "In tất cả", "Pages from": "Từ trang",
    "to": "đến", "Current Page": "Trang hiện tại", "Selection": "Phần đang chọn", "Pages": "Các trang",
    "Page &Set:": "Tập t&rang:", "Output Settings": "Cách in", "Copies:": "Số bản:", "Collate": "Theo bộ",
    "Reverse": "Ngược thứ tự", "Options": "Tùy chọn", "Color Mode": "Màu", "Color": "In màu",
    "Grayscale": "In đen trắng", "Double Sided Printing": "In hai mặt", "Off": "Không",
    "Long side binding": "Đóng cạnh dài", "Short side binding": "Đóng cạnh ngắn",
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
    "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.":
        "Ghi các trang, cách nhau bằng dấu phẩy; ví dụ 3,5-7,9 in các trang 3, 5, 6, 7 và 9.",
    "%1 is a directory.\nPlease choose a different file name.": "%1 là một thư mục.\nHãy đặt tên tệp khác.",
    "File %1 is not writable.\nPlease choose a different file name.":
        "Không ghi được tệp %1.\nHãy đặt tên tệp khác.",
    "%1 already exists.\nDo you want to overwrite it?": "%1 đã có.\nThay bằng tệp mới?",
    "Invalid Pages Definition": "Các trang ghi chưa đúng", "Printer Properties": "Thuộc tính máy in",
    "Job Options": "Tùy chọn của lần in", "Page": "Trang", "Advanced": "Nâng cao", "Paper": "Giấy",
    "Page size:": "Cỡ giấy:", "Width:": "Rộng:", "Height:": "Cao:", "Paper source:": "Khay giấy:",
    "Orientation": "Chiều giấy", "Portrait": "Dọc", "Landscape": "Ngang", "Margins": "Lề",
    "Reverse landscape": "Ngang, ngược", "Reverse portrait": "Dọc, ngược", "top margin": "lề trên",
    "bottom margin": "lề dưới", "left margin": "lề trái", "right margin": "lề phải",
    "Page Layout": "Bố trí trang",
    "Page &order:": "&Thứ tự trang:", "Pages &per sheet:": "&Số trang một tờ:",
    "Page Setup": "Thiết lập trang",
}  # fmt: skip
WORDS = _BUTTONS | _EDITING | _FILES | _PRINTING


class QtWords(QTranslator):
    """Qt ships no Vietnamese; it asks here, and what is not known stays as it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:  # noqa: N802
        """Qt does not install a translator that is."""
        return False

    def translate(self, context: str, text: str, _about: str | None = None, _count: int = -1) -> str | None:
        """The Vietnamese words; None is the null string, at which Qt asks further."""
        return None if context == KEYS else WORDS.get(text)
