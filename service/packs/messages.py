"""What can be said of a document because of another one in its pack; read before any payload is.

{other} names the other document and the label of its field.
"""

from service.errors import register

register(
    {
        "pack_type_unknown": (
            "Không biết đây là loại văn bản nào (“{given}”): các loại là {stems}. Hãy ghi đúng "
            "loại, hoặc đặt tên tệp bắt đầu bằng mã loại và dấu chấm."
        ),
        # dates
        "pack_before_cited": (
            "Ngày {date} trước ngày {cited} của văn bản được viện dẫn, {other}: hãy sửa ngày hoặc "
            "bỏ căn cứ này."
        ),
        "pack_before_minutes": (
            "Tờ trình ngày {date} trước cuộc họp ngày {met} đã bỏ phiếu các đề nghị này, {other}: "
            "hãy sửa ngày."
        ),
        "pack_summed_up_early": (
            "Hội nghị tổng kết năm {year} họp ngày {met}, trước ngày ký giao ước của năm đó "
            "({signed}), {other}: hãy xem lại ngày hoặc nhiệm kỳ bầu."
        ),
        # heads
        "pack_head_differs": (
            "“{unit}” không phải đơn vị được bầu giữ chức {post} năm {year}; được bầu là {elected} "
            "theo {other}: hãy sửa vai trò hoặc biên bản."
        ),
        "pack_elected_left_out": (
            "“{unit}” được bầu giữ chức {post} năm {year} theo {other}, nhưng giao ước không ghi "
            "vai trò ấy: hãy bổ sung."
        ),
        # votes
        "pack_vote_missing": (
            "“{award}” phải qua bỏ phiếu ({source}), nhưng không có phiếu nào cho “{name}” trong "
            "{other}: hãy bổ sung kết quả hoặc rút đề nghị."
        ),
        "pack_failed_proposed": (
            "“{name}” chỉ được {agree}/{base} phiếu, chưa đạt {threshold}%, theo {other}: hãy rút "
            "đề nghị này."
        ),
        "pack_votes_differ": "Ghi {given}, nhưng {other} cho kết quả {counted}: hãy sửa cho khớp.",
    }
)
register(
    {
        # dates
        "pack_cited_date": (
            "Căn cứ ghi ngày {typed}, nhưng {other} đề ngày {right}: hãy kiểm tra hai ngày này."
        ),
        "pack_minutes_uncited": (
            "Phiếu bầu cho các đề nghị này nằm trong {other}, nhưng tờ trình không viện dẫn biên "
            "bản đó: hãy bổ sung căn cứ."
        ),
        "pack_pledge_before_plan": (
            "Giao ước ký ngày {signed}, trước ngày ban hành kế hoạch năm {year} ({issued}), "
            "{other}: hãy kiểm tra lại."
        ),
        "pack_pledge_before_election": (
            "Giao ước ký ngày {signed}, trước cuộc họp ngày {met} bầu các chức danh năm {year}, "
            "{other}: hãy kiểm tra lại."
        ),
        "pack_after_report_deadline": (
            "Tờ trình ngày {date} sau hạn báo cáo {due} theo {other}: hãy kiểm tra lại."
        ),
        # heads
        "pack_head_person": (
            "“{name}” ký cho đơn vị {post}, nhưng {other} ghi người được bầu là {person}: hãy kiểm "
            "tra, hoặc ghi rõ việc ủy quyền."
        ),
        "pack_outgoing_head": (
            "Người chủ trì thuộc “{unit}”, nhưng cấp trưởng của năm được tổng kết ({year}) là "
            "“{head}” theo {other}: hãy kiểm tra."
        ),
        "pack_members_differ": (
            "Giao ước có {signing} thành viên, {other} ghi {total}: hãy kiểm tra danh sách."
        ),
        "pack_member_unknown": (
            "“{unit}” không có tên trong thành phần dự họp và vắng mặt của {other}: hãy kiểm tra "
            "tên đơn vị."
        ),
        "pack_copies_few": (
            "Làm {copies} bản, nhưng {other} ghi {total} thành viên: hãy kiểm tra số bản."
        ),
        # votes
        "pack_not_voted": "Không có phiếu nào cho “{name}” trong {other}: hãy kiểm tra đề nghị.",
        "pack_award_differs": (
            "“{name}” được bỏ phiếu cho {voted}, không phải {award}, trong {other}: hãy kiểm tra."
        ),
        "pack_grantor_differs": (
            "Ghi cấp tặng là “{grantor}”, nhưng {other} ghi “{voted}”: hãy ghi thống nhất."
        ),
        "pack_passed_not_proposed": (
            "“{name}” đạt {agree}/{base} phiếu nhưng không có trong tờ trình dựa vào biên bản này, "
            "{other}: hãy kiểm tra, hoặc nêu lý do ở tờ trình."
        ),
        "pack_no_quorum": (
            "Tờ trình dựa vào cuộc họp chỉ có {present}/{total} thành viên, chưa đủ hai phần ba, "
            "{other}: hãy kiểm tra quy chế của khối, cụm hoặc hội đồng."
        ),
        # names
        "pack_bloc_name_differs": (
            "Tên khối, cụm khác với “{name}” trong {other}: hãy ghi thống nhất."
        ),
        "pack_head_word_differs": (
            "Ghi “{word}”, nhưng {other} gọi là “{chosen}”: hãy dùng một cách gọi trong cả bộ hồ "
            "sơ."
        ),
        # targets
        "pack_target_lower": (
            "Mức {value} {unit} kém mức {planned} {unit} của chỉ tiêu cùng tên trong {other}: hãy "
            "kiểm tra."
        ),
        "pack_target_unit": (
            "Chỉ tiêu tính bằng “{unit}”, nhưng {other} tính bằng “{planned}”: hãy dùng một đơn vị "
            "tính."
        ),
        "pack_over_quantity": (
            "Các tờ trình trong bộ đề nghị {count} {award} cho {audience}, nhiều hơn số lượng "
            "{quantity} của {other}: hãy kiểm tra."
        ),
        "pack_over_funding": (
            "Tiền thưởng cho các đề nghị trong bộ thuộc kế hoạch là {total} đồng, vượt {amount} "
            "đồng của {other}: hãy kiểm tra."
        ),
    },
    "warning",
)
register(
    {
        "pack_not_compared": (
            "Văn bản này còn lỗi nên chưa được đối chiếu với các văn bản khác trong bộ."
        ),
        "pack_spelling_differs": (
            "“{name}” được viết là “{written}” trong {other}: hãy viết thống nhất."
        ),
        "pack_achievement_differs": (
            "Thành tích của “{name}” ghi khác với {other}: hãy ghi thống nhất."
        ),
    },
    "info",
)

PREFIX = "pack_"
