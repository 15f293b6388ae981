// SPDX-License-Identifier: MPL-2.0
//
// Loops over the rows of one or two answers. A rule is asked of very many rows; that an answer may be a single value
// which stands for all of them is settled here before the loop, so that the loop itself is one that compilers vectorise.
//
//     const std::vector<Truth> truths = for_two<Truth>(a.numbers, b.numbers, rows, [](const Value& x, const Value& y) {…});
#pragma once

#include <algorithm>
#include <span>
#include <vector>

namespace trinvis::rules
{

/// What ask answers for each row: a single answer where both have a single value, else as many as there are rows. Each
/// span holds one value or one for each row.
template <typename Result, typename A, typename B, typename Ask>
[[nodiscard]] std::vector<Result> for_two(std::span<const A> a, std::span<const B> b, std::size_t rows, Ask ask)
{
    std::vector<Result> results(a.size() == 1 && b.size() == 1 ? 1 : rows);
    if (a.size() == 1)
        std::transform(b.begin(), b.end(), results.begin(),
                       [first = a.front(), &ask](const B& second) { return ask(first, second); });
    else if (b.size() == 1)
        std::transform(a.begin(), a.end(), results.begin(),
                       [second = b.front(), &ask](const A& first) { return ask(first, second); });
    else
        std::transform(a.begin(), a.end(), b.begin(), results.begin(), ask);
    return results;
}

/// Joins each row's answer so far with the next answer's, in place. The span holds one value or one for each row.
template <typename Result, typename Join>
void join_rows(std::vector<Result>& results, std::span<const Result> next, Join join)
{
    if (next.size() == 1)
        std::transform(results.begin(), results.end(), results.begin(),
                       [second = next.front(), &join](const Result& first) { return join(first, second); });
    else
        std::transform(results.begin(), results.end(), next.begin(), results.begin(), join);
}

} // namespace trinvis::rules
