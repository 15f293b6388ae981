// SPDX-License-Identifier: MPL-2.0
#include "table/near_text.hpp"

#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

/// Nobody's slip turns a name into a long sentence, and the distance of long texts costs time.
constexpr std::size_t longest_compared = 80;

/// Folded, and every Danish letter in the spelling that a foreign keyboard gives it.
std::string plain_letters(std::string_view text)
{
    std::string result = folded(text.substr(0, longest_compared));
    for (const auto& [letter, plain] : {std::pair{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}})
        for (std::size_t at = result.find(letter); at != std::string::npos; at = result.find(letter, at + 2))
            result.replace(at, 2, plain);
    return result;
}

std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before;
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
    {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j)
        {
            const std::size_t changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = above;
        std::swap(above, row);
    }
    return above[b.size()];
}

} // namespace

std::string nearest_name(std::string_view typed, const std::vector<std::string>& known)
{
    const std::string wanted = plain_letters(typed);
    std::string nearest;
    std::size_t best = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    for (const std::string& name : known)
        if (const std::size_t changes = distance(wanted, plain_letters(name)); changes < best)
        {
            best = changes;
            nearest = name;
        }
    return nearest;
}

bool nearly_same_text(std::string_view text, std::string_view other)
{
    const std::string typed = folded(text);
    const std::string wanted = folded(other);
    if (typed.empty() || wanted.empty() || typed == wanted || typed.size() > longest_compared ||
        wanted.size() > longest_compared)
        return false;
    if (typed.starts_with(wanted) && (typed[wanted.size()] == ' ' || typed[wanted.size()] == '('))
        return true;
    return distance(plain_letters(typed), plain_letters(wanted)) <= (wanted.size() < 5 ? 1U : 2U);
}

} // namespace trinvis
