"""The page «Mẫu báo cáo»: the list of forms, and the editor in which one is written."""
