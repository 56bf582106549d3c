"""Words of two syllables in titles and in names of agencies, which no line may end within.

Vietnamese writes a blank between syllables; only a list tells where a word ends.
"""

from __future__ import annotations

_LIST = """
an ninh, an sinh, an toàn, ban chỉ, ban hành, ban quản, ban tổ, biên chế, biên phòng, biện pháp, báo chí,
báo cáo, bưu chính, bưu điện, bảo hiểm, bảo tồn, bảo vệ, bảo đảm, bồi dưỡng, bộ máy, bộ phận, cao đẳng, chi
cục, chi nhánh, chi tiết, chuyên gia, chuyên môn, chuyên đề, chuyển đổi, chính phủ, chính quyền, chính sách,
chính thức, chính trị, chương trình, chất lượng, chế độ, chỉ số, chỉ thị, chỉ tiêu, chỉ đạo, chủ tịch, chủ
động, chức danh, chức nghiệp, chức năng, cán bộ, công an, công báo, công chức, công dân, công khai, công
nghiệp, công nghệ, công thương, công trình, công ty, công tác, công việc, công vụ, căn cứ, cơ bản, cơ chế,
cơ cấu, cơ quan, cơ sở, cải cách, cải thiện, cấp huyện, cấp tỉnh, cấp xã, cửa khẩu, di sản, doanh nghiệp, du
lịch, dân cư, dân số, dân sự, dân tộc, dân vận, dịch vụ, dự toán, dự án, gia đình, giao dịch, giao thông,
giám sát, giám đốc, giáo dục, giải pháp, giải quyết, giấy tờ, hiện trạng, hiện đại, hiệu lực, hiệu quả, hoàn
thiện, hoàn thành, hoạt động, hàng hải, hành chính, hành pháp, hướng dẫn, hạ tầng, hải quan, hệ thống, hồ
sơ, hỗ trợ, hội đồng, hợp tác, khiếu nại, kho bạc, khoa học, khu vực, khuyến nông, kinh doanh, kinh tế, kiểm
lâm, kiểm soát, kiểm sát, kiểm toán, kiểm tra, kế hoạch, kết luận, kết quả, kỷ cương, kỷ luật, kỹ thuật, lao
động, liên hiệp, liên minh, liên thông, lâm nghiệp, lãnh đạo, lĩnh vực, lưu trữ, minh bạch, môi trường, mặt
trận, một cửa, mục tiêu, nghiệp vụ, nghĩa vụ, nghị quyết, nghị định, ngoại vụ, nguồn lực, ngân hàng, ngân
sách, người dân, nhiệm kỳ, nhiệm vụ, nhà nước, nhân dân, nhân lực, nâng cao, nông dân, nông nghiệp, nông
thôn, năng lượng, năng lực, nội dung, nội vụ, pháp chế, pháp luật, phát thanh, phát triển, phân công, phân
cấp, phân quyền, phòng chống, phúc lợi, phương hướng, phương tiện, phương án, phối hợp, phổ biến, phụ lục,
phụ nữ, quy chế, quy hoạch, quy phạm, quy trình, quy định, quyết định, quyền hạn, quân sự, quản lý, quản
trị, quốc gia, quốc hội, quốc phòng, rà soát, so sánh, sáng kiến, sơ kết, sản xuất, sắp xếp, số hóa, số
liệu, số lượng, sử dụng, sự nghiệp, thanh niên, thanh tra, theo dõi, thi hành, thi đua, thiết bị, thuận lợi,
thành phố, thành viên, thông báo, thông tin, thư viện, thương binh, thương mại, thường trực, thường xuyên,
thể chế, thể dục, thể thao, thị trường, thị trấn, thị xã, thống kê, thủ trưởng, thủ tướng, thủ tục, thủ đô,
thủy lợi, thủy sản, thực hiện, thực trạng, tiêu chuẩn, tiêu chí, tiến độ, tiếp cận, tiếp nhận, tiết kiệm,
toàn trình, triển khai, trung tâm, trung ương, truyền hình, truyền thông, truyền thống, trách nhiệm, trình
độ, trường học, trực thuộc, trực tuyến, tuyên giáo, tuyên truyền, tài chính, tài nguyên, tài sản, tình hình,
tín dụng, tòa án, tôn giáo, tư pháp, tư tưởng, tập huấn, tổ chức, tổng cục, tổng hợp, tổng kết, tự chủ, viên
chức, viễn thông, việc làm, văn bản, văn hóa, văn minh, văn phòng, văn thư, vận hành, vận tải, vị trí, vụ
việc, xuất bản, xuất khẩu, xây dựng, xã hội, xúc tiến, xử lý, y tế, yêu cầu, điều chỉnh, điều hành, điện
lực, điện tử, đoàn thể, đào tạo, đánh giá, đô thị, đơn vị, đường bộ, đại biểu, đại học, đất đai, đầu tư,
định hướng, định kỳ, đối ngoại, đối thoại, đối với, ổn định, ủy ban, ứng dụng, ứng phó
"""

COMPOUNDS = frozenset(" ".join(pair.split()) for pair in _LIST.split(","))
"""Each as two syllables in small letters."""
