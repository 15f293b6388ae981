// SPDX-License-Identifier: MPL-2.0
//
// What the sheet Grupper says: which groups there are, how their level is weighted, whether the own municipality counts,
// whom the user chose, and by which indicators and weights municipalities are alike.
//
//     const GroupSettings settings = read_group_settings(workbook, words, municipalities);
//     settings.main_group;                          // GroupKind::municipality_group, unless the sheet says otherwise
//
// A workbook without the sheet has the defaults. Its three tables are found by their headings and may be moved, sorted
// and widened; municipalities are found by code or name in any form. What cannot be understood becomes a fault with its
// cell and is otherwise as if it were not there; nothing is guessed.
#pragma once

#include "catalogue/workbook.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace trinvis
{

enum class GroupKind
{
    country,
    region,
    landsdel,
    municipality_group, ///< of Statistics Denmark
    chosen,             ///< by the user, in Grupper
    similar             ///< nearest by the indicators in Grupper
};

inline constexpr std::array group_kinds{GroupKind::country,  GroupKind::region,
                                        GroupKind::landsdel, GroupKind::municipality_group,
                                        GroupKind::chosen,   GroupKind::similar};

/// "country", "region", "landsdel", "group", "chosen", "similar": keys of texts and the scripting interface's words.
[[nodiscard]] std::string_view group_code(GroupKind kind);

/// What is meant by a group's level.
enum class Weighting
{
    ratio_of_sums,   ///< sum of numerators / sum of denominators: large municipalities weigh more
    unweighted_mean, ///< each municipality weighs the same
    median
};

inline constexpr std::array weightings{Weighting::ratio_of_sums, Weighting::unweighted_mean, Weighting::median};

/// "ratio_of_sums", "unweighted_mean", "median": the ends of text keys.
[[nodiscard]] std::string_view weighting_code(Weighting weighting);

/// An indicator by which municipalities are alike.
struct Indicator
{
    std::string name; ///< the heading of its column in the table of municipalities, or "Nøgletal 6"
    double weight = 1;
    std::string figure; ///< id of the figure that it is; empty for one whose values stand in its column
    int row = -1;       ///< in the table of indicators
    int column = -1;    ///< in the table of municipalities, -1 for none
};

/// What Grupper says of one municipality.
struct GroupRow
{
    int row = -1; ///< -1 where the sheet has no row for it
    std::string region;
    std::string landsdel;
    std::string group;
    bool chosen = false;
    std::vector<std::optional<double>> values; ///< one an indicator; nothing for a blank, and for all of a figure's
};

/// What a fault in Grupper keeps from being done.
enum class Hindrance
{
    nothing,    ///< it is only to be known
    choice,     ///< what was typed is passed over
    similarity, ///< no similar municipalities can be found
    the_sheet   ///< a part of the sheet is gone; the command that writes the sheet makes it again
};

struct GroupFault
{
    LayoutFault fault; ///< check group_setting; message and remedy as texts
    Hindrance hindrance = Hindrance::nothing;
};

struct GroupSettings
{
    TableArea choices;
    TableArea indicator_table;
    TableArea municipality_table; ///< all three have the sheet -1 when there is no sheet
    Weighting weighting = Weighting::ratio_of_sums;
    GroupKind main_group = GroupKind::municipality_group; ///< the one that sentences speak of
    Place main_group_place;                               ///< the cell that says so; sheet -1 when none does
    std::array<bool, group_kinds.size()> own_counted{true, true, true, false, false, false};
    std::size_t similar_count = 10;
    Place similar_count_place;         ///< the cell that says so; sheet -1 when none does
    std::vector<Indicator> indicators; ///< those with a weight above 0
    std::vector<GroupRow> rows;        ///< by index into Municipalities::all(); what has no row is as it ships
    std::vector<GroupFault> faults;

    [[nodiscard]] bool has_sheet() const
    {
        return municipality_table.sheet >= 0;
    }
    [[nodiscard]] bool counts_own(GroupKind kind) const
    {
        return own_counted.at(static_cast<std::size_t>(kind));
    }
    /// True when nobody can be called similar, whatever the values of the indicators are.
    [[nodiscard]] bool similarity_hindered() const;
};

/// Fewer similar municipalities than this make no group: a mean of two would tell their numbers.
inline constexpr std::size_t least_similar = 3;

/// Reads the settings of a workbook; the defaults when it has no sheet Grupper.
[[nodiscard]] GroupSettings read_group_settings(const Workbook& workbook, const Words& words,
                                                const Municipalities& municipalities);

/// How a figure is called as an indicator: "Nøgletal 6".
[[nodiscard]] std::string figure_indicator(std::string_view figure, const Texts& texts);

/// A fault of a cell of Grupper; `key` is that of its text.
[[nodiscard]] GroupFault group_fault(std::string_view key, Place place, Replacements values, Hindrance hindrance);

} // namespace trinvis
