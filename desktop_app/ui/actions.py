"""Every menu entry and shortcut of the window, in one table."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QToolBar, QToolButton

from desktop_app.ui.icons import icon


class Told(Protocol):
    """Who knows what undo and redo would do: the history of a report, or the forms."""

    @property
    def undo_label(self) -> str:
        """What undo would take back; "" for nothing."""
        ...

    @property
    def redo_label(self) -> str:
        """What redo would do again; "" for nothing."""
        ...


class MenuItem(NamedTuple):
    """One action, done by a method `do_<name>`.

    needs: "report" when one must be open, "earlier" when its form looks back to earlier reports.
    """

    menu: str
    name: str
    text: str
    keys: str = ""
    needs: str = ""
    bar: str = ""  # short text on the tool bar
    line: bool = False  # a line above it in its menu
    checkable: bool = False  # shows whether something is on


MENU_ITEMS = (
    MenuItem("&Tệp", "list", "&Danh sách báo cáo", "Ctrl+L", "report", "Danh sách"),
    MenuItem("&Tệp", "new", "Báo cáo &mới…", "Ctrl+N", line=True),
    MenuItem("&Tệp", "next", "Tạo &từ kỳ trước…", "Ctrl+Shift+N"),
    MenuItem("&Tệp", "move", "&Chuyển sang mẫu mới…", "", "report"),
    MenuItem("&Tệp", "sample", "Mở báo cáo mẫ&u"),
    MenuItem("&Tệp", "import", "&Nhập từ tệp…", "Ctrl+O", line=True),
    MenuItem("&Tệp", "compare_word", "So với tệp Word, Excel đã sử&a…", "", "report"),
    MenuItem("&Tệp", "export_docx", "Xuất &Word…", "Ctrl+Shift+W", "report", "Xuất Word", line=True),
    MenuItem("&Tệp", "export_pdf", "Xuất &PDF…", "Ctrl+Shift+P", "report", "Xuất PDF"),
    MenuItem("&Tệp", "export_both", "Xuất cả Word và PDF…", "Ctrl+E", "report"),
    MenuItem("&Tệp", "export_xlsx", "Xuất các phụ lục ra &Excel…", "Ctrl+Shift+E", "report"),
    MenuItem("&Tệp", "export_explanations", "Xuất phiếu &giải trình…", "", "report"),
    MenuItem("&Tệp", "export_json", "Xuất tệp trao đổi (.cchc)…", "", "report"),
    MenuItem("&Tệp", "print", "&In…", "Ctrl+P", "report", "In", line=True),
    MenuItem("&Tệp", "backup", "&Sao lưu dữ liệu ra tệp…", line=True),
    MenuItem("&Tệp", "backups", "Sao lưu và p&hục hồi", "Ctrl+Shift+B"),
    MenuItem("&Tệp", "forms", "Mẫu &báo cáo", "Ctrl+M"),
    MenuItem("&Tệp", "quit", "Th&oát", "Ctrl+Q", line=True),
    MenuItem("&Sửa", "undo", "&Hoàn tác", "Ctrl+Z", "report", "Hoàn tác"),
    MenuItem("&Sửa", "redo", "&Làm lại", "Ctrl+Y", "report", "Làm lại"),
    MenuItem("&Sửa", "search", "&Tìm…", "Ctrl+F", "report", line=True),
    MenuItem("&Sửa", "replace", "Tìm và th&ay…", "Ctrl+Shift+H", "report"),
    MenuItem("&Sửa", "search_next", "Chỗ tìm thấy &sau", "F3", "report"),
    MenuItem("&Sửa", "search_previous", "Chỗ tìm thấy t&rước", "Shift+F3", "report"),
    MenuItem("&Sửa", "other_period", "Tìm chữ của &kỳ khác", "Ctrl+Shift+F", "report"),
    MenuItem("&Sửa", "to_unicode", "Chuyển chữ TCVN3, VNI sang &Unicode", "", "report"),
    MenuItem("&Sửa", "history", "Lịch &sử của ô hoặc đoạn…", "Ctrl+H", "report", line=True),
    MenuItem("&Sửa", "footnote", "Chèn hoặc sửa &chú thích cuối trang…", "Ctrl+Alt+F", "report"),
    MenuItem("&Sửa", "number", "Chèn hoặc &gắn số liệu trong câu…", "Ctrl+G", "report"),
    MenuItem("&Sửa", "bind_all", "Gắn mọi số &trùng với bảng…", "Ctrl+Shift+G", "report"),
    MenuItem("&Sửa", "bring_earlier", "Lấy &lại số kỳ trước", "", "earlier"),
    MenuItem("&Xem", "next_tab", "Thẻ &sau", "Ctrl+PgDown", "report"),
    MenuItem("&Xem", "previous_tab", "Thẻ &trước", "Ctrl+PgUp", "report"),
    MenuItem("&Xem", "go_to", "Đi đến thẻ…", "Ctrl+T", "report"),
    MenuItem("&Xem", "preview", "&Xem trước bản in", "F9", "report", "Xem trước", line=True),
    MenuItem("&Xem", "beside", "Xem trước &bên cạnh", "Shift+F9", "report"),
    MenuItem("&Xem", "citations", "&Văn bản viện dẫn", "Ctrl+Shift+D", "report"),
    MenuItem("&Xem", "compare", "S&o sánh với các kỳ trước…", "Ctrl+K", "report"),
    MenuItem("&Xem", "next_area", "Sang vùng kế tiếp", "F6", "report", line=True),
    MenuItem("&Xem", "previous_area", "Về vùng trước đó", "Shift+F6", "report"),
    MenuItem("&Kiểm tra", "next_finding", "Lỗi kế &tiếp", "F8", "report"),
    MenuItem("&Kiểm tra", "previous_finding", "Lỗi &trước đó", "Shift+F8", "report"),
    MenuItem("&Kiểm tra", "why", "&Vì sao có số này…", "F11", "report"),
    MenuItem("&Kiểm tra", "take_proposal", "&Sửa theo gợi ý", "Ctrl+.", "report"),
    MenuItem("&Kiểm tra", "explain", "&Giải trình cảnh báo", "F4", "report"),
    MenuItem("&Kiểm tra", "silence", "&Bỏ qua lỗi này", "Ctrl+F8", "report", line=True),
    MenuItem("&Kiểm tra", "silence_always", "&Luôn bỏ qua lỗi loại này ở chữ này", "Ctrl+Shift+F8", "report"),
    MenuItem("&Kiểm tra", "silenced", "Các điều đã bỏ &qua…", "Alt+F8", "report"),
    MenuItem(
        "&Kiểm tra",
        "panel",
        "Hiện danh sách &kiểm tra",
        "F7",
        "report",
        "Danh sách kiểm tra",
        line=True,
        checkable=True,
    ),
    MenuItem("&Kiểm tra", "done", "Đánh dấu «Đã nhập &xong»", "Ctrl+Shift+X", "report", line=True),
    MenuItem("&Kiểm tra", "ready", "Trước khi trình &ký", "Ctrl+Shift+T", "report"),
    MenuItem("T&rợ giúp", "guide", "&Hướng dẫn", "F1"),
    MenuItem("T&rợ giúp", "keys", "&Phím tắt", "Ctrl+F1"),
    MenuItem("T&rợ giúp", "diagnostics", "&Gói chẩn đoán…"),
    MenuItem("T&rợ giúp", "about", "Giới &thiệu", line=True),
)

EXPORTS = {
    "export_docx": ("docx",), "export_pdf": ("pdf",), "export_both": ("docx", "pdf"),
    "export_xlsx": ("xlsx",), "export_json": ("json",), "export_explanations": ("explanations",),
}  # fmt: skip
"""Action -> the files that it makes."""


def make_actions(
    window: QMainWindow, bar: QToolBar, command: Callable[[str], Callable[[], None]]
) -> dict[str, QAction]:
    """The window's actions by name, put into its menus and tool bar."""
    actions: dict[str, QAction] = {}
    menus = {}
    for entry in MENU_ITEMS:
        if entry.menu not in menus:
            menus[entry.menu] = window.menuBar().addMenu(entry.menu)
        action = QAction(entry.text, window)
        action.setCheckable(entry.checkable)
        if entry.keys:
            action.setShortcut(QKeySequence(entry.keys))
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(lambda _=False, name=entry.name: command(name)())
        if entry.line:
            menus[entry.menu].addSeparator()
        menus[entry.menu].addAction(action)
        actions[entry.name] = action
    fill_bar(bar, actions)
    return actions


def fill_bar(bar: QToolBar, actions: dict[str, QAction]) -> None:
    """The few that are done by mouse every day, lines between menus; undo is told by its sign."""
    menu = ""
    for entry in (entry for entry in MENU_ITEMS if entry.bar):
        if menu not in ("", entry.menu):
            bar.addSeparator()
        menu, action = entry.menu, actions[entry.name]
        action.setIconText(f" {entry.bar}")  # the style leaves no room beside the sign
        action.setIcon(icon(entry.name))
        action.setToolTip(tip := f"{entry.text.replace('&', '')} ({entry.keys})")
        if entry.name in ("undo", "redo"):
            bar.addWidget(_sign_of(action, entry.bar, tip))
        else:
            bar.addAction(action)


def _sign_of(action: QAction, name: str, tip: str) -> QToolButton:
    """A button for an action whose words change as one types: its own never do, else each key would lay
    the whole window out anew."""
    button = QToolButton()
    button.setIcon(action.icon())
    button.setToolTip(tip)
    button.setAccessibleName(name)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button


def name_undo(actions: dict[str, QAction], history: Told) -> None:
    """Name what undo and redo would do; untouched while nothing changes, since bars lay out anew."""
    for name, word, label in (
        ("undo", "Hoàn tác", history.undo_label),
        ("redo", "Làm lại", history.redo_label),
    ):
        action, text = actions[name], f"{word}: {label}" if label else word
        if action.text() != text:
            action.setText(text)
        if action.isEnabled() != bool(label):
            action.setEnabled(bool(label))
