// SPDX-License-Identifier: MPL-2.0
//
// What has happened since an earlier delivery: fixed, new, changed, and returned though it was fixed.
//
//     const Difference difference = compare_lists(now, {spring, autumn}, null_date);
//     const SheetContent sheet = difference_sheet(difference, workbook, texts);
//
// Two findings are the same when rule, figure, subject, municipality and period are; where several share all of these,
// equal values go together first.
#pragma once

#include "table/sheet_content.hpp"
#include "validation/finding_list.hpp"

#include <array>

namespace trinvis
{

enum class Change
{
    returned, ///< it is there now, and was there before it was gone or marked as fixed
    added,    ///< no earlier list has it
    changed,  ///< the latest earlier list has it with another value
    fixed,    ///< the latest earlier list has it, and it is gone
    unchanged ///< the latest earlier list has it with the same value
};

/// "returned", "added", "changed", "fixed", "unchanged": the end of the text keys "difference.change.…".
[[nodiscard]] std::string_view change_code(Change change);

struct DifferenceRow
{
    Change change = Change::added;
    ListedFinding finding;     ///< as it is now; a fixed one as it was
    std::string earlier_value; ///< in the latest earlier list that has it
    std::string last_seen;     ///< name of that list
};

/// A list that was compared with, without its findings.
struct ComparedList
{
    std::string name;
    std::string municipality;
    std::optional<Date> validated;
};

struct Difference
{
    std::vector<DifferenceRow> rows;     ///< all but the unchanged, in the order of Change
    std::array<std::size_t, 5> counts{}; ///< by Change
    std::vector<ComparedList> earlier;   ///< the oldest first

    [[nodiscard]] std::size_t count(Change change) const
    {
        return counts.at(static_cast<std::size_t>(change));
    }
};

/// Compares a list with one or several earlier ones. They are put in the order of their dates when all of them bear one,
/// and taken in the order given otherwise, the oldest first.
[[nodiscard]] Difference compare_lists(const FindingList& now, std::vector<FindingList> earlier, Date null_date);

/// The sheet Forskel.
[[nodiscard]] SheetContent difference_sheet(const Difference& difference, const Workbook& workbook, const Texts& texts);

} // namespace trinvis
