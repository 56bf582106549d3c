"""Every key that does something, and where: those of the menus and those of tables, prose and pages."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.ui.actions import MENU_ITEMS


class Shortcut(NamedTuple):
    """Where a key works, its name as on the keyboard, and what it does."""

    where: str
    keys: str
    words: str


_TABLE, _PROSE, _FINDINGS = "Bảng số liệu", "Lời văn", "Danh sách kiểm tra"
_PAGES, _GUIDE, _EVERYWHERE = "Xem trước bản in", "Cửa sổ hướng dẫn", "Mọi nơi"
_LINES, _REPORT = "Bảng thêm dòng", "Báo cáo đang mở"
_SEARCH, _FORMS = "Tìm và thay", "Soạn mẫu báo cáo"
_PLACES = (
    Shortcut(_TABLE, "Enter", "Xong ô này, xuống dòng dưới"),
    Shortcut(_TABLE, "Shift+Enter", "Trở lại dòng trên"),
    Shortcut(_TABLE, "Tab / Shift+Tab", "Sang ô kế tiếp / về ô trước đó"),
    Shortcut(_TABLE, "F2", "Sửa ô, giữ nội dung cũ"),
    Shortcut(_TABLE, "Esc", "Thôi sửa, lấy lại nội dung trước khi sửa"),
    Shortcut(_TABLE, "Delete", "Xóa các ô đang chọn"),
    Shortcut(_TABLE, "Ctrl+C / Ctrl+X / Ctrl+V", "Chép / cắt / dán các ô, cả từ Excel và Word"),
    Shortcut(_TABLE, "Ctrl+D", "Điền ô trên cùng xuống các ô đang chọn"),
    Shortcut(_TABLE, "Ctrl+R", "Dùng giá trị tính"),
    Shortcut(_TABLE, "Alt+Enter", "Xuống dòng trong ô"),
    Shortcut(_LINES, "Ctrl+Enter / Insert", "Chèn một dòng trống trước dòng này"),
    Shortcut(_LINES, "Ctrl+Delete", "Xóa dòng; hỏi lại khi dòng có nội dung"),
    Shortcut(_LINES, "Alt+Up / Alt+Down", "Chuyển dòng lên / xuống"),
    Shortcut(_PROSE, "Ctrl+B / Ctrl+I", "Chữ đậm / chữ nghiêng"),
    Shortcut(_PROSE, "Ctrl+Shift+L", "Gạch đầu dòng, hoặc bỏ gạch"),
    Shortcut(_PROSE, "Page Up / Page Down", "Lên / xuống một màn hình"),
    Shortcut(_FINDINGS, "Enter", "Đến chỗ có lỗi"),
    Shortcut("Các điều đã bỏ qua", "Delete", "Được nhắc lại điều đang chọn"),
    Shortcut(_SEARCH, "Enter / Shift+Enter", "Chỗ sau / chỗ trước; ở ô «Thay bằng»: thay chỗ này"),
    Shortcut(_SEARCH, "Ctrl+Enter", "Vào chỗ đang hiện để sửa"),
    Shortcut(_SEARCH, "Down", "Xuống danh sách các chỗ tìm thấy"),
    Shortcut(_SEARCH, "Alt+Y / Alt+C", "Thay chỗ này / xem rồi thay tất cả"),
    Shortcut(_SEARCH, "Space", "Bỏ hoặc chọn một chỗ sẽ thay"),
    Shortcut(_SEARCH, "Esc", "Đóng, về chỗ đang làm trước khi tìm"),
    Shortcut(_PAGES, "Ctrl++ / Ctrl+- / Ctrl+0", "Phóng to / thu nhỏ / vừa bề ngang"),
    Shortcut(_PAGES, "Page Up / Page Down", "Trang trước / trang sau"),
    Shortcut(_FORMS, "Insert / Ctrl+Delete", "Thêm dòng ở dưới / xóa dòng"),
    Shortcut(_FORMS, "Alt+Up / Alt+Down", "Dời dòng, mục, bảng lên / xuống; đổi thứ tự các mẫu"),
    Shortcut(_FORMS, "Alt+Left / Alt+Right", "Đưa mục lên / xuống một cấp"),
    Shortcut(_FORMS, "Ctrl+C / Ctrl+V", "Chép / dán các ô; dán quá dòng cuối thì thêm dòng"),
    Shortcut(_FORMS, "Space", "Chọn hoặc bỏ chọn dòng trong hộp chọn dòng"),
    Shortcut(_GUIDE, "Ctrl+F", "Tìm trong hướng dẫn"),
    Shortcut(_GUIDE, "Ctrl+P / Ctrl+Shift+P", "In trang đang đọc / in cả hướng dẫn"),
    Shortcut(_GUIDE, "Alt+Left", "Trở lại trang vừa đọc"),
    Shortcut(_REPORT, "Ctrl+1 … Ctrl+9", "Đến thẻ thứ nhất … thứ chín"),
    Shortcut(_EVERYWHERE, "Esc", "Đóng hộp thoại, thông báo hoặc cửa sổ hướng dẫn"),
)


def shortcuts() -> list[Shortcut]:
    """All of them, those of the menus first, in the order of the menus."""
    menus = [
        Shortcut(f"Trình đơn {e.menu.replace('&', '')}", e.keys, e.text.replace("&", "").rstrip("…"))
        for e in MENU_ITEMS
        if e.keys
    ]
    return [*menus, *_PLACES]
