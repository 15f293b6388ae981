// SPDX-License-Identifier: MPL-2.0
#include "reference/import_summary.hpp"

#include "table/number_text.hpp"

namespace trinvis::reference
{

namespace
{

constexpr std::size_t most_differences = 10;
constexpr std::size_t most_mixed = 10;
constexpr const char* bullet = "\n• ";

std::string counted(std::size_t n, const Texts& texts)
{
    return format_number(static_cast<double>(n), 0, texts.language());
}

std::string joined(const std::vector<std::string>& words, std::size_t most)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(words.size(), most); ++i)
        text += (text.empty() ? "" : ", ") + words[i];
    return words.size() > most ? text + " …" : text;
}

std::string difference(const std::string& cell, const std::string& what, const std::string& before,
                       const std::string& after, const Texts& texts)
{
    return texts.format("import.summary.difference",
                        {{"cell", cell}, {"what", what}, {"before", before}, {"after", after}});
}

} // namespace

std::string import_summary(const std::string& name, const ImportRows& rows, const Texts& texts)
{
    std::string text = name;
    text += bullet + texts.format("import.summary.counts", {{"added", counted(rows.added, texts)},
                                                            {"replaced", counted(rows.replaced, texts)},
                                                            {"unchanged", counted(rows.unchanged, texts)}});
    for (const LeftOut& left_out : rows.left_out)
    {
        text +=
            bullet + texts.format("import.summary.left_out", {{"n", counted(left_out.count, texts)},
                                                              {"why", texts.get("import.left_out." + left_out.code)}});
        if (!left_out.examples.empty())
            text += " (" + joined(left_out.examples, left_out.examples.size()) +
                    (left_out.count > left_out.examples.size() ? " …)" : ")");
    }
    if (!rows.mixed.empty())
        text += bullet + texts.format("import.summary.mixed", {{"list", joined(rows.mixed, most_mixed)}});
    if (rows.conflict_count == 0)
        return text;
    text += bullet + texts.format("import.summary.conflicts", {{"n", counted(rows.conflict_count, texts)}});
    for (std::size_t i = 0; i < std::min(rows.conflicts.size(), most_differences); ++i)
    {
        const ImportConflict& conflict = rows.conflicts[i];
        text += "\n    " + difference(conflict.cell,
                                      conflict.municipality + ", " + conflict.item + ", " +
                                          format_date(conflict.cut_off, texts.language()) + ", " +
                                          texts.get("import.conflict." + conflict.code),
                                      conflict.before, conflict.after, texts);
    }
    if (rows.conflict_count > most_differences)
        text += "\n    …";
    return text;
}

std::string import_summary(const std::string& name, const LayoutResult& result, const Texts& texts)
{
    std::string text = name;
    text += bullet + texts.format("import.summary.own_counts", {{"added", counted(result.filled, texts)},
                                                                {"replaced", counted(result.replaced, texts)},
                                                                {"unchanged", counted(result.unchanged, texts)}});
    if (!result.unread.empty())
        text += bullet + texts.format("import.summary.unread", {{"n", counted(result.unread.size(), texts)},
                                                                {"list", joined(result.unread, most_differences)}});
    if (result.differences.empty())
        return text;
    text += bullet + texts.format("import.summary.conflicts", {{"n", counted(result.differences.size(), texts)}});
    for (std::size_t i = 0; i < std::min(result.differences.size(), most_differences); ++i)
    {
        const LayoutDifference& one = result.differences[i];
        text += "\n    " + difference(one.cell, one.item + ", " + format_date(one.cut_off, texts.language()),
                                      one.before, one.after, texts);
    }
    if (result.differences.size() > most_differences)
        text += "\n    …";
    return text;
}

} // namespace trinvis::reference
