// SPDX-License-Identifier: MPL-2.0
#include "results/results.hpp"

#include "privacy/workbook_suppression.hpp"
#include "validation/exclude.hpp"

#include <algorithm>

namespace trinvis
{

Results compute_results(Workbook& workbook, const Words& words, const Municipalities& municipalities,
                        const privacy::KnownRelations& known_relations, Date today)
{
    return compare_validated(workbook, validate(workbook, words, municipalities, today), words, municipalities,
                             known_relations, today);
}

Results compare_validated(Workbook& workbook, Validation validation, const Words& words,
                          const Municipalities& municipalities, const privacy::KnownRelations& known_relations,
                          Date today)
{
    const std::size_t left_out = exclude_errors(workbook, validation, words);
    const privacy::HiddenNumbers hidden = privacy::hidden_numbers(workbook, words, municipalities, known_relations);
    privacy::blank(workbook, hidden, words);
    ComparisonData data(workbook, words, municipalities);
    Benchmark benchmark = compare(workbook, data, words, municipalities, today);
    benchmark.left_out = left_out;
    benchmark.sharing = privacy::sharing_note(hidden, words.in(workbook.language));
    return {std::move(validation), std::move(data), std::move(benchmark), hidden.own_small + hidden.own_more};
}

const LayoutFault* unclear_sharing(const Workbook& workbook)
{
    if (!workbook.sharing.wanted)
        return nullptr;
    const auto found = std::ranges::find(workbook.faults, Check::sharing_choice, &LayoutFault::check);
    return found == workbook.faults.end() ? nullptr : &*found;
}

const LayoutFault* fault_of_figures(const Workbook& workbook)
{
    const bool sheet_gone = workbook.entry.sheet < 0 || workbook.catalogue.sheet < 0;
    for (const LayoutFault& fault : workbook.faults)
        if (fault.check != Check::doubled_column &&
            ((sheet_gone && fault.check == Check::missing_sheet) || fault.place.sheet == workbook.entry.sheet ||
             fault.place.sheet == workbook.catalogue.sheet))
            return &fault;
    return nullptr;
}

bool can_be_compared(const Workbook& workbook)
{
    return workbook.municipality && !fault_of_figures(workbook) && !unclear_sharing(workbook);
}

} // namespace trinvis
