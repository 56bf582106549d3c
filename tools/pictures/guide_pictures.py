"""The pictures of the guide: real windows at 150 %, cut to what is spoken of, in few colours."""

from __future__ import annotations

import os
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QLocale, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app import bootstrap
from desktop_app.base import paths
from desktop_app.base.periods import Period
from desktop_app.services import moving, press
from desktop_app.services.print_settings import read_settings
from desktop_app.services.services import Services
from desktop_app.services.word_files import Wanted, read_word_file
from desktop_app.ui.dialogs.history import HistoryDialog
from desktop_app.ui.dialogs.insert_number import Asked, InsertNumberDialog
from desktop_app.ui.dialogs.move_report import MoveReportDialog
from desktop_app.ui.dialogs.new_report import NewReportDialog
from desktop_app.ui.dialogs.print_settings import PrintSettingsDialog
from desktop_app.ui.dialogs.review_import import ReviewImportDialog
from desktop_app.ui.form_editor.choose_rows import ChooseRowsDialog
from desktop_app.ui.form_editor.relations import ASKED, row_choices
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.preview_page import PreviewPage
from desktop_app.ui.theme import apply_theme
from desktop_app.ui.widgets.note_dialog import NoteDialog
from desktop_app.word_import.pieces import Reading
from tools.pictures.waiting import wait, wait_for_pages

PICTURES = Path(__file__).parents[2] / "docs/huong-dan/hinh"
SCALE, COLOURS = "1.5", 64
ROOM = 690
"""No picture is wider on the screen than the text beside it; wider ones are made smaller here, smoothly."""
WIDE, HIGH, WIDER = 860, 520, 1000


def main() -> None:
    """All pictures of the guide."""
    os.environ |= {"QT_SCALE_FACTOR": SCALE, "LOGNAME": "van-thu"}
    PICTURES.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    apply_theme(application, paths.resources())
    with tempfile.TemporaryDirectory() as folder:
        services = bootstrap.build(Path(folder) / "data")
        window = MainWindow(services)
        window.resize(WIDE, HIGH)
        window.show_list()
        window.show()
        _save(window.start, "chao")
        samples = services.library.create_samples()
        _of_lists(window, services)
        _of_tabs(window, samples[0])
        _of_checks(window)
        _of_search(window)
        _of_dialogs(window, services, samples[0])
        _of_word(window, services, samples[0])
        _of_forms(window, services)
        _of_form_editor(window, services)
        _of_backups(window, services)
        window.close()
        QThreadPool.globalInstance().waitForDone()
        services.file.close()


def _of_lists(window: MainWindow, services: Services) -> None:
    window.show_list()
    window.resize(WIDER, HIGH)
    _save(window, "danh-sach")
    window.resize(WIDE, HIGH)
    reports, forms = services.library.summaries(), services.catalogue.all()
    _save_dialog(NewReportDialog(reports, forms, Period(2026, "6M"), reports[0].id, window), "bao-cao-moi")


def _of_tabs(window: MainWindow, report: str) -> None:
    window.open_report(report)
    view = window.view
    assert view
    for tab, key, name in (
        ("general", "header.agency", "the-chung"),
        ("II", "II.2.c", "loi-van"),
        ("bm1", "bm1.4.1", "phu-luc"),
    ):
        view.show_tab(tab).go_to(key)
        _save(view, name)
    window.resize(WIDER, HIGH)
    view.panel.hide()
    for tab, name in (("ready", "trinh-ky"), ("citations", "vien-dan")):
        view.show_tab(tab).focus_first()
        wait(1200)
        _save(view, name)
    preview = view.show_tab("preview")
    assert isinstance(preview, PreviewPage)
    preview.go_to("I.1")
    wait_for_pages(preview)
    _save(view, "xem-truoc")
    view.show_tab("bm1").go_to("bm1.4.1")
    view.toggle_beside()
    assert view.beside
    wait_for_pages(view.beside)
    _save(view, "ben-canh")
    view.toggle_beside()
    window.resize(WIDE, HIGH)


def _of_checks(window: MainWindow) -> None:
    view = window.view
    assert view
    view.panel.show()
    wait(100)
    levels = [finding.level for finding in view.panel.model.findings]
    for level, name in (("error", "kiem-tra"), ("warning", "giai-trinh")):
        view.panel.list.setCurrentIndex(view.panel.model.index(levels.index(level), 0))  # type: ignore[arg-type]
        view.panel.list.setFocus()
        _save(view.panel, name)
    view.panel.hide()


def _of_search(window: MainWindow) -> None:
    view = window.view
    assert view
    view.show_tab("II").go_to("II.1.a")
    view.search.open(replacing=True)
    view.search.bar.words.setText("nghi quyet")
    wait(300)
    view.search.step(1)
    _save(view, "tim-va-thay")
    view.search.close()


def _of_dialogs(window: MainWindow, services: Services, report: str) -> None:
    view = window.view
    assert view
    for text in ("119", "122", "123"):
        view.bridge.edit("bm1.4.1", text)
    history = HistoryDialog(view.bridge, services.library, "bm1.4.1", window)
    history.resize(640, 400)
    _save_dialog(history, "lich-su")
    view.bridge.undo()
    edition = services.library.read(report).plan.edition
    _save_dialog(PrintSettingsDialog(read_settings(services.preferences), edition, window), "thiet-lap-in")
    asked = Asked(view.session.filled, "II.2.c")
    numbers = InsertNumberDialog(asked, window)
    numbers.resize(ROOM, 400)
    _save_dialog(numbers, "chen-so-lieu")
    _save_dialog(NoteDialog("Theo Kế hoạch cải cách hành chính năm 2025.", window), "chu-thich")
    window.messages.complain(
        "CHƯA LƯU: Ổ đĩa đã đầy; hãy xóa bớt tệp không cần. Các thay đổi được giữ trong bộ nhớ và sẽ được "
        "ghi ngay khi có thể; đừng tắt máy.",
        "Ghi ra nơi khác…", lambda: None,
    )  # fmt: skip
    _save(window.messages, "chua-luu")
    window.messages.hide()


def _of_word(window: MainWindow, services: Services, report: str) -> None:
    """The report as a Word file of its own, on its way back."""
    path = services.folder / "Bao-cao-Quy-III-2025.docx"
    path.write_bytes(press.docx(press.compose(services.library.read(report))))

    def read(period: str = "", edition: str = "") -> Reading:
        return read_word_file(path, services.library.plans, Wanted(period, edition))

    dialog = ReviewImportDialog(read(), services, read, "", window)
    dialog.resize(WIDE, HIGH - 60)
    _save_dialog(dialog, "nhap-tu-word")


def _of_forms(window: MainWindow, services: Services) -> None:
    """A report of the form before, on its way into the newer one."""
    old = services.library.create_next(
        services.library.create_samples(("2023-q1",))[0], "2025-Q3", "cchc-2022"
    )
    for key, text in (("pl1.9", "12"), ("pl3.1.4.2", "87"), ("pl4.I.2", "10")):
        services.library.open(old).edit(key, text)
    window.open_report(old)
    view = window.view
    assert view
    filled, newest = view.session.filled, services.catalogue.for_period(Period(2025, "Q3"))
    moved, plan = moving.succession(services.library, old, newest), services.library.plans.plan(newest)
    about = f"Báo cáo này chuyển sang «{plan.edition.head.name}»; Ctrl+Z chuyển trở lại."
    dialog = MoveReportDialog(filled, moved, plan, about, window)
    dialog.resize(ROOM, 360)
    _save_dialog(dialog, "chuyen-mau")
    window.show_list()
    moving.move(services.library, old, newest)
    window.open_report(old)
    assert window.view
    window.view.show_tab("tray").focus_first()
    _save(window.view, "chua-co-cho")


def _of_form_editor(window: MainWindow, services: Services) -> None:
    """The list of forms, a draft in the editor, and the chooser of rows."""
    own = services.own_forms()
    draft = own.copy("cchc-2025", "Mẫu của Sở Tư pháp 2026")
    window.resize(WIDER, HIGH)
    window.do_forms()
    _save(window, "danh-sach-mau")
    desk = window.sides.forms
    assert desk
    desk.open_form(draft)
    assert desk.editor
    desk.editor.go_to(("row", "bm1.2"))
    _save(window, "soan-mau")
    written = desk.editor.bridge.written
    chooser = ChooseRowsDialog(
        row_choices(written, "bm1.2"), ("bm1.2.2", "bm1.2.1"), ASKED["rate_of"], window
    )
    chooser.resize(ROOM, 360)
    chooser.words.setText("nhiem vu")
    _save_dialog(chooser, "chon-dong")
    window.resize(WIDE, HIGH)
    window.show_list()


def _of_backups(window: MainWindow, services: Services) -> None:
    services.backups().make("khi-roi")
    services.library.create("2026-6M")
    services.backups().make("bang-tay")
    window.do_backups()
    _save(window, "sao-luu")


def _save_dialog(dialog: QDialog, name: str) -> None:
    dialog.show()
    _save(dialog, name)
    dialog.reject()


def _save(widget: QWidget, name: str) -> None:
    """The widget as it stands, in few colours."""
    wait(300)
    buffer = QBuffer()
    widget.grab().save(buffer, "PNG")
    image = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    most = round(ROOM * float(SCALE))
    if image.width > most:
        image = image.resize((most, round(image.height * most / image.width)), Image.Resampling.LANCZOS)
    few = image.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
