// SPDX-License-Identifier: MPL-2.0
#include "benchmark/group_words.hpp"

#include "table/date_text.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

constexpr std::size_t most_names = 8;

/// The kinds of groups that there are, by whether the own municipality counts.
std::vector<std::string> kinds_with(bool own_counted, const Benchmark& benchmark, const Texts& texts)
{
    std::vector<std::string> names;
    for (const GroupKind kind : group_kinds)
        if (std::ranges::any_of(benchmark.groups, [&](const Group& group)
                                { return group.kind == kind && group.own_counted == own_counted; }))
            names.push_back(texts.get("group_kind." + std::string(group_code(kind))));
    return names;
}

} // namespace

std::string group_words(const Comparison& comparison, const Texts& texts)
{
    const std::string inside = texts.format("sentence.group." + std::string(group_code(comparison.group)),
                                            {{"label", comparison.group_label}});
    const bool chosen_or_similar = comparison.group == GroupKind::chosen || comparison.group == GroupKind::similar;
    return comparison.own_counted || chosen_or_similar ? inside
                                                       : texts.format("sentence.group.others", {{"group", inside}});
}

std::string conventions_sentence(const Benchmark& benchmark, const Municipalities& municipalities, const Texts& texts)
{
    const std::vector<std::string> counted = kinds_with(true, benchmark, texts);
    const std::vector<std::string> not_counted = kinds_with(false, benchmark, texts);
    const std::string key = not_counted.empty() ? "conventions.own_in"
                            : counted.empty()   ? "conventions.own_out"
                                                : "conventions.own_in_and_out";
    std::string sentence =
        texts.format(key, {{"in", listed_names(counted, texts)}, {"out", listed_names(not_counted, texts)}});
    sentence += " " + texts.get("conventions.level." + std::string(weighting_code(benchmark.weighting)));
    sentence += " " + texts.get("conventions.rank");
    for (const Date change : municipalities.region_changes())
        sentence += " " + texts.format("conventions.regions", {{"date", format_date(change, texts.language())}});
    return sentence;
}

std::vector<std::string> group_warnings(const Benchmark& benchmark, const Municipalities& municipalities,
                                        const Texts& texts)
{
    std::vector<std::string> warnings;
    for (const std::vector<GroupFault>* faults : {&benchmark.settings.faults, &benchmark.similarity.faults})
        for (const GroupFault& fault : *faults)
            warnings.push_back(fault_sentence(fault.fault, texts));
    if (warnings.size() > 1)
    {
        const std::size_t more = warnings.size() - 1;
        warnings.resize(1);
        warnings.front() += " " + texts.count("groups.more_faults", more);
    }
    if (benchmark.similarity.found() && !benchmark.similarity.left_out.empty())
        warnings.push_back(left_out_sentence(benchmark.similarity, municipalities, texts));
    return warnings;
}

std::string left_out_sentence(const Similarity& similarity, const Municipalities& municipalities, const Texts& texts)
{
    std::vector<std::string> names;
    names.reserve(similarity.left_out.size());
    for (const std::size_t index : similarity.left_out)
        names.push_back(municipalities.all()[index].name);
    return texts.format("groups.left_out", {{"names", listed_names(names, texts)}});
}

std::string missing_words(const Comparison& comparison, const Texts& texts)
{
    std::string words;
    for (const auto& [absence, count] : comparison.reasons)
        words += (words.empty() ? "" : ", ") + std::to_string(count) + " " +
                 texts.get("absence." + std::string(absence_code(absence)));
    return words;
}

std::string fault_sentence(const LayoutFault& fault, const Texts& texts)
{
    // The values hold the present name of the sheet and the cell.
    Replacements values = fault.values;
    values.emplace_back("message", texts.format(fault.message, fault.values));
    values.emplace_back("remedy", texts.format(fault.message + ".remedy", fault.values));
    return texts.format("groups.fault", values);
}

std::string listed_names(const std::vector<std::string>& names, const Texts& texts)
{
    const std::size_t shown = names.size() > most_names + 1 ? most_names : names.size();
    std::string list;
    for (std::size_t i = 0; i < shown; ++i)
    {
        const bool last = i + 1 == names.size();
        list += (i == 0 ? "" : last ? " " + texts.get("word.and") + " " : ", ") + names[i];
    }
    if (shown < names.size())
        list += " " + texts.format("word.and_more", {{"n", std::to_string(names.size() - shown)}});
    return list;
}

} // namespace trinvis
